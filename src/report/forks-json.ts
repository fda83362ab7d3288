import type { Confidence } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { orderedCoverage } from './drift-json.js';
import { forkFamilies } from './fork-families.js';
import { orderedFinding } from './json.js';
import { isAtLeast } from './selection.js';

/** The forks of a report by family, without the less certain ones; each fork is a finding as in the report. Ends with a line break. */
export function formatForksJson(report: Report, minimum: Confidence): string {
  const { schemaVersion, tool, root, stats, drift, copies } = report;
  const findings = report.findings.filter(({ confidence }) => isAtLeast(confidence, minimum));
  const families = forkFamilies({ ...report, findings }).map(({ id, unit, origin, coreLines, forks }) => ({
    id,
    unit,
    origin,
    coreLines,
    forks: forks.map(orderedFinding),
  }));
  const droppedPairs = stats.droppedPairs ?? 0;
  const read = { ...(drift && { drift: orderedCoverage(drift) }), ...(copies && { copies: { notices: copies.notices } }) };
  return `${JSON.stringify({ schemaVersion, tool, root, families, droppedPairs, ...read }, null, 2)}\n`;
}
