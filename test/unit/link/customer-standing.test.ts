import assert from 'node:assert/strict';
import { detectText, linkText, loadParsers, type Sources } from '../detectors/detect-text.js';

const house = ['@initech/palette', '@initech/icons', '@initech/fonts', '@hooli/sdk'];
const packages = [{ folder: '', name: '@ledgerly/app', dependencies: house, mains: [], exports: undefined, imports: undefined }];

/** `id standing confidence` of each customer in a workspace that calls itself ledgerly. */
const standings = (code: Sources): string[] =>
  linkText(code, { packages })
    .customers.all.map(({ id, standing, confidence }) => `${id} ${standing} ${confidence}`)
    .toSorted();

describe('standing of customers', () => {
  before(loadParsers);

  const cases: readonly { readonly why: string; readonly code: string; readonly expect: readonly string[] }[] = [
    {
      why: 'an own brand beside others is one of the parties',
      code: `if (brand === 'ledgerly') a();\nif (brand === 'globex') b();`,
      expect: ['globex customer medium', 'ledgerly first-party medium'],
    },
    {
      why: 'an own brand in a list of brands',
      code: `type Brand = 'ledgerly' | 'globex';\nif (brand === 'ledgerly') a();`,
      expect: ['globex customer low', 'ledgerly first-party high'],
    },
    {
      why: 'a product that serves itself only has no brands',
      code: `if (brand === 'ledgerly') a();\nif (tenant === 'ledgerly') b();`,
      expect: [],
    },
    {
      why: 'own hosts tell stages apart, also where there are customers',
      code: `if (host === 'dev-ledgerly.io') a();\nif (host === 'ledgerly.com') b();\nif (tenant.slug === 'globex') c();`,
      expect: ['globex customer medium'],
    },
    {
      why: 'a table of own hosts tells parts of the product apart',
      code: `const redirects = { 'blog.ledgerly.com': '/blog', 'docs.ledgerly.com': '/docs', 'news.globex.com': '/c/globex' };\nexport const to = (req) => redirects[req.hostname];`,
      expect: ['globex customer low'],
    },
    {
      why: 'the scope of many dependencies is the house that the product comes from',
      code: `if (hostname === 'staging.initech.com') a();\nif (host === 'www.initech.com') b();`,
      expect: [],
    },
    {
      why: 'the scope of one dependency may be a customer’s',
      code: `if (tenant.slug === 'hooli') a();`,
      expect: ['hooli customer medium'],
    },
    { why: 'a demo tenant', code: `if (tenant.slug === 'demo') a();`, expect: ['demo rehearsal low'] },
    {
      why: 'a test tenant of many places',
      code: `if (tenant.slug === 'test-tenant') a();\nif (brand === 'test-tenant') b();`,
      expect: ['test-tenant rehearsal low'],
    },
    {
      why: 'the test tenant of a customer is the customer',
      code: `if (tenant.slug === 'globex') a();\nif (tenant.slug === 'globex-test') b();`,
      expect: ['globex customer high'],
    },
    {
      why: 'an environment is no tenant',
      code: `if (hostname === 'staging') a();\nif (tenant.environment === 'sandbox') b();`,
      expect: [],
    },
  ];
  for (const { why, code, expect } of cases) {
    it(`is ${expect.join(', ') || 'nobody’s'}: ${why}`, () => {
      assert.deepEqual(standings(code), expect);
    });
  }

  it('leaves everyday words alone where nothing says that they name a customer', () => {
    const findings = detectText(`if (tenant.slug === 'demo') a();\nif (mode === 'demo') b();\nif (isDemo) c();`);
    assert.deepEqual(
      findings.map(({ range }) => range.start.line),
      [1],
    );
  });

  it('is as configured', () => {
    const { customers } = linkText('', {
      config: {
        customers: [{ id: 'globex', name: 'Globex', aliases: [], ids: [], domains: [], status: 'unknown', standing: 'rehearsal' }],
      },
    });
    assert.equal(customers.all[0]?.standing, 'rehearsal');
    assert.equal(customers.all[0].confidence, 'high');
  });
});
