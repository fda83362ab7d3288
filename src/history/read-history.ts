import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileChurn, HistoryCoverage, LineHistory, WindowCommit } from '../model/age.js';
import { churnOf, describeLines, type AskedFile } from './describe-lines.js';
import { Git, GitError } from './git.js';
import { readCheckout, readRepository, type ReadOptions, type RepositoryHistory } from './read-repository.js';

/** Keeps what was read between runs; never throws. `folder` is the absolute path of a repository or of a folder in it. */
export interface HistoryStore {
  load(folder: string): RepositoryHistory | null;
  save(folder: string, history: RepositoryHistory): void;
}

export interface HistoryOptions {
  /** Absolute path; paths of files are relative to it. */
  readonly root: string;
  readonly files: readonly AskedFile[];
  /** ISO dates of the window in which changes are counted. */
  readonly from: string;
  readonly to: string;
  readonly store: HistoryStore | null;
  readonly signal?: AbortSignal | undefined;
  /** Files whose history is known by now. */
  readonly onDone?: ((done: number) => void) | undefined;
  /** Put in by tests, as is the time limit (milliseconds) of questions that read the whole history. */
  readonly program?: string | undefined;
  readonly timeout?: number | undefined;
}

export interface ReadHistory {
  /** By id of the asked lines; without those of files in no repository. */
  readonly lines: ReadonlyMap<string, LineHistory>;
  /** By path relative to the root. */
  readonly files: ReadonlyMap<string, FileChurn>;
  /** Those of the window, with paths relative to the root; what touches nothing below it is left out. Null where no repository could be read. */
  readonly commits: readonly WindowCommit[] | null;
  readonly coverage: HistoryCoverage;
  /** Git processes that it took. */
  readonly processes: number;
}

/** Two minutes: logs of 11,000 to 105,000 commits took 0.85 to 2.7 s. Where commits change more files, a log takes longer. */
const longest = 120_000;

/**
 * What git says of lines of files: each file is asked for in the repository that it lies in, be it that of the root, a submodule, or another
 * one further in. Whatever keeps a repository from being read becomes a notice; rejects only when aborted.
 */
export async function readHistory(options: HistoryOptions): Promise<ReadHistory> {
  const { root, files, from, to, signal, timeout = longest } = options;
  const lines = new Map<string, LineHistory>();
  const churn = new Map<string, FileChurn>();
  const notices: string[] = [];
  const since = Date.parse(from) / 1000;
  let [head, commits, processes, done]: [string | null, number, number, number] = [null, 0, 0, 0];
  let inWindow: readonly WindowCommit[] | null = null;
  for (const [folder, inside] of byRepository(root, files)) {
    const git = new Git(folder, options.program);
    const onDone = (now: number): void => options.onDone?.(done + now);
    const read = await tryToRead(git, folder, inside, { store: options.store, since, signal, timeout, onDone });
    processes += git.processes;
    done += inside.length;
    const below = path.relative(root, folder).split(path.sep).join('/');
    const where = folder === root ? '' : `${below}: `;
    notices.push(...(typeof read === 'string' ? [read] : read.history.notices).map((notice) => `${where}${notice}`));
    if (typeof read === 'string') continue;
    const { history, prefix } = read;
    if (folder === root) head = history.head;
    commits += history.times.filter((time) => time >= since).length;
    inWindow = [...(inWindow ?? []), ...commitsBelow(history, prefix, below === '' ? '' : `${below}/`, from)];
    for (const { file, inRepository } of inside) {
      for (const [id, described] of describeLines(history, inRepository(prefix), file, from)) lines.set(id, described);
      churn.set(file.path, churnOf(history, inRepository(prefix), from));
    }
  }
  return { lines, files: churn, commits: inWindow, coverage: { head, from, to, commits, notices }, processes };
}

/** Those since a day, with paths as seen from the root: without the prefix of a folder in a repository, below a repository in the root. */
function commitsBelow({ recent }: RepositoryHistory, prefix: string, below: string, from: string): readonly WindowCommit[] {
  return recent.commits
    .filter(({ date }) => date >= from)
    .map((commit) => {
      const paths = commit.paths.filter((name) => name.startsWith(prefix)).map((name) => `${below}${name.slice(prefix.length)}`);
      return { ...commit, paths };
    })
    .filter(({ paths }) => prefix === '' || paths.length > 0);
}

interface PlacedFile {
  readonly file: AskedFile;
  /** Its path relative to the top of its repository; the prefix is that of the folder which was asked. */
  readonly inRepository: (prefix: string) => string;
}

async function tryToRead(
  git: Git,
  folder: string,
  inside: readonly PlacedFile[],
  { store, since, ...options }: ReadOptions & Pick<HistoryOptions, 'store'> & { readonly since: number },
): Promise<{ readonly history: RepositoryHistory; readonly prefix: string } | string> {
  try {
    const checkout = await readCheckout(git, options.signal);
    const { prefix } = checkout;
    const paths = inside.map((file) => file.inRepository(prefix));
    const known = store?.load(folder) ?? null;
    const isEnough = known?.head === checkout.head && known.recent.since <= since;
    if (isEnough && paths.every((name) => known.files.has(name))) return { history: known, prefix };
    const history = await readRepository(git, checkout, { paths, since }, known, options);
    store?.save(folder, history);
    return { history, prefix };
  } catch (error) {
    if (error instanceof GitError) return error.message;
    throw error;
  }
}

/** Files by the innermost folder that holds a `.git`, which is a folder in a repository and a file in a submodule or worktree. */
function byRepository(root: string, files: readonly AskedFile[]): ReadonlyMap<string, readonly PlacedFile[]> {
  const known = new Map<string, string>([['', root]]);
  const repositoryOf = (folder: string): string => {
    const found =
      known.get(folder) ?? (existsSync(path.join(root, folder, '.git')) ? path.join(root, folder) : repositoryOf(above(folder)));
    known.set(folder, found);
    return found;
  };
  const groups = new Map<string, PlacedFile[]>();
  for (const file of files) {
    const repository = repositoryOf(above(file.path));
    const from = path.relative(root, repository).split(path.sep).join('/');
    const inside = from === '' ? file.path : file.path.slice(from.length + 1);
    groups.set(repository, [...(groups.get(repository) ?? []), { file, inRepository: (prefix) => `${prefix}${inside}` }]);
  }
  return groups;
}

function above(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
