import type { Finding } from '../../model/finding.js';

/** What is shown of something that was copied for a customer. */
interface ForkFigures {
  readonly unit: string;
  readonly origin: { readonly path: string };
  /** 0 to 1. */
  readonly similarity: number;
  readonly sharedLines: number;
  readonly forkLines: number;
  readonly forkedAt?: { readonly date: string };
  readonly missedFixes?: readonly { readonly commit: string; readonly date: string; readonly subject: string }[];
}

type Forked = Finding & { readonly fork?: ForkFigures };

export interface ForkRow {
  readonly finding: Finding;
  readonly fork: ForkFigures;
}

/** Copies, those that missed most fixes first, then the longest. */
export function forkRows(findings: readonly Forked[]): readonly ForkRow[] {
  const missed = ({ fork }: ForkRow): number => fork.missedFixes?.length ?? 0;
  return findings
    .flatMap((finding) => (finding.fork ? [{ finding, fork: finding.fork }] : []))
    .toSorted((a, b) => missed(b) - missed(a) || b.fork.forkLines - a.fork.forkLines);
}
