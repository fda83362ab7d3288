import { diff, lcs } from 'fast-myers-diff';
import { RunIndex, runLength } from './run-index.js';

/** Words of one list in the place of words of another; ends are not included. */
export interface Edit {
  readonly before: Stretch;
  readonly after: Stretch;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What turns `before` into `after`, in order. Edits with fewer than `gap` words between them are one. O(n·d) for d words that differ. */
export function editsOf(before: readonly string[], after: readonly string[], gap: number): Edit[] {
  const edits: Edit[] = [];
  for (const [start, end, afterStart, afterEnd] of diff([...before], [...after])) {
    const last = edits.at(-1);
    if (last && start - last.before.end < gap) {
      edits[edits.length - 1] = { before: { start: last.before.start, end }, after: { start: last.after.start, end: afterEnd } };
    } else edits.push({ before: { start, end }, after: { start: afterStart, end: afterEnd } });
  }
  return edits;
}

/** For each word of `from`, where its counterpart in `to` is; -1 where it has none. */
export function counterparts(from: readonly string[], to: readonly string[]): Int32Array {
  const places = new Int32Array(from.length).fill(-1);
  for (const [start, toStart, length] of lcs([...from], [...to])) {
    for (let step = 0; step < length; step++) places[start + step] = toStart + step;
  }
  return places;
}

/** Length of the longest common subsequence. */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  for (const [, , length] of lcs([...one], [...other])) count += length;
  return count;
}

/** Steps that a comparison may take; some 100 ms. */
const mostSteps = 20_000_000;

/**
 * Twice the shared words by the words of both sides: 1 for the same text, 0 where nothing is shared. Of two very long texts, words count as
 * shared that stand in a run of both, whatever the order.
 */
export function similarity(one: readonly string[], other: readonly string[]): number {
  const total = one.length + other.length;
  if (total === 0) return 1;
  if (one.length * other.length > mostSteps) return (runShare(one, other) + runShare(other, one)) / 2;
  return (2 * sharedWords(one, other)) / total;
}

/** Share of the runs of one text that the other has too. Linear. */
export function runShare(words: readonly string[], other: readonly string[]): number {
  const runs = words.length - runLength + 1;
  if (runs <= 0) return 0;
  const index = new RunIndex(other);
  let found = 0;
  for (let at = 0; at < runs; at++) if (index.startsOf(words, at).length > 0) found++;
  return found / runs;
}
