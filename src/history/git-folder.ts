import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders above that are looked into; deeper ones are a mistake or a trap. */
const farthest = 50;

/**
 * The folder in which git keeps where HEAD stands for a checkout: `.git`, or where the file of that name in a linked worktree or submodule
 * leads. Null where neither the folder nor one above is in a repository. Reads files; starts no program.
 */
export function gitFolderOf(folder: string): string | null {
  let at = path.resolve(folder);
  for (let step = 0; step < farthest; step++) {
    const found = gitFolderIn(at);
    if (found !== null) return found;
    const above = path.dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}

function gitFolderIn(folder: string): string | null {
  const place = path.join(folder, '.git');
  try {
    const [, leads] = /^gitdir: ([^\n]+)/.exec(readFileSync(place, 'utf8')) ?? [];
    return leads === undefined ? null : path.resolve(folder, leads.trim());
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR' ? place : null;
  }
}
