import type { CommitReference } from '../model/age.js';
import type { Branch } from './branches.js';
import type { Git } from './git.js';
import { contentOf, rawLog, RawLogReader, sourcePaths, type RawCommit } from './raw-log.js';

/** A source file that two branches have otherwise; null where one does not have it. */
export interface DifferingFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly base: string | null;
  readonly branch: string | null;
}

/** Commits that only one of two branches has; merges and those without source files are left out. */
export interface OneSided {
  /** Newest first. */
  readonly baseOnly: readonly RawCommit[];
  readonly branchOnly: number;
  /** Commits of the base that the branch has as a copy. */
  readonly picked: number;
}

/** Comparing patches of branches that parted years ago takes long. */
const longest = 180_000;

/** Where two branches parted; null where they have no commit in common, or the clone does not reach that far. */
export async function readMergeBase(git: Git, base: Branch, branch: Branch, signal?: AbortSignal): Promise<CommitReference | null> {
  const found = (await git.text(['merge-base', base.tip.commit, branch.tip.commit], { signal, accept: [1] })).trim();
  if (found === '') return null;
  const shown = await git.text(['log', '-1', '--format=%H%x00%aI%x00%s', found], { signal });
  const [commit = '', date = '', subject = ''] = shown.trim().split('\0');
  return { commit, date, subject };
}

/** With `picks`, patches are compared without white space and line numbers, as `git cherry` does; that takes the contents of all files. */
export async function readOneSided(git: Git, base: Branch, branch: Branch, picks: boolean, signal?: AbortSignal): Promise<OneSided> {
  const baseOnly: RawCommit[] = [];
  let branchOnly = 0;
  let equal = 0;
  const reader = new RawLogReader((commit) => {
    if (commit.side === '<') baseOnly.push(commit);
    else if (commit.side === '>') branchOnly++;
    else equal++;
  });
  const sides = ['--left-right', ...(picks ? ['--cherry-mark'] : []), '--no-merges', '--no-renames', '--date-order'];
  const range = `${base.tip.commit}...${branch.tip.commit}`;
  await git.pieces([...rawLog, ...sides, range, '--', ...sourcePaths], '\0', reader.take, { signal, timeout: longest });
  reader.end();
  // A copied commit is listed on both sides.
  return { baseOnly, branchOnly, picked: Math.floor(equal / 2) };
}

export async function readDifferingFiles(git: Git, from: string, to: string, signal?: AbortSignal): Promise<DifferingFile[]> {
  const files: DifferingFile[] = [];
  let fields: readonly string[] | null = null;
  const asked = ['diff', '--raw', '-z', '--no-abbrev', '--no-renames', from, to, '--', ...sourcePaths];
  await git.pieces(
    asked,
    '\0',
    (piece) => {
      if (!fields) {
        fields = piece.replace(/^:/, '').split(' ');
        return;
      }
      const [, , base = '', branch = ''] = fields;
      files.push({ path: piece, base: contentOf(base), branch: contentOf(branch) });
      fields = null;
    },
    { signal },
  );
  return files;
}
