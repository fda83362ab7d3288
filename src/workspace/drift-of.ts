import type { Git } from '../history/git.js';
import type { Drift } from '../model/drift.js';
import { Breath } from './breathe.js';
import { DriftReader, type ForkPair } from './drift-reader.js';
import { DriftTexts } from './drift-texts.js';
import { readForkPast, type ForkPast } from './fork-past.js';

export interface DriftQuestion {
  readonly pairs: readonly ForkPair[];
  readonly git: Git;
  /** The text of a file (posix path relative to the root) as the session has it; undefined when it is gone. */
  readonly textOf: (path: string) => Promise<string | undefined>;
  /** As far as it was read already; read anew where it lacks a file. */
  readonly past?: ForkPast;
}

export interface DriftAnswer {
  /** By id of the pair; pairs whose files are gone are left out. */
  readonly drifts: ReadonlyMap<string, Drift>;
  /** What limits all of them, as sentences for people. */
  readonly notices: readonly string[];
}

export interface DriftProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads how far forks and their origins have come apart: one pass over the history for all, then for each pair one question for the
 * versions that it takes. Rejects with `GitError` where there is no repository, and with the signal's reason.
 */
export async function driftOf(
  { pairs, git, textOf, past: known }: DriftQuestion,
  signal?: AbortSignal,
  onProgress?: (progress: DriftProgress) => void,
): Promise<DriftAnswer> {
  const paths = pathsOf(pairs);
  const past = known?.covers(paths) ? known : await readForkPast(git, paths, { signal });
  const reader = new DriftReader(past, new DriftTexts(git, textOf, signal));
  const breath = new Breath(signal);
  const drifts = new Map<string, Drift>();
  // Pairs of one origin follow each other, as its versions are kept until the next one.
  const ordered = pairs.toSorted((one, other) => one.origin.path.localeCompare(other.origin.path));
  for (const [done, pair] of ordered.entries()) {
    onProgress?.({ done, total: pairs.length });
    const drift = await reader.read(pair);
    if (drift) drifts.set(pair.id, drift);
    if (breath.due) await breath.take();
  }
  onProgress?.({ done: pairs.length, total: pairs.length });
  return { drifts, notices: past.notices };
}

/** The files of both sides. */
export function pathsOf(pairs: readonly ForkPair[]): readonly string[] {
  return [...new Set(pairs.flatMap(({ fork, origin }) => [fork.path, origin.path]))];
}
