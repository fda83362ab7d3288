import type { CopyEvidence } from '../model/drift.js';
import { readCommitGraph } from './commit-graph.js';
import { addition } from './fork-point.js';
import { GitError, type Git } from './git.js';
import { readPathHistories, type FileVersion } from './path-histories.js';
import { sourcePaths } from './raw-log.js';
import { readLimits } from './repository.js';

/** Below this, git finds likenesses between any two files of one trade. */
const leastLikeness = '-C40%';

/**
 * What git shows of copies: for each file that was like another one of the tree when it was added, that other one. Paths that are asked
 * are relative to the folder; evidence names files from the top of the repository, as they were called then. Each commit that added one of
 * the files is compared with all sources that it had, which takes about a second among 4,000 files. Empty where the clone lacks contents.
 */
export async function readCopyEvidence(
  git: Git,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, CopyEvidence>> {
  const repository = await readLimits(git, signal);
  const graph = await readCommitGraph(git, repository, signal);
  const { prefix, head } = repository;
  const { histories } = await readPathHistories(
    git,
    head,
    paths.map((path) => prefix + path),
    signal,
  );
  const added = paths.flatMap((path) => {
    const version = addition(histories.get(prefix + path) ?? [], graph);
    return version ? [{ path, version }] : [];
  });
  const copies = await readCopies(
    git,
    added.map(({ version }) => version),
    signal,
  );
  return new Map(
    added.flatMap(({ path, version: { message, path: then } }) => {
      const copy = copies.get(`${message.commit} ${then}`);
      const evidence = copy && { path: then, from: copy.from, score: copy.score, commit: message.commit, date: message.date };
      return evidence ? [[path, evidence] as const] : [];
    }),
  );
}

interface Copy {
  readonly from: string;
  readonly score: number;
}

/** By commit and path. */
async function readCopies(git: Git, added: readonly FileVersion[], signal: AbortSignal | undefined): Promise<Map<string, Copy>> {
  const copies = new Map<string, Copy>();
  const commits = [...new Set(added.map(({ message }) => message.commit))];
  if (commits.length === 0) return copies;
  let commit = '';
  let open: { readonly score: number; readonly paths: string[] } | null = null;
  const take = (piece: string): void => {
    if (open) {
      open.paths.push(piece);
      const [from = '', to] = open.paths;
      if (to === undefined) return;
      copies.set(`${commit} ${to}`, { from, score: open.score });
      open = null;
    } else if (piece.startsWith(':')) open = { score: Number(/C(\d+)$/.exec(piece)?.[1] ?? 0) / 100, paths: [] };
    else commit = piece.trim();
  };
  const asked = [
    'diff-tree',
    '--stdin',
    '--root',
    '-r',
    '--raw',
    '-z',
    leastLikeness,
    '--find-copies-harder',
    '--diff-filter=C',
    '--',
    ...sourcePaths,
  ];
  try {
    await git.pieces(asked, '\0', take, { signal, input: `${commits.join('\n')}\n`, timeout: 120_000 });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return copies;
}
