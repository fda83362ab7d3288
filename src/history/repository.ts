import type { Git } from './git.js';
import { readCheckout, type Checkout } from './read-repository.js';

/** Where the working tree stands, with what limits its history, as sentences for people. */
export interface Repository extends Checkout {
  readonly notices: readonly string[];
}

/** Rejects with `GitError` where there is no repository or no commit. */
export async function readLimits(git: Git, signal?: AbortSignal): Promise<Repository> {
  const checkout = await readCheckout(git, signal);
  const filter = ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.partialclonefilter)$'];
  const isPartial = (await git.text(filter, { signal, accept: [1] })).trim() !== '';
  const notices: string[] = [];
  if (checkout.isShallow) notices.push('The clone is shallow, so older commits are unknown. Run “git fetch --unshallow” to see them.');
  if (isPartial)
    notices.push('The clone is partial: versions of files that were never fetched count as unknown, since One-Off fetches nothing.');
  return { ...checkout, notices };
}
