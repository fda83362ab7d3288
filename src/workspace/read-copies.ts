import { Git, GitError } from '../history/git.js';
import { addition } from '../history/fork-point.js';
import type { PathHistoryOptions } from '../history/path-histories.js';
import { readCheckout } from '../history/read-repository.js';
import { noGitEvidence, type GitEvidence } from '../link/forks/git-evidence.js';
import { pairsOf } from './assess-drift.js';
import type { Surroundings } from './build-snapshot.js';
import { pathsOf } from './drift-of.js';
import { readForkPast, type ForkPast } from './fork-past.js';
import { gitCopies, type Likely } from './git-copies.js';
import type { Snapshot } from './snapshot.js';

/** What git shows of the files of forks, and what kept it from showing more. */
export interface ReadCopies {
  readonly evidence: GitEvidence;
  /** Sentences for people. */
  readonly notices: readonly string[];
  /** What was read of the history for it; null where that was known from an earlier time, or could not be read. */
  readonly past: ForkPast | null;
}

/** Half a minute for the history: evidence is worth no longer wait. */
export const copiesLimit = 30_000;

/** Which files of forks git shows to have been like an older one when they were added. Without a file to ask about, starts no git and gives null. */
export async function readCopies(
  { root, git: program, openCopiesStore }: Surroundings,
  { findings }: Snapshot,
  { signal, timeout }: PathHistoryOptions,
): Promise<ReadCopies | null> {
  const pairs = [...findings.values()].flat().flatMap(pairsOf);
  const likely = pairs.filter(({ fork }) => fork.lines === null).map(({ fork, origin }): Likely => [fork.path, origin.path]);
  if (likely.length === 0) return null;
  const git = new Git(root, program);
  try {
    const store = openCopiesStore();
    const { head, prefix } = await readCheckout(git, signal);
    const known = store?.load() ?? null;
    if (known?.head === head && known.prefix === prefix && isSame(known.pairs, likely)) return { ...known, past: null };
    const past = await readForkPast(git, pathsOf(pairs), { signal, timeout });
    const evidence = { copies: await gitCopies(likely, git, past, signal), births: birthsOf(likely, past) };
    const read = { evidence, notices: past.notices };
    store?.save({ head, prefix, pairs: likely, ...read });
    return { ...read, past };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { evidence: noGitEvidence, notices: [error.message], past: null };
  }
}

/** When each file was added, as far as the history reaches back to that. */
function birthsOf(pairs: readonly Likely[], { historyOf, graph }: ForkPast): ReadonlyMap<string, string> {
  const births = new Map<string, string>();
  for (const path of new Set(pairs.flat())) {
    const born = addition(historyOf(path), graph);
    if (born) births.set(path, born.message.date);
  }
  return births;
}

export function isSameEvidence(one: GitEvidence, other: GitEvidence): boolean {
  const listed = ({ copies, births }: GitEvidence): string => JSON.stringify([[...copies], [...births]]);
  return listed(one) === listed(other);
}

function isSame(known: readonly Likely[], asked: readonly Likely[]): boolean {
  return JSON.stringify(known) === JSON.stringify(asked);
}
