import { flagEnvironmentName } from '../flag-names.js';
import { entriesOf, scalarOf, type Scalar } from './document.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';

/** Files such as `.env.production`: variables that are named as switches and hold `true`, `false`, `1`, `on` and the like. */
export const readEnvironmentFile: FlagReader = (document) => {
  const file = document.path.slice(document.path.lastIndexOf('/') + 1);
  if (!/^\.env(\.|$)|\.env$/.test(file)) return [];
  // A template says which variables there are, not what they are anywhere.
  const isTemplate = /example|sample|template|dist/.test(file);
  const name = environmentOfPath(`x${file}.x`) ?? 'local';
  return entriesOf(document.root).flatMap((entry) => {
    const value = switchOf(scalarOf(entry.value));
    if (value === undefined || flagEnvironmentName(entry.key) !== 'strong') return [];
    return [define(document, 'environment', entry, isTemplate ? [] : [{ name, value, rules: [] }])];
  });
};

function switchOf(value: Scalar): boolean | undefined {
  const text = String(value).toLowerCase();
  if (/^(true|1|on|yes|enabled)$/.test(text)) return true;
  return /^(false|0|off|no|disabled)$/.test(text) ? false : undefined;
}
