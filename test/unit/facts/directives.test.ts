import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf, lineIn } from './facts-of.js';

/** Word, what follows, and of its target the form, the lines of the head, and the text. */
function directivesIn(text: string, path?: string): readonly string[] {
  return factsOf(text, path).directives.map(({ word, rest, target }) => {
    const lines = target ? `${String(lineIn(text, target.start))}-${String(lineIn(text, target.end))}` : '';
    return [word, rest, ...(target ? [target.form, lines, target.text] : ['nothing'])].join(' | ');
  });
}

const cases: readonly (readonly [why: string, text: string, expected: readonly string[]])[] = [
  ['above a condition', '// oneoff acme P-1\nif (a) {\n  b();\n}', ['oneoff | acme P-1 | condition | 2-2 | a']],
  ['a head goes over several lines', '// oneoff acme\nif (\n  a &&\n  b\n) {\n  c();\n}', ['oneoff | acme | condition | 2-5 | a && b']],
  ['an arm without a block is no head', '// oneoff acme\nif (a)\n  b();', ['oneoff | acme | condition | 2-2 | a']],
  ['beside code it speaks of its own line', 'a();\nb(); // oneoff acme\nc();', ['oneoff | acme | other | 2-2 | b();']],
  ['behind an opening brace too', 'if (a) { // oneoff acme\n  b();\n}', ['oneoff | acme | condition | 1-1 | a']],
  [
    'beside an else, where no statement begins',
    'if (a) {\n} else if (b) { // oneoff acme\n}',
    ['oneoff | acme | other | 2-2 | } else if (b) { // oneoff acme'],
  ],
  ['before code on the same line', '/* oneoff acme */ if (a) b();', ['oneoff | acme | condition | 1-1 | a']],
  [
    'past blank lines and further comments',
    '// oneoff acme\n\n// because\n/* of */\nconst x = 1;',
    ['oneoff | acme | declaration | 5-5 | x'],
  ],
  [
    'a table, of which the entries speak for themselves',
    '// oneoff acme\nconst x = {\n  a: 1,\n};',
    ['oneoff | acme | declaration | 2-2 | x'],
  ],
  ['an entry of a table', 'const x = {\n  // oneoff acme\n  limit: 1,\n};', ['oneoff | acme | entry | 3-3 | limit']],
  ['an exported function', '// oneoff acme\nexport function f() {\n  g();\n}', ['oneoff | acme | declaration | 2-2 | f']],
  ['a method', 'class A {\n  // oneoff acme\n  m() {}\n}', ['oneoff | acme | declaration | 3-3 | m']],
  ['an import', "// oneoff acme\nimport {\n  a,\n} from './a';", ['oneoff | acme | import | 2-4 | import {']],
  ['a case', 'switch (a) {\n  // oneoff acme\n  case 1:\n    b();\n}', ['oneoff | acme | condition | 3-3 | 1']],
  [
    'between elements',
    'const x = (\n  <p>\n    {/* oneoff acme P-1 */}\n    {a && <b />}\n  </p>\n);',
    ['oneoff | acme P-1 | condition | 4-4 | a'],
  ],
  [
    'between elements, past another comment',
    'const x = <p>\n  {/* oneoff acme */}\n  {/* for them */}\n  <Logo />\n</p>;',
    ['oneoff | acme | other | 4-4 | <Logo />'],
  ],
  ['behind an element', 'const x = <p>\n  <Logo /> {/* oneoff acme */}\n</p>;', ['oneoff | acme | other | 2-2 | <Logo />']],
  ['an attribute', 'const x = (\n  <A\n    // oneoff acme\n    b={c}\n  />\n);', ['oneoff | acme | other | 4-4 | b={c}']],
  ['nothing follows', 'a();\n// oneoff acme\n', ['oneoff | acme | nothing']],
  ['the rest of the comment is a note', '/**\n * oneoff acme P-1\n * They asked.\n */\nf();', ['oneoff | acme P-1 | other | 5-5 | f();']],
  [
    'the next line, also from beside code',
    'a(); // oneoff-ignore-next-line why\nb();',
    ['oneoff-ignore-next-line | why | other | 2-2 | b();'],
  ],
  ['its own line', 'a(); // oneoff-ignore-line why', ['oneoff-ignore-line | why | nothing']],
  ['the file', '/* oneoff-ignore-file: generated */\na();', ['oneoff-ignore-file | generated | nothing']],
  ['words that are judged later', '// oneoff-ignore-nextline\na();', ['oneoff-ignore-nextline |  | nothing']],
  ['prose that goes on', '// This is a oneoff for acme\n// see oneoff-ignore-line\na();', []],
  ['names that begin so', '// oneoffs\n// oneoff.config.json\n// oneoff/cli\n// oneoff’s\na();', []],
  ['texts', "const a = '// oneoff acme';\nconst b = `\n// oneoff acme\n`;", []],
  ['windows line ends', '// oneoff acme\r\nif (a) {\r\n}\r\n', ['oneoff | acme | condition | 2-2 | a']],
];

describe('directives', () => {
  before(() => loadParser('typescript-estree'));

  for (const [why, text, expected] of cases)
    it(`are read: ${why}`, () => {
      assert.deepEqual(directivesIn(text), expected);
    });

  const markup: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
    [
      'a.vue',
      '<template>\n  <!-- oneoff acme P-1 -->\n  <p\n    v-if="a > 1"\n    class="b"\n  >c</p>\n</template>',
      ['oneoff | acme P-1 | other | 3-6 | <p'],
    ],
    ['a.vue', '<script>\n// oneoff acme\nif (a) b();\n</script>', ['oneoff | acme | condition | 3-3 | a']],
    ['a.svelte', '<!-- oneoff-ignore-next-line why -->\n{#if a}\n  b\n{/if}', ['oneoff-ignore-next-line | why | other | 2-2 | {#if a}']],
    ['a.html', '<!-- oneoff-ignore-file why -->\n<p>a</p>\n<script>a();</script>', ['oneoff-ignore-file | why | nothing']],
    ['a.html', '<script>a = "<!-- oneoff acme -->";</script>', []],
    ['a.html', '<!-- oneoff acme', []],
    ['a.yaml', 'limits:\n  # oneoff acme P-1\n  acme: 6000\n', ['oneoff | acme P-1 | entry | 3-3 | acme: 6000']],
    ['a.yml', 'a: b # oneoff-ignore-line why\n', ['oneoff-ignore-line | why | nothing']],
    ['a.jsonc', '{\n  "a": 1, // oneoff acme\n  "b": "http://oneoff acme"\n}', ['oneoff | acme | entry | 2-2 | "a": 1, // oneoff acme']],
    ['.env', '# oneoff acme\nA=1\n', ['oneoff | acme | entry | 2-2 | A=1']],
  ];
  for (const [path, text, expected] of markup)
    it(`are read in markup and data: ${path} ${JSON.stringify(text)}`, () => {
      assert.deepEqual(directivesIn(text, path), expected);
    });

  it('lie in the text with all they speak of, whatever the comments hold', () => {
    const piece = fc.constantFrom(
      '// oneoff acme\n',
      '{/* oneoff acme */}',
      '/* oneoff-ignore-next-line x */',
      '{',
      '}',
      ' ',
      '\n',
      'a();',
      '<p>',
      '</p>',
      '`',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, target } of factsOf(text).directives) {
          assert.match(text.slice(start, end), /oneoff/);
          if (target) assert.ok(target.start <= target.end && target.end <= text.length && target.mark.end <= target.region.end);
        }
      }),
    );
  });
});
