import type { EarlierReport, ReportChanges } from '../model/report-changes.js';
import type { Report } from '../model/report.js';
import { baselineEntry, matchBaseline } from './match-baseline.js';

/** What became of the one-offs, which are known again as a baseline knows them: what was moved is neither new nor gone. */
export function compareReports(earlier: EarlierReport, { findings, customers }: Pick<Report, 'findings' | 'customers'>): ReportChanges {
  const before = new Map(earlier.findings.map((finding) => [baselineEntry(finding), finding]));
  const { known, added, gone } = matchBaseline(findings, [...before.keys()], customers);
  return {
    added: new Set(added.map(({ id }) => id)),
    moved: new Set([...known].flatMap(([{ id }, entry]) => (entry.id === id ? [] : [id]))),
    gone: gone.flatMap((entry) => before.get(entry) ?? []),
  };
}
