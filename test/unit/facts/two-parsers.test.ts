import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { loadParser } from '../../../src/facts/parse.js';
import { branchCases } from '../detectors/cases/branch-cases.js';
import { definitionCases } from '../detectors/cases/definition-cases.js';
import { importCases } from '../detectors/cases/import-cases.js';
import { lookupCases } from '../detectors/cases/lookup-cases.js';
import { markupCases, markupTemptations } from '../detectors/cases/markup-cases.js';
import { nearMisses } from '../detectors/cases/near-misses.js';
import { temptations } from '../detectors/cases/temptations.js';
import { traps } from '../detectors/cases/traps.js';
import { isSourceFile } from '../../../src/workspace/default-excludes.js';
import { sourcesOf } from '../detectors/detect-text.js';

/** Syntax in which dialects of one tree like to differ. */
const shapes: Readonly<Record<string, string>> = {
  'parentheses.ts': `if (((tenant).slug) === ('acme')) { (ship)(); }\nconst a = (b, c) ? (d) : (e);`,
  'chains.ts': `if (a?.b?.(c)?.[d]!.e === 'acme') f?.();\n(a?.b).c;\ndelete a?.b;`,
  'classes.ts': `
    @Component({ selector: 'x' })
    abstract class A<T> extends B<T> implements C {
      declare x: string;
      static #count = 0;
      accessor y = 'acme';
      constructor(private readonly flags: Flags, public z = 1) { super(); }
      get isAcme(): boolean { return this.x === 'acme'; }
      static { A.#count++; }
      abstract run(): void;
      override stop?(): void;
      [key: string]: unknown;
      'quoted'() {}
      async *items() { yield* other(); }
    }`,
  'types.ts': `
    type Brand = 'acme' | \`globex\` | -1;
    interface Tenant { slug: Brand }
    declare module 'x' { const y: string; export default y; }
    declare global { interface Window { tenant: string } }
    namespace N.M { export const a = 'acme'; }
    const x = <T,>(y: T) => y as unknown as string satisfies string;
    function over(a: string): string;
    function over(a: number): number;
    function over(a: unknown) { return a; }
    let z = f<string>('acme')!;
    type Map = { readonly [K in Brand]?: typeof x };
    export type { Tenant } from './t';
    import type X, { type Y } from './y';
    export = N;`,
  'enums.ts': `declare enum A { X }\nconst enum B { 'Acme' = 'acme', Globex = \`globex\`, N = 1 << 2, C = B.N }\nexport enum D { Acme }`,
  'modules.mjs': `
    import a, * as b from './a';
    import { default as c, 'quoted name' as d } from './c' with { type: 'json' };
    export { a as default, b as 'other name' };
    export * as e from './e';
    export * from './f';
    export default class {}
    const g = await import('./g');
    console.log(import.meta.env.VITE_BRAND);`,
  'common.cjs': `
    'use strict';
    const { a, b: { c } } = require('./a');
    module.exports = { a, c, d() {}, e: function () {}, ['f']: 1 };
    exports.g = require('./g').h;
    if (process.env.BRAND == 'acme') with_(a);`,
  'elements.tsx': `
    const Page = <T,>({ tenant, ...rest }: Props<T>) => (
      <>
        {/* Acme */}
        {tenant.slug === 'acme' && <A.B:c {...rest} d="e" f={1} g />}
        <Toggle name="x">{(on) => (on ? <b>Acme &amp; Co</b> : null)}</Toggle>
        {...list}
      </>
    );`.replace('A.B:c', 'A.B'),
  'statements.js': `
    label: for (const [a, { b = 'acme' }] of all) { if (b !== 'acme') continue label; }
    for await (const x of y) {}
    for (var i = 0, j; i in j; i++) ;
    try { a(); } catch { b(); } finally { c(); }
    switch (a) { default: case 'acme': { b(); } case 1n: case /x/u: break; }
    var { [k]: v, ...w } = o, [x, , y = 1, ...z] = l;
    a ||= b; c &&= d === 'acme'; e ??= f;
    (function () { 'acme'; })();
    new (class { static x = 1; })();
    a = b ? c : d ? e : f;
    x = async (a) => await a, y = function* () {};
    tag\`a\${b}c\`; \`\\u{61}\`; 0x10; 1_000; .5; 'a\\nb';
    do a(); while (b) ;
    if (a) ; else b();
    debugger;`,
  'hashbang.js': `#!/usr/bin/env node\n// Acme\nif (tenant === 'acme') a();`,
  'bom.ts': `\uFEFFif (tenant === 'acme') a();\r\nconst b = '42'; // Acme\r\n`,
  'flow.js': `// @flow\nimport type { A } from './a';\nfunction f(a: ?string, b: {| c: number |}): ?number { return a === 'acme' ? 1 : null; }`,
  'damaged.vue': `<template><p :a="if" v-if="tenant === 'acme'"/></template>\n<script>\nconst = ;\nship();\n</script>`,
  'damaged.ts': `const a = 1;\nconst = ;\nif (tenant === 'acme') a();\n`,
  'unicode.ts': `const größe = '😀', 東京 = 'tokyo'; // 😀\nif (größe === 'acme') ship(東京); /* ✓ */ const x = '42'; // Acme`,
  'empty.ts': '',
  'comment.js': '// nothing but this',
};

function sourceFiles(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isSourceFile)
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}

describe('both parsers', () => {
  before(async function () {
    await loadParser('typescript-estree');
    if (!(await loadParser('oxc'))) this.skip();
  });

  function assertSame(path: string, text: string): void {
    assert.deepEqual(collectFacts(text, path, 'oxc'), collectFacts(text, path, 'typescript-estree'), `${path}\n${text}`);
  }

  for (const [path, text] of Object.entries(shapes)) {
    it(`give the same facts of ${path}`, () => {
      assertSame(path, text);
    });
  }

  it('give the same facts of every file of the demo workspace', () => {
    const files = sourceFiles(resolve('test/fixtures/demo'));
    assert.ok(files.length > 50);
    for (const [path, text] of files) assertSame(path, text);
  });

  it('give the same facts of every case of the detectors', () => {
    const cases = [
      ...branchCases,
      ...definitionCases,
      ...lookupCases,
      ...importCases,
      ...temptations,
      ...traps,
      ...nearMisses,
      ...markupCases,
      ...markupTemptations,
    ];
    for (const { code } of cases) for (const [path, text] of Object.entries(sourcesOf(code))) assertSame(path, text);
  });

  it('give the same facts of this project', () => {
    for (const [path, text] of sourceFiles(resolve('src'))) assertSame(path, text);
  });
});
