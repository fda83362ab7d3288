import type { Customer } from '../model/customer.js';
import type { DirectiveProblem } from '../model/directive.js';
import type { Finding, FlagState, FlagUse, Range } from '../model/finding.js';
import type { Fork, MissedFix } from '../model/fork.js';
import type { Report } from '../model/report.js';

/**
 * The public JSON report, described by media/report.schema.json. Keys stand in a fixed order and everything but `stats.ms` follows from
 * the sources, so that two reports of the same sources can be compared as text.
 */
export function formatJson(report: Report): string {
  const { schemaVersion, tool, root, customers, findings, directives, skipped, stats } = report;
  const ordered: Report = {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    root,
    customers: customers.map(orderedCustomer),
    findings: findings.map(orderedFinding),
    directives: { ignored: directives.ignored, problems: directives.problems.map(orderedProblem) },
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    stats: {
      files: stats.files,
      parsed: stats.parsed,
      cached: stats.cached,
      lines: stats.lines,
      bytes: stats.bytes,
      ...(stats.droppedPairs !== undefined && { droppedPairs: stats.droppedPairs }),
      ms: stats.ms,
    },
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedCustomer({ id, name, aliases, source, standing, confidence, evidence, against, findings }: Customer): Customer {
  return { id, name, aliases, source, standing, confidence, evidence, against, findings };
}

export function orderedFinding({
  id,
  kind,
  path,
  range,
  region,
  customers,
  confidence,
  evidence,
  text,
  flag,
  fork,
  requests,
}: Finding): Finding {
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
    ...(flag && { flag: orderedFlag(flag) }),
    ...(fork && { fork: orderedFork(fork) }),
    ...(requests && { requests: requests.map(({ tracker, key, url }) => ({ tracker, key, url })) }),
  };
}

function orderedFork({ unit, origin, family, subject, similarity, ...rest }: Fork): Fork {
  const { sharedLines, forkLines, originLines, coreLines, direction, substitutions, leftBehind, members, forkedAt, missedFixes } = rest;
  return {
    unit,
    origin: { path: origin.path, range: origin.range && orderedRange(origin.range) },
    family,
    subject,
    similarity,
    sharedLines,
    forkLines,
    originLines,
    coreLines,
    direction,
    substitutions: substitutions.map(({ from, to, count }) => ({ from, to, count })),
    leftBehind,
    ...(members && { members: members.map((member) => ({ path: member.path, origin: member.origin, similarity: member.similarity })) }),
    ...(forkedAt && { forkedAt: { commit: forkedAt.commit, date: forkedAt.date } }),
    ...(missedFixes && { missedFixes: missedFixes.map(orderedFix) }),
  };
}

function orderedFix({ commit, date, subject, lines }: MissedFix): MissedFix {
  return { commit, date, subject, lines };
}

function orderedFlag({ key, provider, definition, state }: FlagUse): FlagUse {
  return {
    key,
    provider,
    ...(definition && { definition: { path: definition.path, line: definition.line } }),
    ...(state && { state: orderedState(state) }),
  };
}

function orderedState({ kind, value, targets, isInverted, percent, expired, isPermanent }: FlagState): FlagState {
  return {
    kind,
    ...(value !== undefined && { value }),
    ...(targets && { targets }),
    ...(isInverted && { isInverted }),
    ...(percent !== undefined && { percent }),
    ...(expired !== undefined && { expired }),
    ...(isPermanent && { isPermanent }),
  };
}

function orderedProblem({ path, range, message, remedy, unused }: DirectiveProblem): DirectiveProblem {
  return { path, range: orderedRange(range), message, remedy, unused };
}

function orderedRange({ start, end }: Range): Range {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}
