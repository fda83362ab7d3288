import { runLength, type RunIndex } from './run-index.js';
import { counterparts, editsOf, sharedWords, similarity, type Edit, type Stretch } from './word-diff.js';

/**
 * How a piece of a change stands in another text. `missed`: what it removed is there and what it added is not; `applied`: the reverse;
 * `diverged`: its surroundings are there, but the place itself is neither as before nor as after; `elsewhere`: not even the surroundings.
 */
export type HunkStanding = 'missed' | 'applied' | 'diverged' | 'elsewhere';

export interface HunkResult {
  readonly standing: HunkStanding;
  /** Words of the tested text that the piece is about, with what had to be read around it; null for `elsewhere`. */
  readonly place: Stretch | null;
  /** What stands at `place` once the change is made, for `missed`. */
  readonly replacement: readonly string[];
  /** Index of each word of the tested text that the piece removes, or after which it adds; for `missed`. */
  readonly touched: readonly number[];
}

/** A change of a text, as words. */
export interface WordChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** In order, with at least `runLength` words between two. */
  readonly hunks: readonly Edit[];
}

export function wordChange(before: readonly string[], after: readonly string[]): WordChange {
  return { before, after, hunks: editsOf(before, after, runLength) };
}

/** How far from a change its surroundings are looked for, in words: some four lines, as far as a patch looks. */
export const reach = 40;
/** Runs that stand in more places say nothing of the place. */
const mostPlaces = 60;
/** Words that are names, keywords or values and stand around a place alike: with fewer, brackets alone decided. */
const leastContext = 5;
/** Share of the removed (or added) words that must be there to call it there, and may be to call it gone. */
const there = 0.85;
const gone = 0.34;

/** Tests one hunk of a change. Cost: the places of two runs times the diffs of a few dozen words. */
export function testHunk(change: WordChange, hunk: Edit, target: RunIndex, within: Stretch): HunkResult {
  let best: Match | null = null;
  for (const frame of framesOf(change, hunk, target, within)) {
    const match = matchOf(change, frame, target);
    if (match.context >= leastContext && (!best || match.score > best.score)) best = match;
  }
  return best ? resultOf(best) : { standing: 'elsewhere', place: null, replacement: [], touched: [] };
}

/** Corresponding stretches of the change's two texts and the tested one, between runs that all three share. */
interface Frame {
  readonly before: Stretch;
  readonly after: Stretch;
  readonly place: Stretch;
}

interface Match {
  readonly place: Stretch;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly actual: readonly string[];
  readonly context: number;
  readonly score: number;
}

function framesOf(change: WordChange, hunk: Edit, target: RunIndex, within: Stretch): Frame[] {
  const left = anchor(change, hunk, target, -1);
  const right = anchor(change, hunk, target, 1);
  if (!left || !right) return [];
  const before = { start: left.at + runLength, end: right.at };
  const after = { start: before.start + left.shift, end: before.end + right.shift };
  const widest = 3 * Math.max(before.end - before.start, after.end - after.start) + 2 * reach;
  return left.places.flatMap((place) => {
    const start = place + runLength;
    const ends = right.places.filter((end) => end >= start && end - start <= widest).slice(0, 2);
    return ends
      .filter((end) => start >= within.start - reach && end <= within.end + reach)
      .map((end) => ({ before, after, place: { start, end } }));
  });
}

interface Anchor {
  /** Start of the run in `before`. */
  readonly at: number;
  /** What to add for its start in `after`. */
  readonly shift: number;
  readonly places: readonly number[];
}

/** The nearest run beside a hunk that no hunk touches and that the tested text has too. */
function anchor(change: WordChange, hunk: Edit, target: RunIndex, direction: -1 | 1): Anchor | null {
  const first = direction < 0 ? hunk.before.start - runLength : hunk.before.end;
  for (let step = 0; step < reach; step++) {
    const at = first + direction * step;
    if (at < 0 || at + runLength > change.before.length) return null;
    const shift = shiftAt(change.hunks, at);
    if (shift === null) continue;
    const places = target.startsOf(change.before, at);
    if (places.length > 0 && places.length <= mostPlaces) return { at, shift, places };
  }
  return null;
}

/** Distance between a run in `before` and the same run in `after`; null when a hunk cuts it. */
function shiftAt(hunks: readonly Edit[], at: number): number | null {
  let shift = 0;
  for (const { before, after } of hunks) {
    if (before.start >= at + runLength) break;
    if (before.end > at) return null;
    shift = after.end - before.end;
  }
  return shift;
}

function matchOf(change: WordChange, { before, after, place }: Frame, target: RunIndex): Match {
  const beforeWords = change.before.slice(before.start, before.end);
  const afterWords = change.after.slice(after.start, after.end);
  const actual = target.words.slice(place.start, place.end);
  const context =
    sameContext(change.before, before.start, target.words, place.start, -1) +
    sameContext(change.before, before.end, target.words, place.end, 1);
  const likeness = Math.max(similarity(actual, beforeWords), similarity(actual, afterWords));
  return { place, before: beforeWords, after: afterWords, actual, context, score: context + reach * likeness };
}

/** Names, keywords and values that two texts have alike from a place on, at most `reach` words far. */
function sameContext(one: readonly string[], at: number, other: readonly string[], otherAt: number, direction: -1 | 1): number {
  let telling = 0;
  for (let step = direction < 0 ? -1 : 0; Math.abs(step) < reach; step += direction) {
    const word = one[at + step];
    if (word === undefined || word !== other[otherAt + step]) break;
    if (/[\w§]/.test(word)) telling++;
  }
  return telling;
}

function resultOf({ place, before, after, actual }: Match): HunkResult {
  const unchanged = sharedWords(before, after);
  const kept = shareThere(before.length - unchanged, before.length - sharedWords(before, actual));
  const got = shareThere(after.length - unchanged, after.length - sharedWords(after, actual));
  const standing = standingOf(kept, got);
  if (standing !== 'missed') return { standing, place, replacement: [], touched: [] };
  return { standing, place, replacement: after, touched: touchedWords(before, after, actual, place.start) };
}

/** Share of `changed` words that are there when `absent` are not; null when none were changed. */
function shareThere(changed: number, absent: number): number | null {
  return changed === 0 ? (absent === 0 ? null : 0) : Math.max(0, 1 - absent / changed);
}

function standingOf(kept: number | null, got: number | null): HunkStanding {
  const isBefore = (kept === null || kept >= there) && (got === null || got <= gone);
  const isAfter = (got === null || got >= there) && (kept === null || kept <= gone);
  return isBefore === isAfter ? 'diverged' : isBefore ? 'missed' : 'applied';
}

function touchedWords(before: readonly string[], after: readonly string[], actual: readonly string[], offset: number): number[] {
  const places = counterparts(before, actual);
  const touched = new Set<number>();
  for (const { before: removed } of editsOf(before, after, 1)) {
    const first = removed.start === removed.end ? removed.start - 1 : removed.start;
    for (let at = first; at < Math.max(removed.end, first + 1); at++) {
      const place = at < 0 ? -1 : places[at];
      if (place !== undefined && (place >= 0 || at < 0)) touched.add(place + offset);
    }
  }
  return [...touched].sort((one, other) => one - other);
}
