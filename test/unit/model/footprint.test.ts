import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filesOfSeveral, footprintOf } from '../../../src/model/footprint.js';
import { finding } from '../report/example-report.js';

function at(path: string, first: number, last: number, customers: readonly string[] = ['acme']) {
  const range = { start: { line: first, column: 3 }, end: { line: last, column: 9 } };
  return finding({ path, range, region: null, customers });
}

function footprint(findings: ReturnType<typeof at>[]) {
  return footprintOf(findings, filesOfSeveral(findings));
}

describe('a footprint', () => {
  it('counts each line once, folders, and files that others share', () => {
    const findings = [
      at('src/a.ts', 1, 10),
      at('src/a.ts', 5, 12),
      at('src/a.ts', 30, 30),
      at('b.ts', 4, 4),
      at('src/x/c.ts', 1, 2, ['acme', 'globex']),
    ];
    assert.deepEqual(footprint(findings), { sites: 5, files: 3, lines: 16, scatter: 3, tangle: 1 });
  });

  it('leaves out a last line that nothing of it stands on', () => {
    const range = { start: { line: 3, column: 1 }, end: { line: 5, column: 1 } };
    assert.equal(footprint([finding({ range, region: range })]).lines, 2);
  });

  it('has the lines that a count one by one has', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 })), { minLength: 1 });
    fc.assert(
      fc.property(spans, (drawn) => {
        const lines = new Set(drawn.flatMap(([first, more]) => Array.from({ length: more + 1 }, (_, index) => first + index)));
        return footprint(drawn.map(([first, more]) => at('a.ts', first, first + more))).lines === lines.size;
      }),
    );
  });
});
