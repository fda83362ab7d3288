import type { BaselineEntry } from '../model/baseline.js';
import { isSetApart, type Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { Budget, BudgetUse } from '../model/gate.js';
import type { Report } from '../model/report.js';
import { matchBaseline, type BaselineMatch } from './match-baseline.js';

/** Something to compare with: a baseline, or an earlier commit. */
export interface Comparison {
  readonly entries: readonly BaselineEntry[];
  /** Path of the scanned folder relative to the one that the entries' paths are relative to, with a slash at its end, or empty. */
  readonly prefix: string;
  /** Whether a file's content was there already: then nothing in it is new, whatever is found in it now. */
  readonly holds?: (path: string) => boolean;
}

export interface Compared {
  /** Those that no comparison knows and that fail the gate. */
  readonly added: readonly Finding[];
  /** By comparison. */
  readonly matches: readonly BaselineMatch[];
  /** All findings of the report, each with its state. */
  readonly findings: readonly Finding[];
}

/**
 * Whether a finding can fail a gate: it names a customer that is served, and is not of low confidence. A flag without a customer is how
 * products are built today; budgets can bound those too.
 */
export function isGated(finding: Finding, byId: ReadonlyMap<string, Customer>): boolean {
  if (finding.confidence === 'low' || isSetApart(finding, byId)) return false;
  return finding.kind !== 'flag' || finding.customers.length > 0;
}

/** Compares a report with all that was accepted; a finding is new when no comparison has it. */
export function compare({ findings, customers }: Pick<Report, 'findings' | 'customers'>, comparisons: readonly Comparison[]): Compared {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const matches = comparisons.map(({ entries, prefix }) => matchBaseline(findings, entries, customers, prefix));
  const added = new Set(
    findings.filter(
      (finding) => matches.every(({ known }) => !known.has(finding)) && !comparisons.some(({ holds }) => holds?.(finding.path)),
    ),
  );
  return {
    matches,
    added: [...added].filter((finding) => isGated(finding, byId)),
    findings: findings.map((finding) => ({ ...finding, baselineState: added.has(finding) ? 'new' : 'unchanged' })),
  };
}

/** What each budget counts. Low confidence never counts. `prefix` as in `Comparison`, relative to the folder of the configuration. */
export function useBudgets(budgets: readonly Budget[], findings: readonly Finding[], prefix: string): readonly BudgetUse[] {
  return budgets.map((budget) => ({ budget, count: findings.filter((finding) => countsFor(budget, finding, prefix)).length }));
}

/** Whether a budget counts a finding. */
export function countsFor({ customer, kind, folder }: Budget, finding: Finding, prefix: string): boolean {
  if (finding.confidence === 'low') return false;
  if (customer !== undefined && !finding.customers.includes(customer)) return false;
  if (kind !== undefined && finding.kind !== kind) return false;
  return `${prefix}${finding.path}`.startsWith(folderStart(folder));
}

/** What paths in the folder of a budget begin with: empty for all of them, else with a slash at its end. */
export function folderStart(folder: string | undefined): string {
  const plain = folder?.replace(/^\.?\/+|\/+$/g, '') ?? '';
  return plain === '' || plain === '.' ? '' : `${plain}/`;
}
