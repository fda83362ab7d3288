import type { Span } from '../facts/facts.js';

/** A constant that code compares with, and where it is written. */
export interface Constant {
  /** Null when only the name of the constant is known: `brands.acme`, `process.env.ACME_ID`. */
  readonly value: string | number | null;
  /** Names by which code refers to it, outermost first: `['Tenant', 'Acme']`, `['ACME_TENANT_ID']`; empty for a bare literal. */
  readonly names: readonly string[];
  readonly path: string;
  readonly span: Span;
}
