import type { Customer } from '../model/customer.js';
import type { DirectiveProblem } from '../model/directive.js';
import type { Finding, FlagState, FlagUse, Range } from '../model/finding.js';
import type { Fork } from '../model/fork.js';
import type { Gate } from '../model/gate.js';
import type { Report } from '../model/report.js';
import { orderedCoverage, orderedFix, orderedForkDrift } from './drift-json.js';
import {
  orderedAge,
  orderedDebt,
  orderedHistory,
  orderedHotspot,
  orderedRedFlag,
  orderedRequest,
  orderedRequests,
} from './assessed-json.js';

/**
 * The public JSON report, described by media/report.schema.json. Keys stand in a fixed order and everything but `stats.ms` follows from
 * the sources, so that two reports of the same sources can be compared as text.
 */
export function formatJson(report: Report): string {
  const { schemaVersion, tool, root, customers, findings, directives, skipped, stats, ...rest } = report;
  const { history, hotspots, requests, gate, drift, copies, redFlags } = rest;
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
    ...(history && { history: orderedHistory(history) }),
    ...(hotspots && { hotspots: hotspots.map(orderedHotspot) }),
    ...(requests && { requests: orderedRequests(requests) }),
    ...(gate && { gate: orderedGate(gate) }),
    ...(drift && { drift: orderedCoverage(drift) }),
    ...(copies && { copies: { notices: copies.notices } }),
    ...(redFlags && { redFlags: redFlags.map(orderedRedFlag) }),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedGate({ passed, comparedWith, new: added, unchanged, absent, budgets }: Gate): Gate {
  const uses = budgets.map(({ budget: { customer, kind, folder, most }, count }) => ({
    budget: { ...(customer !== undefined && { customer }), ...(kind && { kind }), ...(folder !== undefined && { folder }), most },
    count,
  }));
  return { passed, comparedWith, new: added, unchanged, absent, budgets: uses };
}

function orderedCustomer(customer: Customer): Customer {
  const { id, name, aliases, source, standing, status, confidence, evidence, against, findings, debt } = customer;
  const said = { ...(status && { status }) };
  const cost = { ...(debt && { debt: orderedDebt(debt) }) };
  return { id, name, aliases, source, standing, ...said, confidence, evidence, against, findings, ...cost };
}

export function orderedFinding(finding: Finding): Finding {
  const { id, kind, path, range, region, customers, confidence, evidence, text, flag, fork, requests, age, debt, baselineState } = finding;
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
    ...(requests && { requests: requests.map(orderedRequest) }),
    ...(age && { age: orderedAge(age) }),
    ...(debt && { debt: orderedDebt(debt) }),
    ...(baselineState && { baselineState }),
  };
}

function orderedFork({ unit, origin, family, subject, similarity, ...rest }: Fork): Fork {
  const { sharedLines, forkLines, originLines, coreLines, direction, substitutions, leftBehind, members, forkedAt, missedFixes, drift } =
    rest;
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
    ...(drift && { drift: orderedForkDrift(drift) }),
  };
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
