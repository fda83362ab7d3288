import type { Customer } from '../../../src/model/customer.js';
import type { Age, CommitReference } from '../../../src/model/age.js';
import type { Debt, Estimate } from '../../../src/model/debt.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Request } from '../../../src/model/request.js';
import type { Reading } from '../../../src/editor/figures-plan.js';
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

/** Nothing but the code was read. */
export const codeOnly: Reading = { today: '2026-11-25T12:00:00Z', from: null, isAsked: false, decisions: new Map() };

/** History and requests were read too. */
export const allRead: Reading = { today: '2026-11-25T12:00:00Z', from: '2025-11-25', isAsked: true, decisions: new Map() };

export const introduced: CommitReference = {
  commit: '1a2b3c4'.padEnd(40, '0'),
  date: '2025-09-12T10:00:00Z',
  subject: 'Discount for Acme',
};

/** Of lines that were written 14 months ago and changed since. */
export const age: Age = {
  introduced,
  lastTouched: { commit: '9f8e7d6'.padEnd(40, '0'), date: '2026-11-20T10:00:00Z', subject: 'Round prices' },
  changes: 5,
  uncommitted: 0,
  knownBy: ['Ann', 'Bo'],
};

/** Done, and tied to the place by a commit. */
export const request: Request = {
  tracker: 'jira',
  key: 'PROD-123',
  url: 'https://jira.example.com/browse/PROD-123',
  title: 'Volume discount',
  status: 'Done',
  state: 'done',
  link: { source: 'commit', isCandidate: false, why: 'The commit 1a2b3c4 that brought these lines names it.' },
};

export const candidate: Request = {
  ...request,
  key: 'PROD-9',
  title: 'Acme wants more',
  status: 'Open',
  state: 'open',
  link: { source: 'label', isCandidate: true, why: 'Its label names the customer.' },
};

const estimate = (low: number, high: number): Estimate => ({
  low,
  high,
  formula: 'sites × minutes per site',
  terms: [
    { name: 'sites', value: 3, source: 'counted' },
    { name: 'minutes per site', value: { low: 10, high: 30 }, source: 'proposal' },
  ],
});

export const debt: Debt = {
  sites: 3,
  files: 2,
  lines: 18,
  scatter: 2,
  tangle: 1,
  changes: 5,
  ownChanges: 2,
  collateral: 3,
  relativeChurn: 0.4,
  principal: { keep: estimate(0, 0), isolate: estimate(0.75, 3), generalise: estimate(13.5, 13.5), retire: estimate(0.5, 1.5) },
  interest: null,
  payback: null,
};
