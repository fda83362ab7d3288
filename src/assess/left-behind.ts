import type { LeftBehind } from '../model/drift.js';
import type { Substitution } from '../model/fork.js';
import type { CodeTokens } from './code-tokens.js';
import { differingParts, nameParts } from './renames.js';

/** With more left than this share of its places, a name was not replaced but is used on purpose. */
const mostLeft = 0.4;
const leastReplaced = 2;
/** Shorter parts stand in other names by chance. */
const shortest = 4;

/** Names of the origin that still stand in the fork although most places have the fork's name, in the order of lines. */
export function leftBehind(fork: CodeTokens, substitutions: readonly Pick<Substitution, 'from' | 'to'>[]): LeftBehind[] {
  const names = new Map<string, string>();
  for (const { from, to } of substitutions) {
    const [left, right] = differingParts(from, to);
    if (left.length >= shortest && right !== '' && !holds(right, left)) names.set(left.toLowerCase(), right);
  }
  return [...names].flatMap(([name, expected]) => leftPlaces(fork, name, expected)).sort((one, other) => one.line - other.line);
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function leftPlaces({ words, lines }: CodeTokens, name: string, expected: string): LeftBehind[] {
  const places: LeftBehind[] = [];
  let replaced = 0;
  words.forEach((word, at) => {
    if (!/^[\w$'"`#]/.test(word)) return;
    const parts = nameParts(word).map((part) => part.toLowerCase());
    if (hasRun(parts, name)) places.push({ name: word, line: lines[at] ?? 1, expected });
    else if (hasRun(parts, expected.toLowerCase())) replaced++;
  });
  const isForgotten = replaced >= leastReplaced && places.length <= mostLeft * (places.length + replaced);
  return isForgotten ? places : [];
}

/** Whether some neighbouring parts make up the name. */
function hasRun(parts: readonly string[], name: string): boolean {
  return parts.some((_, start) => {
    let joined = '';
    for (let at = start; at < parts.length && joined.length < name.length; at++) joined += parts[at] ?? '';
    return joined === name;
  });
}
