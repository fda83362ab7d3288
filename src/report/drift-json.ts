import type { CommitReference } from '../model/age.js';
import type { CustomerBranch } from '../model/customer-branch.js';
import type { DriftCoverage, ForkDrift, ForkPoint, LeftBehind, SideChanges } from '../model/drift.js';
import type { MissedFix } from '../model/fork.js';

export function orderedFix({ commit, date, subject, path, lines, standing, reasons }: MissedFix): MissedFix {
  return { commit, date, subject, path, lines, standing, reasons };
}

export function orderedForkDrift({ forkPoint, similarityNow, fork, origin, passedOver, leftBehind, notices }: ForkDrift): ForkDrift {
  return {
    forkPoint: forkPoint && orderedPoint(forkPoint),
    similarityNow,
    fork: fork && orderedSide(fork),
    origin: origin && orderedSide(origin),
    passedOver: Object.fromEntries(Object.entries(passedOver).sort(([one], [other]) => (one < other ? -1 : 1))),
    leftBehind: leftBehind.map(orderedName),
    notices,
  };
}

export function orderedCoverage({ branches, notices }: DriftCoverage): DriftCoverage {
  return { branches: branches.map(orderedBranch), notices };
}

function orderedBranch(branch: CustomerBranch): CustomerBranch {
  const { name, customers, base, tip, mergeBase, ahead, behind, picked, adapted, differing, changedOnBoth, neverTaken, evidence, notices } =
    branch;
  return {
    ...{ name, customers, base, tip: orderedCommit(tip), mergeBase: orderedCommit(mergeBase) },
    ...{ ahead, behind, picked, adapted, differing, changedOnBoth },
    neverTaken: neverTaken.map(({ standing, reasons, places, ...commit }) => ({
      ...orderedCommit(commit),
      standing,
      reasons,
      places: places.map(({ path, lines }) => ({ path, lines })),
    })),
    evidence,
    notices,
  };
}

function orderedPoint({ order, path, from, similarity, ...commit }: ForkPoint): ForkPoint {
  return { ...orderedCommit(commit), order, path, from, similarity };
}

function orderedCommit({ commit, date, subject }: CommitReference): CommitReference {
  return { commit, date, subject };
}

function orderedSide({ commits, addedLines, removedLines }: SideChanges): SideChanges {
  return { commits, addedLines, removedLines };
}

function orderedName({ name, path, line, expected }: LeftBehind): LeftBehind {
  return { name, path, line, expected };
}
