import type { CommitMessage, WindowCommit } from '../model/age.js';
import { GitError, type Git, type GitOptions } from './git.js';
import { LogReader, type LoggedCommit } from './log-reader.js';
import { renameSources, type RenameSource } from './rename-sources.js';

/** A commit that somebody may be shown, with its author as `.mailmap` names them. */
export interface KnownCommit extends CommitMessage {
  readonly author: string;
  /** Files that it changed; of a merge only those that are like in none of its parents. */
  readonly files: number;
  /** Commits that came by it; 0 for all but merges. */
  readonly brings: number;
}

/** One commit's change of one file. */
export interface FileEvent {
  /** Place of the commit in the log; children come before parents. */
  readonly at: number;
  readonly commit: string;
  readonly isMerge: boolean;
  /** What the file became; null where it was deleted. */
  readonly blob: string | null;
  /** What it was in each parent that had it. Empty where the commit brought it. */
  readonly before: readonly string[];
  /** Files that went away in the commit which brought this one, those most like it first. */
  readonly sources: readonly RenameSource[];
}

/** What one pass over the log tells. */
export interface CommitLog {
  /** By path relative to the top of the repository, the newest first. */
  readonly events: ReadonlyMap<string, readonly FileEvent[]>;
  /** Commits that changed a followed file, and all merges. By full hash. */
  readonly commits: ReadonlyMap<string, KnownCommit>;
  /** Seconds since 1970 at which each commit was written, the newest first. */
  readonly times: readonly number[];
  /** Commits since the moment that was asked for, with paths relative to the top of the repository, the newest first. */
  readonly recent: readonly WindowCommit[];
  /** How many more there would have been. */
  readonly recentLeft: number;
  /** Commits with no parent here. */
  readonly roots: readonly string[];
  /** False where time ran out before the oldest commits. */
  readonly isWhole: boolean;
  /** Parents of each commit as indices into the log's commits; see `mergesOf`. */
  readonly graph: CommitGraph;
}

/** Commits as numbers. */
export interface CommitGraph {
  readonly hashes: readonly string[];
  readonly parents: readonly (readonly number[])[];
}

/** Files whose names alone make them candidates for a rename would otherwise make the search grow without end. */
const maximumFollowed = 20_000;

/** A year of the largest products has some thousand; of an operating system, 80,000. They are kept with their messages. */
const maximumRecent = 20_000;

/**
 * Reads all commits that `head` can reach and keeps what they did to the files, also under earlier names. One process; no file is read, so
 * it also works where blobs are missing. Logs of 11,000 to 105,000 commits took 0.85 to 2.7 s.
 */
export async function readCommitLog(git: Git, head: string, { paths, since }: Wanted, options: GitOptions): Promise<CommitLog> {
  const collecting = new Collecting(paths, since);
  const reader = new LogReader((commit) => {
    collecting.take(commit);
  });
  const format = '--format=%H%x00%P%x00%at%x00%aN%x00%B';
  const raw = ['--raw', '-c', '--no-renames', '--no-abbrev', '--no-relative', '-z'];
  const take = (piece: string): void => {
    reader.read(piece);
  };
  try {
    await git.pieces(['log', '--topo-order', ...raw, '--encoding=UTF-8', format, head, '--'], '\0', take, options);
    reader.end();
    return { ...collecting.log(), isWhole: true };
  } catch (error) {
    if (!(error instanceof GitError && error.failure === 'timeout')) throw error;
    return { ...collecting.log(), isWhole: false };
  }
}

/** Files whose changes are kept, and from when on commits are kept whatever they changed: seconds since 1970. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly since: number;
}

class Collecting {
  readonly events = new Map<string, FileEvent[]>();
  readonly commits = new Map<string, KnownCommit>();
  readonly times: number[] = [];
  readonly recent: WindowCommit[] = [];
  recentLeft = 0;
  readonly roots: string[] = [];
  readonly graph: { readonly hashes: string[]; readonly parents: (readonly number[])[] } = { hashes: [], parents: [] };
  readonly #numbers = new Map<string, number>();
  readonly #since: number;
  #count = 0;

  constructor(paths: readonly string[], since: number) {
    this.#since = since;
    for (const path of paths) this.events.set(path, []);
  }

  log(): Omit<CommitLog, 'isWhole'> {
    const { events, commits, times, recent, recentLeft, roots, graph } = this;
    return { events, commits, times, recent, recentLeft, roots, graph };
  }

  take(commit: LoggedCommit): void {
    const { hash, parents, time, changes } = commit;
    this.graph.parents[this.#numberOf(hash)] = parents.map((parent) => this.#numberOf(parent));
    this.times.push(time);
    if (parents.length === 0) this.roots.push(hash);
    const at = this.#count++;
    let isKept = parents.length > 1;
    for (const { path, blob, before } of changes) {
      const events = this.events.get(path);
      if (!events) continue;
      isKept = true;
      const sources = before.length === 0 ? renameSources(path, blob, changes) : [];
      for (const source of sources) this.#follow(source.path);
      events.push({ at, commit: hash, isMerge: parents.length > 1, blob, before, sources });
    }
    if (isKept) this.commits.set(hash, knownCommit(commit));
    if (time >= this.#since) this.#keepRecent(commit);
  }

  #keepRecent(commit: LoggedCommit): void {
    if (this.recent.length < maximumRecent) this.recent.push({ ...messageOf(commit), paths: commit.changes.map(({ path }) => path) });
    else this.recentLeft++;
  }

  #follow(path: string): void {
    if (!this.events.has(path) && this.events.size < maximumFollowed) this.events.set(path, []);
  }

  #numberOf(hash: string): number {
    const known = this.#numbers.get(hash);
    if (known !== undefined) return known;
    const number = this.graph.hashes.push(hash) - 1;
    this.#numbers.set(hash, number);
    return number;
  }
}

function knownCommit(commit: LoggedCommit): KnownCommit {
  return { ...messageOf(commit), author: commit.author, files: commit.changes.length, brings: 0 };
}

function messageOf({ hash, time, message }: LoggedCommit): CommitMessage {
  const end = message.indexOf('\n');
  const subject = end < 0 ? message : message.slice(0, end);
  return { commit: hash, date: isoDate(time), subject, body: end < 0 ? '' : message.slice(end + 1).trim() };
}

/** A clock can have said anything when a commit was written. */
function isoDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
