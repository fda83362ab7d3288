import { whose } from './audience.js';
import type { FlagDefinition, FlagRule } from './definition.js';
import { at, entriesOf, everyItem, itemsOf, scalarOf, textOf, type DocumentEntry, type DocumentValue } from './document.js';
import { define, type FlagReader } from './reader.js';

/** Split's localhost mode: a list of `<key>: {treatment, keys}`. It stands in for the service on developers' machines. */
export const readSplit: FlagReader = (document) => {
  const isSplit = (item: DocumentValue): boolean => {
    const [entry, ...more] = entriesOf(item);
    return entry !== undefined && more.length === 0 && textOf(at(entry.value, 'treatment')) !== null;
  };
  if (!everyItem(document.root, isSplit)) return [];
  const byKey = new Map<string, DocumentEntry[]>();
  for (const entry of itemsOf(document.root).flatMap(entriesOf)) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  return [...byKey.values()].flatMap((entries): FlagDefinition[] => {
    const [first] = entries;
    return first ? [define(document, 'split', first, [{ name: 'local', ...treatments(entries) }])] : [];
  });
};

/** Several entries of one key: those with `keys` are for these, one without is for the rest. */
function treatments(entries: readonly DocumentEntry[]): { value: string | undefined; rules: FlagRule[] } {
  const rest = entries.find(({ value }) => at(value, 'keys') === undefined);
  const rules = entries.flatMap(({ value }): FlagRule[] => {
    const keys = at(value, 'keys');
    const ids = keys?.is === 'list' ? keys.items : keys ? [keys] : [];
    return ids.length === 0 ? [] : [{ who: whose('key', ids), value: scalarOf(at(value, 'treatment')), percent: 100 }];
  });
  return { value: textOf(at(rest?.value, 'treatment')) ?? undefined, rules };
}
