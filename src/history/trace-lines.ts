import type { FileHistory, FileVersion, Origin } from './file-history.js';
import type { LineDiff } from './line-diff.js';

/** What became of some lines of a file's HEAD version. Commits by full hash. */
export interface TracedLines {
  /** Commits that changed the lines, or deleted some between them, the newest first. */
  readonly touches: readonly string[];
  /** For each commit that brought lines as they stand, how many; the newest first. */
  readonly makers: ReadonlyMap<string, number>;
  /** The touch before which none of the lines was there in any form; null where the history here doesn't reach it. */
  readonly birth: string | null;
  /** Lines that are as old as the history here, or older. */
  readonly older: number;
}

/** A line on its way back: where it stands in the version at hand, and whether it still is as in HEAD. */
interface Traveller {
  readonly at: number;
  readonly isSame: boolean;
}

/**
 * Follows lines (0-based) of the file in HEAD back through its versions. A line that a commit changed goes on as the line that it was
 * changed from, so that later and earlier changes count too. Linear in versions × lines.
 */
export function traceLines({ versions }: FileHistory, lines: readonly number[]): TracedLines {
  const tracing = new Tracing();
  const waiting = new Map<number, Traveller[]>([[0, lines.map((at) => ({ at, isSame: true }))]]);
  for (const [index, version] of versions.entries()) {
    const travellers = waiting.get(index);
    if (!travellers) continue;
    waiting.delete(index);
    const { onward, areNew } = tracing.pass(version, travellers);
    for (const [earlier, passed] of onward) {
      const there = waiting.get(earlier);
      if (there) there.push(...passed);
      else waiting.set(earlier, passed);
    }
    if (waiting.size > 0) continue;
    if (areNew) tracing.birth = version.commit;
    break;
  }
  return tracing;
}

/**
 * The commits that brought lines (0-based) of the file in HEAD, in what may be another wording: a line is followed through its changes as
 * long as it quotes nothing new. Without those of lines that are as old as the history here.
 */
export function traceOrigins({ versions }: FileHistory, lines: readonly number[]): ReadonlySet<string> {
  const origins = new Set<string>();
  const waiting = new Map<number, readonly number[]>([[0, lines]]);
  for (const [index, version] of versions.entries()) {
    for (const at of waiting.get(index) ?? []) {
      const step = stepBack(version.origins, at, true);
      if (!step) origins.add(version.commit);
      else if (step.version >= 0) waiting.set(step.version, [...(waiting.get(step.version) ?? []), step.at]);
    }
  }
  return origins;
}

class Tracing implements TracedLines {
  readonly touches: string[] = [];
  readonly makers = new Map<string, number>();
  birth: string | null = null;
  older = 0;

  /** The lines that go on, by the version that they go on to, and whether the version brought all lines that had come so far. */
  pass(version: FileVersion, travellers: readonly Traveller[]): { onward: ReadonlyMap<number, Traveller[]>; areNew: boolean } {
    const onward = new Map<number, Traveller[]>();
    const { origins, commit } = version;
    let made = 0;
    let edited = 0;
    let lost = 0;
    for (const { at, isSame } of travellers) {
      const step = stepBack(origins, at);
      if (isSame && step?.isEdit !== false) made++;
      if (step?.isEdit === true) edited++;
      if (!step) {
        lost++;
        continue;
      }
      if (step.version < 0) {
        if (isSame && !step.isEdit) this.#made(commit, 1);
        this.older++;
        continue;
      }
      const passed = onward.get(step.version) ?? [];
      passed.push({ at: step.at, isSame: isSame && !step.isEdit });
      onward.set(step.version, passed);
    }
    if (made > 0) this.#made(commit, made);
    const isTouched = edited + lost > 0 || (!version.isMerge && origins.some(({ diff }) => deletesBetween(diff, travellers)));
    if (isTouched) this.touches.push(commit);
    return { onward, areNew: lost === travellers.length };
  }

  #made(commit: string, lines: number): void {
    this.makers.set(commit, (this.makers.get(commit) ?? 0) + lines);
  }
}

interface Step {
  readonly version: number;
  readonly at: number;
  readonly isEdit: boolean;
}

/** Where a line was before: in the first parent that has it unchanged, else in the first that has it changed; undefined where it is new. */
function stepBack(origins: readonly Origin[], at: number, endsRestated = false): Step | undefined {
  let edit: Step | undefined;
  for (const { version, diff } of origins) {
    const before = lineBefore(diff, at);
    if (before !== null) return { version, at: before, isEdit: false };
    const changed = diff.edits.get(at);
    if (changed !== undefined && !(endsRestated && diff.restated.has(at))) edit ??= { version, at: changed, isEdit: true };
  }
  return edit;
}

/** The line that was the same before, or null. */
export function lineBefore({ hunks }: Pick<LineDiff, 'hunks'>, at: number): number | null {
  let shift = 0;
  for (const { oldEnd, newStart, newEnd } of hunks) {
    if (at < newStart) break;
    if (at < newEnd) return null;
    shift = oldEnd - newEnd;
  }
  return at + shift;
}

/** Whether lines were deleted after the first and before the last of the lines, with nothing in their place. */
function deletesBetween({ hunks }: LineDiff, travellers: readonly Traveller[]): boolean {
  let first = Infinity;
  let last = -1;
  for (const { at } of travellers) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return hunks.some(({ newStart, newEnd }) => newStart === newEnd && first < newStart && newStart <= last);
}
