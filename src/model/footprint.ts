import type { Finding } from './finding.js';
import { groupBy } from './group-by.js';

/** How far one or more one-offs reach; `Debt` says the same with costs. */
export interface Footprint {
  readonly sites: number;
  readonly files: number;
  /** Lines that exist because of the one-offs; each line once. */
  readonly lines: number;
  /** Folders that they are spread over. */
  readonly scatter: number;
  /** Files that hold one-offs of another customer too. */
  readonly tangle: number;
}

type Sited = Pick<Finding, 'path' | 'range' | 'region' | 'customers'>;

/** Of some of the findings of a report; `sharedFiles` come from `filesOfSeveral` over all of them. Takes n log n for n findings. */
export function footprintOf(findings: readonly Sited[], sharedFiles: ReadonlySet<string>): Footprint {
  const byPath = groupBy(findings, ({ path }) => path);
  const paths = [...byPath.keys()];
  return {
    sites: findings.length,
    files: paths.length,
    lines: [...byPath.values()].reduce((sum, inFile) => sum + coveredLines(inFile), 0),
    scatter: new Set(paths.map(folderOf)).size,
    tangle: paths.filter((path) => sharedFiles.has(path)).length,
  };
}

/** Paths of files with one-offs of two or more customers. */
export function filesOfSeveral(findings: readonly Sited[]): ReadonlySet<string> {
  const customersOf = new Map<string, Set<string>>();
  for (const { path, customers } of findings) {
    const known = customersOf.get(path) ?? new Set();
    customersOf.set(path, known);
    for (const customer of customers) known.add(customer);
  }
  return new Set([...customersOf].flatMap(([path, { size }]) => (size > 1 ? [path] : [])));
}

/** Posix folder of a path; `.` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** First and last line that a finding takes. A range that ends before the first character of a line doesn't take that line. */
export function linesOf({ range, region }: Pick<Finding, 'range' | 'region'>): readonly [first: number, last: number] {
  const { start, end } = region ?? range;
  return [start.line, end.column === 1 && end.line > start.line ? end.line - 1 : end.line];
}

function coveredLines(findings: readonly Sited[]): number {
  const spans = findings.map(linesOf).toSorted(([a], [b]) => a - b);
  let covered = 0;
  let reached = 0;
  for (const [first, last] of spans) {
    covered += Math.max(0, last - Math.max(reached, first - 1));
    reached = Math.max(reached, last);
  }
  return covered;
}
