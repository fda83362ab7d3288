import { GitError, type Git } from './git.js';

/** A regular file of a commit. Links and submodules are none. */
export interface TreeFile {
  /** Posix path relative to the folder that was asked about. */
  readonly path: string;
  /** Hash of its content in git. */
  readonly id: string;
}

/** Full hash of the commit that a revision (branch, tag, `HEAD~3`, hash) names; throws `GitError` where there is none. */
export async function resolveCommit(git: Git, revision: string, signal?: AbortSignal): Promise<string> {
  try {
    return (await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], { signal })).trim();
  } catch (error) {
    if (!(error instanceof GitError) || error.failure !== 'failed') throw error;
    throw new GitError('failed', `There is no commit "${revision}" here. Check the name, or fetch it: git fetch origin ${revision}.`);
  }
}

/** The commit from which `revision` and HEAD went apart; throws `GitError` where the clone holds none. */
export async function mergeBase(git: Git, revision: string, signal?: AbortSignal): Promise<string> {
  const other = await resolveCommit(git, revision, signal);
  const [base = ''] = (await git.text(['merge-base', other, 'HEAD'], { signal, accept: [1] })).split('\n');
  if (base !== '') return base;
  const remedy = 'Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab.';
  throw new GitError('failed', `The clone holds no commit that "${revision}" and HEAD have in common. ${remedy}`);
}

/** The regular files of a commit below the folder that git is asked about, in the order of paths; none where the commit has no such folder. */
export async function listTree(git: Git, commit: string, signal?: AbortSignal): Promise<readonly TreeFile[]> {
  const prefix = (await git.text(['rev-parse', '--show-prefix'], { signal })).trim();
  const tree = `${commit}:${prefix}`;
  const kind = await git.text(['cat-file', '-t', tree], { signal, accept: [128] });
  if (kind.trim() !== 'tree') return [];
  const files: TreeFile[] = [];
  const take = (entry: string): void => {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) files.push({ id, path });
  };
  await git.pieces(['ls-tree', '-r', '-z', '--full-tree', tree], '\0', take, { signal });
  return files;
}
