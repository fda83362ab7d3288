import type { Customer } from '../../../src/model/customer.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Translate } from '../../../src/editor/translate.js';

/** What `vscode.l10n.t` does in English. */
export const english: Translate = (message, ...values) => message.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));

export const acme: Customer = {
  id: 'acme',
  name: 'Acme Corp',
  aliases: ['ACME'],
  source: 'configured',
  standing: 'customer',
  confidence: 'high',
  evidence: [],
  against: [],
  findings: 2,
};

export const globex: Customer = {
  id: 'globex',
  name: 'Globex',
  aliases: [],
  source: 'inferred',
  standing: 'customer',
  confidence: 'medium',
  evidence: ['`tenant.slug` is compared with it in 3 files.'],
  against: [],
  findings: 1,
};

let made = 0;

/** A branch for Acme in src/pricing.ts, lines 4 to 6, but for what is given. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    id: `f${++made}`,
    kind: 'branch',
    path: 'src/pricing.ts',
    range: { start: { line: 4, column: 7 }, end: { line: 4, column: 29 } },
    region: { start: { line: 4, column: 3 }, end: { line: 6, column: 4 } },
    customers: ['acme'],
    confidence: 'high',
    evidence: ['`tenant.slug` says which customer it is.', 'Acme Corp is configured.'],
    text: "tenant.slug === 'acme'",
    ...given,
  };
}

/** A one-line range. */
export function at(line: number, column: number, length: number): Finding['range'] {
  return { start: { line, column }, end: { line, column: column + length } };
}
