import type { Finding } from '../../model/finding.js';
import type { Fork } from '../../model/fork.js';

export interface ForkRow {
  readonly finding: Finding;
  readonly fork: Fork;
}

/** Copies, those that missed most fixes first, then the longest. */
export function forkRows(findings: readonly Finding[]): readonly ForkRow[] {
  const missed = ({ fork }: ForkRow): number => fork.missedFixes?.length ?? 0;
  return findings
    .flatMap((finding) => (finding.fork ? [{ finding, fork: finding.fork }] : []))
    .toSorted((a, b) => missed(b) - missed(a) || b.fork.forkLines - a.fork.forkLines);
}
