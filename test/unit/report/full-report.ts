import type { Debt, Estimate } from '../../../src/model/debt.js';
import type { Finding } from '../../../src/model/finding.js';
import { filesOfSeveral, footprintOf } from '../../../src/model/footprint.js';
import type { Report } from '../../../src/model/report.js';
import type { Request } from '../../../src/model/request.js';
import type { TrendPoint } from '../../../src/model/trend.js';

const firstDay = Date.UTC(2020, 4, 1);

/** A date in the five years to `2025-09-30`, another for each number. */
function dateOf(index: number): string {
  return new Date(firstDay + ((index * 7919) % 1970) * 86_400_000).toISOString().slice(0, 10);
}

function commitOf(index: number, date: string) {
  return { commit: index.toString(16).padStart(40, 'a'), date: `${date}T10:00:00Z`, subject: `Change ${String(index)}` };
}

function requestOf(index: number): Request {
  const state = (['open', 'in-progress', 'done', 'dropped'] as const)[index % 4];
  return {
    tracker: 'jira',
    key: `LED-${String(100 + index)}`,
    url: `https://tracker.example.com/LED-${String(100 + index)}`,
    title: `Request ${String(index)}`,
    status: 'In Review',
    ...(state && { state }),
    link: { source: 'commit', isCandidate: index % 5 === 0, why: 'A commit names it.' },
  };
}

const nothing: Estimate = { low: 0, high: 0, formula: '0', terms: [] };

function debtOf(findings: readonly Finding[], shared: ReadonlySet<string>): Debt {
  const changes = findings.length * 3;
  return {
    ...footprintOf(findings, shared),
    ...{ changes, ownChanges: findings.length, collateral: changes - findings.length, relativeChurn: 0.7 },
    principal: { keep: nothing, isolate: nothing, generalise: nothing, retire: nothing },
    interest: null,
    payback: null,
  };
}

/** A report of the same places as if their history had been read and trackers been asked. */
export function withAllFields(report: Report): Report {
  const shared = filesOfSeveral(report.findings);
  const findings = report.findings.map((finding, index) => {
    const introduced = dateOf(index);
    const lastTouched = [introduced, dateOf(index + 50)].toSorted()[1] ?? introduced;
    const age = {
      introduced: commitOf(index, introduced),
      lastTouched: commitOf(index + 1, lastTouched),
      changes: index % 6,
      uncommitted: 0,
    };
    return { ...finding, age: { ...age, knownBy: ['Jo Doe'] }, ...(index % 3 === 0 && { requests: [requestOf(index)] }) };
  });
  const hotspots = [...new Set(findings.map(({ path }) => path))].slice(0, 12).map((path, index) => ({
    ...{ path, isFolder: false, revisions: 40 - 3 * index, churn: 900 - 60 * index, lines: 120 + index, complexity: 30 - index },
    oneOffs: findings.filter((finding) => finding.path === path).length,
    customers: [...new Set(findings.filter((finding) => finding.path === path).flatMap(({ customers }) => customers))],
  }));
  return {
    ...report,
    findings,
    customers: report.customers.map((customer, index) => {
      const own = findings.filter(({ customers }) => customers.includes(customer.id));
      return {
        ...customer,
        debt: debtOf(own, shared),
        ...(index < 4 && { status: index === 2 ? ('gone' as const) : ('active' as const) }),
      };
    }),
    history: { head: 'c0ffee'.padEnd(40, '0'), from: '2024-09-30', to: '2025-09-30', commits: 840, notices: [] },
    hotspots,
    requests: { linked: 40, of: 137, trackers: [{ tracker: 'jira', items: 210, asked: '2025-09-30T08:00:00Z', problem: null }] },
  };
}

/** Twelve months in which most grows and one customer shrinks. */
export function exampleTrend(customers: readonly string[]): readonly TrendPoint[] {
  return Array.from({ length: 12 }, (_, index) => ({
    commit: index.toString(16).padStart(40, 'b'),
    date: new Date(Date.UTC(2024, 9 + index, 1)).toISOString().slice(0, 10),
    oneOffs: 90 + 5 * index - (index % 4),
    lines: 500 + 31 * index,
    byCustomer: Object.fromEntries(
      customers.map((id, place) => [id, place === 1 ? 24 - index : 10 + Math.floor((index * (place + 2)) / 3)]),
    ),
  }));
}
