import type { Age, CommitMessage, CommitReference, FileChurn, LineHistory, MakingCommit } from '../model/age.js';
import type { KnownCommit } from './commit-log.js';
import { changedHunks, type Hunk } from './line-diff.js';
import { keyedLines } from './line-keys.js';
import type { RepositoryHistory } from './read-repository.js';
import { slideHunks } from './slide-hunks.js';
import { lineBefore, traceLines, traceOrigins, type TracedLines } from './trace-lines.js';

/** A file as the scan read it, and the lines of it that somebody asks about. */
export interface AskedFile {
  /** Posix path relative to the root of the scan. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly AskedLines[];
}

export interface AskedLines {
  readonly id: string;
  /** 1-based, both included. */
  readonly first: number;
  readonly last: number;
  /** First and last of those lines without which the others would mean nothing; null where none is more telling than another. */
  readonly test: readonly [first: number, last: number] | null;
}

const maximumPeople = 3;

/** The history of each of the asked lines, by id; of none where no commit of the file was reached. `from` is the ISO date at which the window begins. */
export function describeLines(history: RepositoryHistory, path: string, file: AskedFile, from: string): Map<string, LineHistory> {
  const known = history.files.get(path);
  const isReached = known !== undefined && (known.versions.length > 0 || known.keys.length === 0);
  if (!isReached) return new Map();
  const now = keyedLines(Buffer.from(file.text));
  const hunks = slideHunks(changedHunks(known.keys, now.keys), null, now);
  return new Map(
    file.lines.map(({ id, first, last, test }) => {
      const committed = committedLines(hunks, first, last);
      const traced = traceLines(known, committed);
      const born = traced.birth === null ? [] : [traced.birth];
      const origins = test ? traceOrigins(known, committedLines(hunks, ...test)) : new Set(born);
      return [id, new Description(history, traced, origins, from).whole(last - first + 1 - committed.length)];
    }),
  );
}

/** Lines of HEAD, 0-based, that lines (1-based, both included) of the text at hand still are. */
function committedLines(hunks: readonly Hunk[], first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => lineBefore({ hunks }, first - 1 + index) ?? -1).filter((line) => line >= 0);
}

/** What happened to a file since the ISO date. Merges are no revisions of their own. */
export function churnOf({ files, commits }: RepositoryHistory, path: string, from: string): FileChurn {
  const versions = files.get(path)?.versions ?? [];
  const within = versions.filter(({ commit, isMerge }) => !isMerge && (commits.get(commit)?.date ?? '') >= from);
  return { revisions: within.map(({ commit }) => commit), churn: within.reduce((sum, { churn }) => sum + churn, 0) };
}

class Description {
  readonly #history: RepositoryHistory;
  readonly #traced: TracedLines;
  readonly #origins: ReadonlySet<string>;
  readonly #from: string;

  constructor(history: RepositoryHistory, traced: TracedLines, origins: ReadonlySet<string>, from: string) {
    this.#history = history;
    this.#traced = traced;
    this.#origins = origins;
    this.#from = from;
  }

  whole(uncommitted: number): LineHistory {
    const { touches, makers, birth } = this.#traced;
    const touching = this.#commits(touches).filter(({ date }) => date >= this.#from);
    const making = this.#commits(makers.keys());
    const makersAndOrigins = new Set([...makers.keys(), ...this.#origins]);
    return {
      age: this.#age(making, touching.length, uncommitted),
      touches: touching.map(messageOf),
      makers: this.#commits(makersAndOrigins).map((commit) => this.#making(commit)),
      birth,
    };
  }

  #age(making: readonly KnownCommit[], changes: number, uncommitted: number): Age {
    const { touches, older } = this.#traced;
    const introduced = making.reduce<KnownCommit | undefined>(
      (first, next) => (first && first.date <= next.date ? first : next),
      undefined,
    );
    const all = [...making, ...this.#commits(touches)];
    const last = all.reduce<KnownCommit | undefined>((latest, next) => (latest && latest.date >= next.date ? latest : next), undefined);
    const isOlder = older > 0 || (introduced !== undefined && this.#history.edges.has(introduced.commit));
    return {
      introduced: introduced ? referenceOf(introduced) : null,
      ...(isOlder && { isOlder }),
      lastTouched: last ? referenceOf(last) : null,
      changes,
      uncommitted,
      knownBy: this.#people(),
    };
  }

  #people(): readonly string[] {
    const lines = new Map<string, number>();
    for (const [hash, made] of this.#traced.makers) {
      const author = this.#history.commits.get(hash)?.author;
      if (author) lines.set(author, (lines.get(author) ?? 0) + made);
    }
    return [...lines]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, maximumPeople)
      .map(([author]) => author);
  }

  #making(commit: KnownCommit): MakingCommit {
    const merges = this.#commits(this.#mergesOf(commit.commit)).map((merge) => ({ ...messageOf(merge), brings: merge.brings }));
    return { ...messageOf(commit), files: commit.files, isOrigin: this.#origins.has(commit.commit), merges };
  }

  #mergesOf(hash: string): ReadonlySet<string> {
    const { broughtBy } = this.#history;
    const merges = new Set<string>();
    for (let merge = broughtBy.get(hash); merge !== undefined && !merges.has(merge); merge = broughtBy.get(merge)) merges.add(merge);
    return merges;
  }

  #commits(hashes: Iterable<string>): readonly KnownCommit[] {
    return [...hashes].flatMap((hash) => this.#history.commits.get(hash) ?? []);
  }
}

function referenceOf({ commit, date, subject }: CommitReference): CommitReference {
  return { commit, date, subject };
}

function messageOf({ commit, date, subject, body }: CommitMessage): CommitMessage {
  return { commit, date, subject, body };
}
