import assert from 'node:assert/strict';
import { triggerWords } from '../../../src/link/trigger-words.js';
import { defaultConfig, type Config, type ImportedCustomer } from '../../../src/model/config.js';
import { compact, detectText, linkText, loadParsers, type Sources } from './detect-text.js';

function imported(name: string, more: Partial<ImportedCustomer> = {}): ImportedCustomer {
  const id = name.toLowerCase().replace(/\W+/g, '-');
  return {
    id,
    name,
    aliases: [],
    ids: [],
    domains: [],
    status: 'active',
    standing: 'customer',
    revenue: null,
    tier: null,
    origin: 'crm.csv:2',
    ...more,
  };
}

const crm: Partial<Config> = {
  importedCustomers: [
    ...['Target', 'Box', 'Apple', 'Square Ltd', 'Open Door', 'Slack', 'Globex', 'Stark Industries', 'Hooli International BV'].map((name) =>
      imported(name),
    ),
    imported('Initech GmbH', { id: 'initech', ids: ['7c9e6679-7425-40de-944b-e07fc1f90ae7', '4711'], domains: ['initech.com'] }),
    imported('Acme Holdings', { id: 'acme', ids: ['ws_9Kd02LmQx1'] }),
  ],
};

function found(code: Sources, config: Partial<Config> = crm): readonly string[] {
  return detectText(code, { config }).map((finding) => `${compact(code, finding)} ${finding.confidence}`);
}

describe('imported customers', () => {
  before(loadParsers);

  const nobody: readonly (readonly [why: string, code: string])[] = [
    ['the target of an event', 'const targetElement = event.target;\nif (isTarget(event)) go();\nexport class TargetList {}'],
    ['a box in a layout', "const isBox = shape === 'box';\nif (shape.type === 'box') draw();\nexport const BOX_ID = 'box';"],
    ['an apple device', "if (isApple) go();\nconst x = { apple: 1, other: 2 };\nimport './apple';"],
    ['a square', "if (kind === 'square') area();\nexport function openDoor() {}"],
    ['an integration', "if (channel === 'slack') notify();\nexport class SlackClient {}"],
    ['a small number', 'if (count === 4711) go();'],
  ];
  for (const [why, code] of nobody)
    it(`are not seen in ${why}`, () => {
      assert.deepEqual(found(code), []);
    });

  const somebody: readonly (readonly [why: string, code: string, expected: readonly string[]])[] = [
    ['an ordinary word beside what says which customer it is', "if (tenant.slug === 'target') go();", ['branch target 1 high']],
    ['an integration there', "if (tenant.slug === 'slack') go();", ['branch slack 1 high']],
    ['a uuid', "if (x === '7c9e6679-7425-40de-944b-e07fc1f90ae7') go();", ['branch initech 1 high']],
    ['a domain', "if (x.endsWith('@initech.com')) go();", ['branch initech 1 high']],
    ['a number beside what says which customer it is', 'if (tenant.id === 4711) go();', ['branch initech 1 high']],
    ['a single name alone, with doubt', 'if (isGlobex) go();', ['branch globex 1 low']],
    ['a name of two words alone', "if (x === 'stark-industries') go();", ['branch stark-industries 1 medium']],
    [
      'a single name that the code explains',
      "if (isGlobex) go();\nif (tenant.slug === 'globex') go();",
      ['branch globex 1 high', 'branch globex 2 high'],
    ],
    ['the first word of a long name', "if (tenant.slug === 'hooli') go();", ['branch hooli-international-bv 1 high']],
  ];
  for (const [why, code, expected] of somebody)
    it(`are seen by ${why}`, () => {
      assert.deepEqual(found(code), expected);
    });

  it('say where they are listed and what the code says', () => {
    const [customer] = linkText("if (tenant.slug === 'globex') go();", { config: crm }).customers.all.filter(({ id }) => id === 'globex');
    assert.deepEqual(
      [customer?.source, customer?.confidence, customer?.evidence],
      ['imported', 'high', ['Listed in crm.csv:2.', '“globex” is compared with tenant.slug (src/app.tsx:1).']],
    );
  });

  it('add their ids to the configured customer that they are', () => {
    const config = {
      ...crm,
      customers: [
        { id: 'acme', name: 'Acme', aliases: [], ids: [], domains: [], status: 'active' as const, standing: 'customer' as const },
      ],
    };
    assert.deepEqual(found("if (x === 'ws_9Kd02LmQx1') go();\nif (isAcme) go();", config), ['branch acme 1 high', 'branch acme 2 high']);
    assert.equal(linkText('', { config }).customers.all.filter(({ id }) => id === 'acme').length, 1);
  });

  it('are none where the team says so, or where the name is that of the product', () => {
    assert.deepEqual(found('if (isGlobex) go();', { ...crm, notCustomers: ['globex'] }), []);
    const packages = [{ folder: '', name: '@globex/app', dependencies: [], mains: [], exports: undefined, imports: undefined }];
    const workspace = linkText('if (isGlobex) go();', { config: crm, packages });
    assert.deepEqual(workspace.customers.mentionedIn('isGlobex'), []);
  });

  it('make no file worth parsing by an ordinary word or a number', () => {
    const words = new Set(triggerWords({ ...defaultConfig, ...crm }));
    assert.deepEqual(
      ['target', 'box', 'slack', '4711', 'globex', 'initech.com'].filter((word) => words.has(word)),
      ['globex', 'initech.com'],
    );
  });

  it('can be named in directives whatever they are called', () => {
    assert.deepEqual(found('// oneoff Square Ltd PROD-1\nround();'), ['branch square-ltd 2 high']);
    assert.deepEqual(found('// oneoff target\nround();'), ['branch target 2 high']);
  });
});
