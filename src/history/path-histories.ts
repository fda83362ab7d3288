import type { CommitMessage } from '../model/age.js';
import { GitError, type Git } from './git.js';

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

/** Files whose renames are followed. More kinds only cost: a file does not become another's copy by turning into an image. */
const sources = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro', 'html'].map(
  (extension) => `*.${extension}`,
);

/** A large repository (11,000 commits, 2,000 source files) takes some 8 s; ten times that is an answer worth waiting for. */
const longest = 120_000;

/**
 * Reads what happened to some files in one pass over the history, so that the cost does not grow with their number. Paths are from the top
 * of the repository. Where contents are missing (partial clones), only exact renames are followed. What could be read before a time limit
 * is given.
 */
export async function readPathHistories(git: Git, head: string, paths: readonly string[], signal?: AbortSignal): Promise<PathHistories> {
  const attempts = [
    { options: ['-M'], notice: null },
    { options: ['-M100%'], notice: 'Contents are missing in this clone, so files that were renamed and changed at once are not followed.' },
    { options: ['--no-renames'], notice: 'Contents are missing in this clone, so renames are not followed.' },
  ];
  for (const { options, notice } of attempts) {
    const reader = new HistoryReader(paths);
    const notices = notice === null ? [] : [notice];
    try {
      await git.pieces(logCommand(head, options), '\0', reader.take, { signal, timeout: longest });
      return { histories: reader.end(), notices };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (error.failure === 'timeout')
        return { histories: reader.end(), notices: [...notices, `${error.message} Older commits are left out.`] };
      if (error.failure !== 'failed') throw error;
    }
  }
  return { histories: new Map(), notices: ['The history of files could not be read; the repository seems to be damaged.'] };
}

function logCommand(head: string, options: readonly string[]): string[] {
  const format = `--format=${['%x01%H', '%aI', '%s', '%b'].join('%x00')}%x00`;
  const walk = ['--full-history', '--no-merges', '--date-order'];
  return ['log', ...walk, '--raw', '-z', '--no-abbrev', ...options, format, head, '--', ...sources.map((pattern) => `:(top)${pattern}`)];
}

interface Entry {
  readonly status: string;
  readonly before: string;
  readonly after: string;
  readonly paths: readonly string[];
}

/** Takes the pieces of `git log --raw -z` one by one and keeps what belongs to the files that are followed. */
class HistoryReader {
  readonly #histories: Map<string, FileVersion[]>;
  /** The paths of today by the path that their files had at the commit that is read. */
  readonly #followed: Map<string, readonly string[]>;
  #header: string[] = [];
  #entries: Entry[] = [];
  #entry: { readonly fields: readonly string[]; readonly paths: string[] } | null = null;

  constructor(paths: readonly string[]) {
    this.#histories = new Map(paths.map((path) => [path, []]));
    this.#followed = new Map(paths.map((path) => [path, [path]]));
  }

  readonly take = (piece: string): void => {
    if (this.#header.length > 0 && this.#header.length < 4) this.#header.push(piece);
    else if (this.#entry) this.#takePath(this.#entry, piece);
    else if (piece.startsWith('\u0001')) {
      this.#endCommit();
      this.#header = [piece.slice(1)];
    } else {
      const [, fields = ''] = /^\n?:(.*)$/s.exec(piece) ?? [];
      if (fields !== '') this.#entry = { fields: fields.split(' '), paths: [] };
    }
  };

  end(): Map<string, FileVersion[]> {
    this.#endCommit();
    return this.#histories;
  }

  #takePath({ fields, paths }: { readonly fields: readonly string[]; readonly paths: string[] }, path: string): void {
    const [, , before = '', after = '', status = ''] = fields;
    paths.push(path);
    if (paths.length < (/^[RC]/.test(status) ? 2 : 1)) return;
    this.#entries.push({ status: status.slice(0, 1), before, after, paths });
    this.#entry = null;
  }

  #endCommit(): void {
    const [commit = '', date = '', subject = '', body = ''] = this.#header;
    const message = { commit, date, subject, body: body.trim() };
    const changes = this.#entries.flatMap((entry) => {
      const path = entry.paths.at(-1) ?? '';
      const followers = entry.status === 'D' ? undefined : this.#followed.get(path);
      return followers ? [{ entry, path, followers }] : [];
    });
    for (const { path } of changes.filter(({ entry }) => /[AR]/.test(entry.status))) this.#followed.delete(path);
    for (const { entry, path, followers } of changes) {
      const [pathBefore = path] = entry.paths;
      const version = { message, path, pathBefore, after: blobOf(entry.after), before: blobOf(entry.before), files: this.#entries.length };
      for (const follower of followers) this.#histories.get(follower)?.push(version);
      if (entry.status === 'R') this.#followed.set(pathBefore, [...(this.#followed.get(pathBefore) ?? []), ...followers]);
    }
    this.#header = [];
    this.#entries = [];
  }
}

function blobOf(hash: string): string | null {
  return /^0*$/.test(hash) ? null : hash;
}
