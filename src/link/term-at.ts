import type { Facts, Span, Term } from '../facts/facts.js';
import { partsOf } from '../facts/term-parts.js';

/** The outermost term of a file that covers exactly a span and is of one of these makes; linear in the size of the file's facts. */
export function termAt<K extends Term['is']>(facts: Facts, { start, end }: Span, makes: readonly K[]): Extract<Term, { is: K }> | null {
  const isWanted = (term: Term): term is Extract<Term, { is: K }> =>
    term.is !== 'other' && term.start === start && term.end === end && makes.some((make) => make === term.is);
  for (const root of rootsOf(facts)) {
    const found = find(root, isWanted);
    if (found) return found;
  }
  return null;
}

function find<T extends Term>(term: Term, isWanted: (term: Term) => term is T): T | null {
  if (isWanted(term)) return term;
  for (const part of partsOf(term)) {
    const found = find(part, isWanted);
    if (found) return found;
  }
  return null;
}

function* rootsOf({ conditions, declarations, tables, calls, accesses, exports }: Facts): Generator<Term> {
  for (const { test } of conditions) yield test;
  for (const { value } of declarations) if (value) yield value;
  for (const { entries } of tables) for (const { value, computed } of entries) yield* computed ? [value, computed] : [value];
  for (const { callee, arguments: values } of calls) yield* [callee, ...values];
  for (const { target } of accesses) yield target;
  for (const { value } of exports) if (value) yield value;
}
