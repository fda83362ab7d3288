import type { Customer, CustomerStatus } from '../../model/customer.js';
import type { Confidence, Finding } from '../../model/finding.js';
import { filesOfSeveral, footprintOf, type Footprint } from '../../model/footprint.js';
import type { ReportInput } from '../report-input.js';

/** What a report says of one customer. */
export interface CustomerRow extends Footprint {
  readonly id: string;
  readonly name: string;
  readonly source: Customer['source'];
  readonly standing: Customer['standing'];
  readonly confidence: Confidence;
  readonly status: CustomerStatus;
  /** Commits of the window that touched the lines without a request of the customer; null without a history. */
  readonly collateral: number | null;
  /** ISO date-times at which the oldest line came and the last was touched; null without a history. */
  readonly oldest: string | null;
  readonly lastTouched: string | null;
  /** Distinct requests; null where no tracker was asked and no comment names one. */
  readonly requests: number | null;
  /** One-offs that the earlier report did not have; null without one. */
  readonly added: number | null;
}

/** Customers with at least one finding, those with most one-offs first, then by lines and name. */
export function customerRows({ report, changes }: ReportInput): readonly CustomerRow[] {
  const shared = filesOfSeveral(report.findings);
  const byCustomer = findingsByCustomer(report.findings);
  const asked = report.requests !== undefined || report.findings.some(({ requests }) => requests !== undefined);
  return report.customers
    .flatMap((customer) => {
      const findings = byCustomer.get(customer.id);
      if (!findings) return [];
      const added = changes ? findings.filter(({ id }) => changes.added.has(id)).length : null;
      return [{ ...rowOf(customer, findings, shared), requests: asked ? distinctRequests(findings) : null, added }];
    })
    .toSorted((a, b) => b.sites - a.sites || b.lines - a.lines || (a.id < b.id ? -1 : 1));
}

/** Those that are served; own brands and parties for tests are no customization debt. */
export function servedRows(rows: readonly CustomerRow[]): readonly CustomerRow[] {
  return rows.filter(({ standing }) => standing === 'customer');
}

/** A finding of several customers stands with each. */
export function findingsByCustomer(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCustomer = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const id of finding.customers) {
      const known = byCustomer.get(id);
      if (known) known.push(finding);
      else byCustomer.set(id, [finding]);
    }
  return byCustomer;
}

function rowOf(
  { id, name, source, standing, confidence, status = 'unknown', debt }: Customer,
  findings: readonly Finding[],
  shared: ReadonlySet<string>,
): Omit<CustomerRow, 'requests' | 'added'> {
  const ages = findings.flatMap(({ age }) => (age ? [age] : []));
  const first = ages.flatMap(({ introduced }) => introduced?.date ?? []).toSorted();
  const last = ages.flatMap(({ lastTouched }) => lastTouched?.date ?? []).toSorted();
  return {
    ...{ id, name, source, standing, confidence, status },
    ...footprintOf(findings, shared),
    collateral: debt?.collateral ?? null,
    oldest: first[0] ?? null,
    lastTouched: last.at(-1) ?? null,
  };
}

function distinctRequests(findings: readonly Finding[]): number {
  const known = findings.flatMap(({ requests = [] }) => requests.filter(({ link }) => link?.isCandidate !== true));
  return new Set(known.map(({ tracker, key }) => `${tracker ?? ''} ${key}`)).size;
}
