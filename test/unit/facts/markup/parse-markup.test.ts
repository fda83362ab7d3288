import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectFacts } from '../../../../src/facts/collect-facts.js';
import type { Facts } from '../../../../src/facts/facts.js';
import { loadParsers } from '../../detectors/detect-text.js';
import { spansIn } from '../facts-of.js';

const languages = ['vue', 'svelte', 'astro', 'html'] as const;

/** What markup is made of, whole and broken. */
const fragments = [
  ...[
    '<p>',
    '</p>',
    '<p ',
    '>',
    '/>',
    '<br>',
    '<',
    '<!--',
    '-->',
    '<template>',
    '</template>',
    '<script>',
    '</script>',
    '<style>',
    '</style>',
  ],
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '{#if ',
    '{:else}',
    '{:else if ',
    '{/if}',
    '{#each ',
    ' as ',
    '{/each}',
    '{#await ',
    ' then ',
    '{/await}',
    '{@const ',
  ],
  ...[
    'v-if="',
    'v-else-if="',
    'v-else',
    'v-for="(a, b) in ',
    ':a="',
    '@click="',
    '#default="',
    '*ngIf="',
    'onclick="',
    '"',
    "'",
    '`',
    '${',
    '=',
  ],
  ...["tenant === 'acme'", 'isAcme', '(', ')', '[', ']', '=>', '&&', '?', ':', ';', ',', '...', '/*', '*/', '//', '/', '\\', '&quot;'],
  ...[
    '---\n',
    '\n',
    '\r\n',
    ' ',
    'let x = 1;',
    'export default { computed: { isAcme() { return 1 } } }',
    '$: y = x;',
    'ü😀',
    '<?',
    '<%',
    '%>',
  ],
];

const markup = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));

describe('facts of markup', () => {
  before(loadParsers);

  for (const language of languages) {
    it(`can be had of any text as ${language}, and lie within it`, () => {
      fc.assert(
        fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), (text) => {
          const facts = collectFacts(text, `a.${language}`, 'typescript-estree');
          assert.equal(facts.lineStarts.length, text.split('\n').length);
          for (const { start, end } of spansIn(facts)) assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end}`);
          for (const { line, from, to } of facts.damage)
            assert.ok(from >= 1 && from <= line && line <= to && to <= facts.lineStarts.length);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('stand where their names stand in the file', () => {
    for (const [path, text] of Object.entries(samples)) {
      const facts = collectFacts(text, path, 'typescript-estree');
      assert.deepEqual(facts.damage, []);
      const tests = facts.conditions.map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(
        tests,
        Array.from({ length: tests.length }, () => "tenant.slug === 'acme'"),
      );
      assert.ok(tests.length >= 3, path);
      for (const { name, start, end } of facts.declarations) assert.equal(text.slice(start, end), name);
    }
  });
});

/** Every condition in these is the same comparison. */
const samples: Readonly<Record<string, string>> = {
  'a.vue': `<template><a v-if="tenant.slug === 'acme'">{{ tenant.slug === 'acme' }}</a></template>\r\n<script setup>const days = tenant.slug === 'acme' ? 1 : 2</script>`,
  'a.svelte': `<script>\n$: days = tenant.slug === 'acme' ? 1 : 2;\n</script>\n{#if tenant.slug === 'acme'}{#each list as item, i}{item}{/each}{/if}<a b="x {tenant.slug === 'acme'}"/>`,
  'a.astro': `---\nconst days = tenant.slug === 'acme' ? 1 : 2;\n---\n<A b={tenant.slug === 'acme'}>{list.map((item) => <B c={tenant.slug === 'acme'}>ü😀</B>)}</A>`,
  'a.html': `<p *ngIf="tenant.slug === 'acme'" [a]="tenant.slug === 'acme'"></p><script>const days = tenant.slug === 'acme' ? 1 : 2;</script>`,
};

describe('damage in markup', () => {
  before(loadParsers);

  const damageOf = (path: string, text: string): Facts['damage'] => collectFacts(text, path, 'typescript-estree').damage;
  const testsOf = (path: string, text: string): string[] =>
    collectFacts(text, path, 'typescript-estree').conditions.map((condition) => condition.text);

  it('is an expression of a template, with its line; the rest is read', () => {
    const text = `<template>\n<p :a="if else">\n<b v-if="tenant === 'acme'"/></p>\n</template>\n<script>\nif (brand === 'acme') ship();\n</script>`;
    const [damage, ...more] = damageOf('a.vue', text);
    assert.deepEqual([damage?.line, damage?.from, damage?.to, more], [2, 2, 2, []]);
    assert.deepEqual(testsOf('a.vue', text), ["brand === 'acme'", "tenant === 'acme'"]);
  });

  it('is a statement of a script, with its lines; the rest is read', () => {
    const text = `<p>{brand === 'acme'}</p>\n<script>\nif (tenant === 'acme') ship();\nconst = ;\nship();\n</script>`;
    const [damage, ...more] = damageOf('a.svelte', text);
    assert.deepEqual([damage?.line, damage?.from, damage?.to, more], [4, 4, 4, []]);
    assert.deepEqual(testsOf('a.svelte', text), ["tenant === 'acme'", "brand === 'acme'"]);
  });

  it('is a template in Pug', () => {
    const text = `<script>\nif (brand === 'acme') ship();\n</script>\n<template lang="pug">\np(v-if="a")\n</template>`;
    assert.deepEqual(damageOf('a.vue', text), [{ line: 4, from: 4, to: 4, message: 'templates in pug are not read' }]);
    assert.deepEqual(testsOf('a.vue', text), ["brand === 'acme'"]);
  });

  it('is not what another template language says in HTML', () => {
    const text = `<p>{{#if x}} {{ a | b: c d }}</p><a :b="if"></a>\n<script>\n{% if x %}\nif (brand === 'acme') ship({{ id }});\n{% endif %}\n</script>`;
    assert.deepEqual(damageOf('a.html', text), []);
    assert.deepEqual(testsOf('a.html', text), ["brand === 'acme'"]);
  });

  it('is a script of HTML that no server has its hands in', () => {
    assert.equal(damageOf('a.html', `<script>\nif (brand === ) ship();\n</script>`).length, 1);
  });
});

describe('regions in markup', () => {
  before(loadParsers);

  const regions: readonly { readonly path: string; readonly text: string; readonly region: string }[] = [
    { path: 'a.vue', text: `<template><i/><a v-if="tenant === 'acme'">x</a> y</template>`, region: `<a v-if="tenant === 'acme'">x</a>` },
    {
      path: 'a.vue',
      text: `<template><a v-if="tenant === 'acme'">x</a>\n<b v-else>z</b> y</template>`,
      region: `<a v-if="tenant === 'acme'">x</a>\n<b v-else>z</b>`,
    },
    { path: 'a.vue', text: `<template><a v-show="tenant === 'acme'"/> y</template>`, region: `<a v-show="tenant === 'acme'"/>` },
    { path: 'a.svelte', text: `x{#if tenant === 'acme'}<b>y</b>{:else}z{/if}w`, region: `{#if tenant === 'acme'}<b>y</b>{:else}z{/if}` },
    { path: 'a.astro', text: `<a>{tenant === 'acme' && <b>x</b>}</a>`, region: `tenant === 'acme' && <b>x</b>` },
    { path: 'a.html', text: `<a><b *ngIf="tenant === 'acme'">x</b></a>`, region: `<b *ngIf="tenant === 'acme'">x</b>` },
  ];
  for (const { path, text, region } of regions) {
    it(`cover ${region}`, () => {
      const found = collectFacts(text, path, 'typescript-estree').conditions.map((condition) => condition.region);
      assert.deepEqual(
        found.map((span) => span && text.slice(span.start, span.end)),
        [region],
      );
    });
  }
});
