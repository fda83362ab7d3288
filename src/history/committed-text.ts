import { GitError, type Git } from './git.js';

export interface CommittedFile {
  /** Full hash. */
  readonly commit: string;
  /** Posix path relative to the folder that git is asked about. */
  readonly path: string;
  /** Set for the state before the commit. */
  readonly isBefore: boolean;
}

/** A file as a commit left it; null where there was none. Rejects with `GitError` where git cannot be asked. */
export async function committedText(git: Git, { commit, path, isBefore }: CommittedFile, signal?: AbortSignal): Promise<string | null> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new GitError('failed', `"${commit}" is no commit.`);
  const name = `${commit}${isBefore ? '^' : ''}:./${path}`;
  try {
    return await git.text(['cat-file', 'blob', name], { signal });
  } catch (error) {
    if (error instanceof GitError && error.failure === 'failed') return null;
    throw error;
  }
}
