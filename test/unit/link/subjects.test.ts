import assert from 'node:assert/strict';
import type { SubjectStrength } from '../../../src/link/subjects.js';
import { linkText, loadParsers } from '../detectors/detect-text.js';

/** Source whose last condition compares something with 'x', and what that something is. */
const cases: Readonly<Record<SubjectStrength, readonly string[]>> = {
  strong: [
    'tenant',
    'tenant.slug',
    'tenantId',
    'TENANT_ID',
    'brand',
    'currentBrand',
    'req.tenant.id',
    'orgSlug',
    'organization.key',
    'merchant.code',
    'tenantConfig.config.slug',
    'process.env.NEXT_PUBLIC_TENANT_ID',
    'useTenant().slug',
    'getCurrentTenant()',
    'tenant?.slug?.toLowerCase()',
    'String(tenant.id)',
    'tenant.slug ?? "none"',
    'tenant.shortName',
    'order.partner.handle',
    'headers["x-tenant-id"]',
    'headers.get("x-tenant-id")',
    'tenants[0].slug',
    'workspace.tenant.id',
  ],
  host: ['location.hostname', 'window.location.host', 'req.hostname', 'subdomain', 'location.hostname.split(".")[0]', 'headers.host'],
  weak: ['client.id', 'theme', 'account.slug', 'workspaceId', 'program.id', 'site', 'company.name'],
  bare: ['slug', 'id', 'name', 'config.slug', 'params.slug', 't.slug'],
  neutral: [
    'value2',
    'user.firstName',
    'file.name',
    'column.id',
    'node.name',
    'createTenant',
    'url.hostname',
    'new URL(href).hostname',
    'customerFormName',
    'x',
  ],
  property: [
    'tenant.status',
    'account.type',
    'org.plan',
    'brand.color',
    'tenantRole',
    'customer.country',
    'partner.kind',
    'card.brand',
    'filter.operator',
  ],
};

const derived: readonly { readonly code: string; readonly strength: SubjectStrength }[] = [
  { code: `const current = tenant.slug;\nif (current === 'x') a();`, strength: 'strong' },
  { code: `const { slug } = tenant;\nif (slug === 'x') a();`, strength: 'strong' },
  { code: `const { slug: s } = useTenant();\nif (s === 'x') a();`, strength: 'strong' },
  { code: `const kind = tenant.type;\nif (kind === 'x') a();`, strength: 'property' },
  { code: `const type = tenant.slug;\nif (type === 'x') a();`, strength: 'property' },
  { code: `function f(t: Tenant) { if (t.slug === 'x') a(); }`, strength: 'strong' },
  { code: `tenants.some((t) => t.slug === 'x');`, strength: 'strong' },
  { code: `class Tenant { slug = ''; is() { return this.slug === 'x'; } }`, strength: 'strong' },
  { code: `class TenantService { name = ''; is() { return this.name === 'x'; } }`, strength: 'neutral' },
  { code: `const slug = useStore((s) => s.tenant.slug);\nif (slug === 'x') a();`, strength: 'strong' },
  { code: `Object.keys(tenant).some((key) => key === 'x');`, strength: 'bare' },
  { code: `Object.keys(tenants).some((key) => key === 'x');`, strength: 'strong' },
  { code: `const a1 = a2, a2 = a3, a3 = a1;\nif (a1 === 'x') a();`, strength: 'neutral' },
];

function subjectOf(code: string, discriminators: readonly string[] = []) {
  const workspace = linkText(code, { config: { discriminators } });
  const condition = workspace.files.get('src/app.tsx')?.conditions.at(-1);
  assert.ok(condition, code);
  const [test] = workspace.tests.of('src/app.tsx', condition.test);
  assert.ok(test, code);
  return test.subject;
}

describe('subjects', () => {
  before(loadParsers);

  for (const [strength, values] of Object.entries(cases)) {
    for (const value of values) {
      it(`${value} is ${strength}`, () => {
        assert.equal(subjectOf(`if ((${value}) === 'x') a();`).strength, strength);
      });
    }
  }

  for (const { code, strength } of derived) {
    it(`${code.replaceAll('\n', ' ')} compares something ${strength}`, () => {
      assert.equal(subjectOf(code).strength, strength);
    });
  }

  it('are strong by configuration', () => {
    assert.equal(subjectOf(`if (depot.letter === 'x') a();`).strength, 'neutral');
    assert.equal(subjectOf(`if (depot.letter === 'x') a();`, ['depot.letter']).strength, 'strong');
    assert.equal(subjectOf(`if (order.depot.letter === 'x') a();`, ['depot.letter']).strength, 'strong');
    assert.equal(subjectOf(`if (mandator === 'x') a();`, ['Mandator']).strength, 'strong');
  });

  it('are written as a person would', () => {
    assert.equal(subjectOf(`const { slug } = tenant;\nif (slug === 'x') a();`).text, 'tenant.slug');
    assert.equal(subjectOf(`if (tenant?.config!.slug.trim() === 'x') a();`).text, 'tenant.config.slug');
  });
});
