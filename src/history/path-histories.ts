import type { CommitMessage } from '../model/age.js';
import { GitError, type Git } from './git.js';
import { isSourcePath, rawLog, RawLogReader, type RawChange, type RawCommit } from './raw-log.js';

/** What one commit did to a file. */
export interface FileVersion {
  readonly message: CommitMessage;
  /** Where the file was after the commit, and before it. */
  readonly path: string;
  readonly pathBefore: string;
  /** Hashes of its content; null where there was none. */
  readonly after: string | null;
  readonly before: string | null;
  /** Source files that the commit changed in all. */
  readonly files: number;
}

export interface PathHistories {
  /** By the path of today; newest first, through renames, down to the commit that added the file. Merges are left out. */
  readonly histories: ReadonlyMap<string, readonly FileVersion[]>;
  readonly notices: readonly string[];
}

export interface PathHistoryOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the pass over the history. */
  readonly timeout?: number | undefined;
}

/** A large repository (11,000 commits, 3,500 files) takes a second; a hundred times that is an answer worth waiting for. */
const defaultTimeout = 120_000;

/**
 * Reads what happened to some files in one pass over the history, so that the cost does not grow with their number. Paths are from the top
 * of the repository. Where contents are missing (partial clones), only exact renames are followed. What could be read before a time limit
 * is given.
 */
export async function readPathHistories(
  git: Git,
  head: string,
  paths: readonly string[],
  { signal, timeout = defaultTimeout }: PathHistoryOptions = {},
): Promise<PathHistories> {
  const attempts = [
    { options: ['-M'], notice: null },
    { options: ['-M100%'], notice: 'Contents are missing in this clone, so files that were renamed and changed at once are not followed.' },
    { options: ['--no-renames'], notice: 'Contents are missing in this clone, so renames are not followed.' },
  ];
  for (const { options, notice } of attempts) {
    const follower = new PathFollower(paths);
    const reader = new RawLogReader(follower.take);
    const notices = notice === null ? [] : [notice];
    try {
      await git.pieces(logCommand(head, options), '\0', reader.take, { signal, timeout });
      reader.end();
      return { histories: follower.histories, notices };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (error.failure === 'timeout')
        return { histories: follower.histories, notices: [...notices, `${error.message} Older commits are left out.`] };
      if (error.failure !== 'failed') throw error;
    }
  }
  return { histories: new Map(), notices: ['The history of files could not be read; the repository seems to be damaged.'] };
}

function logCommand(head: string, options: readonly string[]): string[] {
  return [...rawLog, '--full-history', '--no-merges', '--date-order', ...options, head, '--'];
}

/**
 * A file that was added while the only one of its name went away was moved, however much it was changed on the way. Names like `index` are
 * one only together with their folder.
 */
function asMove(added: RawChange, changes: readonly RawChange[]): RawChange {
  const name = tellingName(added.path);
  const isNamesake = ({ path }: RawChange): boolean => tellingName(path) === name;
  const [gone, ...more] = changes.filter((change) => change.status === 'D' && isNamesake(change));
  const isOnly = gone && more.length === 0 && changes.filter((change) => change.status === 'A' && isNamesake(change)).length === 1;
  return isOnly ? { ...added, status: 'R', pathBefore: gone.path, before: gone.before } : added;
}

function tellingName(path: string): string {
  const segments = path.split('/');
  return segments.slice(/^(index|main|utils?|types?|hooks?|constants?)\./.test(segments.at(-1) ?? '') ? -2 : -1).join('/');
}

/** Keeps what belongs to the files that are followed. Takes commits newest first. */
class PathFollower {
  readonly histories: Map<string, FileVersion[]>;
  /** The paths of today by the path that their files had at the commit that is read. */
  readonly #followed: Map<string, readonly string[]>;

  constructor(paths: readonly string[]) {
    this.histories = new Map(paths.map((path) => [path, []]));
    this.#followed = new Map(paths.map((path) => [path, [path]]));
  }

  readonly take = ({ message, changes }: RawCommit): void => {
    const followed = changes.flatMap((change) => {
      const followers = change.status === 'D' ? undefined : this.#followed.get(change.path);
      return followers ? [{ change: change.status === 'A' ? asMove(change, changes) : change, followers }] : [];
    });
    if (followed.length === 0) return;
    const files = changes.filter((change) => isSourcePath(change.path)).length;
    for (const { change } of followed) if (/[AR]/.test(change.status)) this.#followed.delete(change.path);
    for (const { change, followers } of followed) {
      const { status, path, pathBefore, before, after } = change;
      const version = { message, path, pathBefore, after, before, files };
      for (const follower of followers) this.histories.get(follower)?.push(version);
      if (status === 'R') this.#followed.set(pathBefore, [...(this.#followed.get(pathBefore) ?? []), ...followers]);
    }
  };
}
