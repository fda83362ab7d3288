import { changedLines } from '../assess/changed-lines.js';
import { tokensOn, type CodeTokens } from '../assess/code-tokens.js';
import { leftBehind } from '../assess/left-behind.js';
import { judgeChanges, rankedFixes, type ChangeVerdict } from '../assess/missed-fixes.js';
import { regionThen } from '../assess/region-then.js';
import { sameNames, type SameName } from '../assess/renames.js';
import { runShare, similarity } from '../assess/word-diff.js';
import type { CommitGraph } from '../history/commit-graph.js';
import { meetingPoint, versionAt, type MeetingPoint, type StoredFile } from '../history/fork-point.js';
import type { FileVersion } from '../history/path-histories.js';
import type { Drift, ForkPoint, ForkSide, PassedOver, SideChanges } from '../model/drift.js';
import type { Substitution } from '../model/fork.js';
import type { DriftTexts } from './drift-texts.js';
import type { ForkPast } from './fork-past.js';

/** A fork and what it was copied from, as the working tree has them. */
export interface ForkPair {
  readonly id: string;
  readonly fork: ForkSide;
  readonly origin: ForkSide;
  readonly substitutions: readonly Pick<Substitution, 'from' | 'to'>[];
}

/** One side of a pair with what is known of it. */
interface Side {
  readonly history: readonly FileVersion[];
  /** The file as it is now, and the part of it that was copied. */
  readonly file: CodeTokens;
  readonly part: CodeTokens;
  readonly isPart: boolean;
}

interface Case {
  readonly fork: Side;
  readonly origin: Side;
  readonly sameName: SameName;
  readonly similarityNow: number;
}

/** Where the two were at a commit at which they are compared. */
type Meeting = Omit<MeetingPoint, 'order'>;

interface PointFound {
  readonly point: ForkPoint;
  readonly forkThen: CodeTokens;
  readonly originThen: CodeTokens;
}

/** A file that was like its origin from the start is found by its addition; one below this may have been made so later. */
const unlike = 0.4;
/** Versions that are looked at for the one that was made like the origin. */
const mostVersions = 80;
/** A version is made like the origin when it comes this near to the best one, and in one leap this high. */
const nearBest = 0.7;
const leastLeap = 0.3;

/** Tells of one pair after the other how far the two have come apart. */
export class DriftReader {
  readonly #graph: CommitGraph;
  readonly #historyOf: ForkPast['historyOf'];
  readonly #texts: DriftTexts;

  constructor({ graph, historyOf }: ForkPast, texts: DriftTexts) {
    this.#graph = graph;
    this.#historyOf = historyOf;
    this.#texts = texts;
  }

  /** Null when one of the files is gone. */
  async read({ fork: forkSide, origin: originSide, substitutions }: ForkPair): Promise<Drift | null> {
    const [fork, origin] = [await this.#sideOf(forkSide), await this.#sideOf(originSide)];
    if (!fork || !origin) return null;
    const sameName = sameNames(substitutions);
    const known = { fork, origin, sameName, similarityNow: likeness(fork.part, origin.part, sameName) };
    const found = await this.#forkPoint(known);
    const { verdicts, unread } = await this.#verdicts(known, forkSide, found);
    return {
      forkPoint: found?.point ?? null,
      similarityNow: known.similarityNow,
      fork: found && this.#changes(fork, found.point.commit, found.forkThen),
      origin: found && this.#changes(origin, found.point.commit, found.originThen),
      missedFixes: rankedFixes(verdicts, forkSide.path),
      passedOver: countPassedOver(verdicts),
      leftBehind: leftBehind(fork.part, forkSide.path, substitutions),
      notices: noticesOf(fork, unread),
    };
  }

  async #sideOf({ path, lines }: ForkSide): Promise<Side | null> {
    const file = await this.#texts.now(path);
    const history = this.#historyOf(path);
    return file ? { history, file, part: tokensOn(file, lines), isPart: lines !== null } : null;
  }

  async #forkPoint(known: Case): Promise<PointFound | null> {
    const meeting = meetingPoint(known.fork.history, known.origin.history, this.#graph);
    if (!meeting) return null;
    const found = await this.#pointAt(known, meeting, meeting.order);
    if (!found || found.point.similarity >= unlike || known.similarityNow < unlike) return found;
    return (await this.#rewritten(known)) ?? found;
  }

  /** Null when the clone lacks one of the versions. */
  async #pointAt(known: Case, { commit, date, subject, fork, origin }: Meeting, order: ForkPoint['order']): Promise<PointFound | null> {
    await this.#texts.load([fork.hash, origin.hash]);
    const forkThen = partThen(known.fork, this.#texts.stored(fork));
    const originThen = partThen(known.origin, this.#texts.stored(origin));
    if (!forkThen || !originThen) return null;
    const similarityThen = likeness(forkThen, originThen, known.sameName);
    return {
      point: { commit, date, subject, order, path: fork.path, from: origin.path, similarity: similarityThen },
      forkThen,
      originThen,
    };
  }

  /** The version by which a file that was there already was made like the origin; null when there is no such leap. */
  async #rewritten(known: Case): Promise<PointFound | null> {
    const versions = known.fork.history.slice(0, mostVersions).toReversed();
    const meetings = versions.flatMap((version) => this.#meetingAt(version, known.origin.history));
    await this.#texts.load(meetings.flatMap(({ fork, origin }) => [fork.hash, origin.hash]));
    const shares = meetings.map(({ fork, origin }) => this.#shareOf(fork, origin, known.sameName));
    const best = Math.max(...shares);
    const isLeap = (share: number, at: number): boolean => at > 0 && share >= nearBest * best && share - (shares[at - 1] ?? 0) >= leastLeap;
    const meeting = meetings[shares.findIndex(isLeap)];
    return meeting ? this.#pointAt(known, meeting, 'rewritten') : null;
  }

  #meetingAt({ message, path, after }: FileVersion, originHistory: readonly FileVersion[]): Meeting[] {
    const origin = versionAt(originHistory, this.#graph.before(message.commit));
    if (!origin?.after || !after) return [];
    const { commit, date, subject } = message;
    return [{ commit, date, subject, fork: { path, hash: after }, origin: { path: origin.path, hash: origin.after } }];
  }

  #shareOf(fork: StoredFile, origin: StoredFile, sameName: SameName): number {
    const [one, other] = [this.#texts.stored(fork), this.#texts.stored(origin)];
    return one && other ? runShare(one.words.map(sameName), other.words.map(sameName)) : 0;
  }

  async #verdicts({ fork, origin, sameName }: Case, { lines }: ForkSide, found: PointFound | null): Promise<Judged> {
    if (fork.history.length === 0) return { verdicts: [], unread: 0 };
    const later = this.#laterThan(origin.history, found?.point.commit ?? null);
    await this.#texts.load(later.flatMap(({ before, after }) => [before, after]).filter((hash) => hash !== null));
    const forkCommits = new Set(fork.history.map(({ message }) => message.commit));
    const changes = later.toReversed().flatMap(({ message, files, path, pathBefore, before: hashBefore, after: hashAfter }) => {
      const before = hashBefore === null ? null : this.#texts.stored({ path: pathBefore, hash: hashBefore });
      const after = hashAfter === null ? null : this.#texts.stored({ path, hash: hashAfter });
      if (before === undefined || after === undefined) return [];
      return [{ message, files, touchesFork: forkCommits.has(message.commit), before, after }];
    });
    const verdicts = judgeChanges({ changes, fork: fork.file, lines, origin: origin.file, sameName });
    return { verdicts, unread: later.length - changes.length };
  }

  #changes({ file, part, isPart, history }: Side, since: string, then: CodeTokens): SideChanges {
    const { added, removed } = changedLines(then, isPart ? part : file);
    return { commits: this.#laterThan(history, since).length, addedLines: added, removedLines: removed };
  }

  /** Versions that the given commit did not have; all where it is unknown. */
  #laterThan(history: readonly FileVersion[], commit: string | null): readonly FileVersion[] {
    if (commit === null) return history;
    const isBefore = this.#graph.before(commit);
    return history.filter(({ message }) => !isBefore(message.commit));
  }
}

interface Judged {
  readonly verdicts: readonly ChangeVerdict[];
  /** Commits whose versions the clone lacks. */
  readonly unread: number;
}

function likeness(one: CodeTokens, other: CodeTokens, sameName: SameName): number {
  return similarity(one.words.map(sameName), other.words.map(sameName));
}

function partThen({ part, isPart }: Side, then: CodeTokens | undefined): CodeTokens | undefined {
  return then && isPart ? regionThen(part, then) : then;
}

function countPassedOver(verdicts: readonly ChangeVerdict[]): Partial<Record<PassedOver, number>> {
  const counts: Partial<Record<PassedOver, number>> = {};
  for (const { verdict } of verdicts) if (verdict !== 'missed') counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function noticesOf(fork: Side, unread: number): string[] {
  if (fork.history.length === 0) return ['The fork is not committed yet, so nothing is known of its past.'];
  return unread > 0 ? [`${unread} later commits of the origin could not be read, since the clone lacks their versions.`] : [];
}
