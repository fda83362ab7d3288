import type { Hunk } from './line-diff.js';
import type { KeyedLines } from './line-keys.js';

/** Further than this git doesn't look for a better place either. */
const furthest = 100;

/**
 * Puts lines that were only added, or only deleted, where git would show them. Among equal lines their place is a choice: of two blocks
 * that both end in `},` either's end can be the new one. Of the possible places the best by indentation is taken, as with git's
 * `diff.indentHeuristic`. Hunks stay apart. Deletions stay where they are if the older text is null. Linear in lines that hunks move over.
 */
export function slideHunks(hunks: readonly Hunk[], older: KeyedLines | null, newer: KeyedLines): readonly Hunk[] {
  const slid: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const isAdded = hunk.oldStart === hunk.oldEnd;
    const isDeleted = hunk.newStart === hunk.newEnd;
    const lines = isAdded ? newer : isDeleted ? older : null;
    const sides = isAdded ? (['newStart', 'newEnd'] as const) : (['oldStart', 'oldEnd'] as const);
    const before = slid.at(-1);
    const after = hunks[index + 1];
    const room = {
      first: before ? before[sides[1]] + 1 : 0,
      last: after ? after[sides[0]] - 1 : (lines?.keys.length ?? 0),
    };
    const by = lines ? bestSlide(lines, hunk[sides[0]], hunk[sides[1]], room) : 0;
    const { oldStart, oldEnd, newStart, newEnd } = hunk;
    slid.push({ oldStart: oldStart + by, oldEnd: oldEnd + by, newStart: newStart + by, newEnd: newEnd + by });
  }
  return slid;
}

/** By how many lines to move those from `start` up to `end`, within the room that neighbours leave. */
function bestSlide(lines: KeyedLines, start: number, end: number, room: { readonly first: number; readonly last: number }): number {
  const { keys } = lines;
  let up = 0;
  while (start - up > room.first && keys[start - up - 1] === keys[end - up - 1]) up++;
  let down = 0;
  while (end + down < room.last && keys[start + down] === keys[end + down]) down++;
  let best: { readonly by: number; readonly score: Score } | undefined;
  for (let by = Math.max(-up, down - furthest, down - (end - start) - 1); by <= down && up + down > 0; by++) {
    const score = sum(scoreOf(lines, start + by), scoreOf(lines, end + by));
    if (!best || compare(score, best.score) <= 0) best = { by, score };
  }
  return best?.by ?? 0;
}

/** How bad a place is to split a text at. */
interface Score {
  readonly indent: number;
  readonly penalty: number;
}

function sum(a: Score, b: Score): Score {
  return { indent: a.indent + b.indent, penalty: a.penalty + b.penalty };
}

/** Below 0 where `a` is better. The weights here and below are those of git's xdiff/xdiffi.c, which were found by training. */
function compare(a: Score, b: Score): number {
  return 60 * Math.sign(a.indent - b.indent) + a.penalty - b.penalty;
}

function scoreOf(lines: KeyedLines, at: number): Score {
  const isEnd = at >= lines.keys.length;
  const own = isEnd ? null : indentOf(lines, at);
  const above = nearest(lines, at, -1);
  const below = nearest(lines, at, 1);
  const blanksBelow = own === null && !isEnd ? 1 + below.blanks : 0;
  const blanks = above.blanks + blanksBelow;
  const indent = own ?? below.indent;
  const isStart = above.indent === null && above.blanks === 0;
  const penalty = (isStart ? 1 : 0) + (isEnd ? 21 : 0) - 30 * blanks + 6 * blanksBelow;
  return { indent: indent ?? -1, penalty: penalty + relative(indent, above.indent, below.indent, blanks > 0) };
}

/** For a line that is indented otherwise than the one above it. */
function relative(indent: number | null, above: number | null, below: number | null, hasBlanks: boolean): number {
  if (indent === null || above === null || indent === above) return 0;
  if (indent > above) return hasBlanks ? 10 : -4;
  if (below !== null && below > indent) return hasBlanks ? 17 : 24;
  return hasBlanks ? 17 : 23;
}

/** Blank lines beside a line on one side, and the indentation of what stands beyond them. Twenty of them are as good as an end. */
function nearest(lines: KeyedLines, at: number, step: 1 | -1): { readonly indent: number | null; readonly blanks: number } {
  let blanks = 0;
  for (let index = at + step; index >= 0 && index < lines.keys.length; index += step) {
    const indent = indentOf(lines, index);
    if (indent !== null) return { indent, blanks };
    blanks++;
    if (blanks === 20) return { indent: 0, blanks };
  }
  return { indent: null, blanks };
}

/** Columns, tabs to the next multiple of eight; null for a blank line. */
function indentOf(lines: KeyedLines, index: number): number | null {
  let columns = 0;
  for (const character of lines.line(index)) {
    if (character === '\t') columns += 8 - (columns % 8);
    else if (character === ' ') columns++;
    else if (!/\s/.test(character)) return Math.min(columns, 200);
  }
  return null;
}
