import type { Confidence } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { forkFamilies } from './fork-families.js';
import { orderedFinding } from './json.js';
import { isAtLeast } from './selection.js';

/** The forks of a report by family, without the less certain ones; each fork is a finding as in the report. Ends with a line break. */
export function formatForksJson(report: Report, minimum: Confidence): string {
  const { schemaVersion, tool, root, stats } = report;
  const findings = report.findings.filter(({ confidence }) => isAtLeast(confidence, minimum));
  const families = forkFamilies({ ...report, findings }).map(({ id, unit, origin, coreLines, forks }) => ({
    id,
    unit,
    origin,
    coreLines,
    forks: forks.map(orderedFinding),
  }));
  return `${JSON.stringify({ schemaVersion, tool, root, families, droppedPairs: stats.droppedPairs ?? 0 }, null, 2)}\n`;
}
