import { diffArrays } from 'diff';
import type { KeyedLines } from './line-keys.js';
import { slideHunks } from './slide-hunks.js';

/** Lines that differ: those from `oldStart` up to `oldEnd` became those from `newStart` up to `newEnd`; 0-based, ends not included. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** How one version of a file became the next. */
export interface LineDiff {
  /** In order; between them the lines are the same. */
  readonly hunks: readonly Hunk[];
  /** Changed lines that are recognisably the same line: new to old, within the hunks. */
  readonly edits: ReadonlyMap<number, number>;
  /** Of these (new) those that quote a text which their old line didn't quote: they may ask for something else now. */
  readonly restated: ReadonlySet<number>;
}

/** Texts that differ by more are taken for rewritten in between; bounds the quadratic work of one comparison to some 10 ms. */
const maximumEdits = 2000;

/** Larger hunks are not searched for edited lines, as their work is the product of both sides. */
const maximumPairs = 20_000;

export function diffLines(older: KeyedLines, newer: KeyedLines): LineDiff {
  const hunks = slideHunks(changedHunks(older.keys, newer.keys), older, newer);
  const edits = new Map(hunks.flatMap((hunk) => editedLines(hunk, older, newer)));
  const restated = [...edits].flatMap(([now, before]) => (quotesMore(newer.line(now), older.line(before)) ? [now] : []));
  return { hunks, edits, restated: new Set(restated) };
}

/** Which lines of two texts are the same, as the hunks between them; `slideHunks` puts them where people expect them. */
export function changedHunks(older: Float64Array, newer: Float64Array): readonly Hunk[] {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older[start] === newer[start]) start++;
  let tail = 0;
  while (tail < shorter - start && older[older.length - 1 - tail] === newer[newer.length - 1 - tail]) tail++;
  const ends = { oldEnd: older.length - tail, newEnd: newer.length - tail };
  const pairs = commonLines(older.subarray(start, ends.oldEnd), newer.subarray(start, ends.newEnd));
  const hunks: Hunk[] = [];
  let [oldStart, newStart] = [start, start];
  for (const [oldIndex, newIndex] of [...pairs, [ends.oldEnd - start, ends.newEnd - start] as const]) {
    const [oldEnd, newEnd] = [oldIndex + start, newIndex + start];
    if (oldEnd > oldStart || newEnd > newStart) hunks.push({ oldStart, oldEnd, newStart, newEnd });
    [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
  }
  return hunks;
}

type Pair = readonly [older: number, newer: number];

/** Pairs of lines that stayed, in order. Lines that the other side hasn't are left out first: they are what makes comparisons slow. */
function commonLines(older: Float64Array, newer: Float64Array): Pair[] {
  const oldIndices = indicesIn(older, new Set(newer));
  const newIndices = indicesIn(newer, new Set(older));
  if (oldIndices.length === 0) return [];
  const valuesOf = (keys: Float64Array, indices: readonly number[]): number[] => indices.map((index) => keys[index] ?? 0);
  const changes = diffArrays(valuesOf(older, oldIndices), valuesOf(newer, newIndices), { maxEditLength: maximumEdits });
  const pairs: Pair[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed)
      for (let step = 0; step < count; step++) pairs.push([oldIndices[oldAt + step] ?? 0, newIndices[newAt + step] ?? 0]);
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  return pairs;
}

function indicesIn(keys: Float64Array, others: ReadonlySet<number>): number[] {
  const indices: number[] = [];
  for (const [index, key] of keys.entries()) if (others.has(key)) indices.push(index);
  return indices;
}

/** Pairs each new line of a hunk, in order, with the old one after the last pair that it shares most words with, if it is half of them. */
function editedLines({ oldStart, oldEnd, newStart, newEnd }: Hunk, older: KeyedLines, newer: KeyedLines): [number, number][] {
  if (oldStart === oldEnd || newStart === newEnd || (oldEnd - oldStart) * (newEnd - newStart) > maximumPairs) return [];
  const oldWords = Array.from({ length: oldEnd - oldStart }, (_, index) => wordsOf(older.line(oldStart + index)));
  const pairs: [number, number][] = [];
  let next = 0;
  for (let index = newStart; index < newEnd; index++) {
    const words = wordsOf(newer.line(index));
    let best = { likeness: 0.5, at: -1 };
    for (let at = next; at < oldWords.length; at++) {
      const likeness = likenessOf(words, oldWords[at] ?? []);
      if (likeness > best.likeness || (best.at < 0 && likeness === best.likeness)) best = { likeness, at };
    }
    if (best.at < 0) continue;
    pairs.push([index, oldStart + best.at]);
    next = best.at + 1;
  }
  return pairs;
}

function quotesMore(newer: string, older: string): boolean {
  const before = new Set(quotedIn(older));
  return quotedIn(newer).some((text) => !before.has(text));
}

function quotedIn(line: string): readonly string[] {
  return Array.from(
    line.slice(0, 500).matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g),
    ([, single, double, back]) => single ?? double ?? back ?? '',
  );
}

function wordsOf(line: string): readonly string[] {
  return line.slice(0, 500).match(/[\p{L}\p{N}_$]+/gu) ?? [];
}

/** Share of words that two lines have in common, from 0 to 1 (Dice's coefficient over words with their repetitions). */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}
