import { at, entriesOf, everyEntry, has, scalarOf, textOf } from './document.js';
import { define, type FlagReader } from './reader.js';

/** The manifest of the OpenFeature command line: `flags.<key>.{flagType, defaultValue}`. What a flag is is decided by a provider elsewhere. */
export const readOpenFeatureManifest: FlagReader = (document) => {
  const flags = at(document.root, 'flags');
  const isManifest = everyEntry(
    flags,
    ({ value }) => /^(boolean|string|integer|float|object)$/.test(textOf(at(value, 'flagType')) ?? '') && has(value, 'defaultValue'),
  );
  if (!isManifest) return [];
  return entriesOf(flags).map((entry) =>
    define(document, 'openfeature', entry, [], {
      owner: textOf(at(entry.value, 'owner')),
      expires: textOf(at(entry.value, 'expiry')),
      isPermanent: scalarOf(at(entry.value, 'permanent')) === true,
    }),
  );
};
