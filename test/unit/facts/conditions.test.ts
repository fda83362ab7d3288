import assert from 'node:assert/strict';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf } from './facts-of.js';

before(async () => {
  await loadParser('typescript-estree');
});

interface ConditionCase {
  readonly code: string;
  /** `form: text` of each condition in source order. */
  readonly conditions: readonly string[];
}

const cases: readonly ConditionCase[] = [
  { code: `if (a === 'x') b();`, conditions: [`if: a === 'x'`] },
  { code: `if (a === 'x') b(); else if (c === 'y') d();`, conditions: [`if: a === 'x'`, `if: c === 'y'`] },
  { code: `const b = a === 'x' ? 1 : 2;`, conditions: [`ternary: a === 'x'`] },
  { code: `a === 'x' && b();`, conditions: [`and: a === 'x' && b()`] },
  { code: `const c = a || 'x';`, conditions: [`or: a || 'x'`] },
  { code: `const c = a ?? 'x';`, conditions: [`nullish: a ?? 'x'`] },
  { code: `c ||= a === 'x';`, conditions: [`or: c ||= a === 'x'`, `value: a === 'x'`] },
  { code: `while (a === 'x') b();`, conditions: [`loop: a === 'x'`] },
  { code: `do b(); while (a === 'x');`, conditions: [`loop: a === 'x'`] },
  { code: `for (; a === 'x'; ) b();`, conditions: [`loop: a === 'x'`] },
  { code: `switch (a) { case 'x': b(); case 'y': c(); default: d(); }`, conditions: [`case: case 'x'`, `case: case 'y'`] },
  { code: `const isX = a === 'x';`, conditions: [`value: a === 'x'`] },
  { code: `b(a === 'x');`, conditions: [`value: a === 'x'`] },
  { code: `const o = { p: a !== 'x' };`, conditions: [`value: a !== 'x'`] },
  { code: `const isX = () => a === 'x';`, conditions: [`value: a === 'x'`] },
  { code: `const isX = isY(a);`, conditions: ['value: isY(a)'] },
  { code: `const isX = !isY(a);`, conditions: ['value: !isY(a)'] },
  { code: `const isX = list.includes(a);`, conditions: ['value: list.includes(a)'] },
  { code: `isX(a);`, conditions: [] },
  { code: `if (a === null || b == undefined) c();`, conditions: [] },
  { code: `if (a > 1) c();`, conditions: [] },
  { code: `if (list.indexOf('x') > -1) c();`, conditions: [`if: list.indexOf('x') > -1`] },
  { code: `if (a === 'x' && b === 'y') c();`, conditions: [`if: a === 'x' && b === 'y'`] },
  { code: `if (\n  a   ===\n  'x'\n) c();`, conditions: [`if: a === 'x'`] },
  { code: `if (f(() => { if (a === 'x') b(); })) c();`, conditions: [`if: f(() => { if (a === 'x') b(); })`, `if: a === 'x'`] },
];

describe('conditions', () => {
  for (const { code, conditions } of cases) {
    it(`of ${code.replaceAll(/\s+/g, ' ')}`, () => {
      assert.deepEqual(
        factsOf(code).conditions.map(({ form, text }) => `${form}: ${text}`),
        conditions,
      );
    });
  }

  it('name the variable, property or function that receives them', () => {
    const code = `
      const isA = a === 'x';
      class B { isC = a === 'x'; get isD() { return a === 'x'; } }
      function isE() { return a === 'x'; }
      const isF = () => a === 'x';
      const isG = useMemo(() => a === 'x', [a]);
      use(a === 'x');
      if (a === 'x') b();`;
    const { conditions, declarations } = factsOf(code);
    assert.deepEqual(
      conditions.map(({ target }) => declarations[target]?.name ?? null),
      ['isA', 'isC', 'isD', 'isE', 'isF', 'isG', 'isG', null, null],
    );
  });

  it('know the function or class around them', () => {
    const code = `
      if (a === 'x') b();
      function f() { if (a === 'x') b(); }
      const g = () => { if (a === 'x') b(); };
      class C { m() { if (a === 'x') b(); } }
      const P = memo(() => { if (a === 'x') b(); });`;
    const { conditions, declarations } = factsOf(code);
    assert.deepEqual(
      conditions.map(({ parent }) => declarations[parent]?.name ?? null),
      [null, 'f', 'g', 'm', 'P'],
    );
  });
});
