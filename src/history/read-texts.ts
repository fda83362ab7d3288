import { readBlobs as readAll } from './blobs.js';
import { GitError, type Git } from './git.js';

/**
 * Texts by hash, asked for in one question. What the clone does not have, what is no file and what is too large is left out. In a partial
 * clone git gives up at the first content that it would have to fetch; then it is asked first for all that is there.
 */
export async function readTexts(git: Git, hashes: Iterable<string>, signal?: AbortSignal): Promise<Map<string, string>> {
  const wanted = new Set(hashes);
  try {
    return await readPresent(git, wanted, signal);
  } catch (error) {
    if (!(error instanceof GitError) || error.failure !== 'failed') throw error;
    const present = new Set<string>();
    const asked = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'];
    const keep = (hash: string): void => {
      if (wanted.has(hash)) present.add(hash);
    };
    await git.pieces(asked, '\n', keep, { signal });
    return readPresent(git, present, signal);
  }
}

async function readPresent(git: Git, wanted: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const take = (hash: string, content: Buffer | null): void => {
    if (content) texts.set(hash, content.toString('utf8'));
  };
  await readAll(git, [...wanted], take, { signal });
  return texts;
}
