import type { WindowCommit } from '../model/age.js';
import { readBlobs } from './blobs.js';
import { readCommitLog, type CommitLog, type FileEvent, type KnownCommit, type Wanted } from './commit-log.js';
import { compareVersions, diffName, type KnownDiffs, type PlannedFile } from './compare-versions.js';
import type { FileHistory } from './file-history.js';
import { GitError, type Git } from './git.js';
import { changedHunks, type LineDiff } from './line-diff.js';
import { keyedLines } from './line-keys.js';
import { bringers, broughtCounts } from './merges.js';
import type { RenameSource } from './rename-sources.js';
import { planVersions } from './version-graph.js';

/** What is known of a repository at one commit. */
export interface RepositoryHistory {
  /** Full hash of HEAD. */
  readonly head: string;
  /** By path relative to the top of the repository. */
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Those that made a version of one of the files, and the merges that brought them. By full hash. */
  readonly commits: ReadonlyMap<string, KnownCommit>;
  /** For a commit the merge by which it came; missing for those of the main line. */
  readonly broughtBy: ReadonlyMap<string, string>;
  /** Seconds since 1970 at which each commit was written, the newest first. */
  readonly times: readonly number[];
  /** All commits since a moment, in seconds since 1970, the newest first; paths are relative to the top of the repository. */
  readonly recent: { readonly since: number; readonly commits: readonly WindowCommit[] };
  /** Commits whose parents are not here, although they have some. */
  readonly edges: ReadonlySet<string>;
  readonly notices: readonly string[];
}

/** Where the working tree stands. */
export interface Checkout {
  readonly head: string;
  /** Path of the folder within the repository: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly isShallow: boolean;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onDone: (done: number) => void;
  /** Milliseconds for each of the questions that read the whole history. */
  readonly timeout: number;
}

/** Rejects with GitError, also where there is no commit yet. */
export async function readCheckout(git: Git, signal: AbortSignal | undefined): Promise<Checkout> {
  try {
    const said = await git.text(['rev-parse', '--is-shallow-repository', '--show-prefix', 'HEAD'], { signal });
    const [isShallow = '', prefix = '', head = ''] = said.split('\n');
    return { head, prefix, isShallow: isShallow === 'true' };
  } catch (error) {
    if (error instanceof GitError && error.failure === 'failed') throw new GitError('failed', 'The repository has no commit yet.');
    throw error;
  }
}

/**
 * Reads the history of some files, given relative to the top of the repository, from one pass over the log and at most two over their
 * contents. Commits since a moment are kept whatever they changed. `known` saves comparing what was compared at an earlier commit.
 */
export async function readRepository(
  git: Git,
  { head, isShallow }: Checkout,
  { paths, since }: Wanted,
  known: RepositoryHistory | null,
  options: ReadOptions,
): Promise<RepositoryHistory> {
  const { signal, timeout, onDone } = options;
  const blobs = await blobsIn(git, head, new Set(paths), signal);
  const log = await readCommitLog(git, head, { paths: [...blobs.keys()], since }, { signal, timeout });
  const renames = await chooseSources(git, log, { signal, timeout });
  const files = [...blobs].map(([path, blob]): PlannedFile => ({
    path,
    head: blob,
    versions: planVersions(log, path, blob, (event) => renames.get(event)),
  }));
  const compared = await compareVersions(git, files, knownDiffs(known), { signal, timeout }, onDone);
  const nowhere = paths.filter((path) => !blobs.has(path)).map((path): [string, FileHistory] => [path, { keys: noKeys, versions: [] }]);
  const histories = new Map([...compared.files, ...nowhere]);
  const recent = { since, commits: log.recent };
  return { head, files: histories, times: log.times, recent, ...kept(log, histories), ...limits(log, compared.unread, isShallow, timeout) };
}

const noKeys = new Float64Array();

function limits(log: CommitLog, unread: number, isShallow: boolean, timeout: number): Pick<RepositoryHistory, 'edges' | 'notices'> {
  const notices: string[] = [];
  if (isShallow)
    notices.push('The clone is shallow: what is older than its first commits is not known. git fetch --unshallow gets the rest.');
  if (!log.isWhole) notices.push(`Git took more than ${Math.round(timeout / 1000)} s for the log: older commits were not read.`);
  const contents = unread === 1 ? 'One version of a file' : `${unread} versions of files`;
  if (unread > 0) notices.push(`${contents} could not be read, as in a partial clone: what is older than them is not known.`);
  if (log.recentLeft > 0)
    notices.push(
      `Of the window’s commits the first ${log.recent.length} of the log are counted for red flags; ${log.recentLeft} more are not.`,
    );
  return { edges: new Set(isShallow ? log.roots : []), notices };
}

async function blobsIn(git: Git, head: string, paths: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const blobs = new Map<string, string>();
  const take = (entry: string): void => {
    const tab = entry.indexOf('\t');
    const path = entry.slice(tab + 1);
    const [, type, hash] = entry.slice(0, tab).split(' ');
    if (type === 'blob' && hash !== undefined && paths.has(path)) blobs.set(path, hash);
  };
  await git.pieces(['ls-tree', '-r', '-z', '--full-tree', head], '\0', take, { signal });
  return blobs;
}

/** How much of its lines a renamed file must have kept; git's own limit for renames. */
const leastKept = 0.5;

/** For each event that may be a rename its source, found by comparing contents where the hashes differ. */
async function chooseSources(
  git: Git,
  { events }: CommitLog,
  options: { readonly signal: AbortSignal | undefined; readonly timeout: number },
): Promise<ReadonlyMap<FileEvent, RenameSource>> {
  const chosen = new Map<FileEvent, RenameSource>();
  const doubtful: FileEvent[] = [];
  for (const event of [...events.values()].flat()) {
    const [first] = event.sources;
    if (!first) continue;
    if (first.blob === event.blob) chosen.set(event, first);
    else doubtful.push(event);
  }
  const keys = new Map<string, Float64Array>();
  const wanted = new Set(doubtful.flatMap(({ blob, sources }) => [blob ?? '', ...sources.map((source) => source.blob)]));
  const take = (hash: string, content: Buffer | null): void => {
    if (content) keys.set(hash, keyedLines(content).keys);
  };
  try {
    await readBlobs(git, [...wanted].filter(Boolean), take, options);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  for (const event of doubtful) {
    const source = likest(event, keys);
    if (source) chosen.set(event, source);
  }
  return chosen;
}

function likest({ blob, sources }: FileEvent, keys: ReadonlyMap<string, Float64Array>): RenameSource | undefined {
  const own = keys.get(blob ?? '');
  let best: { readonly kept: number; readonly source: RenameSource } | undefined;
  for (const source of own ? sources : []) {
    const before = keys.get(source.blob);
    const kept = own && before ? keptShare(before, own) : 0;
    if (kept >= (best?.kept ?? leastKept)) best = { kept, source };
  }
  return best?.source;
}

/** Share of lines that two texts have in common, of those of the longer. */
function keptShare(older: Float64Array, newer: Float64Array): number {
  const changed = changedHunks(older, newer).reduce((sum, { newStart, newEnd }) => sum + newEnd - newStart, 0);
  return (newer.length - changed) / Math.max(1, older.length, newer.length);
}

/** What is worth keeping of a log once the files' versions are known. */
function kept(log: CommitLog, files: ReadonlyMap<string, FileHistory>): Pick<RepositoryHistory, 'commits' | 'broughtBy'> {
  const merges = bringers(log.graph);
  const counts = broughtCounts(merges);
  const commits = new Map<string, KnownCommit>();
  const broughtBy = new Map<string, string>();
  for (const { commit } of [...files.values()].flatMap(({ versions }) => versions)) {
    for (let hash: string | undefined = commit; hash !== undefined && !commits.has(hash); hash = merges.get(hash)) {
      const known = log.commits.get(hash);
      const merge = merges.get(hash);
      if (known) commits.set(hash, { ...known, brings: counts.get(hash) ?? 0 });
      if (merge !== undefined) broughtBy.set(hash, merge);
    }
  }
  return { commits, broughtBy };
}

function knownDiffs(known: RepositoryHistory | null): KnownDiffs {
  const diffs = new Map<string, LineDiff>();
  for (const { versions } of known?.files.values() ?? []) {
    for (const { blob, origins } of versions) {
      for (const { version, diff } of origins) {
        const older = versions[version]?.blob;
        if (older !== undefined) diffs.set(diffName(older, blob), diff);
      }
    }
  }
  return diffs;
}
