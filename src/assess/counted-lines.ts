import type { Finding } from '../model/finding.js';

/** First and last line, 1-based, both included. */
export type LineSpan = readonly [first: number, last: number];

/** The lines that exist because of a finding: its region, or where it has none, those of the test, name or call itself. */
export function linesOf({ region, range }: Pick<Finding, 'region' | 'range'>): LineSpan {
  const { start, end } = region ?? range;
  return [start.line, end.column === 1 && end.line > start.line ? end.line - 1 : end.line];
}

/** How many lines the findings of one file have together, each counted once. */
export function countLines(findings: readonly Finding[]): number {
  let lines = 0;
  let counted = 0;
  for (const [first, last] of findings.map(linesOf).sort(([a], [b]) => a - b)) {
    lines += Math.max(0, last - Math.max(first - 1, counted));
    counted = Math.max(counted, last);
  }
  return lines;
}
