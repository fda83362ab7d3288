import type { CallTerm, Term } from '../facts/facts.js';
import { nameOf } from './names-of-terms.js';
import type { Symbols } from './symbols.js';

/** A comparison that a function of lodash or Ramda makes; `members` are read from a value that is given later. */
export interface PendingComparison {
  readonly members: readonly string[];
  readonly constant: Term;
}

/**
 * Comparisons that wait for their value: `equals('acme')`, `propEq('slug', 'acme')`, `matches({ tenant: 'acme' })`, and those of
 * collections, `find(tenants, { slug: 'acme' })`. Empty for other calls. `name` is the function's.
 */
export function pendingComparisons(symbols: Symbols, path: string, name: string, { arguments: values }: CallTerm): PendingComparison[] {
  const [first, second] = values;
  if (!first) return [];
  if (/^(equals|isEqual|eq|identical)$/.test(name)) return second ? [] : [{ members: [], constant: first }];
  if (/^(matches|whereEq)$/.test(name)) return second ? [] : comparedEntries(symbols, path, first, []);
  if (!second) return [];
  if (/^(find|filter|some|every|reject|findIndex|findLast)$/.test(name)) return comparedEntries(symbols, path, second, nameOf(first));
  if (name === 'matchesProperty') return comparedMember(symbols, path, first, second);
  // Ramda has changed the order of the two.
  return /^(propEq|pathEq)$/.test(name)
    ? [...comparedMember(symbols, path, first, second), ...comparedMember(symbols, path, second, first)]
    : [];
}

function comparedEntries(symbols: Symbols, path: string, term: Term, owner: readonly string[]): PendingComparison[] {
  const entries = symbols.table(path, term)?.entries ?? [];
  return entries.flatMap(({ key, value }) => (key === null ? [] : [{ members: [...owner, key], constant: value }]));
}

function comparedMember(symbols: Symbols, path: string, member: Term, constant: Term): PendingComparison[] {
  const names = member.is === 'list' ? member.items.flatMap((item) => symbols.literals(path, item)) : symbols.literals(path, member);
  return names.length > 0 ? [{ members: names.map(String), constant }] : [];
}
