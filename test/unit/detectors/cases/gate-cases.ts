import { known, type Case } from '../detect-text.js';

/** Calls that let something be for some customers only. */
const calls: readonly Case[] = [
  { name: 'a guard of a route', code: `router.get('/edi', requireTenant('acme'), send);`, expect: ['branch acme 1'] },
  { name: 'a middleware for several', code: `router.use(tenantGuard(['acme', 'globex']));`, expect: ['branch acme|globex 1'] },
  { name: 'a component made for one', code: `export default withTenant('acme')(Page);`, expect: ['branch acme 1'] },
  { name: 'a component made for one brand', code: `export const Wide = forBrand('globex')(Page);`, expect: ['branch globex 1'] },
  { name: 'a call without a party in its name', code: `router.use(onlyFor('acme'), send);`, config: known, expect: ['branch acme 1'] },
];

/** Decorators of classes and members. */
const decorators: readonly Case[] = [
  {
    name: 'decorators of members',
    code: `
      class Jobs {
        @OnlyFor('acme')
        exportOrders() {}
        @Tenant('globex')
        exportInvoices() {}
      }`,
    config: known,
    expect: ['branch acme 2', 'branch globex 4'],
  },
  { name: 'a decorator of a class', code: `@ForTenants(['acme', 'globex'])\nclass Edi {}`, expect: ['branch acme|globex 1'] },
  { name: 'a decorator with options', code: `@Brand({ only: 'acme' })\nclass Edi {}`, config: known, expect: ['branch acme 1'] },
  {
    name: 'a decorator with a constant',
    code: `const ACME_TENANT_ID = 'acme';\n@ForTenant(ACME_TENANT_ID)\nclass Edi {}`,
    expect: ['branch acme 2', 'definition acme 1'],
  },
];

/** Elements around what is for some customers only. */
const elements: readonly Case[] = [
  { name: 'a guard around others', code: `const Page = () => <IfTenant slug="acme"><Banner /></IfTenant>;`, expect: ['branch acme 1'] },
  {
    name: 'a brand and whom it is for',
    code: `const Page = () => <Brand only="globex"><Banner /></Brand>;`,
    config: known,
    expect: ['branch globex 1'],
  },
  {
    name: 'a list of tenants',
    code: `const Page = () => <ForTenants slugs={['acme', 'globex']}><Banner /></ForTenants>;`,
    expect: ['branch acme|globex 1'],
  },
  {
    name: 'an attribute that is called after a party',
    code: `const Page = () => <Only brand="acme"><Banner /></Only>;`,
    expect: ['branch acme 1'],
  },
  {
    name: 'a member of an enum',
    code: `
      enum Tenant { Acme = 'acme', Globex = 'globex' }
      const Page = () => <TenantOnly tenant={Tenant.Acme}><Banner /></TenantOnly>;`,
    expect: ['definition acme 1', 'definition globex 1', 'branch acme 2'],
  },
];

export const gateCases: readonly Case[] = [...calls, ...decorators, ...elements];
