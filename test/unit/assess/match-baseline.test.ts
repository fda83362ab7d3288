import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isGated } from '../../../src/assess/gate.js';
import { baselineEntry, matchBaseline } from '../../../src/assess/match-baseline.js';
import type { Customer } from '../../../src/model/customer.js';
import { kinds, type Finding } from '../../../src/model/finding.js';
import { findingFor } from './findings.js';

const parts = fc.record({
  kind: fc.constantFrom(...kinds),
  path: fc.constantFrom('src/a.ts', 'src/b.ts', 'lib/a.ts', 'lib/deep/c.ts'),
  customers: fc.subarray(['acme', 'globex', 'hooli']),
  text: fc.constantFrom("tenant.slug === 'acme'", 'isAcme(tenant)', 'acme:'),
});

/** Findings as a scan gives them: ids differ. */
const scans = fc
  .array(parts, { maxLength: 25 })
  .map((all) => all.map((each, index): Finding => findingFor({ ...each, id: `id${String(index)}` })));

describe('matching a baseline', () => {
  it('knows everything again that was accepted, whatever the order', () => {
    fc.assert(
      fc.property(scans, fc.func(fc.integer()), (findings, order) => {
        const entries = findings.map((finding) => baselineEntry(finding)).sort((a, b) => order(a.id) - order(b.id));
        const { known, added, gone } = matchBaseline(findings, entries, []);
        assert.deepEqual([known.size, added, gone], [findings.length, [], []]);
      }),
    );
  });

  it('follows files that moved, although their ids change', () => {
    fc.assert(
      fc.property(scans, fc.string(), (findings, folder) => {
        const entries = findings.map((finding) => baselineEntry(finding));
        const moved = findings.map((finding) => ({ ...finding, id: `moved-${finding.id}`, path: `${folder}/${finding.path}` }));
        const { added, gone } = matchBaseline(moved, entries, []);
        assert.deepEqual([added, gone], [[], []]);
      }),
    );
  });

  it('accepts no more than there was: what is new and what is gone balance', () => {
    fc.assert(
      fc.property(scans, scans, (before, after) => {
        const entries = before.map((finding) => baselineEntry(finding));
        const { known, added, gone } = matchBaseline(after, entries, []);
        assert.equal(known.size + added.length, after.length);
        assert.equal(known.size + gone.length, before.length);
        assert.equal(new Set(known.values()).size, known.size, 'No entry accepts two findings.');
      }),
    );
  });

  it('takes a further copy of an accepted one-off for new', () => {
    const first = findingFor({ id: '1', path: 'src/a.ts' });
    const copy = findingFor({ id: '2', path: 'src/b.ts' });
    assert.deepEqual(matchBaseline([copy, first], [baselineEntry(first)], []).added, [copy]);
  });

  it('knows a customer by the id that it had before it was merged', () => {
    const entry = baselineEntry(findingFor({ id: '1', customers: ['acme-corp'] }));
    const now = findingFor({ id: '2', customers: ['acme'] });
    const acme: Pick<Customer, 'id' | 'aliases'> = { id: 'acme', aliases: ['ACME-Corp'] };
    assert.deepEqual(matchBaseline([now], [entry], [customerFor(acme)]).added, []);
    assert.deepEqual(matchBaseline([now], [entry], []).added, [now]);
  });
});

describe('what can fail a gate', () => {
  const cases: readonly (readonly [string, Partial<Finding>, boolean])[] = [
    ['a branch of high confidence', {}, true],
    ['medium confidence', { confidence: 'medium' }, true],
    ['low confidence', { confidence: 'low' }, false],
    ['a flag without a customer', { kind: 'flag', customers: [] }, false],
    ['a flag of one customer', { kind: 'flag' }, true],
    ['an own brand', { customers: ['brand'] }, false],
    ['an own brand and a customer', { customers: ['brand', 'acme'] }, true],
  ];
  const byId = new Map([['brand', customerFor({ id: 'brand', standing: 'first-party' })]]);
  for (const [what, finding, expected] of cases)
    it(`${what}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(isGated(findingFor({ id: '1', ...finding }), byId), expected);
    });
});

function customerFor(more: Partial<Customer>): Customer {
  const all = {
    name: 'Acme',
    aliases: [],
    source: 'configured',
    standing: 'customer',
    confidence: 'high',
    evidence: [],
    against: [],
  } as const;
  return { id: 'acme', ...all, findings: 0, ...more };
}
