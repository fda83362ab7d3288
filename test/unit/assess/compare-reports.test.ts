import assert from 'node:assert/strict';
import { compareReports } from '../../../src/assess/compare-reports.js';
import type { Customer } from '../../../src/model/customer.js';
import type { Finding } from '../../../src/model/finding.js';
import { exampleReport, finding } from '../report/example-report.js';

function outcome(before: Parameters<typeof compareReports>[0]['findings'], now: readonly Finding[], customers: readonly Customer[] = []) {
  const { added, moved, gone } = compareReports({ findings: before }, { findings: now, customers });
  return { added: [...added], moved: [...moved], gone: gone.map(({ id }) => id) };
}

describe('compareReports', () => {
  const old = finding({ id: 'old' });

  it('finds nothing in equal reports', () => {
    assert.deepEqual(outcome([old], [old]), { added: [], moved: [], gone: [] });
  });

  it('tells what came from what went', () => {
    assert.deepEqual(outcome([old], [finding({ id: 'new', text: 'isAcme(tenant)' })]), { added: ['new'], moved: [], gone: ['old'] });
  });

  it('follows a file that moved', () => {
    assert.deepEqual(outcome([old], [finding({ id: 'new', path: 'lib/price.ts' })]), { added: [], moved: ['new'], gone: [] });
  });

  it('takes of several alike only as many for moved as are missing', () => {
    const copies = ['c1', 'c2', 'c3'].map((id) => finding({ id, path: `${id}.ts` }));
    assert.deepEqual(outcome([old], copies), { added: ['c2', 'c3'], moved: ['c1'], gone: [] });
    assert.deepEqual(outcome(copies, [old]), { added: [], moved: ['old'], gone: ['c2', 'c3'] });
    assert.deepEqual(outcome([old], [old, ...copies]), { added: ['c1', 'c2', 'c3'], moved: [], gone: [] });
  });

  it('follows a function that was renamed, a flag of many with one text, and a customer that was merged', () => {
    assert.deepEqual(outcome([old], [finding({ id: 'new' })]), { added: [], moved: ['new'], gone: [] });
    const flag = (id: string, key: string): Finding =>
      finding({ id, path: `${id}.ts`, kind: 'flag', customers: [], text: 'isOn(key)', flag: { key, provider: 'home-made' } });
    assert.deepEqual(outcome([flag('o1', 'a'), flag('o2', 'b')], [flag('n2', 'b')]), { added: [], moved: ['n2'], gone: ['o1'] });
    const merged = finding({ id: 'new', path: 'lib/price.ts' });
    assert.deepEqual(outcome([finding({ id: 'old', customers: ['ACME'] })], [merged], exampleReport.customers), {
      ...{ added: [], moved: ['new'], gone: [] },
    });
  });

  it('takes another customer or kind for another one-off', () => {
    const now = [finding({ id: 'g', customers: ['globex'] }), finding({ id: 'd', kind: 'definition' })];
    assert.deepEqual(outcome([old], now), { added: ['g', 'd'], moved: [], gone: ['old'] });
  });
});
