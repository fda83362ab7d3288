import type { Debt } from './debt.js';
import type { Confidence } from './finding.js';

export type CustomerSource = 'configured' | 'imported' | 'inferred';

/**
 * As what a party stands in the product: one that is served, the product's own name or brand, or one made up for demonstrations and tests.
 * Code for the latter two is per-customer code that nobody has ordered.
 */
export const standings = ['customer', 'first-party', 'rehearsal'] as const;
export type Standing = (typeof standings)[number];

/** Whether a customer is still served, as far as the team has said. */
export const customerStatuses = ['active', 'gone', 'unknown'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** A named party that the product serves. */
export interface Customer {
  /** Stable, kebab-case for inferred customers, as written for configured ones. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly source: CustomerSource;
  readonly standing: Standing;
  /** Left out where nobody has said. */
  readonly status?: CustomerStatus;
  readonly confidence: Confidence;
  /** Why this is taken for a customer; empty for configured ones. */
  readonly evidence: readonly string[];
  /** What speaks against it, with places; empty for configured ones. */
  readonly against: readonly string[];
  /** How many findings name it. */
  readonly findings: number;
  /** Of all findings that name it together; left out where debt was not assessed. */
  readonly debt?: Debt;
}

/**
 * Whether a place names somebody, and nobody that is served: own brands and made-up parties only. `byId` has all customers of the report;
 * an unknown one counts as served.
 */
export function isSetApart({ customers }: { readonly customers: readonly string[] }, byId: ReadonlyMap<string, Customer>): boolean {
  return customers.length > 0 && customers.every((id) => (byId.get(id)?.standing ?? 'customer') !== 'customer');
}
