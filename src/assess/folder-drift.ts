import type { Drift, ForkPoint, SideChanges } from '../model/drift.js';
import { missedStandings } from '../model/fork.js';

/** The drift of a copied folder from that of its files; undefined without any. Its fork point is the first of theirs. */
export function folderDrift(similarityNow: number, files: readonly Drift[]): Drift | undefined {
  if (files.length === 0) return undefined;
  const points = files.flatMap(({ forkPoint }) => forkPoint ?? []);
  const missed = files.flatMap(({ missedFixes }) => missedFixes);
  return {
    forkPoint: points.reduce<ForkPoint | null>((first, point) => (first && first.date <= point.date ? first : point), null),
    similarityNow,
    fork: sumOf(files.flatMap(({ fork }) => fork ?? [])),
    origin: sumOf(files.flatMap(({ origin }) => origin ?? [])),
    missedFixes: missed.sort((one, other) => missedStandings.indexOf(one.standing) - missedStandings.indexOf(other.standing)),
    passedOver: countAll(files),
    leftBehind: files.flatMap(({ leftBehind }) => leftBehind),
    notices: [...new Set(files.flatMap(({ notices }) => notices))],
  };
}

function sumOf(sides: readonly SideChanges[]): SideChanges | null {
  if (sides.length === 0) return null;
  const sum = (value: (side: SideChanges) => number): number => sides.reduce((total, side) => total + value(side), 0);
  return {
    commits: sum(({ commits }) => commits),
    addedLines: sum(({ addedLines }) => addedLines),
    removedLines: sum(({ removedLines }) => removedLines),
  };
}

function countAll(files: readonly Drift[]): Drift['passedOver'] {
  const counts: Record<string, number> = {};
  for (const [reason, count] of files.flatMap(({ passedOver }) => Object.entries(passedOver)))
    counts[reason] = (counts[reason] ?? 0) + count;
  return counts;
}
