import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadParser } from '../../../src/facts/parse.js';
import { placeDirective } from '../../../src/facts/place-directive.js';
import { factsOf } from './facts-of.js';

/** The text with the comment in it, or null where none can stand. */
function ignored(text: string, line: number | null, path = 'a.tsx', rest = 'why', verb: 'ignore' | 'annotate' = 'ignore'): string | null {
  const insertion = placeDirective(text, path, 'typescript-estree', { line, verb, rest });
  if (!insertion) return null;
  const lines = text.split('\n');
  const at = lines.slice(0, insertion.line - 1).join('\n').length + (insertion.line > 1 ? 1 : 0) + insertion.column - 1;
  return text.slice(0, at) + insertion.text + text.slice(at);
}

const next = 'oneoff-ignore-next-line why';

const cases: readonly (readonly [why: string, path: string, text: string, line: number | null, expected: string | null])[] = [
  ['a statement', 'a.ts', 'f();\n  if (a) b();\n', 2, `f();\n  // ${next}\n  if (a) b();\n`],
  ['with tabs and Windows line ends', 'a.ts', '\tif (a) b();\r\n', 1, `\t// ${next}\r\n\tif (a) b();\r\n`],
  ['within a condition', 'a.ts', 'if (\n  a &&\n  b\n) c();\n', 3, `if (\n  a &&\n  // ${next}\n  b\n) c();\n`],
  [
    'between elements',
    'a.tsx',
    'x = (\n  <p>\n    {a && <b />}\n  </p>\n);',
    3,
    `x = (\n  <p>\n    {/* ${next} */}\n    {a && <b />}\n  </p>\n);`,
  ],
  ['an attribute', 'a.tsx', 'x = (\n  <p\n    b={a}\n  />\n);', 3, `x = (\n  <p\n    // ${next}\n    b={a}\n  />\n);`],
  [
    'behind text',
    'a.tsx',
    'x = (\n  <p>\n    some\n    text {a ? 1 : 2}\n  </p>\n);',
    4,
    `x = (\n  <p>\n    some\n    {/* ${next} */}\n    text {a ? 1 : 2}\n  </p>\n);`,
  ],
  ['within a template', 'a.ts', 'x = `\n  ${a ? 1 : 2} c\n`;\n', 2, null],
  ['at the end of a template', 'a.ts', 'x = `\n  ${a ? 1 : 2}`;\n', 2, 'x = `\n  ${a ? 1 : 2}`; // oneoff-ignore-line why\n'],
  [
    'a tag of a component',
    'a.vue',
    '<template>\n  <p\n    v-if="a"\n  >b</p>\n</template>\n',
    3,
    `<template>\n  <!-- ${next} -->\n  <p\n    v-if="a"\n  >b</p>\n</template>\n`,
  ],
  ['a script of a component', 'a.vue', '<script>\nif (a) b();\n</script>\n', 2, `<script>\n// ${next}\nif (a) b();\n</script>\n`],
  ['YAML', 'a.yaml', 'a:\n  b: 1\n', 2, `a:\n  # ${next}\n  b: 1\n`],
  ['JSON', 'a.json', '{\n  "a": 1\n}\n', 2, null],
  ['a file', 'a.ts', 'f();\n', null, '// oneoff-ignore-file why\nf();\n'],
  ['a script with a shebang', 'a.js', '#!/usr/bin/env node\nf();\n', null, '#!/usr/bin/env node\n// oneoff-ignore-file why\nf();\n'],
  [
    'a file whose first comment tools read',
    'a.ts',
    '/** @jest-environment jsdom */\nf();\n',
    null,
    '/** @jest-environment jsdom */\n// oneoff-ignore-file why\nf();\n',
  ],
  ['a component', 'a.vue', '<template><p /></template>\n', null, '<!-- oneoff-ignore-file why -->\n<template><p /></template>\n'],
  ['a page', 'a.html', '<!doctype html>\n<p>a</p>\n', null, '<!doctype html>\n<!-- oneoff-ignore-file why -->\n<p>a</p>\n'],
  ['an Astro page', 'a.astro', '---\nf();\n---\n<p />\n', null, '---\n// oneoff-ignore-file why\nf();\n---\n<p />\n'],
];

describe('placeDirective', () => {
  before(() => loadParser('typescript-estree'));

  for (const [why, path, text, line, expected] of cases)
    it(`writes a comment for ${why}`, () => {
      assert.equal(ignored(text, line, path), expected);
    });

  for (const [why, path, text, line, expected] of [
    ['above a statement', 'a.ts', 'f();\n  if (a) b();\n', 2, 'f();\n  // oneoff acme PROD-1\n  if (a) b();\n'],
    ['at the end of a template', 'a.ts', 'x = `\n  ${a ? 1 : 2}`;\n', 2, 'x = `\n  ${a ? 1 : 2}`; // oneoff acme PROD-1\n'],
    ['between elements', 'a.tsx', 'x = <p>\n  {a && <b />}\n</p>;', 2, 'x = <p>\n  {/* oneoff acme PROD-1 */}\n  {a && <b />}\n</p>;'],
    ['in JSON', 'a.json', '{\n  "a": 1\n}\n', 2, null],
  ] as const)
    it(`annotates ${why}`, () => {
      assert.equal(ignored(text, line, path, 'acme PROD-1', 'annotate'), expected);
    });

  it('lets no reason end the comment', () => {
    assert.equal(
      ignored('x = <p>\n  {a && <b />}\n</p>;', 2, 'a.tsx', 'a */ b\n-->'),
      'x = <p>\n  {/* oneoff-ignore-next-line a b */}\n  {a && <b />}\n</p>;',
    );
  });

  it('leaves code whole wherever it writes', () => {
    const text =
      'const x = (\n  <p a={`\n    ${b ? 1 : 2}\n  `}>\n    text {c && (\n      <i />\n    )}\n  </p>\n);\nswitch (d) {\n  case 1:\n    f(\n      g,\n    );\n}\n';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.split('\n').length }), (line) => {
        const changed = ignored(text, line);
        if (changed === null) return;
        assert.deepEqual(factsOf(changed).damage, []);
        assert.equal(factsOf(changed).directives.length, 1);
      }),
    );
  });
});
