import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Facts, Term } from '../../../../src/facts/facts.js';
import { factsOf, spansIn } from '../facts-of.js';

/** The value that a data file's default export stands for; what was not kept is `undefined`. */
function valueOf(facts: Facts, term: Term | undefined = facts.exports[0]?.value): unknown {
  switch (term?.is) {
    case 'literal':
      return term.value;
    case 'list':
      return term.items.map((item) => valueOf(facts, item));
    case 'table':
      return Object.fromEntries((facts.tables[term.table]?.entries ?? []).map(({ key, value }) => [key ?? '', valueOf(facts, value)]));
    default:
      return undefined;
  }
}

const read = (path: string, text: string): unknown => valueOf(factsOf(text, path));

describe('facts of data files', () => {
  it('are tables that know their name, their place and their parent', () => {
    const text = '{\n  // per brand\n  "acme": { "pages": [{ "slug": "home" },] },\n}';
    const { isData, exports, tables } = factsOf(text, 'brands.json');
    assert.equal(isData, true);
    assert.deepEqual(
      exports.map(({ exported, declaration, value }) => [exported, declaration, value?.is]),
      [['default', -1, 'table']],
    );
    assert.deepEqual(
      tables.map(({ name, parent, isItem, declaration }) => ({ name, parent, isItem, declaration })),
      [
        { name: null, parent: -1, isItem: false, declaration: -1 },
        { name: 'acme', parent: 0, isItem: false, declaration: -1 },
        { name: 'pages', parent: 1, isItem: true, declaration: -1 },
      ],
    );
    const [entry] = tables[0]?.entries ?? [];
    assert.equal(text.slice(entry?.start, entry?.end), '"acme"');
    assert.equal(text.slice(entry?.start, entry?.until), '"acme": { "pages": [{ "slug": "home" },] }');
  });

  it('end a block of YAML with its last character', () => {
    const text = 'acme:\n  seats: 5\n\n# next\nglobex:\n  seats: 9\n';
    const [acme] = factsOf(text, 'brands.yaml').tables[0]?.entries ?? [];
    assert.equal(text.slice(acme?.start, acme?.until), 'acme:\n  seats: 5');
  });

  it('resolve anchors, aliases and merge keys of YAML', () => {
    const text =
      'base: &base { seats: 5, theme: dark }\nacme:\n  <<: *base\n  seats: 9\nglobex: *base\nboth: { <<: [*base, { sso: true }] }\n';
    assert.deepEqual(read('brands.yml', text), {
      base: { seats: 5, theme: 'dark' },
      acme: { seats: 9, theme: 'dark' },
      globex: { seats: 5, theme: 'dark' },
      both: { seats: 5, theme: 'dark', sso: true },
    });
  });

  it('keep keys of YAML as they are written', () => {
    assert.deepEqual(read('a.yaml', 'on: 1\n0042: x\n"no": y\n'), { on: 1, '0042': 'x', no: 'y' });
  });

  it('are a list for several documents', () => {
    const facts = factsOf('slug: acme\n---\nslug: globex\n', 'tenants.yaml');
    assert.deepEqual(valueOf(facts), [{ slug: 'acme' }, { slug: 'globex' }]);
    assert.deepEqual(
      facts.tables.map(({ isItem, parent }) => [isItem, parent]),
      [
        [true, -1],
        [true, -1],
      ],
    );
  });

  it('stay small for aliases of aliases of aliases', () => {
    const layers = Array.from({ length: 30 }, (_, depth) => `l${depth + 1}: &l${depth + 1} [${`*l${depth},`.repeat(9)}]`);
    const text = ['l0: &l0 [x, x]', ...layers].join('\n');
    assert.ok(JSON.stringify(factsOf(text, 'bomb.yaml')).length < 5_000_000);
  });

  it('leave a template of YAML alone', () => {
    const facts = factsOf('{{- if .Values.acme }}\nacme: 1\n{{- end }}\n', 'chart/templates/a.yaml');
    assert.deepEqual([facts.exports, facts.tables, facts.damage], [[], [], []]);
  });

  for (const [path, text, line, kept] of [
    ['a.json', '{\n  "acme": 1,\n  "globex": \n}', 4, { acme: 1, globex: undefined }],
    ['a.yaml', 'acme: 1\nglobex: [1, 2\n', 3, undefined],
    ['b.yaml', 'acme: 1\n---\nglobex: "x\n', 4, [{ acme: 1 }]],
  ] as const) {
    it(`say where ${path} is broken: ${JSON.stringify(text)}`, () => {
      const facts = factsOf(text, path);
      assert.deepEqual(
        facts.damage.map((damage) => damage.line),
        [line],
      );
      if (kept) assert.deepEqual(valueOf(facts), kept);
    });
  }

  for (const [path, text] of [
    ['a.json', '['.repeat(200_000)],
    ['a.yaml', '['.repeat(50_000)],
    ['a.yaml', '- '.repeat(20_000)],
  ] as const) {
    it(`survive ${path} nested to no end: ${text.slice(0, 4)}…`, () => {
      assert.equal(factsOf(text, path).damage.length > 0, true);
    });
  }

  it('keep no value that could be a secret', () => {
    const text = JSON.stringify({
      acme: { apiKey: 'k-1234', password: 'x', 'client-secret': 'y', secrets: { smtp: { user: 'z' } }, url: 'https://u:p@db.acme.com' },
      tokens: ['abc'],
      tokenizer: 'words',
      passwordPolicy: { isStrict: true },
      key: 'new-nav',
    });
    assert.deepEqual(read('brands.json', text), {
      acme: { apiKey: undefined, password: undefined, 'client-secret': undefined, secrets: { smtp: { user: undefined } }, url: undefined },
      tokens: [undefined],
      tokenizer: 'words',
      passwordPolicy: { isStrict: true },
      key: 'new-nav',
    });
  });

  it('keep of .env files only switches and plain names of customers', () => {
    const text = [
      '# comment',
      'export FEATURE_SSO=true',
      'DEBUG="false"',
      'TENANT=acme # ours',
      "BRAND_SLUG='umbrella-health'",
      'API_TOKEN=acme',
      'TENANT_PASSWORD=Tr0ub4dor&3',
      'CUSTOMER_ID=4b1d9c22f0aa7d31',
      'NAME=globex',
      'DATABASE_URL=postgres://u:p@h/d',
      'CLIENT_SECRET=hunter',
      'EMPTY=',
    ].join('\r\n');
    for (const path of ['.env', '.env.production', 'config/acme.env', '.env.acme.local']) {
      const entries = factsOf(text, path).tables[0]?.entries ?? [];
      const kept = entries.flatMap(({ key, value }) => (value.is === 'literal' ? [[key, value.value]] : []));
      assert.deepEqual(
        Object.fromEntries(kept),
        { FEATURE_SSO: 'true', DEBUG: 'false', TENANT: 'acme', BRAND_SLUG: 'umbrella-health' },
        path,
      );
    }
  });

  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.stringMatching(/^[a-z][a-z ]{0,9}$/),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(fc.stringMatching(/^[a-f]{1,4}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));

  it('say the same as JSON.parse, in JSON and in YAML', () => {
    fc.assert(
      fc.property(plain.value, (value) => {
        assert.deepEqual(read('a.json', JSON.stringify(value, null, 2)), value);
        assert.deepEqual(read('a.yaml', stringify(value)), value);
      }),
    );
  });

  it('never throw, and lie within the text', () => {
    const scraps = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"a"', ':', ',', '\n', '  ', '- ', 'a: ', '&x ', '*x', '<<: ', '|', '---', '#', "'", '!t '),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(scraps, fc.constantFrom('a.json', 'a.yaml', '.env'), (parts, path) => {
        const text = parts.join('');
        for (const { start, end } of spansIn(factsOf(text, path)))
          assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end}`);
      }),
    );
  });
});
