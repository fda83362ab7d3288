import { groupBy } from '../model/group-by.js';
import type { EarlierReport, ReportChanges } from '../model/report-changes.js';
import type { Finding } from '../model/finding.js';

/**
 * What became of the one-offs. Ids hold the path, so a file that moved makes its findings new ones: a new and a missing finding that agree in
 * all but the path are one that moved.
 */
export function compareReports(earlier: EarlierReport, findings: readonly Finding[]): ReportChanges {
  const before = new Set(earlier.findings.map(({ id }) => id));
  const now = new Set(findings.map(({ id }) => id));
  const missing = groupBy(
    earlier.findings.filter(({ id }) => !now.has(id)),
    withoutPlace,
  );
  const added = new Set<string>();
  const moved = new Set<string>();
  const found = new Map<string, number>();
  for (const finding of findings.filter(({ id }) => !before.has(id))) {
    const key = withoutPlace(finding);
    const taken = found.get(key) ?? 0;
    const isMoved = taken < (missing.get(key)?.length ?? 0);
    (isMoved ? moved : added).add(finding.id);
    if (isMoved) found.set(key, taken + 1);
  }
  const gone = [...missing].flatMap(([key, same]) => same.slice(found.get(key) ?? 0));
  return { added, moved, gone };
}

function withoutPlace({ kind, customers, text }: Pick<Finding, 'kind' | 'customers' | 'text'>): string {
  return JSON.stringify([kind, customers, text]);
}
