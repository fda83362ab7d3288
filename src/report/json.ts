import type { Customer } from '../model/customer.js';
import type { Finding, Range } from '../model/finding.js';
import type { Report } from '../model/report.js';

/**
 * The public JSON report, described by media/report.schema.json. Keys stand in a fixed order and everything but `stats.ms` follows from
 * the sources, so that two reports of the same sources can be compared as text.
 */
export function formatJson(report: Report): string {
  const { schemaVersion, tool, root, customers, findings, skipped, stats } = report;
  const ordered: Report = {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    root,
    customers: customers.map(orderedCustomer),
    findings: findings.map(orderedFinding),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    stats: {
      files: stats.files,
      parsed: stats.parsed,
      cached: stats.cached,
      lines: stats.lines,
      bytes: stats.bytes,
      ms: stats.ms,
    },
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedCustomer({ id, name, aliases, source, confidence, evidence, findings }: Customer): Customer {
  return { id, name, aliases, source, confidence, evidence, findings };
}

function orderedFinding({ id, kind, path, range, region, customers, confidence, evidence, text, flag }: Finding): Finding {
  return {
    id,
    kind,
    path,
    range: orderedRange(range),
    region: region && orderedRange(region),
    customers,
    confidence,
    evidence,
    text,
    ...(flag && { flag: { key: flag.key, provider: flag.provider } }),
  };
}

function orderedRange({ start, end }: Range): Range {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}
