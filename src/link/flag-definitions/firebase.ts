import { everybody } from './audience.js';
import type { FlagEnvironment, FlagRule } from './definition.js';
import {
  at,
  entriesOf,
  everyEntry,
  has,
  itemsOf,
  scalarOf,
  textOf,
  type DocumentEntry,
  type DocumentValue,
  type Scalar,
} from './document.js';
import { audiencesOfQuery } from './query.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';

/** Firebase's Remote Config template: `parameters.<key>.{defaultValue, conditionalValues}`, `parameterGroups` and `conditions`. */
export const readFirebase: FlagReader = (document) => {
  const { root } = document;
  const groups = entriesOf(at(root, 'parameterGroups')).map(({ value }) => at(value, 'parameters'));
  const tables = [at(root, 'parameters'), ...groups].filter((table) => entriesOf(table).length > 0);
  if (tables.length === 0 || !tables.every((table) => everyEntry(table, isParameter))) return [];
  const name = environmentOfPath(document.path);
  return tables.flatMap(entriesOf).map((entry) => define(document, 'firebase', entry, [environmentOf(root, name, entry.value)]));
};

function isParameter({ value }: DocumentEntry): boolean {
  const fallback = at(value, 'defaultValue');
  const isValue = fallback?.is === 'map' && (has(fallback, 'value') || has(fallback, 'useInAppDefault'));
  return isValue || (fallback === undefined && at(value, 'conditionalValues')?.is === 'map');
}

function environmentOf(root: DocumentValue, name: string | null, parameter: DocumentValue): FlagEnvironment {
  const rules = entriesOf(at(parameter, 'conditionalValues')).flatMap(({ key, value }): FlagRule[] => {
    const condition = itemsOf(at(root, 'conditions')).find((candidate) => textOf(at(candidate, 'name')) === key);
    const expression = at(condition, 'expression');
    const [, share] = /^percent\b[^<]*<=?\s*([\d.]+)\s*$/.exec(textOf(expression) ?? '') ?? [];
    if (share !== undefined) return [{ who: everybody, value: valueOf(value), percent: Number(share) }];
    return audiencesOfQuery(expression).map((who) => ({ who, value: valueOf(value), percent: 100 }));
  });
  return { name, value: valueOf(at(parameter, 'defaultValue')), rules };
}

/** All values are texts; those of switches read `true` or `false`. */
function valueOf(written: DocumentValue | undefined): Scalar | undefined {
  if (!has(written, 'value')) return undefined;
  const value = scalarOf(at(written, 'value'));
  return value === 'true' ? true : value === 'false' ? false : value;
}
