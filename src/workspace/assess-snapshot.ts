import { assessDebt } from '../assess/debt.js';
import type { HistoryCoverage } from '../model/age.js';
import type { Customer } from '../model/customer.js';
import type { Debt } from '../model/debt.js';
import type { Finding } from '../model/finding.js';
import type { Hotspot } from '../model/hotspot.js';
import type { RequestCoverage } from '../model/request.js';
import type { AssessRequest } from './session.js';
import type { Snapshot } from './snapshot.js';

/** What an assessment adds to a report. */
export interface Assessment {
  /** By id of finding. */
  readonly findings: ReadonlyMap<string, Pick<Finding, 'age' | 'debt' | 'requests'>>;
  /** By id of customer. */
  readonly customers: ReadonlyMap<string, Debt>;
  readonly report: {
    readonly history?: HistoryCoverage;
    readonly hotspots?: readonly Hotspot[];
    readonly requests?: RequestCoverage;
  };
}

/** Reads the history where it is asked for, and computes what the findings of a snapshot cost. Git is started only for a history. */
export function assessSnapshot(snapshot: Snapshot, { months }: AssessRequest): Assessment {
  const findings = [...snapshot.findings.values()].flat();
  const { debt } = snapshot.loaded.config;
  const fileLines = new Map([...snapshot.files].map(([path, { lines }]) => [path, lines]));
  const { customers } = snapshot;
  const settings = { ...debt, months: months ?? debt.months };
  const assessed = assessDebt({ findings, customers, histories: null, fileLines, settings });
  return {
    findings: new Map([...assessed.findings].map(([id, debt]) => [id, { debt }])),
    customers: assessed.customers,
    report: {},
  };
}

/** Findings with what the assessment says of them. */
export function assessedFindings(findings: readonly Finding[], assessment: Assessment | null): readonly Finding[] {
  return assessment ? findings.map((finding) => ({ ...finding, ...assessment.findings.get(finding.id) })) : findings;
}

export function assessedCustomers(customers: readonly Customer[], assessment: Assessment | null): readonly Customer[] {
  return customers.map((customer) => {
    const debt = assessment?.customers.get(customer.id);
    return debt ? { ...customer, debt } : customer;
  });
}
