import { tokenKinds, type Tokens } from '../../facts/prints/scan-tokens.js';
import type { Substitution } from '../../model/fork.js';
import { align, type Alignment } from './align.js';
import { nameChange } from './name-change.js';

/** A text with its tokens, and the part of it that is compared. */
export interface Side {
  readonly text: string;
  readonly tokens: Tokens;
  /** Indices of tokens: from the first up to, not including, the last. */
  readonly from: number;
  readonly to: number;
}

/** How a copy differs from what it was copied from. */
export interface Comparison {
  /** Twice the shared tokens by the tokens of both sides. */
  readonly similarity: number;
  /** The same with renamed tokens counted as shared. */
  readonly likeness: number;
  /** For each line of the fork that holds code, 1 where all its tokens are shared or renamed. */
  readonly forkLines: Uint8Array;
  /** The same of the origin. */
  readonly originLines: Uint8Array;
  /** All renames by words, the most frequent first. */
  readonly renames: readonly Substitution[];
}

/** Longer gaps are other code, not other names. */
const longestRename = 6;

/** Compares a fork with its origin, token by token. As `align`, plus the length of the texts. */
export function compare(fork: Side, origin: Side): Comparison {
  const alignment = align(fork.tokens.hashes.subarray(fork.from, fork.to), origin.tokens.hashes.subarray(origin.from, origin.to));
  const kept = { fork: new Uint8Array(fork.to - fork.from), origin: new Uint8Array(origin.to - origin.from) };
  for (const { a, b, length } of alignment.runs) {
    kept.fork.fill(1, a, a + length);
    kept.origin.fill(1, b, b + length);
  }
  const { renames, count } = renamesOf(fork, origin, alignment, kept);
  const total = Math.max(1, fork.to - fork.from + (origin.to - origin.from));
  return {
    similarity: (2 * alignment.matched) / total,
    likeness: (2 * (alignment.matched + count)) / total,
    forkLines: linesOf(fork, kept.fork),
    originLines: linesOf(origin, kept.origin),
    renames,
  };
}

/** Where as many tokens of the same kinds stand between two shared runs, they are taken for renamed. */
function renamesOf(
  fork: Side,
  origin: Side,
  { runs }: Alignment,
  kept: { readonly fork: Uint8Array; readonly origin: Uint8Array },
): { readonly renames: readonly Substitution[]; readonly count: number } {
  const counts = new Map<string, Substitution>();
  let count = 0;
  let [a, b] = [0, 0];
  for (const run of [...runs, { a: fork.to - fork.from, b: origin.to - origin.from, length: 0 }]) {
    const length = run.a - a;
    if (length > 0 && length === run.b - b && length <= longestRename) {
      for (let step = 0; step < length; step++) {
        const rename = renameAt(fork, fork.from + a + step, origin, origin.from + b + step);
        if (!rename) continue;
        kept.fork[a + step] = 1;
        kept.origin[b + step] = 1;
        count++;
        const key = `${rename.from}\0${rename.to}`;
        counts.set(key, { ...rename, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  const renames = [...counts.values()].sort((one, other) => other.count - one.count || (one.to < other.to ? -1 : 1));
  return { renames, count };
}

function renameAt(fork: Side, at: number, origin: Side, other: number): Omit<Substitution, 'count'> | null {
  const kind = fork.tokens.kinds[at];
  if (kind !== origin.tokens.kinds[other] || kind === tokenKinds.mark || kind === tokenKinds.keyword) return null;
  const change = changeOf(textAt(origin, other), textAt(fork, at));
  return change ?? null;
}

function textAt({ text, tokens }: Side, index: number): string {
  return text.slice(tokens.starts[index], tokens.ends[index]);
}

/** `getHobbiesProps` and `getSportsProps` differ by `hobbies` and `sports`; null where nothing but style differs or too much. */
export function changeOf(from: string, to: string): Omit<Substitution, 'count'> | null {
  const { one: gone, other: come } = nameChange(from, to);
  if (gone.length > 4 || come.length > 4 || (gone.length === 0 && come.length === 0)) return null;
  return { from: gone.join('-'), to: come.join('-') };
}

/** For each line on which tokens stand, whether all of them are kept. */
function linesOf({ text, tokens, from, to }: Side, kept: Uint8Array): Uint8Array {
  const lines: number[] = [];
  let lineEnd = -1;
  for (let index = from; index < to; index++) {
    const start = tokens.starts[index] ?? 0;
    if (start > lineEnd) {
      lines.push(1);
      lineEnd = text.indexOf('\n', start);
      if (lineEnd === -1) lineEnd = text.length;
    }
    if (kept[index - from] === 0) lines[lines.length - 1] = 0;
  }
  return Uint8Array.from(lines);
}

/** How many lines of a comparison are shared. */
export function sharedIn(lines: Uint8Array): number {
  return lines.reduce((sum, each) => sum + each, 0);
}
