import type { Severity } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { listed } from './words.js';
import type { ReportInput, ReportOptions } from './report-input.js';

/** A finding as lists of problems show it. */
export interface Problem {
  readonly finding: Finding;
  readonly severity: Exclude<Severity, 'off'>;
  /** `A branch for Acme Corp: tenant.slug === 'acme'`. */
  readonly message: string;
  /** Whether an earlier report had it; null where there is none to compare with. */
  readonly isNew: boolean | null;
}

/** Findings of kinds that the team wants to be told of, in the order of the report. */
export function problemsOf({ report, changes }: ReportInput, { severityOf }: Pick<ReportOptions, 'severityOf'>): readonly Problem[] {
  const byId = new Map(report.customers.map((customer) => [customer.id, customer]));
  return report.findings.flatMap((finding) => {
    const severity = severityOf(finding);
    if (severity === 'off') return [];
    return [{ finding, severity, message: messageOf(finding, byId), isNew: isNew(finding, changes) }];
  });
}

/** One sentence without the reasons. */
export function messageOf(
  { kind, customers, text }: Pick<Finding, 'kind' | 'customers' | 'text'>,
  byId: ReadonlyMap<string, Customer>,
): string {
  const names = customers.map((id) => byId.get(id)?.name ?? id);
  const whose = names.length === 0 ? 'without a customer' : `for ${listed(names)}`;
  return `${kind === 'import' ? 'An' : 'A'} ${kind} ${whose}: ${text}`;
}

/** What a gate found counts before a comparison of two reports. */
function isNew({ id, baselineState }: Finding, changes: ReportInput['changes']): boolean | null {
  if (baselineState) return baselineState === 'new';
  return changes ? changes.added.has(id) : null;
}
