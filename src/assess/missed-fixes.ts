import type { CommitMessage } from '../model/age.js';
import type { PassedOver, RankedFix } from '../model/drift.js';
import type { CodeTokens } from './code-tokens.js';
import { reach, testHunk, wordChange, type HunkResult, type WordChange } from './hunk-test.js';
import { noFix } from './no-fix.js';
import { rankFix } from './rank-fix.js';
import type { SameName } from './renames.js';
import { RunIndex, runLength } from './run-index.js';
import { counterparts, type Edit, type Stretch } from './word-diff.js';

/** A later commit of the origin. */
export interface OriginChange {
  readonly message: CommitMessage;
  /** Source files that the commit changed. */
  readonly files: number;
  readonly touchesFork: boolean;
  /** The origin before and after; null where the commit added or removed it. */
  readonly before: CodeTokens | null;
  readonly after: CodeTokens | null;
}

export interface FixQuestion {
  /** Oldest first. */
  readonly changes: readonly OriginChange[];
  readonly fork: CodeTokens;
  /** Lines of the fork that count; null for all. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** The origin as it is now. */
  readonly origin: CodeTokens;
  readonly sameName: SameName;
}

export type ChangeVerdict =
  | { readonly change: OriginChange; readonly verdict: PassedOver }
  | { readonly change: OriginChange; readonly verdict: 'missed'; readonly fix: ScoredFix };

interface ScoredFix extends RankedFix {
  readonly score: number;
}

/** A commit that changes more source files at once carries out a rule, and was made for none of them. */
const mostFiles = 100;

/**
 * What became of the origin's later commits in the fork, in their order. They are played through on a copy of the fork: what it missed is
 * made good there, so that a later commit to the same lines is judged by its own change. Names come from `sameName`, so a change counts as
 * applied also under the fork's names. Cost: two diffs for each commit and the tests of its hunks.
 */
export function judgeChanges(question: FixQuestion): ChangeVerdict[] {
  const trial = new Trial(question);
  return question.changes.map((change) => trial.judge(change));
}

/** The likeliest first; among equals the newest. */
export function rankedFixes(verdicts: readonly ChangeVerdict[]): RankedFix[] {
  return verdicts
    .flatMap((judged) => (judged.verdict === 'missed' ? [judged.fix] : []))
    .sort((one, other) => other.score - one.score || other.date.localeCompare(one.date))
    .map(({ commit, date, subject, lines, standing, reasons }) => ({ commit, date, subject, lines, standing, reasons }));
}

class Trial {
  readonly #sameName: SameName;
  readonly #origin: RunIndex;
  readonly #lines: { readonly first: number; readonly last: number } | null;
  readonly #untouched: RunIndex;
  /** The fork with all that was made good so far. */
  #fork: RunIndex;
  #words: readonly TrialWord[];

  constructor({ fork, lines, origin, sameName }: FixQuestion) {
    this.#sameName = sameName;
    this.#lines = lines;
    this.#origin = new RunIndex(this.#wordsOf(origin));
    this.#untouched = new RunIndex(this.#wordsOf(fork));
    this.#fork = this.#untouched;
    const [first = 1, last = 1] = [fork.lines[0], fork.lines.at(-1)];
    const forkLines = [...sentinels.map(() => first), ...fork.lines, ...sentinels.map(() => last)];
    this.#words = forkLines.map((line) => ({ line, from: null }));
  }

  judge(change: OriginChange): ChangeVerdict {
    const { before, after, files } = change;
    if (!before || !after) return { change, verdict: 'whole-file' };
    const words = wordChange(this.#wordsOf(before), this.#wordsOf(after));
    const reason = noFix(before, after, words) ?? (files > mostFiles ? 'mass-change' : null);
    if (reason) return { change, verdict: reason };
    const within = this.#within();
    const results = words.hunks.map((hunk) => testHunk(words, hunk, this.#fork, within));
    const missed = words.hunks.flatMap((hunk, at) => (results[at]?.standing === 'missed' ? [{ hunk, result: results[at] }] : []));
    if (missed.length === 0) return { change, verdict: mostTelling(results) };
    const whole = { start: 0, end: this.#origin.words.length };
    const later = missed.map(({ hunk }) => testHunk(words, hunk, this.#origin, whole).standing);
    const standing = missed.filter((_, at) => later[at] === 'applied' || later[at] === 'diverged');
    if (standing.length === 0) return { change, verdict: later.includes('missed') ? 'reverted' : 'gone' };
    const fix = this.#fixOf(change, words, standing, results);
    this.#makeGood(standing, fix);
    return { change, verdict: 'missed', fix };
  }

  /** The words that count, wherever changes have moved them. */
  #within(): Stretch {
    const lines = this.#lines;
    if (!lines) return { start: 0, end: this.#words.length };
    const start = this.#words.findIndex(({ line }) => line >= lines.first);
    return { start: Math.max(0, start), end: this.#words.findLastIndex(({ line }) => line <= lines.last) + 1 };
  }

  #fixOf(change: OriginChange, words: WordChange, missed: readonly MissedHunk[], results: readonly HunkResult[]): ScoredFix {
    const { message, touchesFork } = change;
    const { removed, added } = changedWords(words, missed);
    const count = (standing: string): number => results.filter((result) => result.standing === standing).length;
    const touched = missed.flatMap(({ result }) => result.touched.map((at) => this.#words[at] ?? { line: 1, from: null }));
    const rank = rankFix({
      message,
      removed: removed.length,
      added: added.length,
      missed: missed.length,
      applied: count('applied'),
      diverged: count('diverged'),
      isValuesOnly: [...removed, ...added].every((word) => /^['\d`]/.test(word)),
      touchesFork,
      basis: this.#basisOf(words, missed),
    });
    const { commit, date, subject } = message;
    const lines = [...new Set(touched.map(({ line }) => line))].sort((one, other) => one - other);
    return { commit, date, subject, lines, ...rank };
  }

  /** The missed change without which this one would find no place; null when the fork has one for it. */
  #basisOf(words: WordChange, missed: readonly MissedHunk[]): ScoredFix | null {
    const whole = { start: 0, end: this.#untouched.words.length };
    if (missed.some(({ hunk }) => testHunk(words, hunk, this.#untouched, whole).standing === 'missed')) return null;
    const around = missed.flatMap(({ result: { place } }) =>
      place ? this.#words.slice(Math.max(0, place.start - reach), place.end + reach) : [],
    );
    return around.findLast(({ from }) => from !== null)?.from ?? null;
  }

  /** From the last to the first, so that places stay right. */
  #makeGood(missed: readonly MissedHunk[], fix: ScoredFix): void {
    const words = [...this.#fork.words];
    const known = [...this.#words];
    for (const { result } of missed.toSorted((one, other) => startOf(other) - startOf(one))) {
      const { place, replacement } = result;
      if (!place) continue;
      const kept = counterparts(replacement, words.slice(place.start, place.end));
      const line = known[Math.max(0, place.start - 1)]?.line ?? 1;
      const made = replacement.map((_, at) => known[(kept[at] ?? -1) < 0 ? -1 : place.start + (kept[at] ?? 0)] ?? { line, from: fix });
      words.splice(place.start, place.end - place.start, ...replacement);
      known.splice(place.start, place.end - place.start, ...made);
    }
    this.#fork = new RunIndex(words);
    this.#words = known;
  }

  #wordsOf({ words }: CodeTokens): string[] {
    return [...sentinels.map((word) => `^${word}`), ...words.map(this.#sameName), ...sentinels.map((word) => `${word}$`)];
  }
}

/** A word of the fork, or one that a missed change brings. */
interface TrialWord {
  /** Line of the fork, 1-based; for words that come anew, that of the word before them. */
  readonly line: number;
  readonly from: ScoredFix | null;
}

interface MissedHunk {
  readonly hunk: Edit;
  readonly result: HunkResult;
}

function startOf({ result }: MissedHunk): number {
  return result.place?.start ?? 0;
}

/** Stand before and after a text, so that its first and last lines have surroundings too. */
const sentinels = Array.from({ length: runLength }, (_, at) => String.fromCharCode(0, 48 + at));

function mostTelling(results: readonly HunkResult[]): PassedOver {
  const standings = new Set(results.map(({ standing }) => standing));
  return standings.has('applied') ? 'applied' : standings.has('diverged') ? 'diverged' : 'elsewhere';
}

function changedWords({ before, after }: WordChange, missed: readonly MissedHunk[]): { removed: string[]; added: string[] } {
  return {
    removed: missed.flatMap(({ hunk }) => before.slice(hunk.before.start, hunk.before.end)),
    added: missed.flatMap(({ hunk }) => after.slice(hunk.after.start, hunk.after.end)),
  };
}
