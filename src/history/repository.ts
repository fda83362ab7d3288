import type { Git } from './git.js';

/** What every reader of a history has to know of its repository. */
export interface Repository {
  /** Full hash of the commit that the working tree stands on. */
  readonly head: string;
  /** Path of the folder that is asked about, from the top of the repository: empty or with a `/` at its end. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** What limits its history, as sentences for people. */
  readonly notices: readonly string[];
}

/** Rejects with `GitError` where there is no repository or no commit. */
export async function readRepository(git: Git, signal?: AbortSignal): Promise<Repository> {
  const asked = ['rev-parse', '--is-shallow-repository', '--show-prefix', 'HEAD'];
  const [shallow = '', prefix = '', head = ''] = (await git.text(asked, { signal })).split('\n');
  const isShallow = shallow === 'true';
  const filter = ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.partialclonefilter)$'];
  const isPartial = (await git.text(filter, { signal, accept: [1] })).trim() !== '';
  const notices: string[] = [];
  if (isShallow) notices.push('The clone is shallow, so older commits are unknown. Run “git fetch --unshallow” to see them.');
  if (isPartial)
    notices.push('The clone is partial: versions of files that were never fetched count as unknown, since One-Off fetches nothing.');
  return { head, prefix, isShallow, notices };
}
