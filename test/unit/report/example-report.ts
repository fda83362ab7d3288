import type { DirectiveProblem } from '../../../src/model/directive.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Report } from '../../../src/model/report.js';

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    id: 'a1',
    kind: 'branch',
    path: 'src/price.ts',
    range: { start: { line: 42, column: 7 }, end: { line: 42, column: 29 } },
    region: { start: { line: 42, column: 3 }, end: { line: 59, column: 4 } },
    customers: ['acme'],
    confidence: 'high',
    evidence: ['tenant.slug is compared with “acme”.'],
    text: "tenant.slug === 'acme'",
    ...more,
  };
}

export const problem: DirectiveProblem = {
  path: 'src/price.ts',
  range: { start: { line: 7, column: 1 }, end: { line: 7, column: 30 } },
  message: 'There is no one-off in this file to ignore.',
  remedy: 'Remove it.',
  unused: true,
};

export const exampleReport: Report = {
  schemaVersion: 1,
  tool: { name: 'oneoff', version: '0.1.0' },
  root: '/w',
  customers: [
    {
      id: 'acme',
      name: 'Acme Corp',
      aliases: ['ACME'],
      source: 'configured',
      standing: 'customer',
      confidence: 'high',
      evidence: [],
      against: [],
      findings: 2,
    },
    {
      id: 'globex',
      name: 'Globex',
      aliases: [],
      source: 'inferred',
      standing: 'customer',
      confidence: 'medium',
      evidence: ['“globex” is a key of TENANTS.'],
      against: [],
      findings: 1,
    },
    {
      id: 'initech',
      name: 'Initech',
      aliases: [],
      source: 'configured',
      standing: 'customer',
      confidence: 'high',
      evidence: [],
      against: [],
      findings: 0,
    },
  ],
  findings: [
    finding(),
    finding({
      id: 'a2',
      kind: 'import',
      range: { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } },
      region: null,
      text: "import './acme'",
    }),
    finding({ id: 'a3', kind: 'lookup', path: 'src/tenants.ts', customers: ['globex'], confidence: 'low', text: 'globex:' }),
    finding({
      id: 'a4',
      kind: 'flag',
      path: 'src/tenants.ts',
      customers: [],
      confidence: 'medium',
      text: "isOn('sso')",
      flag: { key: 'sso', provider: 'configured' },
    }),
  ],
  directives: { ignored: 0, problems: [] },
  skipped: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ path: `${name}.ts`, reason: 'It is binary, not source text.' })),
  stats: { files: 1234, parsed: 700, cached: 34, lines: 56789, bytes: 1_000_000, ms: { total: 1930 } },
};
