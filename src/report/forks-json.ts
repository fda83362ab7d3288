import type { Report } from '../model/report.js';
import { forkFamilies } from './fork-families.js';
import { orderedFinding } from './json.js';

/** The forks of a report by family; each fork is a finding as in the report. Ends with a line break. */
export function formatForksJson(report: Report): string {
  const { schemaVersion, tool, root, stats } = report;
  const families = forkFamilies(report).map(({ id, unit, origin, coreLines, forks }) => ({
    id,
    unit,
    origin,
    coreLines,
    forks: forks.map(orderedFinding),
  }));
  return `${JSON.stringify({ schemaVersion, tool, root, families, droppedPairs: stats.droppedPairs ?? 0 }, null, 2)}\n`;
}
