import type { Case, Temptation } from '../detect-text.js';

/** A case in one file of a markup language; `expect` names kind, customers and line. */
function inFile(path: string) {
  return (name: string, code: string, ...expect: readonly string[]): Case => ({
    name: `${name} (${path})`,
    code: { [path]: code },
    expect: expect.map((finding) => finding.replace(/(\d+)$/, `${path}:$1`)),
  });
}

/** A text in which nothing is to be found. */
function nothingIn(path: string) {
  return (name: string, code: string, why: string): Temptation => ({ name: `${name} (${path})`, code: { [path]: code }, why });
}

const vue = inFile('src/page.vue');
const svelte = inFile('src/page.svelte');
const astro = inFile('src/page.astro');
const html = inFile('src/page.html');
const noVue = nothingIn('src/page.vue');
const noSvelte = nothingIn('src/page.svelte');
const noAstro = nothingIn('src/page.astro');
const noHtml = nothingIn('src/page.html');

const inTemplate = (code: string): string => `<template>\n${code}\n</template>`;

export const markupCases: readonly Case[] = [
  vue('v-if', inTemplate(`<p v-if="tenant.slug === 'acme'">Hi</p>`), 'branch acme 2'),
  vue('v-if in single quotes', inTemplate(`<p v-if='tenant.slug === "acme"'>Hi</p>`), 'branch acme 2'),
  vue('v-else-if', inTemplate(`<p v-if="wide">Hi</p>\n<p v-else-if="tenant.slug === 'acme'">Ho</p>`), 'branch acme 3'),
  vue(
    'a chain of three customers',
    inTemplate(`<p v-if="brand === 'acme'"/>\n<!-- or -->\n<p v-else-if="brand === 'globex'"/>\n<p v-else/>`),
    'branch acme 2',
    'branch globex 4',
  ),
  vue('v-show', inTemplate(`<p v-show="tenant.slug === 'acme'">Hi</p>`), 'branch acme 2'),
  vue('a bound attribute', inTemplate(`<p :disabled="tenant.slug === 'acme'">Hi</p>`), 'branch acme 2'),
  vue('v-bind spelt out', inTemplate(`<p v-bind:disabled="tenant.slug === 'acme'">Hi</p>`), 'branch acme 2'),
  vue('a bound class', inTemplate(`<p :class="{ wide: tenant.slug === 'acme' }">Hi</p>`), 'branch acme 2'),
  vue('a ternary in a bound class', inTemplate(`<p :class="brand === 'acme' ? 'wide' : 'narrow'">Hi</p>`), 'branch acme 2'),
  vue('an interpolation', inTemplate(`<p>Due in {{ tenant.slug === 'acme' ? 60 : 30 }} days</p>`), 'branch acme 2'),
  vue('an interpolation over several lines', inTemplate(`<p>{{\n  tenant.slug === 'acme'\n    ? 60 : 30\n}}</p>`), 'branch acme 3'),
  vue('an event handler', inTemplate(`<p @click="tenant.slug === 'acme' && ship()">Hi</p>`), 'branch acme 2'),
  vue('an event handler of statements', inTemplate(`<p @click="a = 1; if (brand === 'acme') ship();">Hi</p>`), 'branch acme 2'),
  vue('an event handler that is a function', inTemplate(`<p v-on:click="() => brand === 'acme' && ship()">Hi</p>`), 'branch acme 2'),
  vue('a repeated element', inTemplate(`<p v-for="tenant in tenants" v-if="tenant.slug === 'acme'"/>`), 'branch acme 2'),
  vue(
    'a child of a repeated element',
    inTemplate(`<ul v-for="(tenant, i) of tenants"><li v-if="tenant.slug === 'acme'"/></ul>`),
    'branch acme 2',
  ),
  vue('the scope of a slot', inTemplate(`<List #default="{ tenant }"><li v-if="tenant.slug === 'acme'"/></List>`), 'branch acme 2'),
  vue('a list of customers', inTemplate(`<p v-if="['acme', 'globex'].includes(tenant.slug)"/>`), 'branch acme|globex 2'),
  vue('an encoded attribute', inTemplate(`<p v-if="wide &amp;&amp; tenant.slug === &quot;acme&quot;"/>`), 'branch acme 2'),
  vue('an unclosed element', inTemplate(`<ul><li v-if="brand === 'acme'">One<li>Two</ul><br>`), 'branch acme 2'),
  vue('a script', `<script>\nif (tenant.slug === 'acme') ship();\n</script>`, 'branch acme 2'),
  vue('a script in TypeScript', `<script lang="ts">\nconst days: number = tenant.slug === 'acme' ? 60 : 30;\n</script>`, 'branch acme 2'),
  vue('a script with JSX', `<script lang="tsx">\nconst logo = () => brand === 'acme' && <Wide />;\n</script>`, 'branch acme 2'),
  vue(
    'two scripts',
    `<script>\nexport const ACME_TENANT_ID = '42';\n</script>\n<script setup>\nif (tenant.id === ACME_TENANT_ID) ship();\n</script>`,
    'definition acme 2',
    'branch acme 5',
  ),
  vue(
    'a computed of script setup, asked in the template',
    `<script setup>\nconst isAcme = computed(() => tenant.slug === 'acme');\n</script>\n<template>\n<p v-if="isAcme"/>\n</template>`,
    'definition acme 2',
    'branch acme 5',
  ),
  vue(
    'a computed whose name tells nothing, asked in the template and by its value',
    `<script setup>\nconst needsPaper = computed(() => tenant.slug === 'acme');\nif (needsPaper.value) ship();\n</script>\n<template>\n<p v-if="needsPaper"/>\n</template>`,
    'definition acme 2',
    'branch acme 3',
    'branch acme 6',
  ),
  vue(
    'a computed of the options, asked in the template and by this',
    `<template>\n<p v-if="isAcme"/>\n</template>\n<script>\nexport default {\n  computed: {\n    isAcme() { return this.tenant.slug === 'acme'; },\n  },\n  mounted() {\n    if (this.isAcme) ship();\n  },\n};\n</script>`,
    'branch acme 2',
    'definition acme 7',
    'branch acme 10',
  ),
  vue(
    'a method whose name tells nothing',
    `<template>\n<p v-if="needsPaper()"/>\n</template>\n<script>\nexport default defineComponent({\n  methods: { needsPaper() { return this.tenant.slug === 'acme'; } },\n});\n</script>`,
    'branch acme 2',
    'definition acme 6',
  ),
  vue(
    'what setup returns',
    `<template>\n<p v-if="isAcme"/>\n</template>\n<script>\nexport default {\n  setup() {\n    const isAcme = tenant.slug === 'acme';\n    return { isAcme };\n  },\n};\n</script>`,
    'branch acme 2',
    'definition acme 7',
  ),
  vue(
    'an import',
    `<script setup>\nimport AcmeHeader from './customers/acme/header.vue';\nimport { isAcme } from './tenants';\n</script>`,
    'import acme 2',
  ),
  {
    name: 'a predicate of another file, asked in a template',
    code: {
      'src/tenants.ts': `export const isAcme = (tenant) => tenant.slug === 'acme';`,
      'src/page.vue': `<script setup>\nimport { isAcme } from './tenants';\n</script>\n<template>\n<p v-if="isAcme(tenant)"/>\n</template>`,
    },
    expect: ['definition acme src/tenants.ts:1', 'branch acme src/page.vue:5'],
  },
  {
    name: 'a constant that a component exports',
    code: {
      'src/settings.vue': `<script>\nexport const LOUD_TENANT = 'acme';\n</script>`,
      'src/app.ts': `import { LOUD_TENANT } from './settings.vue';\nif (tenant.slug === LOUD_TENANT) ship();`,
    },
    expect: ['branch acme src/app.ts:2', 'definition acme src/settings.vue:2'],
  },

  svelte('{#if}', `{#if tenant.slug === 'acme'}\nHi\n{/if}`, 'branch acme 1'),
  svelte('{:else if}', `{#if wide}\nHi\n{:else if tenant.slug === 'acme'}\nHo\n{:else}\nHu\n{/if}`, 'branch acme 3'),
  svelte('an expression', `<p>{tenant.slug === 'acme' ? 60 : 30}</p>`, 'branch acme 1'),
  svelte('an attribute', `<Logo wide={tenant.slug === 'acme'} />`, 'branch acme 1'),
  svelte('an attribute in quotes', `<p class="page {brand === 'acme' ? "wide" : ''}">Hi</p>`, 'branch acme 1'),
  svelte('a class directive', `<p class:wide={brand === 'acme'}>Hi</p>`, 'branch acme 1'),
  svelte('an event handler', `<p on:click={() => brand === 'acme' && ship()}>Don't</p>`, 'branch acme 1'),
  svelte('an item of a list', `{#each tenants as tenant, i (tenant.id)}\n{#if tenant.slug === 'acme'}x{/if}\n{/each}`, 'branch acme 2'),
  svelte('a constant of the template', `{#if wide}\n{@const days = tenant.slug === 'acme' ? 60 : 30}\n{days}\n{/if}`, 'branch acme 2'),
  svelte('HTML', `{@html tenant.slug === 'acme' ? a : b}`, 'branch acme 1'),
  svelte(
    'what a promise brings',
    `{#await load() then tenant}\n{#if tenant.slug === 'acme'}x{/if}\n{:catch e}\n{e}\n{/await}`,
    'branch acme 2',
  ),
  svelte('a snippet', `{#snippet row(tenant)}\n{#if tenant.slug === 'acme'}x{/if}\n{/snippet}\n{@render row(1)}`, 'branch acme 2'),
  svelte('a store', `{#if $tenant.slug === 'acme'}x{/if}`, 'branch acme 1'),
  svelte(
    'a derived store of the script',
    `<script>\nconst isAcme = derived(session, (tenant) => tenant.slug === 'acme');\n</script>\n{#if $isAcme}x{/if}`,
    'definition acme 2',
    'branch acme 4',
  ),
  svelte(
    'a reactive declaration',
    `<script>\nexport let tenant;\n$: isAcme = tenant.slug === 'acme';\n</script>\n{#if isAcme}x{/if}`,
    'definition acme 3',
    'branch acme 5',
  ),
  svelte(
    'a derived rune',
    `<script lang="ts">\nconst isAcme = $derived(tenant.slug === 'acme');\n</script>\n{#if isAcme}x{/if}`,
    'definition acme 2',
    'branch acme 4',
  ),
  svelte(
    'a value computed from others',
    `<script>\nconst isAcme = $derived(tenant.slug === 'acme' && wide);\n</script>`,
    'definition acme 2',
  ),
  svelte('a reactive statement', `<script>\n$: if (tenant.slug === 'acme') ship();\n</script>`, 'branch acme 2'),
  svelte('a module script', `<script context="module">\nif (tenant.slug === 'acme') ship();\n</script>`, 'branch acme 2'),

  astro('the script between the fences', `---\nif (brand === 'acme') return Astro.redirect('/');\n---\n<p>Hi</p>`, 'branch acme 2'),
  astro('&& before an element', `---\n---\n{brand === 'acme' && <X/>}`, 'branch acme 3'),
  astro('a ternary of elements', `{brand === 'acme' ? <A>Don't</A> : <><br><B/></>}`, 'branch acme 1'),
  astro('an expression within an element within an expression', `{wide && <A>{brand === 'acme' && <X/>}</A>}`, 'branch acme 1'),
  astro('an attribute within an expression', `{wide && <A big={brand === 'acme'} b="c">Hi</A>}`, 'branch acme 1'),
  astro('an attribute', `<A big={brand === 'acme'}/>`, 'branch acme 1'),
  astro('an attribute in back quotes', 'text <a class=`page ${brand === "acme" ? "wide" : ""}`>x</a>', 'branch acme 1'),
  astro('a class list', `<a class:list={['page', { wide: brand === 'acme' }]}>x</a>`, 'branch acme 1'),
  astro('items', `{tenants.map((tenant) => (\n<li>{tenant.slug === 'acme' ? 'x' : 'y'}</li>\n))}`, 'branch acme 2'),
  astro('a client script', `<p>Hi</p>\n<script>\nif (tenant.slug === 'acme') ship();\n</script>`, 'branch acme 3'),
  astro(
    'a constant of the script, asked below',
    `---\nconst isAcme = Astro.locals.tenant.slug === 'acme';\n---\n{isAcme && <X/>}`,
    'definition acme 2',
    'branch acme 4',
  ),

  html('an inline script', `<body>\n<script>\nif (tenant.slug === 'acme') ship();\n</script>\n</body>`, 'branch acme 3'),
  html('a module script', `<script type="module">\nif (tenant.slug === 'acme') ship();\n</script>`, 'branch acme 2'),
  html('an event attribute', `<p onclick="if (tenant.slug === 'acme') return ship();">Hi</p>`, 'branch acme 1'),
  html('Angular, a structural directive', `<p *ngIf="tenant.slug === 'acme'; else other">Hi</p>`, 'branch acme 1'),
  html('Angular, a property', `<p [disabled]="tenant.slug === 'acme'" (click)="go($event)">Hi</p>`, 'branch acme 1'),
  html('Angular, a pipe', `<p>{{ tenant.slug === 'acme' ? due : late | date: 'short' }}</p>`, 'branch acme 1'),
  html('Angular, items', `<p *ngFor="let tenant of tenants; trackBy: id"><b *ngIf="tenant.slug === 'acme'"></b></p>`, 'branch acme 1'),
  html('Alpine', `<p x-data="{ open: false }" x-show="tenant.slug === 'acme'">Hi</p>`, 'branch acme 1'),
  html('Vue without a build', `<div id="app"><p v-if="tenant.slug === 'acme'">Hi</p></div>`, 'branch acme 1'),
  html(
    'a script with values of a server',
    `<script>\nvar user = {{ user | tojson }};\nif (tenant.slug === 'acme') ship(<%= id %>);\n</script>`,
    'branch acme 3',
  ),
];

export const markupTemptations: readonly Temptation[] = [
  noVue('prose', inTemplate(`<p>if (tenant.slug === 'acme') we ship. Acme, Globex and Hooli trust us.</p>`), 'text is no code'),
  noVue('a comment', inTemplate(`<!-- <p v-if="tenant.slug === 'acme'"/> -->`), 'it is commented out'),
  noVue('an ordinary attribute', inTemplate(`<img alt="acme" src="/logos/acme.svg" tenant="acme">`), 'no expression'),
  noVue('a style', `<style>\n.acme { color: red }\n.tenant-acme > p { color: blue }\n</style>`, 'CSS is no code'),
  noVue('a style with v-bind', `<style scoped>\np { color: v-bind("tenant === 'acme' ? 'red' : 'blue'") }\n</style>`, 'CSS is not read'),
  noVue('a block of texts', `<i18n>\n{ "en": { "acme": "if (tenant.slug === 'acme')" } }\n</i18n>`, 'texts for translators'),
  noVue(
    'a block of documentation',
    `<docs>\n<p v-if="tenant.slug === 'acme'">{{ brand === 'acme' ? 1 : 2 }}</p>\n</docs>`,
    'an example in the documentation',
  ),
  noVue('a template in Pug', `<template lang="pug">\np(v-if="tenant.slug === 'acme'") Hi\n</template>`, 'Pug is not read, and reported so'),
  noVue('data in a script', `<script type="application/json">\n{ "tenant": "acme" }\n</script>`, 'JSON is data'),
  noVue('a value compared with another', inTemplate(`<p v-if="tenant.slug === current.slug">Hi</p>`), 'no customer is named'),
  noVue('a plan', inTemplate(`<p v-if="tenant.plan === 'enterprise'">Hi</p>`), 'a plan is no customer'),
  noVue('a role', inTemplate(`<p v-if="user.role === 'owner'" v-else-if>Hi</p>`), 'a role is no customer'),

  noSvelte('prose', `<p>if tenant.slug === 'acme' we ship</p>`, 'text is no code'),
  noSvelte('a comment', `<!-- {#if tenant.slug === 'acme'}x{/if} -->`, 'it is commented out'),
  noSvelte('a comment in braces', `<p>{/* tenant.slug === 'acme' */}</p>`, 'it is commented out'),
  noSvelte('a style', `<style>\n.acme { color: red }\n</style>`, 'CSS is no code'),
  noSvelte('an ordinary attribute', `<img alt="acme" src="/logos/acme.svg" {title}>`, 'no comparison'),
  noSvelte('a text', `<p>{'Acme, Globex and Hooli trust us'}</p>`, 'a text that nothing is compared with'),
  noSvelte('a platform', `{#if platform === 'ios'}x{/if}`, 'a platform is no customer'),
  noSvelte('another variable', `{#if tenant.slug === $session.slug}x{/if}`, 'no customer is named'),

  noAstro('prose', `<p>We ship if brand === 'acme'</p>`, 'text is no code'),
  noAstro('a comment', `<!-- {brand === 'acme' && <X/>} -->`, 'it is commented out'),
  noAstro('a comment in braces', `<p>{/* brand === 'acme' && <X/> */}</p>`, 'it is commented out'),
  noAstro('an ordinary attribute', `<img alt="brand === 'acme'" class="{brand === 'acme'}">`, 'no expression in quotes'),
  noAstro('text within an element within an expression', `{wide && <p>brand === 'acme'</p>}`, 'text is no code'),
  noAstro('a style', `<style>\n.acme { color: red }\n</style>`, 'CSS is no code'),
  noAstro('structured data', `<script type="application/ld+json">\n{ "brand": "acme" }\n</script>`, 'data for search engines'),
  noAstro('a locale', `---\nconst { locale } = Astro.props;\n---\n{locale === 'de' && <X/>}`, 'a locale is no customer'),

  noHtml('prose', `<p>if (tenant.slug === 'acme') we ship</p>`, 'text is no code'),
  noHtml('a comment', `<!-- <script>if (tenant.slug === 'acme') ship();</script> -->`, 'it is commented out'),
  noHtml('an example', `<pre>&lt;script&gt;if (tenant.slug === 'acme') ship();&lt;/script&gt;</pre>`, 'text is no code'),
  noHtml('structured data', `<script type="application/ld+json">\n{ "brand": "acme" }\n</script>`, 'data for search engines'),
  noHtml('a template for later', `<script type="text/x-handlebars">\n{{#if tenant}}acme{{/if}}\n</script>`, 'another language'),
  noHtml('Handlebars', `{{#if (eq tenant.slug 'acme')}}<p>Hi</p>{{/if}} {{> acme}} {{{ raw }}}`, 'another language'),
  noHtml('Jinja', `{% if tenant.slug == 'acme' %}<p>Hi</p>{% endif %}`, 'another language'),
  noHtml('EJS', `<% if (tenant.slug === 'acme') { %><p <%= attributes %>>Hi</p><% } %>`, 'another language'),
  noHtml('PHP', `<?php if ($tenant === 'acme') { ?><p>Hi</p><?php } ?>`, 'another language'),
  noHtml('an ordinary attribute', `<input name="tenant" value="acme" data-tenant="acme" placeholder="tenant === 'acme'">`, 'no expression'),
];
