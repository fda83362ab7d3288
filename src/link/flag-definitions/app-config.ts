import type { FlagEnvironment } from './definition.js';
import { at, entriesOf, everyEntry, itemsOf, scalarOf, textOf, type DocumentValue, type Scalar } from './document.js';
import { audiencesOfQuery } from './query.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';
import { everybody } from './audience.js';

/** AWS AppConfig's feature flags: `version`, `flags.<key>.name` and `values.<key>.enabled`. */
export const readAppConfig: FlagReader = (document) => {
  const { root, path } = document;
  const flags = at(root, 'flags');
  const isProfile = textOf(at(root, 'version')) !== null && at(root, 'values')?.is === 'map';
  if (!isProfile || !everyEntry(flags, ({ value }) => textOf(at(value, 'name')) !== null)) return [];
  return entriesOf(flags).map((entry) =>
    define(document, 'appconfig', entry, [environmentOf(environmentOfPath(path), at(root, 'values', entry.key))], {
      created: textOf(at(entry.value, '_createdAt')),
      expires: textOf(at(entry.value, '_deprecation', 'date')),
    }),
  );
};

function environmentOf(name: string | null, value: DocumentValue | undefined): FlagEnvironment {
  const rules = itemsOf(at(value, '_variants')).flatMap((variant) => {
    const written = at(variant, 'rule');
    const whom = written ? audiencesOfQuery(written) : [everybody];
    return whom.map((who) => ({ who, value: enabled(variant), percent: 100 }));
  });
  return { name, value: enabled(value), rules };
}

function enabled(value: DocumentValue | undefined): Scalar | undefined {
  return scalarOf(at(value, 'enabled')) ?? undefined;
}
