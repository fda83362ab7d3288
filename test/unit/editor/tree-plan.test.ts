import assert from 'node:assert/strict';
import type { TreeSource } from '../../../src/editor/file-rows.js';
import { regionLines } from '../../../src/editor/finding-words.js';
import { planTree, type TreePlan } from '../../../src/editor/tree-plan.js';
import type { FileRow, TopRow } from '../../../src/editor/tree-rows.js';
import type { Finding } from '../../../src/model/finding.js';
import { acme, age, allRead, at, candidate, codeOnly, debt, english, finding, globex, request } from './examples.js';

const usual = { showLowConfidence: false, grouping: 'customer', filter: '' } as const;

const source = (findings: readonly Finding[], name = 'app', reading = codeOnly): TreeSource => ({
  key: `file:///${name}`,
  name,
  customers: [acme, globex],
  files: new Map(findings.map(({ path }) => [path, findings.filter((each) => each.path === path)])),
  reading,
});

const filesOf = (row: TopRow | undefined): readonly FileRow[] => (row && row.is !== 'family' ? row.files : []);

/** The tree as a person reads it. */
function read({ rows }: TreePlan): readonly string[] {
  return rows.flatMap((row) => [
    `${row.label} | ${row.description}`,
    ...filesOf(row).flatMap((file) => [
      `  ${file.label} | ${file.description}`,
      ...file.findings.map(({ label, description }) => `    ${label} | ${description}`),
    ]),
  ]);
}

const flag = finding({
  kind: 'flag',
  customers: [],
  range: at(9, 1, 5),
  region: null,
  text: "isEnabled('sso')",
  flag: { key: 'sso', provider: 'LaunchDarkly' },
});

describe('tree plan', () => {
  it('lists configured customers, then inferred ones with a question mark, then flags without a customer', () => {
    const inferred = finding({
      customers: ['globex'],
      confidence: 'medium',
      range: at(10, 10, 24),
      region: null,
      text: "t.slug === 'globex'",
    });
    const plan = planTree(english, [source([flag, inferred, inferred, finding()])], usual);
    assert.deepEqual(read(plan), [
      'Acme Corp | 1 one-off · configured',
      '  pricing.ts | 1 · src',
      "    tenant.slug === 'acme' | :4  3 lines",
      'Globex? | 2 one-offs · inferred, medium confidence',
      '  pricing.ts | 2 · src',
      "    t.slug === 'globex' | :10",
      "    t.slug === 'globex' | :10",
      'Flags without a customer | 1 one-off',
      '  pricing.ts | 1 · src',
      '    sso | :9  flag, LaunchDarkly',
    ]);
    assert.equal(plan.shown, 4);
  });

  it('leaves out low confidence unless asked, and says how many', () => {
    const doubtful = finding({ confidence: 'low' });
    const plan = planTree(english, [source([doubtful, finding()])], usual);
    assert.deepEqual([plan.shown, plan.hidden], [1, 1]);
    const all = planTree(english, [source([doubtful, finding()])], { ...usual, showLowConfidence: true });
    assert.deepEqual([all.shown, all.hidden], [2, 0]);
    assert.match(read(all).join('\n'), /:4 {2}3 lines · low confidence/);
  });

  it('keeps a row id when lines move and other rows come, so that the tree stays expanded', () => {
    const kept = finding({ id: 'kept' });
    const moved = finding({ id: 'kept', range: at(40, 7, 22) });
    const id = (findings: readonly Finding[]) =>
      planTree(english, [source(findings)], usual)
        .rows.flatMap(filesOf)[0]
        ?.findings.find((row) => row.finding.id === 'kept')?.id;
    assert.equal(id([kept]), id([finding({ id: 'other', range: at(1, 1, 3) }), moved]));
  });

  it('gives every row an id of its own, also for two findings with one fingerprint', () => {
    const twin = { id: 'twin' };
    const { rows } = planTree(english, [source([finding(twin), finding({ ...twin, range: at(8, 1, 3) })])], usual);
    const ids = rows.flatMap((row) => [row.id, ...filesOf(row).flatMap((file) => [file.id, ...file.findings.map((each) => each.id)])]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lists a finding of two customers under both and counts it once', () => {
    const plan = planTree(english, [source([finding({ customers: ['acme', 'globex'] })])], usual);
    assert.deepEqual(
      plan.rows.map(({ label }) => label),
      ['Acme Corp', 'Globex?'],
    );
    assert.equal(plan.shown, 1);
  });

  it('sets own brands and test tenants apart, last, and out of the count', () => {
    const demo = { ...globex, id: 'demo', name: 'Demo', standing: 'rehearsal' as const };
    const findings = [finding({ customers: ['demo'] }), finding({ customers: ['acme', 'demo'] }), finding({ customers: ['demo'] })];
    const plan = planTree(english, [{ ...source(findings), customers: [acme, demo] }], usual);
    assert.deepEqual(
      plan.rows.map(({ label }) => label),
      ['Acme Corp'],
    );
    assert.equal(plan.shown, 1);
    assert.equal(plan.setApart?.label, 'Own brands and test tenants');
    assert.equal(plan.setApart.description, '2 one-offs');
    assert.deepEqual(
      plan.setApart.customers.map(({ label, count }) => [label, count]),
      [['Demo?', 3]],
    );
  });

  it('merges the folders of a window and names them where there are several', () => {
    const plan = planTree(english, [source([finding()], 'api'), source([finding()], 'web')], usual);
    assert.deepEqual(read(plan), [
      'Acme Corp | 2 one-offs · configured',
      '  pricing.ts | 1 · api · src',
      "    tenant.slug === 'acme' | :4  3 lines",
      '  pricing.ts | 1 · web · src',
      "    tenant.slug === 'acme' | :4  3 lines",
    ]);
  });

  it('says everything in words for screen readers', () => {
    const row = planTree(english, [source([finding()])], usual).rows[0];
    assert.equal(row?.spoken, 'Acme Corp, 1 one-off · configured');
    assert.equal(filesOf(row)[0]?.spoken, 'src/pricing.ts, 1 one-off');
    assert.equal(filesOf(row)[0]?.findings[0]?.spoken, "branch, tenant.slug === 'acme', line 4, 3 lines");
  });

  it('counts the lines of a region, without the one that it only touches', () => {
    const lines = (from: number, to: number, column: number) =>
      regionLines(finding({ region: { start: { line: from, column: 1 }, end: { line: to, column } } }));
    assert.deepEqual([lines(4, 6, 4), lines(4, 7, 1), lines(4, 4, 9)], [3, 3, 1]);
  });

  it('says how old a one-off is, what asked for it, and what the product paid', () => {
    const asked = source([finding({ age, requests: [request] }), finding({ age, range: at(9, 1, 3) })], 'app', allRead);
    const paid = { ...asked, customers: [{ ...acme, debt }, globex] };
    const { rows } = planTree(english, [paid], usual);
    assert.deepEqual(read({ ...planTree(english, [paid], usual) }), [
      'Acme Corp | 2 one-offs · 3 collateral changes · configured',
      '  pricing.ts | 2 · src',
      "    tenant.slug === 'acme' | :4  3 lines · 14 months · PROD-123 Done",
      "    tenant.slug === 'acme' | :9  3 lines · 14 months · no request known",
    ]);
    assert.equal(filesOf(rows[0])[0]?.findings[0]?.spoken, "branch, tenant.slug === 'acme', line 4, 3 lines, 14 months, PROD-123 Done");
  });

  it('groups by request, with those that none is known of last; a candidate counts as none', () => {
    const findings = [
      finding({ requests: [candidate] }),
      finding({ requests: [request, { ...request, key: 'PROD-7', title: 'Rates' }], range: at(9, 1, 3) }),
      finding({ requests: [request], path: 'src/tax.ts' }),
    ];
    assert.deepEqual(read(planTree(english, [source(findings, 'app', allRead)], { ...usual, grouping: 'request' })), [
      'PROD-123 Volume discount | Done · 2 one-offs',
      '  pricing.ts | 1 · src',
      "    tenant.slug === 'acme' | :9  3 lines · PROD-123 Done +1",
      '  tax.ts | 1 · src',
      "    tenant.slug === 'acme' | :4  3 lines · PROD-123 Done",
      'PROD-7 Rates | Done · 1 one-off',
      '  pricing.ts | 1 · src',
      "    tenant.slug === 'acme' | :9  3 lines · PROD-123 Done +1",
      'No request known | 1 one-off',
      '  pricing.ts | 1 · src',
      "    tenant.slug === 'acme' | :4  3 lines · PROD-9 Open candidate",
    ]);
  });

  it('groups by folder', () => {
    const findings = [finding({ path: 'src/b/z.ts' }), finding({ path: 'top.ts' }), finding({ path: 'src/a.ts' })];
    assert.deepEqual(
      planTree(english, [source(findings)], { ...usual, grouping: 'folder' }).rows.map(({ label, description }) => [label, description]),
      [
        ['app', '1 one-off'],
        ['src', '1 one-off'],
        ['src/b', '1 one-off'],
      ],
    );
  });

  it('keeps own brands and test tenants apart however it is grouped', () => {
    const demo = { ...globex, id: 'demo', name: 'Demo', standing: 'rehearsal' as const };
    const one = { ...source([finding({ customers: ['demo'] }), finding()]), customers: [acme, demo] };
    for (const grouping of ['customer', 'request', 'folder'] as const) {
      const { rows, setApart } = planTree(english, [one], { ...usual, grouping });
      assert.deepEqual([rows.map(({ count }) => count), setApart?.description], [[1], '1 one-off'], grouping);
    }
  });

  for (const [filter, lines] of [
    ['', [4, 9]],
    ['PRICING acme', [4]],
    ['prod-123', [4]],
    ['volume', [4]],
    ['globex', [9]],
    ['branch', [4, 9]],
    ['acme globex', []],
  ] as const)
    it(`lists what matches “${filter}”`, () => {
      const findings = [finding({ requests: [request] }), finding({ customers: ['globex'], text: "t === 'globex'", range: at(9, 1, 3) })];
      const plan = planTree(english, [source(findings)], { ...usual, filter });
      const listed = plan.rows.flatMap((row) => filesOf(row).flatMap((file) => file.findings.map((row) => row.finding.range.start.line)));
      assert.deepEqual(listed.sort(), lines);
      assert.deepEqual([plan.shown, plan.listed], [2, lines.length]);
    });
});
