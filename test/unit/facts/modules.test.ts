import assert from 'node:assert/strict';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf } from './facts-of.js';

before(async () => {
  await loadParser('typescript-estree');
});

interface ImportCase {
  readonly code: string;
  /** `form source imported local`. */
  readonly imports: readonly string[];
}

const imports: readonly ImportCase[] = [
  { code: `import a from './x';`, imports: ['import ./x default a'] },
  { code: `import { a, b as c } from './x';`, imports: ['import ./x a a', 'import ./x b c'] },
  { code: `import { 'a b' as c } from './x';`, imports: ['import ./x a b c'] },
  { code: `import * as a from './x';`, imports: ['import ./x * a'] },
  { code: `import './x';`, imports: ['import ./x - -'] },
  { code: `import type { A } from './x';`, imports: ['import ./x A A type'] },
  { code: `import { type A, b } from './x';`, imports: ['import ./x A A type', 'import ./x b b'] },
  { code: `import a = require('./x');`, imports: ['require ./x * a'] },
  { code: `import a = N.M;`, imports: [] },
  { code: `const a = require('./x');`, imports: ['require ./x * a'] },
  { code: `require('./x');`, imports: ['require ./x - -'] },
  { code: 'const a = require(`./x`);', imports: ['require ./x * a'] },
  { code: `require(name);`, imports: [] },
  { code: `function f(require) { require('./x'); }`, imports: [] },
  { code: `const a = await import('./x');`, imports: ['dynamic ./x * a'] },
  { code: `import('./x').then(f);`, imports: ['dynamic ./x - -'] },
  { code: 'import(`./${name}`);', imports: [] },
  { code: `const A = lazy(() => import('./x'));`, imports: ['lazy ./x - -'] },
  { code: `const A = dynamic(() => import('./x'));`, imports: ['lazy ./x - -'] },
  { code: `const A = defineAsyncComponent(() => import('./x'));`, imports: ['lazy ./x - -'] },
  { code: `export { a } from './x';`, imports: ['reexport ./x - -'] },
  { code: `export * from './x';`, imports: ['reexport ./x * -'] },
];

interface ExportCase {
  readonly code: string;
  /** `exported = declaration | value:kind | source#imported`. */
  readonly exports: readonly string[];
}

const exported: readonly ExportCase[] = [
  { code: `export const a = 1, { b, c: [d] } = e;`, exports: ['a = a', 'b = b', 'd = d'] },
  { code: `export function f() {}`, exports: ['f = f'] },
  { code: `export class C {}`, exports: ['C = C'] },
  { code: `export enum E { A }`, exports: ['E = E'] },
  { code: `const a = 1; export { a, a as b };`, exports: ['a = a', 'b = a'] },
  { code: `const a = 1; export default a;`, exports: ['default = a'] },
  { code: `export default function f() {}`, exports: ['default = f'] },
  { code: `export default () => 1;`, exports: ['default = value:function'] },
  { code: `export default { a: 1 };`, exports: ['default = value:table'] },
  { code: `export { a as b } from './x';`, exports: ['b = ./x#a'] },
  { code: `export * from './x';`, exports: ['* = ./x#*'] },
  { code: `export * as a from './x';`, exports: ['a = ./x#*'] },
  { code: `const a = 1; module.exports = a;`, exports: ['default = a'] },
  { code: `function f() {} module.exports = { f, g: 1 };`, exports: ['default = value:table', 'f = f', 'g = value:literal'] },
  { code: `exports.a = 'x';`, exports: ['a = a'] },
  { code: `module.exports.a = () => 1;`, exports: ['a = a'] },
  { code: `a.exports.b = 1; exports[c] = 1;`, exports: [] },
  { code: `const a = 1; export = a;`, exports: ['default = a'] },
];

describe('imports', () => {
  for (const { code, imports: expected } of imports) {
    it(`of ${code}`, () => {
      const facts = factsOf(code, 'a.ts');
      const found = facts.imports.map(({ form, source, imported, local, typeOnly }) =>
        [form, source, imported ?? '-', facts.declarations[local]?.name ?? '-', ...(typeOnly ? ['type'] : [])].join(' '),
      );
      assert.deepEqual(found, expected);
    });
  }
});

describe('exports', () => {
  for (const { code, exports: expected } of exported) {
    it(`of ${code}`, () => {
      const facts = factsOf(code, 'a.ts');
      const found = facts.exports.map(({ exported: name, declaration, source, imported, value }) => {
        const what =
          source === undefined ? (facts.declarations[declaration]?.name ?? `value:${value?.is ?? ''}`) : `${source}#${imported ?? ''}`;
        return `${name} = ${what}`;
      });
      assert.deepEqual(found, expected);
    });
  }
});
