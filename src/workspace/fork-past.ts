import { readCommitGraph, type CommitGraph } from '../history/commit-graph.js';
import type { Git } from '../history/git.js';
import { readPathHistories, type FileVersion, type PathHistoryOptions } from '../history/path-histories.js';
import { readLimits, type Repository } from '../history/repository.js';

/** What happened to some files, read once for all that is asked of it. */
export interface ForkPast {
  readonly repository: Repository;
  readonly graph: CommitGraph;
  /** Paths from the root. Newest first; empty for files that are not committed, or were not asked for. */
  readonly historyOf: (path: string) => readonly FileVersion[];
  /** Whether all of these were asked for. */
  readonly covers: (paths: readonly string[]) => boolean;
  readonly notices: readonly string[];
}

/** One pass over the history for all paths. Rejects with `GitError` where there is no repository. */
export async function readForkPast(git: Git, paths: readonly string[], options: PathHistoryOptions = {}): Promise<ForkPast> {
  const { signal } = options;
  const repository = await readLimits(git, signal);
  const graph = await readCommitGraph(git, repository, signal);
  const { prefix, head } = repository;
  const asked = new Set(paths);
  const full = [...asked].map((path) => prefix + path);
  const { histories, notices } = await readPathHistories(git, head, full, options);
  return {
    repository,
    graph,
    historyOf: (path) => histories.get(prefix + path) ?? [],
    covers: (wanted) => wanted.every((path) => asked.has(path)),
    notices: [...repository.notices, ...notices],
  };
}
