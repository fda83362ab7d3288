import type { Confidence } from './finding.js';

export type CustomerSource = 'configured' | 'inferred';

/** A named party that the product serves. */
export interface Customer {
  /** Stable, kebab-case for inferred customers, as written for configured ones. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly source: CustomerSource;
  readonly confidence: Confidence;
  /** Why this is taken for a customer; empty for configured ones. */
  readonly evidence: readonly string[];
  /** How many findings name it. */
  readonly findings: number;
}
