import { folderDrift } from '../assess/folder-drift.js';
import { Git, GitError } from '../history/git.js';
import type { Customer } from '../model/customer.js';
import type { Drift, DriftCoverage } from '../model/drift.js';
import type { Finding } from '../model/finding.js';
import type { Fork } from '../model/fork.js';
import type { Surroundings, Work } from './build-snapshot.js';
import { customerBranches } from './customer-branches.js';
import { driftOf } from './drift-of.js';
import type { ForkPair } from './drift-reader.js';
import type { ForkPast } from './fork-past.js';
import type { Snapshot } from './snapshot.js';
import { currentText } from './source-text.js';

export interface AssessedDrift {
  /** Forks with what the history says of them, by id of finding. */
  readonly forks: ReadonlyMap<string, Fork>;
  readonly coverage: DriftCoverage;
}

/** Reads how far the forks of a snapshot have drifted, and which git branches are kept for customers. What keeps git from it is a notice. */
export async function assessDrift(
  around: Surroundings,
  snapshot: Snapshot,
  past: ForkPast | null,
  { signal, onProgress }: Work,
): Promise<AssessedDrift> {
  const findings = [...snapshot.findings.values()].flat();
  const git = new Git(around.root, around.git);
  const textOf = (path: string): Promise<string | undefined> => Promise.resolve(currentText(around, path) ?? undefined);
  try {
    const told = (progress: { readonly done: number; readonly total: number }): void => onProgress?.({ step: 'history', ...progress });
    const question = { pairs: findings.flatMap(pairsOf), git, textOf, ...(past && { past }) };
    const { drifts, notices } = await driftOf(question, signal, told);
    const branches = await customerBranches({ customers: snapshot.customers.map(named), git }, signal, told);
    return { forks: driftedForks(findings, drifts), coverage: { branches, notices } };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { forks: new Map(), coverage: { branches: [], notices: [error.message] } };
  }
}

function named({ id, name, aliases }: Customer): { readonly id: string; readonly names: readonly string[] } {
  return { id, names: [name, ...aliases] };
}

/** One pair for each file of a folder; none for branches. */
export function pairsOf({ id, path, range, fork }: Finding): readonly ForkPair[] {
  if (!fork || fork.unit === 'branch') return [];
  const { unit, origin, substitutions, members = [] } = fork;
  if (unit === 'folder') {
    return members.map((member) => ({
      id: `${id} ${member.path}`,
      fork: { path: member.path, lines: null },
      origin: { path: member.origin, lines: null },
      substitutions,
    }));
  }
  const linesOf = ({ start, end }: Finding['range']): { readonly first: number; readonly last: number } => ({
    first: start.line,
    last: end.line,
  });
  const forkLines = unit === 'file' ? null : linesOf(range);
  const originLines = unit === 'file' || !origin.range ? null : linesOf(origin.range);
  return [{ id, fork: { path, lines: forkLines }, origin: { path: origin.path, lines: originLines }, substitutions }];
}

/** Forks with what is known of their pairs, by id of finding; those of which nothing is are left out. */
export function driftedForks(findings: readonly Finding[], drifts: ReadonlyMap<string, Drift>): ReadonlyMap<string, Fork> {
  return new Map(findings.flatMap((finding) => driftedFork(finding, drifts)));
}

function driftedFork(finding: Finding, drifts: ReadonlyMap<string, Drift>): [string, Fork][] {
  const { id, fork } = finding;
  if (!fork) return [];
  const read = pairsOf(finding).flatMap((pair) => drifts.get(pair.id) ?? []);
  const drift = fork.unit === 'folder' ? folderDrift(fork.similarity, read) : read[0];
  if (!drift) return [];
  const { missedFixes, ...rest } = drift;
  const forkedAt = rest.forkPoint && { commit: rest.forkPoint.commit, date: rest.forkPoint.date };
  return [[id, { ...fork, ...(forkedAt && { forkedAt }), missedFixes, drift: rest }]];
}
