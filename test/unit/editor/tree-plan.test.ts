import assert from 'node:assert/strict';
import { planTree, regionLines, type TreePlan, type TreeSource } from '../../../src/editor/tree-plan.js';
import type { Finding } from '../../../src/model/finding.js';
import { acme, at, english, finding, globex } from './examples.js';

const source = (findings: readonly Finding[], name = 'app'): TreeSource => ({
  key: `file:///${name}`,
  name,
  customers: [acme, globex],
  files: new Map(findings.map(({ path }) => [path, findings.filter((each) => each.path === path)])),
});

/** The tree as a person reads it. */
function read({ rows }: TreePlan): readonly string[] {
  return rows.flatMap((row) => [
    `${row.label} | ${row.description}`,
    ...row.files.flatMap((file) => [
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
    const plan = planTree(english, [source([flag, inferred, inferred, finding()])], { showLowConfidence: false });
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
    const plan = planTree(english, [source([doubtful, finding()])], { showLowConfidence: false });
    assert.deepEqual([plan.shown, plan.hidden], [1, 1]);
    const all = planTree(english, [source([doubtful, finding()])], { showLowConfidence: true });
    assert.deepEqual([all.shown, all.hidden], [2, 0]);
    assert.match(read(all).join('\n'), /:4 {2}3 lines {2}low confidence/);
  });

  it('keeps a row id when lines move and other rows come, so that the tree stays expanded', () => {
    const kept = finding({ id: 'kept' });
    const moved = finding({ id: 'kept', range: at(40, 7, 22) });
    const id = (findings: readonly Finding[]) =>
      planTree(english, [source(findings)], { showLowConfidence: false }).rows[0]?.files[0]?.findings.find(
        (row) => row.finding.id === 'kept',
      )?.id;
    assert.equal(id([kept]), id([finding({ id: 'other', range: at(1, 1, 3) }), moved]));
  });

  it('gives every row an id of its own, also for two findings with one fingerprint', () => {
    const twin = { id: 'twin' };
    const { rows } = planTree(english, [source([finding(twin), finding({ ...twin, range: at(8, 1, 3) })])], { showLowConfidence: false });
    const ids = rows.flatMap((row) => [row.id, ...row.files.flatMap((file) => [file.id, ...file.findings.map((each) => each.id)])]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lists a finding of two customers under both and counts it once', () => {
    const plan = planTree(english, [source([finding({ customers: ['acme', 'globex'] })])], { showLowConfidence: false });
    assert.deepEqual(
      plan.rows.map(({ label }) => label),
      ['Acme Corp', 'Globex?'],
    );
    assert.equal(plan.shown, 1);
  });

  it('sets own brands and test tenants apart, last, and out of the count', () => {
    const demo = { ...globex, id: 'demo', name: 'Demo', standing: 'rehearsal' as const };
    const findings = [finding({ customers: ['demo'] }), finding({ customers: ['acme', 'demo'] }), finding({ customers: ['demo'] })];
    const plan = planTree(english, [{ ...source(findings), customers: [acme, demo] }], { showLowConfidence: false });
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
    const plan = planTree(english, [source([finding()], 'api'), source([finding()], 'web')], { showLowConfidence: false });
    assert.deepEqual(read(plan), [
      'Acme Corp | 2 one-offs · configured',
      '  pricing.ts | 1 · api · src',
      "    tenant.slug === 'acme' | :4  3 lines",
      '  pricing.ts | 1 · web · src',
      "    tenant.slug === 'acme' | :4  3 lines",
    ]);
  });

  it('says everything in words for screen readers', () => {
    const row = planTree(english, [source([finding()])], { showLowConfidence: false }).rows[0];
    assert.equal(row?.spoken, 'Acme Corp, 1 one-off · configured');
    assert.equal(row.files[0]?.spoken, 'src/pricing.ts, 1 one-off');
    assert.equal(row.files[0].findings[0]?.spoken, "branch, tenant.slug === 'acme', line 4, 3 lines");
  });

  it('counts the lines of a region, without the one that it only touches', () => {
    const lines = (from: number, to: number, column: number) =>
      regionLines(finding({ region: { start: { line: from, column: 1 }, end: { line: to, column } } }));
    assert.deepEqual([lines(4, 6, 4), lines(4, 7, 1), lines(4, 4, 9)], [3, 3, 1]);
  });
});
