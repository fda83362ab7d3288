import type { Temptation } from '../detect-text.js';

/** Words of the trade that mean something else in the code of another trade. */
const otherTrades: readonly Temptation[] = [
  {
    name: 'the brand of a product',
    code: `if (product.brand === 'sneakerly') badge();\nif (item.product.brand === 'sneakerly') sort();`,
    why: 'goods on sale have brands too',
  },
  { name: 'the brand of a device', code: `if (device.brand === 'pinephone') vibrate();`, why: 'the maker of a phone' },
  {
    name: 'the brand of a vehicle',
    code: `if (vehicle.brand === 'volvo') park();\nif (car.brand === 'volvo') park();`,
    why: 'the maker of a car',
  },
  {
    name: 'brands of a browser',
    code: `if (navigator.userAgentData.brands.some((b) => b.brand === 'Chromium')) polyfill();`,
    why: 'browsers name themselves brands',
  },
  {
    name: 'the operator of a filter',
    code: `if (filter.operator === 'contains') like();\nif (rule.operator === 'contains') like();`,
    why: 'an operator of comparison',
  },
  {
    name: 'a type of operators',
    code: `type Operator = 'equals' | 'contains';\nexport const sql = (operator: Operator) => (operator === 'contains' ? 'like' : '=');`,
    why: 'operators of comparison',
  },
  {
    name: 'operators in a table',
    code: `const operators = { equals: eq, contains: like, between: range };\nrun(operators);`,
    why: 'operators of comparison',
  },
  {
    name: 'a blockchain',
    code: `if (chain.name === 'polygon') sign();\nif (wallet.chain === 'polygon') sign();`,
    why: 'chains of blocks, not of shops',
  },
  { name: 'the number of a blockchain', code: `if (chainId === 137) sign();`, why: 'chains of blocks, not of shops' },
  {
    name: 'a table of blockchains',
    code: `const CHAINS = { ethereum: 1, polygon: 137, gnosis: 100 };\nconst gas = CHAINS[chain.name];`,
    why: 'chains of blocks, not of shops',
  },
  { name: 'a chain of promises', code: `if (chain.id === 'retry') next();`, why: 'a chain of steps' },
  {
    name: 'accounts of a ledger',
    code: `switch (account.name) { case 'receivables': debit(); break; case 'payables': credit(); }`,
    why: 'accounts in bookkeeping',
  },
  {
    name: 'colour themes',
    code: `const themes = { solarized: {}, monokai: {}, dracula: {} };\nif (theme === 'monokai') paint(themes[theme]);`,
    why: 'colour themes of an editor',
  },
  {
    name: 'a folder of colour themes',
    code: {
      'src/themes/solarized.ts': `export const solarized = {};`,
      'src/themes/monokai.ts': `export const monokai = {};`,
      'src/app.ts': `import { monokai } from './themes/monokai';\nif (theme === 'monokai') paint(monokai);`,
    },
    why: 'colour themes of an editor',
  },
  {
    name: 'names of clients in software',
    code: `switch (client.name) { case 'undici': a(); break; case 'node-fetch': b(); }`,
    why: 'libraries',
  },
  {
    name: 'a folder of clients in software',
    code: { 'src/clients/mailer.ts': `export const send = () => {};`, 'src/app.ts': `import { send } from './clients/mailer';\nsend();` },
    why: 'technical clients',
  },
  {
    name: 'stores of state',
    code: {
      'src/stores/checkout.ts': `export const useCheckout = () => {};`,
      'src/app.ts': `import { useCheckout } from './stores/checkout';\nif (storeName === 'checkout') useCheckout();`,
    },
    why: 'stores of state',
  },
];

/** Things about any party that look like names of one. */
const anybody: readonly Temptation[] = [
  { name: 'a salutation', code: `if (customer.title === 'Dr') greet();\nif (customer.prefix === 'Dr') greet();`, why: 'a form of address' },
  { name: 'an anonymous customer', code: `if (customer.name === 'Anonymous') hide();`, why: 'nobody in particular' },
  { name: 'a customer who walks in', code: `if (customer.name === 'Walk-in') hide();`, why: 'nobody in particular' },
  {
    name: 'a field that a tenant has',
    code: `if (tenant.hasOwnProperty('vatNumber')) check();\nif (customer.hasOwnProperty('vatNumber')) check();`,
    why: 'a field',
  },
  { name: 'a field in a tenant', code: `if ('vatNumber' in tenant) check();`, why: 'a field' },
  { name: 'the keys of a customer', code: `for (const key of Object.keys(customer)) if (key !== 'vatNumber') copy(key);`, why: 'a field' },
  {
    name: 'the keys of a customer in a callback',
    code: `const rest = Object.keys(customer).filter((key) => key !== 'vatNumber');`,
    why: 'a field',
  },
  { name: 'the keys of a tenant in a loop', code: `for (const key in tenant) if (key === 'vatNumber') continue;`, why: 'a field' },
  {
    name: 'entries of a tenant',
    code: `Object.entries(tenant).forEach(([key, value]) => { if (key === 'vatNumber') check(value); });`,
    why: 'a field',
  },
  {
    name: 'the prefix of ids',
    code: `if (customerId.startsWith('cus_')) load();\nif (customer.id.startsWith('cus_')) load();`,
    why: 'all ids begin so',
  },
  {
    name: 'the prefix of ids by a regular expression',
    code: `if (/^cus_/.test(customerId)) load();\nif (/^cus_/.test(customer.id)) load();`,
    why: 'all ids begin so',
  },
  {
    name: 'a legal form',
    code: `if (company.name.endsWith('GmbH')) tax();\nif (customer.name.endsWith('GmbH')) tax();\nif (org.name.includes('GmbH')) tax();`,
    why: 'many companies are one',
  },
  { name: 'the name of a form', code: `if (customerFormName === 'shipping') next();`, why: 'a form about any customer' },
  { name: 'the key of an asset', code: `if (brandAssetKey === 'favicon') load();`, why: 'an asset of any brand' },
  { name: 'the id of a step about tenants', code: `if (tenantStepId === 'provisioning') next();`, why: 'a step for any tenant' },
  { name: 'the name of a field of a customer', code: `if (customerFieldName === 'vatNumber') next();`, why: 'a field of any customer' },
  { name: 'a number of a kind of customer', code: `if (customerTypeId === 3) next();`, why: 'a kind of customer' },
  { name: 'a code of a trade', code: `if (merchantCategoryCode === '5812') next();`, why: 'a trade' },
  { name: 'the status of a partner by a number', code: `if (partnerStatusId === 3) next();`, why: 'a status' },
  {
    name: 'the product’s own hosts',
    code: `if (location.hostname === 'app.tidywork.io') a();\nif (location.hostname === 'staging.tidywork.io') b();\nif (host === 'www.tidywork.io') c();`,
    why: 'www, app and staging are parts of one product',
  },
  {
    name: 'hosts of previews',
    code: `if (host.endsWith('.vercel.app')) a();\nif (hostname.includes('ngrok.io')) b();`,
    why: 'where the product is tried out',
  },
  {
    name: 'a list of allowed origins',
    code: `const ORIGINS = ['https://app.tidywork.io', 'https://admin.tidywork.io'];\nif (ORIGINS.includes(req.headers.origin)) allow();`,
    why: 'parts of one product',
  },
  {
    name: 'pages about customers',
    code: {
      'src/customers/reports/list.tsx': `export const List = () => null;`,
      'src/customers/reports/details.tsx': `export const Details = () => null;`,
      'src/customers/reports/index.ts': `export { List } from './list';`,
      'src/app.tsx': `import { List } from './customers/reports';\nexport const App = List;`,
    },
    why: 'reports about any customer',
  },
  {
    name: 'pages about partners',
    code: {
      'src/partners/onboarding/welcome.tsx': `export const Welcome = () => null;`,
      'src/partners/onboarding/contract.tsx': `export const Contract = () => null;`,
      'src/app.tsx': `import { Welcome } from './partners/onboarding/welcome';\nimport { Contract } from './partners/onboarding/contract';\nexport const App = [Welcome, Contract];`,
    },
    why: 'the onboarding of any partner',
  },
  {
    name: 'files about tenants',
    code: {
      'src/tenants/provision.ts': `export const provision = () => {};`,
      'src/tenants/migrate.ts': `export const migrate = () => {};`,
      'src/app.ts': `import { provision } from './tenants/provision';\nimport { migrate } from './tenants/migrate';\nprovision(); migrate();`,
    },
    why: 'what is done to any tenant',
  },
  {
    name: 'routes about organizations',
    code: {
      'src/app/organizations/invitations/page.tsx': `export const Page = () => null;`,
      'src/app/organizations/webhooks/page.tsx': `export const Page = () => null;`,
      'src/app/organizations/webhooks/form.tsx': `export const Form = () => null;`,
      'src/links.ts': `if (orgTab === 'webhooks') open();`,
    },
    why: 'pages of any organization',
  },
  {
    name: 'an interface of functions on tenants',
    code: `
      function rename() {}
      const purge = () => {};
      export const tenants = { rename, purge };
      export const customers = { rename, purge };`,
    why: 'what is done to any of them',
  },
  {
    name: 'ids of elements',
    code: `const customerIds = { input: 'c-input', hint: 'c-hint' };\nuse(customerIds);`,
    why: 'ids of elements on a page',
  },
  {
    name: 'messages to partners',
    code: `const PARTNER_MAILS = { welcome: mailA, reminder: mailB };\nuse(PARTNER_MAILS);`,
    why: 'mails to any partner',
  },
  {
    name: 'queries on customers',
    code: `const customerQueries = { overdue: 'select 1', churned: 'select 2' };\nrun(customerQueries);`,
    why: 'queries for any customers',
  },
  {
    name: 'tests of a feature by tenant',
    code: `if (tenant.features.includes('payroll')) a();\nif (tenant.modules.includes('payroll')) b();`,
    why: 'features that any tenant can have',
  },
  {
    name: 'what a tenant may',
    code: `if (tenant.can('export')) a();\nif (tenant.has('payroll')) b();`,
    why: 'an ability that any tenant can have',
  },
  { name: 'a comparison with the name of a list', code: `if (list.name === 'customers') a();`, why: 'a list of any customers' },
  { name: 'an index by a key of a tenant', code: `const seats = tenant['seats'];\nconst vat = customer['vatNumber'];`, why: 'fields' },
  {
    name: 'a dotted path',
    code: `const seats = get(tenant, 'limits.seats');\nconst name = config.get('tenant.displayName');`,
    why: 'fields',
  },
  { name: 'a test of a value by a helper', code: `if (isEmpty(tenant.slug) || isEqual(tenant, other)) redirect();`, why: 'any tenant' },
  {
    name: 'a helper that asks for an attribute',
    code: `if (hasAttribute('customer-name')) a();\nif (isField('tenantName')) b();`,
    why: 'attributes',
  },
  {
    name: 'a list of fields',
    code: `const CUSTOMER_KEYS = ['firstName', 'vatNumber'];\nconst picked = pick(customer, CUSTOMER_KEYS);`,
    why: 'fields',
  },
  { name: 'a sort key', code: `if (sortBy === 'customerName') sort();`, why: 'a column' },
  {
    name: 'an action of a reducer',
    code: `switch (action.type) { case 'tenant/loaded': a(); break; case 'customer/renamed': b(); }`,
    why: 'actions',
  },
  { name: 'a topic of a queue', code: `if (topic === 'customer.merged') a();`, why: 'an event about any customer' },
  { name: 'a name of a job', code: `if (job.name === 'sync-tenants') a();`, why: 'a job for all tenants' },
];

/** Names and chains in which a party stands beside something else. */
const neighbours: readonly Temptation[] = [
  {
    name: 'a title among details that a hook loads for a tenant',
    code: `
      const { data } = useOrderDetail(t, tenantId);
      const files = data?.orderDetails?.filter((one) => one.title === 'PLAN_DOCUMENTS')[0];
      const owner = data?.orderDetails?.find((one) => one.title === 'PLAN_DOCUMENTS');`,
    why: 'the tenant is what was loaded for, not what is compared',
  },
  {
    name: 'a module for which a hook loads the tenants',
    code: `const a = useModuleTenants('wpx');\nconst b = useModuleTenants('wpx');\nif (useModuleTenants('wpx').data) open();`,
    why: 'the name of a module',
  },
  {
    name: 'a function called after something with a party in its name',
    code: `if (!adoptionAgency('nobr', position)) close();\nif (name === 'nobr') a();\nif (tag.name === 'nobr') b();`,
    why: 'a step of an algorithm',
  },
];

/** Calls, decorators and elements that look like gates, and words that look like customers. */
const gates: readonly Temptation[] = [
  {
    name: 'a decorator of a parameter',
    code: `class Orders { list(@Tenant('schemaName') tenant, @Organization('handle') handle) {} }`,
    why: 'it says what to pass',
  },
  { name: 'a path of a controller', code: `@Controller('orders')\nclass Orders {}`, why: 'a path' },
  { name: 'a message', code: `requireTenant(tenant, 'Tenant missing');\nassertTenant(tenant, 'Tenant Missing');`, why: 'a message' },
  { name: 'a role that is required', code: `router.use(requireRole('owner'), requirePermission('orders'));`, why: 'a role' },
  { name: 'a route', code: `const Page = () => <Route path="/orders" element={<Orders />} />;`, why: 'a path' },
  { name: 'a label for a field', code: `const Page = () => <Label for="quantity">Quantity</Label>;`, why: 'a field' },
  { name: 'the name of a brand on a badge', code: `const Page = () => <Brand name="northern" />;`, why: 'it only shows a name' },
  {
    name: 'a registry of commands',
    code: `registry.register('rename', rename);\nregistry.register('archive', archive);\ncache.set('rates', 1);`,
    why: 'commands',
  },
  {
    name: 'patterns of a kind',
    code: `const label = match(event).with({ type: 'renamed' }, () => 'a').with({ type: 'archived' }, () => 'b').exhaustive();`,
    why: 'kinds of events',
  },
  {
    name: 'a state of a store',
    code: `const days = cond([[equals('monthly'), always(30)], [equals('yearly'), always(365)]]);`,
    why: 'intervals',
  },
  { name: 'a mode of the environment', code: `if (process.env.REACT_APP_IS_STAGING === 'true') a();\nif (__DEV__) b();`, why: 'stages' },
  {
    name: 'a family of modules by language',
    code: {
      'src/load.ts': 'export const load = () => import(`./texts/${locale}.ts`);',
      'src/texts/finnish.ts': `export const texts = {};`,
      'src/page.ts': `import { texts } from './texts/finnish';\nif (tenant.locale === 'finnish') a(texts);`,
    },
    why: 'languages',
  },
  {
    name: 'paths of an interface',
    code: `export const paths = { '/v1/settings/get/ownerOrgId': { checksNeeded: ['role'], scopeCheck: ['org'] } };`,
    why: 'a path is no name of a table',
  },
  {
    name: 'parts of a query for a list of parties',
    code: Object.fromEntries(
      ['approve', 'invite', 'payout', 'report', 'revoke', 'remind'].map((name) => [
        `src/${name}.ts`,
        `export const ${name} = (slug, user) => prisma.program.findUnique({\n  where: { slug },\n  include: {\n    partners: {\n      where: { partnerId: user.defaultPartnerId },\n      include: { partnerGroup: true, discount: true },\n    },\n  },\n});`,
      ]),
    ),
    why: 'what is asked of the partners, not who they are',
  },
  {
    name: 'parts of a tenant within settings',
    code: `export const settings = { tenant: { billing: { days: 60 }, shipping: { days: 45 } } };`,
    why: 'fields of one tenant',
  },
];

export const traps: readonly Temptation[] = [...otherTrades, ...anybody, ...neighbours, ...gates];
