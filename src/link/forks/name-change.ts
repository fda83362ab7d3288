import { wordsOf } from '../words.js';

/** Two names that differ by a few words in one place. */
export interface NameChange {
  readonly before: readonly string[];
  /** What the one has there; empty where it has nothing. */
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly behind: readonly string[];
}

/** `getHooliProps` and `getAcmeProps` differ by `hooli` and `acme`, `price` and `priceForAcme` by nothing and `acme`. */
export function nameChange(one: string, other: string): NameChange {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return {
    before: a.slice(0, start),
    one: withoutLink(a.slice(start, a.length - end)),
    other: withoutLink(b.slice(start, b.length - end)),
    behind: a.slice(a.length - end),
  };
}

function withoutLink(words: readonly string[]): readonly string[] {
  return words.length > 1 && /^(for|of|by|at)$/.test(words[0] ?? '') ? words.slice(1) : words;
}
