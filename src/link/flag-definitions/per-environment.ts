import type { FlagDefinition } from './definition.js';
import { at, entriesOf, everyEntry, isBoolean, scalarOf } from './document.js';
import { define, environmentOfPath, isEnvironmentName, type FlagReader } from './reader.js';

/** `config/{development,production}.json`, each with a `features` map of booleans: one file an environment, and at least two of them. */
export const readFilePerEnvironment: FlagReader = (document, others) => {
  const name = environmentOfPath(document.path);
  const features = at(document.root, 'features');
  if (name === null || !everyEntry(features, ({ value }) => isBoolean(value))) return [];
  const environments = others.beside(document.path).filter((path) => environmentOfPath(path) !== null && isNamedAsEnvironment(path));
  if (environments.length < 2 || !isNamedAsEnvironment(document.path)) return [];
  return entriesOf(features).map((entry) => define(document, 'home-made', entry, [{ name, value: scalarOf(entry.value), rules: [] }]));
};

function isNamedAsEnvironment(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return isEnvironmentName(file);
}

/** A table of flags by environment: `{newNav: {development: true, staging: true, production: false}}`, alone or under a key named as flags. */
export const readEnvironmentTable: FlagReader = (document): readonly FlagDefinition[] => {
  const inner = ['features', 'flags', 'featureFlags', 'feature_flags', 'toggles']
    .map((key) => at(document.root, key))
    .find((found) => found);
  const isNamed = /feature|flag|toggle/i.test(document.path.slice(document.path.lastIndexOf('/') + 1));
  const table = inner ?? (isNamed ? document.root : undefined);
  const isByEnvironment = everyEntry(table, ({ value }) =>
    everyEntry(value, ({ key, value: switched }) => isEnvironmentName(key) && isBoolean(switched)),
  );
  if (!isByEnvironment || !entriesOf(table).some(({ value }) => entriesOf(value).length > 1)) return [];
  return entriesOf(table).map((entry) =>
    define(
      document,
      'home-made',
      entry,
      entriesOf(entry.value).map(({ key, value }) => ({ name: key, value: scalarOf(value), rules: [] })),
    ),
  );
};
