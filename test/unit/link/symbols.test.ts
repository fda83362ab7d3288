import assert from 'node:assert/strict';
import type { ReferenceTerm, Term } from '../../../src/facts/facts.js';
import type { Workspace } from '../../../src/link/workspace.js';
import { linkText, loadParsers } from '../detectors/detect-text.js';

/** The last condition of `src/use.ts`, in which a case puts what it asks about. */
function asked(files: Readonly<Record<string, string>>): { readonly workspace: Workspace; readonly term: Term } {
  const workspace = linkText(files);
  const term = workspace.files.get('src/use.ts')?.conditions.at(-1)?.test;
  assert.ok(term);
  return { workspace, term };
}

function reference(term: Term): ReferenceTerm {
  assert.ok(term.is === 'reference', term.is);
  return term;
}

interface ResolveCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `path name` with the members that are left, or null. */
  readonly found: string | null;
}

const resolved: readonly ResolveCase[] = [
  { name: 'a name of the file', files: { 'src/use.ts': `const isA = b();\nif (isA) c();` }, found: 'src/use.ts isA' },
  { name: 'an unknown name', files: { 'src/use.ts': `if (isA) c();` }, found: null },
  { name: 'a parameter', files: { 'src/use.ts': `function f(a) { if (a) c(); }` }, found: 'src/use.ts a' },
  { name: 'members of a name', files: { 'src/use.ts': `const a = b();\nif (a.c.d) e();` }, found: 'src/use.ts a .c.d' },
  {
    name: 'an import',
    files: { 'src/a.ts': `export const isA = b();`, 'src/use.ts': `import { isA } from './a';\nif (isA) c();` },
    found: 'src/a.ts isA',
  },
  {
    name: 'a renamed import',
    files: { 'src/a.ts': `export const isA = b();`, 'src/use.ts': `import { isA as x } from './a';\nif (x) c();` },
    found: 'src/a.ts isA',
  },
  {
    name: 'a renamed export',
    files: { 'src/a.ts': `const a = b();\nexport { a as isA };`, 'src/use.ts': `import { isA } from './a';\nif (isA) c();` },
    found: 'src/a.ts a',
  },
  {
    name: 'a default export',
    files: { 'src/a.ts': `const a = b();\nexport default a;`, 'src/use.ts': `import x from './a';\nif (x) c();` },
    found: 'src/a.ts a',
  },
  {
    name: 'a default export without a name',
    files: { 'src/a.ts': `export default { b: 1 };`, 'src/use.ts': `import x from './a';\nif (x.b) c();` },
    found: 'src/a.ts default .b',
  },
  {
    name: 'a namespace',
    files: { 'src/a.ts': `export const isA = b();`, 'src/use.ts': `import * as x from './a';\nif (x.isA) c();` },
    found: 'src/a.ts isA',
  },
  {
    name: 'a chain of re-exports',
    files: {
      'src/a.ts': `export const isA = b();`,
      'src/b.ts': `export { isA as isB } from './a';`,
      'src/c.ts': `export * from './b';`,
      'src/d.ts': `export * as d from './c';`,
      'src/use.ts': `import { d } from './d';\nif (d.isB) c();`,
    },
    found: 'src/a.ts isA',
  },
  {
    name: 'an own export before export *',
    files: {
      'src/a.ts': `export const isA = 1;`,
      'src/b.ts': `export * from './a';\nexport const isA = 2;`,
      'src/use.ts': `import { isA } from './b';\nif (isA) c();`,
    },
    found: 'src/b.ts isA',
  },
  {
    name: 'module.exports',
    files: { 'src/a.js': `const isA = b();\nmodule.exports = { isA };`, 'src/use.ts': `const { isA } = require('./a');\nif (isA) c();` },
    found: 'src/a.js isA',
  },
  {
    name: 'exports.name',
    files: { 'src/a.js': `const x = b();\nexports.isA = x;`, 'src/use.ts': `const a = require('./a');\nif (a.isA) c();` },
    found: 'src/a.js x',
  },
  {
    name: 'CommonJS by a default import',
    files: { 'src/a.js': `const isA = b();\nmodule.exports = { isA };`, 'src/use.ts': `import a from './a';\nif (a.isA) c();` },
    found: 'src/a.js default .isA',
  },
  {
    name: 'an awaited import',
    files: { 'src/a.ts': `export const isA = b();`, 'src/use.ts': `const { isA } = await import('./a');\nif (isA) c();` },
    found: 'src/a.ts isA',
  },
  {
    name: 'a member of an enum',
    files: { 'src/a.ts': `export enum E { A = 'a' }`, 'src/use.ts': `import { E } from './a';\nif (E.A) c();` },
    found: 'src/a.ts A',
  },
  {
    name: 'a static member',
    files: { 'src/a.ts': `export class C { static A = 'a'; }`, 'src/use.ts': `import { C } from './a';\nif (C.A) c();` },
    found: 'src/a.ts A',
  },
  { name: 'a member of this', files: { 'src/use.ts': `class C { isA = b(); m() { if (this.isA) c(); } }` }, found: 'src/use.ts isA' },
  {
    name: 'a member of an instance',
    files: {
      'src/a.ts': `export class C { get isA() { return 1; } }`,
      'src/use.ts': `import { C } from './a';\nconst x = new C();\nif (x.isA) c();`,
    },
    found: 'src/a.ts isA',
  },
  {
    name: 'a member of a typed parameter',
    files: { 'src/a.ts': `export class C { isA = 1; }`, 'src/use.ts': `import { C } from './a';\nfunction f(x: C) { if (x.isA) c(); }` },
    found: 'src/a.ts isA',
  },
  { name: 'a package', files: { 'src/use.ts': `import { isA } from 'pkg';\nif (isA) c();` }, found: null },
  {
    name: 'a name that a module lacks',
    files: { 'src/a.ts': `export const b = 1;`, 'src/use.ts': `import { isA } from './a';\nif (isA) c();` },
    found: null,
  },
  {
    name: 'files that pass a name round in a circle',
    files: {
      'src/a.ts': `export { isA } from './b';`,
      'src/b.ts': `export { isA } from './a';`,
      'src/use.ts': `import { isA } from './a';\nif (isA) c();`,
    },
    found: null,
  },
  {
    name: 'files that pass everything round in a circle',
    files: {
      'src/a.ts': `export * from './b';`,
      'src/b.ts': `export * from './a';`,
      'src/use.ts': `import { isA } from './a';\nif (isA) c();`,
    },
    found: null,
  },
];

interface ConstantCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly values: readonly (string | number)[];
}

const one = (code: string): Readonly<Record<string, string>> => ({ 'src/use.ts': code });

const constants: readonly ConstantCase[] = [
  { name: 'a constant', files: one(`const A = 'acme';\nif (f(A)) b();`), values: ['acme'] },
  { name: 'a number', files: one(`const A = -42;\nif (f(A)) b();`), values: [-42] },
  { name: 'a constant of a constant', files: one(`const A = 'acme';\nconst B = A;\nif (f(B)) b();`), values: ['acme'] },
  { name: 'a choice', files: one(`const A = x ? 'acme' : 'globex';\nif (f(A)) b();`), values: ['acme', 'globex'] },
  {
    name: 'a member of a table',
    files: one(`const T = { A: 'acme', B: { C: 'globex' } } as const;\nif (f(T.B.C)) b();`),
    values: ['globex'],
  },
  { name: 'a member in quotes', files: one(`const T = { 'a-b': 'acme' };\nif (f(T['a-b'])) b();`), values: ['acme'] },
  { name: 'a member by a spread', files: one(`const S = { A: 'acme' };\nconst T = { ...S };\nif (f(T.A)) b();`), values: ['acme'] },
  { name: 'a member of a frozen table', files: one(`const T = Object.freeze({ A: 'acme' });\nif (f(T.A)) b();`), values: ['acme'] },
  { name: 'an item of a list', files: one(`const L = ['acme', 'globex'];\nif (f(L[1])) b();`), values: ['globex'] },
  { name: 'a destructured member', files: one(`const { A } = { A: 'acme' };\nif (f(A)) b();`), values: ['acme'] },
  {
    name: 'a member of an enum',
    files: { 'src/e.ts': `export enum E { A = 'acme' }`, 'src/use.ts': `import { E } from './e';\nif (f(E.A)) b();` },
    values: ['acme'],
  },
  { name: 'a method of a text', files: one(`const A = 'acme';\nif (f(A.toUpperCase())) b();`), values: ['acme'] },
  { name: 'a text of a number', files: one(`const A = 42;\nif (f(String(A))) b();`), values: [42] },
  {
    name: 'a member of what a function gives',
    files: one(`const load = () => ({ slug: 'acme' });\nif (f(load().slug)) b();`),
    values: ['acme'],
  },
  { name: 'a variable', files: one(`if (f(tenant.slug)) b();`), values: [] },
  { name: 'a parameter', files: one(`function g(a) { if (f(a)) b(); }`), values: [] },
  { name: 'a constant of itself', files: one(`const A = B;\nconst B = A;\nif (f(A)) b();`), values: [] },
];

describe('symbols', () => {
  before(loadParsers);

  for (const { name, files, found } of resolved) {
    it(`lead from ${name} to ${found ?? 'nothing'}`, () => {
      const { workspace, term } = asked(files);
      const target = workspace.symbols.resolve('src/use.ts', reference(term));
      const rest = (target?.rest ?? []).map((member) => `.${member ?? '*'}`).join('');
      assert.equal(target && `${target.path} ${target.declaration.name}${rest && ` ${rest}`}`, found);
    });
  }

  for (const { name, files, values } of constants) {
    it(`know ${values.length > 0 ? 'the value' : 'no value'} of ${name}`, () => {
      const { workspace, term } = asked(files);
      const [argument] = term.is === 'call' ? term.arguments : [];
      assert.ok(argument);
      assert.deepEqual(workspace.symbols.literals('src/use.ts', argument), values);
    });
  }

  it('tell what comes from a package', () => {
    const external = (files: Readonly<Record<string, string>>) => {
      const { workspace, term } = asked(files);
      return workspace.symbols.external('src/use.ts', reference(term));
    };
    assert.deepEqual(external(one(`import { a as b } from 'pkg/sub';\nif (b.c) d();`)), { source: 'pkg/sub', imported: 'a', rest: ['c'] });
    assert.deepEqual(external(one(`import * as p from 'pkg';\nif (p.a.c) d();`)), { source: 'pkg', imported: 'a', rest: ['c'] });
    assert.deepEqual(external(one(`const { a } = require('pkg');\nif (a) d();`)), { source: 'pkg', imported: 'a', rest: [] });
    assert.deepEqual(external({ 'src/a.ts': `export { a as b } from 'pkg';`, 'src/use.ts': `import { b } from './a';\nif (b) d();` }), {
      source: 'pkg',
      imported: 'a',
      rest: [],
    });
    assert.equal(external(one(`const a = b();\nif (a) d();`)), null);
  });
});
