import assert from 'node:assert/strict';
import { chartsOf } from '../../../src/report/charts/registry.js';
import { customerRows } from '../../../src/report/content/customer-rows.js';
import type { Report } from '../../../src/model/report.js';
import { exampleReport, finding } from './example-report.js';
import { exampleTrend, withAllFields } from './full-report.js';
import { readXml } from './xml-text.js';

const three: Report = withAllFields({
  ...exampleReport,
  findings: [
    finding(),
    finding({ id: 'a2', path: 'apps/web/cart.ts', region: null }),
    finding({ id: 'g1', path: 'apps/web/cart.ts', customers: ['globex'] }),
    finding({ id: 'i1', path: 'apps/api/tax.ts', customers: ['initech'] }),
  ],
});

function drawn(report: Report, trend = exampleTrend(['acme', 'globex'])) {
  const input = { report, trend };
  return chartsOf(input, customerRows(input));
}

describe('charts', () => {
  it('say in a table what they show', () => {
    const tables = new Map(drawn(three).flatMap((chart) => ('table' in chart ? [[chart.id, chart.table.rows]] : [])));
    assert.deepEqual(tables.get('debt-by-customer'), [
      ['Acme Corp', 19, 2, 2],
      ['Globex', 18, 1, 1],
      ['Initech', 18, 1, 1],
    ]);
    assert.deepEqual(
      tables.get('concentration')?.map((row) => row.at(-1)),
      ['50\u00a0%', '75\u00a0%', '100\u00a0%'],
    );
    assert.deepEqual(tables.get('folder-map')?.[0], ['apps/web', 18, 2, 2]);
    assert.deepEqual(tables.get('tangle-matrix'), [
      ['apps/web', 1, 1, 0],
      ['src', 1, 0, 0],
      ['apps/api', 0, 0, 1],
    ]);
    assert.equal(tables.get('age-pyramid')?.length, 6);
    assert.equal(tables.get('trend')?.length, 12);
  });

  it('are pictures that a strict policy and any theme can live with', () => {
    for (const chart of drawn(three)) {
      assert.ok('svg' in chart, chart.id);
      readXml(chart.svg);
      assert.doesNotMatch(chart.svg, /style|class=|<script|#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i, chart.id);
    }
  });

  it('say why there is none, and how to get it', () => {
    const reasons = drawn({ ...exampleReport, findings: [], customers: [] }, []).map((chart) => ('missing' in chart ? chart.missing : ''));
    assert.equal(reasons.length, 6);
    for (const reason of reasons) assert.match(reason, /^[A-Z].*\.$/);
  });

  it('name both sides of the pyramid in ink that can be seen, also where nothing is old', () => {
    const commit = { commit: 'a'.repeat(40), date: '2025-09-01T00:00:00Z', subject: 'x' };
    const young = { introduced: commit, lastTouched: commit, changes: 0, uncommitted: 0, knownBy: [] };
    const findings = three.findings.map((each) => ({ ...each, age: young }));
    const pyramid = drawn({ ...three, findings }).find(({ id }) => id === 'age-pyramid');
    assert.ok(pyramid && 'svg' in pyramid);
    for (const words of ['◀ came', 'last touched ▶', '4'])
      assert.match(pyramid.svg, new RegExp(`<text[^>]*fill="currentColor"[^>]*>${words}</text>`));
  });

  it('leave out of the matrix areas where none of the shown customers is, and say that not all are shown', () => {
    const [acme] = exampleReport.customers;
    assert.ok(acme);
    const customers = Array.from({ length: 14 }, (_, index) => ({ ...acme, id: `c${String(index)}`, name: `C${String(index)}` }));
    const findings = customers.flatMap(({ id }, index) =>
      (index < 12 ? ['main.ts', 'src/a.ts'] : ['lib/b.ts']).map((path) => finding({ id: `${id} ${path}`, path, customers: [id] })),
    );
    const matrix = drawn({ ...three, customers, findings }).find(({ id }) => id === 'tangle-matrix');
    assert.ok(matrix && 'svg' in matrix);
    assert.deepEqual(
      matrix.table.rows.map(([area]) => area),
      ['(top folder)', 'src', 'lib'],
    );
    assert.match(matrix.svg, />\(top folder\)</);
    assert.doesNotMatch(matrix.svg, />lib</);
    assert.match(matrix.summary, /The 12 customers with most places are shown; all are in the table\.$/);
  });

  it('keep to what fits, and the table to all of it', () => {
    const [acme] = exampleReport.customers;
    assert.ok(acme);
    const customers = Array.from({ length: 60 }, (_, index) => ({
      ...acme,
      id: `c${String(index)}`,
      name: `Customer ${String(index)} of a very long name indeed`,
    }));
    const findings = customers.map(({ id }, index) =>
      finding({ id, customers: [id], path: `src/${'long-folder-name/'.repeat(4)}${String(index)}/x.ts` }),
    );
    for (const chart of drawn({ ...three, customers, findings }))
      if ('table' in chart && chart.id !== 'trend') assert.ok(chart.table.rows.length >= 1);
    const [debt] = drawn({ ...three, customers, findings });
    assert.ok(debt && 'table' in debt);
    assert.equal(debt.table.rows.length, 60);
    assert.match(debt.summary, /45 customers with fewer lines are only in the table\./);
  });
});
