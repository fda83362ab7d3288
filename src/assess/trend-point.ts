import type { CommitReference } from '../model/age.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { footprintOf } from '../model/footprint.js';
import type { TrendPoint } from '../model/trend.js';
import { isGated } from './gate.js';

/** What a commit carried: what counts for gates, so that own brands, low confidence and flags without a customer are left out. */
export function trendPoint(
  { commit, date }: Pick<CommitReference, 'commit' | 'date'>,
  findings: readonly Finding[],
  customers: readonly Customer[],
): TrendPoint {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const counted = findings.filter((finding) => isGated(finding, byId));
  const byCustomer: Record<string, number> = {};
  for (const id of counted.flatMap((finding) => finding.customers).sort()) byCustomer[id] = (byCustomer[id] ?? 0) + 1;
  return {
    commit,
    date: date.slice(0, 10),
    oneOffs: counted.length,
    lines: footprintOf(counted, new Set()).lines,
    byCustomer,
  };
}
