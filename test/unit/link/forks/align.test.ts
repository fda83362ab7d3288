import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanTokens } from '../../../../src/facts/prints/scan-tokens.js';
import { align } from '../../../../src/link/forks/align.js';
import { changeOf, compare, sharedIn, type Side } from '../../../../src/link/forks/compare.js';

const tokens = (most: number) => fc.array(fc.nat(12), { maxLength: most }).map((all) => Uint32Array.from(all));

/** The length of the longest common subsequence, by the book. */
function longestCommon(a: Uint32Array, b: Uint32Array): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const next = [0];
    for (const [at, other] of b.entries()) next.push(token === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('alignment', () => {
  it('holds equal tokens only, each once, in order on both sides', () => {
    fc.assert(
      fc.property(tokens(120), tokens(120), (a, b) => {
        let [afterA, afterB] = [0, 0];
        for (const run of align(a, b).runs) {
          assert.ok(run.a >= afterA && run.b >= afterB && run.length > 0);
          assert.deepEqual([...a.subarray(run.a, run.a + run.length)], [...b.subarray(run.b, run.b + run.length)]);
          [afterA, afterB] = [run.a + run.length, run.b + run.length];
        }
        assert.ok(afterA <= a.length && afterB <= b.length);
      }),
    );
  });

  it('matches all of a text with itself', () => {
    fc.assert(fc.property(tokens(200), (a) => align(a, a).matched === a.length));
  });

  it('finds no more than there is, and most of it in texts of which one was copied', () => {
    fc.assert(
      fc.property(tokens(80), fc.array(fc.record({ at: fc.nat(80), cut: fc.nat(3), put: tokens(3) }), { maxLength: 4 }), (a, edits) => {
        const copy = [...a];
        for (const { at, cut, put } of edits) copy.splice(Math.min(at, copy.length), cut, ...put);
        const b = Uint32Array.from(copy);
        const { matched } = align(a, b);
        const best = longestCommon(a, b);
        assert.ok(matched <= best && matched >= Math.min(best - 2, 0.6 * best), `${matched} of ${best}`);
      }),
    );
  });

  it('finds more, never less, where both go on alike', () => {
    fc.assert(
      fc.property(tokens(60), tokens(60), tokens(20), (a, b, more) => {
        const longer = align(Uint32Array.from([...a, ...more]), Uint32Array.from([...b, ...more])).matched;
        assert.ok(longer >= more.length);
      }),
    );
  });

  it('copes with long texts that have nothing unique', () => {
    const same = new Uint32Array(20_000).fill(7);
    assert.equal(align(same, same.subarray(0, 15_000)).matched, 15_000);
    assert.equal(align(same, new Uint32Array(20_000).fill(8)).matched, 0);
  });
});

function side(text: string): Side {
  const scanned = scanTokens(text);
  return { text, tokens: scanned, from: 0, to: scanned.count };
}

describe('comparison', () => {
  const origin = 'import { hooliRate } from "./hooli";\nexport function priceHooli(a) {\n  return a * hooliRate;\n}\n';
  const copy = 'import { acmeRate } from "./acme";\nexport function priceAcme(a) {\n  log(a);\n  return a * acmeRate;\n}\n';

  it('counts renamed lines as shared, and names what was renamed', () => {
    const { renames, forkLines, originLines, similarity, likeness } = compare(side(copy), side(origin));
    assert.deepEqual(renames, [{ from: 'hooli', to: 'acme', count: 4 }]);
    assert.deepEqual([forkLines.length, sharedIn(forkLines), originLines.length, sharedIn(originLines)], [5, 4, 4, 4]);
    assert.ok(likeness > similarity);
  });

  it('says the same from either side', () => {
    const [there, back] = [compare(side(copy), side(origin)), compare(side(origin), side(copy))];
    assert.equal(there.similarity, back.similarity);
    assert.deepEqual(back.renames, [{ from: 'acme', to: 'hooli', count: 4 }]);
  });

  for (const { from, to, change } of [
    { from: 'getHooliProps', to: 'getAcmeProps', change: { from: 'hooli', to: 'acme' } },
    { from: 'price', to: 'priceForAcme', change: { from: '', to: 'acme' } },
    { from: "'hooli-rate'", to: "'acme_rate'", change: { from: 'hooli', to: 'acme' } },
    { from: 'get_price', to: 'getPrice', change: null },
  ]) {
    it(`of ${from} and ${to} is ${change ? `“${change.from}” and “${change.to}”` : 'nothing'}`, () => {
      assert.deepEqual(changeOf(from, to), change);
    });
  }
});
