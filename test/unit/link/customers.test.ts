import assert from 'node:assert/strict';
import type { Config } from '../../../src/model/config.js';
import { known, linkText, loadParsers, type Sources } from '../detectors/detect-text.js';

const uuid = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';

function customersOf(code: Sources, config: Partial<Config> = {}) {
  return linkText(code, { config }).customers;
}

/** `id confidence` of each customer. */
const listed = (code: Sources, config: Partial<Config> = {}): string[] =>
  customersOf(code, config)
    .all.map(({ id, confidence }) => `${id} ${confidence}`)
    .toSorted();

const once = `if (tenant.slug === 'globex') ship();`;

describe('inferred customers', () => {
  before(loadParsers);

  it('gain confidence with each place that names them', () => {
    assert.deepEqual(listed(`if (subdomain === 'globex') ship();`), ['globex low']);
    assert.deepEqual(listed(once), ['globex medium']);
    assert.deepEqual(listed(`${once}\nif (brand === 'globex') hold();`), ['globex high']);
  });

  it('lose nothing by a folder of their own beside what the code says', () => {
    const code = { 'src/tenants.ts': `export const tenants = { globex: { seats: 5 }, initech: { seats: 9 } };\n${once}` };
    const inCode = customersOf(code).all.find(({ id }) => id === 'globex')?.confidence;
    const withFolder = customersOf({ ...code, 'src/tenants/globex/page.ts': 'run();' }).all.find(({ id }) => id === 'globex')?.confidence;
    assert.deepEqual([inCode, withFolder], ['high', 'high']);
    const table = { 'src/list.ts': `export const tenants = { globex: { seats: 5 }, initech: { seats: 9 } };` };
    const both = customersOf({ ...table, 'src/tenants/globex/page.ts': 'run();' }).all.find(({ id }) => id === 'globex')?.confidence;
    assert.equal(both, 'medium');
  });

  it('gain confidence by evidence of another kind', () => {
    assert.deepEqual(listed(`${once}\nconst tenants = { globex: { seats: 5 }, initech: { seats: 9 } };`), ['globex high', 'initech low']);
    assert.deepEqual(listed(`${once}\ntype Tenant = 'globex' | 'initech';`), ['globex high', 'initech low']);
  });

  it('lose it by counter-evidence', () => {
    assert.deepEqual(listed(`${once}\nif (tenant.plan === 'globex') a();\nif (order.status === 'globex') b();`), []);
  });

  it('say why, the strongest reason first, with the place', () => {
    const [customer] = customersOf(`const tenants = { globex: {}, initech: {} };\n${once}`).all;
    assert.deepEqual(customer?.evidence, [
      '“globex” is compared with tenant.slug (src/app.tsx:2).',
      '“globex” is a key of tenants (src/app.tsx:1).',
    ]);
  });

  it('say no reason twice and not more than five', () => {
    const [customer] = customersOf(Array.from({ length: 9 }, () => once).join('\n')).all;
    assert.equal(customer?.evidence.length, 5);
    assert.equal(new Set(customer.evidence).size, 5);
  });

  for (const [name, code] of [
    [
      'styles',
      `if (tenant.slug === 'umbrella-health') a();\nif (brand === 'UMBRELLA_HEALTH') b();\nif (tenant.name === 'Umbrella Health') c();`,
    ],
    ['legal forms', `if (tenant.slug === 'globex') a();\nif (tenant.name === 'Globex GmbH') b();\nif (brand === 'globex-corp') c();`],
    ['a domain', `if (tenant.slug === 'globex') a();\nif (tenant.domain === 'globex.io') b();`],
    ['an id and its name', `const GLOBEX_TENANT_ID = '${uuid}';\nif (tenant.id === '${uuid}') a();\nif (tenant.slug === 'globex') b();`],
  ] as const) {
    it(`are one in spite of ${name}`, () => {
      assert.equal(customersOf(code).all.length, 1);
    });
  }

  it('have an id in kebab case and keep their other spellings', () => {
    const [customer] = customersOf(`if (tenant.name === 'Umbrella Health') a();\nif (tenant.slug === 'umbrella-health') b();`).all;
    assert.equal(customer?.id, 'umbrella-health');
    assert.equal(customer.source, 'inferred');
    assert.deepEqual([customer.name, ...customer.aliases].toSorted(), ['Umbrella Health', 'umbrella-health']);
  });

  it('are called by a number where nothing else is known', () => {
    assert.deepEqual(listed(`if (tenantId === 1042) a();`), ['tenant-1042 medium']);
  });

  it('are not what the team has ruled out', () => {
    assert.deepEqual(listed(once, { notCustomers: ['GLOBEX'] }), []);
  });

  it('keep what speaks against them, with the place', () => {
    const [customer] = customersOf(`${once}\nif (brand === 'globex') a();\nif (tenant.plan === 'globex') b();`).all;
    assert.deepEqual(customer?.against, ['“globex” is compared with tenant.plan (src/app.tsx:3).']);
  });

  it('leave those that were considered and not taken with their reasons', () => {
    const { all, dismissed } = customersOf(`if (tenant.plan === 'globex') a();\nif (subdomain === 'initech') b();`, {
      notCustomers: ['initech'],
    });
    assert.deepEqual(all, []);
    assert.deepEqual(
      dismissed.map(({ name, because }) => `${name}: ${because}`),
      ['initech: The configuration rules it out.', 'globex: The evidence does not suffice.'],
    );
    assert.deepEqual(dismissed.at(-1)?.against, ['“globex” is compared with tenant.plan (src/app.tsx:1).']);
  });

  it('are not what the workspace calls itself', () => {
    const packages = [{ folder: '', name: '@globex/app', dependencies: [], mains: [], exports: undefined, imports: undefined }];
    const { customers } = linkText(`if (location.hostname === 'globex.io') ship();\nif (host === 'globex.io') hold();`, { packages });
    assert.deepEqual(customers.all, []);
  });

  it('are fewer in tests, which invent them', () => {
    assert.deepEqual(listed({ 'src/bill.test.ts': once }), []);
    assert.deepEqual(listed({ 'test/fixtures/bill.ts': once }), []);
  });

  it('do not depend on the order of files', () => {
    const files = { 'src/a.ts': once, 'src/b.ts': `if (brand === 'Globex') a();`, 'src/c.ts': `const GLOBEX_TENANT_ID = '${uuid}';` };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    assert.deepEqual(customersOf(files).all, customersOf(reversed).all);
  });
});

describe('configured customers', () => {
  before(loadParsers);

  it('stand first, as written, with all they need to be recognised', () => {
    const customers = customersOf(`if (tenant.slug === 'tyrell') a();`, known);
    assert.deepEqual(
      customers.all.map(({ id, source }) => `${id} ${source}`),
      ['acme', 'globex', 'initech', 'hooli', 'umbrella', 'northwind'].map((id) => `${id} configured`).concat('tyrell inferred'),
    );
  });

  it('take the evidence of their spellings for themselves', () => {
    const code = `if (tenant.name === 'Acme Corp') a();\nif (tenant.slug === 'acme') b();\nif (tenant.code === 'NWT') c();\nif (tenant.domain === 'eu.globex.io') d();`;
    assert.equal(customersOf(code, known).all.length, 6);
  });

  const recognized: readonly (readonly [string, string | null])[] = [
    ['acme', 'acme name'],
    ['ACME', 'acme name'],
    ['Acme Corp', 'acme name'],
    ['acme_corp', 'acme name'],
    ['Acme Inc', 'acme name'],
    ['nwt', 'northwind name'],
    ['7c9e6679-7425-40de-944b-e07fc1f90ae7', 'acme id'],
    ['7C9E6679-7425-40DE-944B-E07FC1F90AE7', 'acme id'],
    ['acme.com', 'acme domain'],
    ['billing.eu.acme.com', 'acme domain'],
    ['.acme.com', 'acme domain'],
    ['notacme.com', null],
    ['acme.com.evil.net', null],
    ['acmeville', null],
    ['acme eats', null],
    ['42', null],
    ['', null],
  ];
  for (const [text, expected] of recognized) {
    it(`are ${expected === null ? 'not ' : ''}recognised in “${text}”`, () => {
      const found = customersOf('', known).recognizeText(text);
      assert.equal(found && `${found.customer.id} ${found.by}`, expected);
    });
  }

  const mentioned: readonly (readonly [string, readonly string[]])[] = [
    ['isAcme', ['acme']],
    ['ACME_TENANT_ID', ['acme']],
    ['AcmeCorpInvoice', ['acme']],
    ['acmeToGlobex', ['acme', 'globex']],
    ['umbrellaHealthReport', ['umbrella']],
    ['useHLBilling', []],
    ['acmeist', []],
    ['placement', []],
    ['', []],
  ];
  for (const [identifier, ids] of mentioned) {
    it(`are ${ids.length === 0 ? 'not ' : ''}mentioned in ${identifier || 'nothing'}`, () => {
      assert.deepEqual(
        customersOf('', known)
          .mentionedIn(identifier)
          .map(({ id }) => id),
        ids,
      );
    });
  }

  it('have a number only where the code says that it is an id', () => {
    const customers = customersOf('', known);
    const number = { value: 42, names: [], path: 'a.ts', span: { start: 0, end: 2 } };
    assert.equal(customers.recognize(number), null);
    assert.equal(customers.recognizeNumber(number)?.customer.id, 'acme');
    assert.equal(customers.recognizeNumber({ ...number, value: 43 }), null);
  });
});

describe('the status of a customer', () => {
  before(loadParsers);

  const acme = { id: 'acme', name: 'Acme', aliases: [], ids: [], domains: [], status: 'unknown', standing: 'customer' } as const;
  const row = { ...acme, revenue: null, tier: null, origin: 'crm.csv:2' } as const;
  const cases: readonly { readonly name: string; readonly config: Partial<Config>; readonly status: string | undefined }[] = [
    { name: 'is left out where nobody says it', config: { customers: [acme] }, status: undefined },
    { name: 'is that of the configuration', config: { customers: [{ ...acme, status: 'gone' }] }, status: 'gone' },
    { name: 'is that of a customer file', config: { importedCustomers: [{ ...row, status: 'gone' }] }, status: 'gone' },
    {
      name: 'is that of a customer file where the configuration is silent',
      config: { customers: [acme], importedCustomers: [{ ...row, status: 'gone' }] },
      status: 'gone',
    },
    {
      name: 'is that of the configuration where both say it',
      config: { customers: [{ ...acme, status: 'active' }], importedCustomers: [{ ...row, status: 'gone' }] },
      status: 'active',
    },
  ];
  for (const { name, config, status } of cases)
    it(name, () => {
      assert.equal(customersOf("if (tenant.slug === 'acme') go();", config).all.find(({ id }) => id === 'acme')?.status, status);
    });
});
