import type { CommitReference } from '../model/age.js';
import type { Git } from './git.js';

/** The first parents of HEAD since a day (ISO date-time), oldest first, with HEAD itself in any case. */
export async function firstParents(git: Git, since: string, signal?: AbortSignal): Promise<readonly CommitReference[]> {
  const commits: CommitReference[] = [];
  const take = (line: string): void => {
    const [commit = '', date = '', subject = ''] = line.split('\0');
    commits.push({ commit, date, subject });
  };
  const format = '--format=%H%x00%cI%x00%s';
  await git.pieces(['log', '--first-parent', `--since=${since}`, format, 'HEAD'], '\n', take, { signal });
  if (commits.length === 0) await git.pieces(['log', '--max-count=1', format, 'HEAD'], '\n', take, { signal });
  return commits.reverse();
}

/**
 * As many commits as there are points, evenly in time: of each moment the last commit before it, the newest commit always. Moments between
 * which nothing was committed give one commit, so that there can be fewer. `commits` are sorted from old to new.
 */
export function spreadInTime(commits: readonly CommitReference[], points: number): readonly CommitReference[] {
  const first = commits[0];
  const last = commits.at(-1);
  if (!first || !last) return [];
  const from = Date.parse(first.date);
  const step = points > 1 ? (Date.parse(last.date) - from) / (points - 1) : 0;
  const moments = Array.from({ length: points - 1 }, (_, index) => from + step * index);
  const chosen = moments.map((moment) => commits.findLast(({ date }) => Date.parse(date) <= moment) ?? first);
  return [...new Set([...chosen, last])];
}
