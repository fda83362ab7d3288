import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { assessDebt } from '../../../src/assess/debt.js';
import { configuredSource, defaultDebtSettings, type Debt } from '../../../src/model/debt.js';
import type { FlagState } from '../../../src/model/finding.js';
import type { Report } from '../../../src/model/report.js';
import { formatJson } from '../../../src/report/json.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { exampleReport, finding, problem } from './example-report.js';
import { readJsonObject } from './json-file.js';

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(readJsonObject('media/report.schema.json'));

const withStates = z.object({ findings: z.array(z.object({ flag: z.object({ state: z.unknown() }) })) });

function reportedStates(report: unknown): readonly unknown[] {
  return withStates.parse(report).findings.map(({ flag }) => flag.state);
}

function errorsIn(report: Report): readonly string[] {
  return validate(JSON.parse(formatJson(report)))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function optional(debt: Debt | undefined): { readonly debt?: Debt } {
  return debt ? { debt } : {};
}

describe('formatJson', () => {
  it('conforms to the published schema', () => {
    assert.deepEqual(errorsIn(exampleReport), []);
  });

  it('conforms to it with every state of a flag', () => {
    const states: readonly FlagState[] = [
      ...[true, 'blue', 3, null].map((value) => ({ kind: 'constant' as const, value, expired: '2025-01-01' })),
      { kind: 'one-customer', targets: ['acme'], isInverted: true },
      { kind: 'cohort', targets: ['acme', 'globex'], isPermanent: true },
      { kind: 'percentage', percent: 12.5 },
      { kind: 'varying' },
      { kind: 'dead-key' },
      { kind: 'unknown-key' },
    ];
    const definition = { path: 'flags.json', line: 2 };
    const findings = states.map((state) => finding({ kind: 'flag', flag: { key: 'sso', provider: 'unleash', definition, state } }));
    assert.deepEqual(errorsIn({ ...exampleReport, findings }), []);
    const written: unknown = JSON.parse(formatJson({ ...exampleReport, findings }));
    assert.deepEqual(reportedStates(written), states);
  });

  it('conforms to it with requests and directives', () => {
    const requests = [{ tracker: null, key: 'PROD-7', url: null }];
    const directives = { ignored: 1, problems: [problem] };
    assert.deepEqual(errorsIn({ ...exampleReport, findings: [finding({ requests })], directives }), []);
    // Somebody looked, and found none.
    assert.deepEqual(errorsIn({ ...exampleReport, findings: [finding({ requests: [] })] }), []);
  });

  it('conforms to it with ages, debt, hotspots, requests of trackers, and what was read of the history', () => {
    const introduced = { commit: 'a'.repeat(40), date: '2025-01-01T00:00:00.000Z', subject: 'Prices' };
    const age = { introduced, isOlder: true as const, lastTouched: null, changes: 2, uncommitted: 1, knownBy: ['Ada'] };
    const link = { source: 'commit' as const, isCandidate: true, why: 'The commit names it.' };
    const requests = [
      { tracker: 'jira', key: 'PROD-7', url: 'https://x.example/7', title: 'Prices', status: 'Done', state: 'done' as const, link },
    ];
    const findings = [finding({ age, requests })];
    const hoursPerChange = { low: 1, high: 2, source: configuredSource };
    const settings = { ...defaultDebtSettings, hoursPerChange };
    const history = { age, touches: [{ ...introduced, body: '' }], makers: [], merges: [], birth: null };
    const histories = { findings: new Map([['a1', history]]), files: new Map([['src/price.ts', { revisions: ['a'], churn: 3 }]]) };
    const { customers } = exampleReport;
    const debts = assessDebt({ findings, customers, histories, fileLines: new Map([['src/price.ts', 9]]), settings, itemsNamed: () => [] });
    const report: Report = {
      ...exampleReport,
      customers: customers.map((customer) => ({ ...customer, ...optional(debts.customers.get(customer.id)) })),
      findings: findings.map((each) => ({ ...each, ...optional(debts.findings.get(each.id)) })),
      history: { head: 'b'.repeat(40), from: '2025-01-01', to: '2026-01-01', commits: 1, notices: ['It is shallow.'] },
      hotspots: [{ path: 'src', isFolder: true, revisions: 1, churn: 3, lines: 9, complexity: 2, oneOffs: 1, customers: ['acme'] }],
      requests: { linked: 0, of: 1, trackers: [{ tracker: 'jira', items: 3, asked: null, problem: 'It is down.' }] },
    };
    assert.deepEqual(errorsIn(report), []);
    const written = JSON.stringify(JSON.parse(formatJson(report)));
    for (const figure of [
      '"interest":{"low":1,"high":2',
      '"payback":{"isolate":{"low":1.5,"high":12',
      '"isOlder":true',
      '"collateral":1',
      '"why":"The commit names it."',
      '"hotspots":[{"path":"src"',
    ])
      assert.ok(written.includes(figure), figure);
  });

  it('conforms to it on a real workspace', async function () {
    this.timeout(30_000);
    const session = await openSession({ root: 'test/fixtures/demo', cacheFolder: null });
    const report = await session.scan();
    await session.dispose();
    assert.ok(report.findings.length > 20);
    assert.deepEqual(errorsIn(report), []);
  });

  const wrong: readonly { readonly name: string; readonly report: Report; readonly error: RegExp }[] = [
    {
      name: 'a path of Windows',
      report: { ...exampleReport, findings: [finding({ path: 'src\\a.ts' })] },
      error: /path must NOT be valid/,
    },
    { name: 'an absolute path', report: { ...exampleReport, findings: [finding({ path: '/src/a.ts' })] }, error: /path must NOT be valid/ },
    {
      name: 'a branch without a customer',
      report: { ...exampleReport, findings: [finding({ customers: [] })] },
      error: /NOT have fewer than 1/,
    },
    {
      name: 'a flag that is not described',
      report: { ...exampleReport, findings: [finding({ kind: 'flag' })] },
      error: /required property 'flag'/,
    },
    {
      name: 'a line 0',
      report: { ...exampleReport, findings: [finding({ range: { start: { line: 0, column: 1 }, end: { line: 1, column: 1 } } })] },
      error: /line must be >= 1/,
    },
  ];
  for (const { name, report, error } of wrong) {
    it(`would be caught with ${name}`, () => {
      assert.match(errorsIn(report).join('\n'), error);
    });
  }

  it('does not depend on how a finding was put together', () => {
    const [first] = exampleReport.findings;
    assert.ok(first);
    const turned = Object.fromEntries(Object.entries(first).reverse());
    const same = { ...exampleReport, findings: [{ ...finding(), ...turned }] };
    assert.equal(formatJson(same), formatJson({ ...exampleReport, findings: [first] }));
  });
});
