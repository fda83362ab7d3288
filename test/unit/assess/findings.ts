import type { Finding } from '../../../src/model/finding.js';

/** A finding with what a test says about it; the rest is a branch for Acme on line 1. */
export function findingFor(more: Partial<Finding> & Pick<Finding, 'id'>): Finding {
  const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 20 } };
  return {
    kind: 'branch',
    path: 'src/a.ts',
    range,
    region: range,
    customers: ['acme'],
    confidence: 'high',
    evidence: [],
    text: "tenant.slug === 'acme'",
    ...more,
  };
}
