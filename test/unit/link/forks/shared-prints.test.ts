import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sharedPrints } from '../../../../src/link/forks/shared-prints.js';

const limits = { containment: 0.5, frequency: 10, partners: 10 };
const range = (from: number, to: number): Uint32Array => Uint32Array.from({ length: to - from }, (_, index) => from + index);

function pairsOf(lists: readonly Uint32Array[], more: Partial<typeof limits> = {}): readonly string[] {
  return sharedPrints(lists, { ...limits, ...more }).pairs.map(({ a, b, containment }) => `${a}-${b} ${containment.toFixed(2)}`);
}

describe('shared fingerprints', () => {
  it('count by what the smaller one has, so that a copy in a larger file is found', () => {
    assert.deepEqual(pairsOf([range(0, 10), range(0, 100), range(200, 210)]), ['0-1 1.00']);
  });

  it('count once, however often they occur', () => {
    assert.deepEqual(pairsOf([Uint32Array.of(1, 1, 1, 1, 2, 3), Uint32Array.of(1, 1, 1, 8, 9)]), []);
  });

  it('link a family of any size through neighbours, at linear cost', () => {
    const pairs = sharedPrints(
      Array.from({ length: 300 }, () => range(0, 20)),
      limits,
    ).pairs;
    assert.ok(pairs.length < 300 * 4);
    const linked = new Set([0]);
    for (const { a, b } of pairs.toSorted((one, other) => one.a - other.a)) if (linked.has(a)) linked.add(b);
    assert.equal(linked.size, 300);
  });

  it('are bounded by partners, and tell how many pairs that leaves out', () => {
    const { pairs, dropped } = sharedPrints(
      Array.from({ length: 8 }, () => range(0, 20)),
      { ...limits, partners: 2 },
    );
    assert.equal(pairs.length + dropped, 28);
    assert.ok(pairs.length < 28 && pairs.length >= 8);
  });

  it('are what counting by hand finds', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }), { maxLength: 8 }), (all) => {
        const expected = all.flatMap((one, a) =>
          all.slice(a + 1).flatMap((other, further) => {
            const shared = one.filter((print) => other.includes(print)).length;
            const containment = shared / Math.min(one.length, other.length);
            return shared >= 2 && containment >= 0.5 ? [`${a}-${a + 1 + further} ${containment.toFixed(2)}`] : [];
          }),
        );
        assert.deepEqual(
          pairsOf(
            all.map((one) => Uint32Array.from(one)),
            { partners: 99 },
          ).toSorted(),
          expected.toSorted(),
        );
      }),
    );
  });
});
