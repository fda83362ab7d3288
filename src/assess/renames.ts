import type { Substitution } from '../model/fork.js';

/** Takes a word of either side to a form that is the same for both where only the customer's name differs. */
export type SameName = (word: string) => string;

/** Shorter ones stand in too many names by chance. */
const shortestPart = 3;

/**
 * The renames of a fork as a function on words. A name that was replaced as a whole is so here; where only a part of it was
 * (`getAcmePrice`, `getGlobexPrice`), that part is taken for the same in every word, in any case and spelling (`ACME_ID`, `'acme'`).
 */
export function sameNames(substitutions: readonly Pick<Substitution, 'from' | 'to'>[]): SameName {
  const whole = new Map<string, string>();
  const parts = new Map<string, string>();
  for (const { from, to } of substitutions) {
    if (from === to || !isName(from) || !isName(to)) continue;
    whole.set(from, to);
    const [left, right] = differingParts(from, to);
    if (left.length < shortestPart || right.length < shortestPart) continue;
    const name = `§${right.toLowerCase()}`;
    parts.set(left.toLowerCase(), name);
    parts.set(right.toLowerCase(), name);
  }
  const known = new Map<string, string>();
  return (word) => {
    let same = known.get(word);
    if (same === undefined) {
      same = replaceParts(whole.get(word) ?? word, parts);
      known.set(word, same);
    }
    return same;
  };
}

/** Numbers and marks that differ are a change, not another name for the same. */
function isName(word: string): boolean {
  return /\p{L}/u.test(word);
}

/** What remains of two names when the words that they begin and end with alike are taken away; words are joined without marks. */
export function differingParts(from: string, to: string): [string, string] {
  const left = nameParts(from);
  const right = nameParts(to);
  while (left.length > 1 && right.length > 1 && left[0]?.toLowerCase() === right[0]?.toLowerCase()) {
    left.shift();
    right.shift();
  }
  while (left.length > 1 && right.length > 1 && left.at(-1)?.toLowerCase() === right.at(-1)?.toLowerCase()) {
    left.pop();
    right.pop();
  }
  return [left.join(''), right.join('')];
}

const partOfName = /[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+/g;

/** `getAcmePrice` → get, Acme, Price; `ACME_ID` → ACME, ID. */
export function nameParts(name: string): string[] {
  return name.match(partOfName) ?? [];
}

/** Longer names of customers than four parts are rare, and every further one costs. */
const mostParts = 4;

function replaceParts(word: string, parts: ReadonlyMap<string, string>): string {
  if (parts.size === 0) return word;
  const found = [...word.matchAll(partOfName)].map((match) => ({ text: match[0], start: match.index }));
  let result = '';
  let copied = 0;
  for (let at = 0; at < found.length; at++) {
    const run = replacedRun(found, at, parts);
    if (!run) continue;
    const start = found[at]?.start ?? 0;
    const last = found[at + run.length - 1] ?? { start, text: '' };
    result += word.slice(copied, start) + run.name;
    copied = last.start + last.text.length;
    at += run.length - 1;
  }
  return result + word.slice(copied);
}

function replacedRun(
  found: readonly { readonly text: string }[],
  at: number,
  parts: ReadonlyMap<string, string>,
): { readonly name: string; readonly length: number } | null {
  let joined = '';
  let longest = null;
  for (let length = 1; length <= mostParts; length++) {
    const part = found[at + length - 1];
    if (!part) break;
    joined += part.text.toLowerCase();
    const name = parts.get(joined);
    if (name !== undefined) longest = { name, length };
  }
  return longest;
}
