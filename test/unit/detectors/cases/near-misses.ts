import { known, type Temptation } from '../detect-text.js';

/** Declarations about any party, or about something with an id. */
const declarations: readonly Temptation[] = [
  {
    name: 'a stored status',
    code: `const isTenantActive = tenant.status === 'active';\nuse(isTenantActive);`,
    why: 'any tenant can be active',
  },
  { name: 'a stored header', code: `const tenantId = req.headers['x-tenant-id'];`, why: 'whoever asks' },
  { name: 'a stored variable of the environment', code: `const BRAND = process.env.BRAND;`, why: 'whichever brand is built' },
  {
    name: 'a stored comparison of variables',
    code: `const isSameTenant = a.tenantId === b.tenantId;\nif (isSameTenant) open();`,
    why: 'any tenant',
  },
  { name: 'a stored count', code: `const hasTenants = tenants.length > 0;\nif (hasTenants) open();`, why: 'a count' },
  {
    name: 'a stored default',
    code: `const isDefaultTenant = tenant.slug === 'default';\nif (isDefaultTenant) open();`,
    why: 'a placeholder',
  },
  {
    name: 'a stored host of a developer',
    code: `const isDev = location.hostname === 'localhost';\nif (isDev) open();`,
    why: 'a developer’s own machine',
  },
  { name: 'a service', code: `export class TenantService { find(id) { return this.all.get(id); } }`, why: 'any tenant' },
  {
    name: 'an enum of roles without a party',
    code: `enum Role { Admin = 'admin', Billing = 'billing' }\nif (user.role === Role.Billing) open();`,
    why: 'roles',
  },
  { name: 'an enum of colours', code: `enum Color { Crimson, Teal }\nif (color === Color.Teal) paint();`, why: 'colours' },
  { name: 'the name of a header', code: `const CUSTOMER_ID_HEADER = 'x-customer-id';`, why: 'a header' },
  { name: 'the length of an id', code: `const TENANT_ID_LENGTH = 12;`, why: 'a length' },
  { name: 'a limit that is somebody’s number', code: `const MAX_TENANTS = 42;`, why: 'a limit' },
  { name: 'a time that is somebody’s number', code: `const CLIENT_TIMEOUT = 42;`, why: 'a time' },
  { name: 'an address of a service', code: `const PARTNER_API_URL = 'https://api.example.net/v1';`, why: 'an address' },
  { name: 'a colour of a brand', code: `const BRAND_COLOR = '#00aaff';`, why: 'a colour' },
  { name: 'the name of a table', code: `const CUSTOMER_TABLE = 'customers';`, why: 'a table of the database' },
  { name: 'the name of a role', code: `const ORG_ROLE_AUDITOR = 'org:auditor';`, why: 'a role' },
  { name: 'the name of a cookie', code: `const TENANT_COOKIE_NAME = 'tenant';`, why: 'a cookie' },
  {
    name: 'a client of OAuth',
    code: {
      'a/auth.ts': `export const ROUTEFINDER_CLIENT_ID = 'a81f3bc09d7e41aa22';`,
      'b/auth.ts': `export const ROUTEFINDER_CLIENT_ID = 'b92a4cd18e6f52bb33';`,
    },
    why: 'what the product is to a service, not who the product serves',
  },
  {
    name: 'an account at a service',
    code: {
      'a/pay.ts': `export const STRIPE_ACCOUNT_ID = 'acct_1Hq8LzKd02Lm';`,
      'b/pay.ts': `export const STRIPE_ACCOUNT_ID = 'acct_1Hq8LzKd02Ln';`,
    },
    why: 'the product’s own account',
  },
  {
    name: 'the own organization at a service',
    code: { 'a/ci.ts': `export const GITHUB_ORG = 'tidywork';`, 'b/ci.ts': `export const GITHUB_ORG = 'tidywork';` },
    why: 'the product’s own organization',
  },
  {
    name: 'the id of a product',
    code: `const STARTER_PRODUCT_ID = 'prod_9Kd02LmQx1';\nif (item.productId === STARTER_PRODUCT_ID) open();`,
    why: 'a product',
  },
  { name: 'the id of a user', code: `if (user.id === '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11') open();`, why: 'a user' },
  { name: 'the id of a template', code: `if (template.id === '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11') open();`, why: 'a template' },
  {
    name: 'a function about tenants',
    code: `export function isTenantAllowed(tenant) { return tenant.isActive && !tenant.isArchived; }\nif (isTenantAllowed(tenant)) open();`,
    why: 'any tenant',
  },
  {
    name: 'a type about a party',
    code: `export interface Customer { id: string; name: string }\nexport type Partner = Customer & { share: number };`,
    why: 'types of any party',
  },
  {
    name: 'a mocked party',
    code: {
      'src/tenant.mock.ts': `export const TENANT_ID = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';\nexport const ROVER_TENANT_ID = TENANT_ID;`,
    },
    why: 'invented for tests',
  },
];

/** Tables of fields, limits and colours, also where they recur. */
const tables: readonly Temptation[] = [
  {
    name: 'limits of tenants and organizations',
    code: `const tenantLimits = { projects: 5, seats: 3 };\nconst orgLimits = { projects: 10, seats: 6 };`,
    why: 'the keys are what is limited',
  },
  {
    name: 'colours of a brand by day and night',
    code: {
      'src/day.ts': `export const brandColors = { coral: '#f88', navy: '#008' };`,
      'src/night.ts': `export const brandColors = { coral: '#a44', navy: '#004' };`,
    },
    why: 'the keys are colours',
  },
  {
    name: 'labels of fields of two parties',
    code: `const customerLabels = { vat: 'VAT', iban: 'IBAN' };\nconst partnerLabels = { vat: 'VAT', iban: 'IBAN' };`,
    why: 'the keys are fields',
  },
  {
    name: 'settings of a tenant twice',
    code: {
      'src/defaults.ts': `export const tenantSettings = { darkMode: true, weeklyDigest: false };`,
      'src/legacy.ts': `export const tenantSettings = { darkMode: false, weeklyDigest: false };`,
    },
    why: 'the keys are settings',
  },
  {
    name: 'the configuration of a tenant twice',
    code: {
      'src/a.ts': `export const tenantConfig = { seats: 5, markup: 2 };`,
      'src/b.ts': `export const tenantConfig = { seats: 9, markup: 3 };`,
    },
    why: 'the keys are settings',
  },
  {
    name: 'assets of a brand',
    code: `const brandAssets = { favicon: '/f.ico', wordmark: '/w.svg' };\nconst brandLogos = { favicon: '/f.ico', wordmark: '/w.svg' };`,
    why: 'the keys are kinds of assets',
  },
  { name: 'roles and what they may', code: `const roles = { admin: ['all'], billing: ['invoices'] };`, why: 'the keys are roles' },
  {
    name: 'plans and their prices',
    code: `const PLAN_PRICES = { starter: 9, scale: 99 };\nconst price = PLAN_PRICES[org.plan];`,
    why: 'the keys are plans',
  },
  {
    name: 'texts by the status of a tenant',
    code: `const STATUS_TEXT = { active: 'Active', churned: 'Churned' };\nconst text = STATUS_TEXT[tenant.status];`,
    why: 'the keys are statuses',
  },
  {
    name: 'icons of the weather',
    code: `const weatherIcons = { sun: 1, umbrella: 2, cloud: 3, rain: 4, snow: 5 };`,
    config: known,
    why: 'one word of five happens to be a customer',
  },
  {
    name: 'an icon of the weather',
    code: `const weatherIcons = { sun: 1, umbrella: 2, cloud: 3, rain: 4, snow: 5 };\nshow(weatherIcons.umbrella);`,
    config: known,
    why: 'a member of a table that is not about customers',
  },
  {
    name: 'words and their meaning',
    code: `const words = { acme: 'peak', zenith: 'top', nadir: 'bottom', apex: 'tip' };`,
    config: known,
    why: 'one word of four happens to be a customer',
  },
  {
    name: 'countries and their rates',
    code: `const VAT_BY_COUNTRY = { NO: 25, SE: 25, DK: 25 };\nconst rate = VAT_BY_COUNTRY[customer.country];`,
    why: 'the keys are countries',
  },
  {
    name: 'locales and their texts',
    code: `const texts = { en: { hi: 'Hi' }, nb: { hi: 'Hei' } };\nconst text = texts[tenant.locale];`,
    why: 'the keys are locales',
  },
  { name: 'fields of a form about a customer', code: `const customerForm = { vat: '', iban: '' };`, why: 'the keys are fields' },
  {
    name: 'states of a store',
    code: `const tenantsState = { byId: {}, selected: null, isLoading: false };`,
    why: 'the keys are parts of a state',
  },
  {
    name: 'endpoints',
    code: `const customerApi = { fetchAll: () => get('/c'), fetchOne: (id) => get('/c/' + id) };`,
    why: 'the keys are functions',
  },
  {
    name: 'queries of a hook',
    code: `const { tenants, isLoading } = useTenants({ sort: 'slug', archived: false });`,
    why: 'the keys are parameters',
  },
  {
    name: 'a mapping of columns',
    code: `const partnerColumns = [{ id: 'share', width: 80 }, { id: 'since', width: 120 }];`,
    why: 'the ids are columns',
  },
  {
    name: 'tabs of a page about a customer',
    code: `const customerTabs = [{ key: 'invoices', label: 'Invoices' }, { key: 'contacts', label: 'Contacts' }];`,
    why: 'the keys are tabs',
  },
  {
    name: 'options of a select',
    code: `const orgSizes = [{ value: 'tiny', label: '1–9' }, { value: 'huge', label: '1000+' }];`,
    why: 'the values are sizes',
  },
];

/** Modules about any party. */
const modules: readonly Temptation[] = [
  { name: 'a barrel of tenants', code: `import { useTenant } from './tenants';`, why: 'any tenant' },
  { name: 'an index of customers', code: `import { list } from './customers/index';`, why: 'any customer' },
  { name: 'types of customers', code: `import type { Customer } from './customers/types';`, why: 'any customer' },
  { name: 'a service for customers', code: `import { CustomerService } from '../customer/customer.service';`, why: 'any customer' },
  { name: 'an entity', code: `import { Tenant } from './tenants/tenant.entity';`, why: 'any tenant' },
  { name: 'a module of merchants', code: `import { MerchantsModule } from './merchants/merchants.module';`, why: 'any merchant' },
  { name: 'a hook of a feature', code: `import { useCustomers } from '@/features/customers/hooks/useCustomers';`, why: 'any customer' },
  { name: 'the logo of the own brand', code: `import logo from './brand/logo.svg';`, why: 'the product itself' },
  { name: 'the dark theme', code: `import dark from './themes/dark';`, why: 'light and dark are no brands' },
  { name: 'a component that is overridden', code: `import { Button } from './overrides/button';`, why: 'a component' },
  { name: 'an HTTP client', code: `import { http } from './clients/http';`, why: 'a technical client' },
  { name: 'a client of a service', code: `import { s3 } from './clients/s3';`, why: 'a technical client' },
  { name: 'a store', code: `import { useCart } from './stores/cart';`, why: 'a store of state' },
  { name: 'a test party', code: `import { tenant } from './fixtures/tenants/rover';`, why: 'invented for tests' },
  { name: 'an icon from a package', code: `import { Umbrella } from 'lucide-react';`, config: known, why: 'an icon' },
  { name: 'a data set', code: `import countries from './data/countries.json';`, why: 'countries' },
];

/** What is compared is about a party, but one step further. */
const oneStepFurther: readonly Temptation[] = [
  { name: 'the name of a group of customers', code: `if (customer.group.name === 'wholesale') open();`, why: 'a group has many customers' },
  { name: 'the code of a segment', code: `if (customer.segment.code === 'smb') open();`, why: 'a segment has many customers' },
  { name: 'the name of a plan', code: `if (org.plan.name === 'scale') open();`, why: 'a plan' },
  { name: 'the slug of a category', code: `if (merchant.category.slug === 'bakery') open();`, why: 'a trade' },
  { name: 'the code of a country', code: `if (partner.country.code === 'FIN') open();`, why: 'a country' },
  { name: 'the name of a type', code: `if (tenant.type.name === 'hospital') open();`, why: 'a type of tenant' },
  { name: 'the key of a role', code: `if (tenant.role.key === 'auditor') open();`, why: 'a role' },
  { name: 'the id of a plan', code: `if (tenant.plan.id === 42) open();`, why: 'a plan with somebody’s number' },
  { name: 'the id of a user', code: `if (tenant.userId === 42) open();`, why: 'a user with somebody’s number' },
  { name: 'the id of the first user', code: `if (tenant.users[0].id === 42) open();`, why: 'a user with somebody’s number' },
  { name: 'the id of an order', code: `if (customer.orderId === 42) open();`, why: 'an order with somebody’s number' },
  { name: 'the id of an address', code: `if (customer.address.id === '42') open();`, why: 'an address with somebody’s number' },
  { name: 'a version', code: `if (tenant.version === 42) open();`, why: 'a version' },
  { name: 'a score', code: `if (partner.score === 42) open();`, why: 'a score' },
  { name: 'a status by a number', code: `if (statusId === 42) open();`, why: 'a status' },
  { name: 'a bare number', code: `if (id === 42) open();`, why: 'the id of anything' },
  { name: 'a group', code: `if (customerGroup === 'wholesale') open();`, why: 'a group has many customers' },
  { name: 'a type in snake case', code: `if (customer_type === 'wholesale') open();`, why: 'a type of customer' },
  { name: 'a type by a getter', code: `if (get(customer, 'type') === 'wholesale') open();`, why: 'a type of customer' },
  { name: 'a voice', code: `if (brandVoice === 'formal') open();`, why: 'a way to write' },
  { name: 'a person of an account', code: `if (accountManager === 'anna') open();`, why: 'a person' },
  { name: 'a mode', code: `if (tenantMode === 'pooled') open();`, why: 'a mode' },
  { name: 'a type of an API', code: `if (node.__typename === 'Customer') open();`, why: 'a type' },
  {
    name: 'a variant of a design system',
    code: `const Page = () => <Button color={variant === 'brand' ? 'teal' : 'grey'} />;`,
    why: 'a variant',
  },
  {
    name: 'an icon of a social network',
    code: `switch (brand) { case 'facebook': f(); break; case 'whatsapp': w(); break; case 'pinterest': p(); }`,
    why: 'networks to share on',
  },
  {
    name: 'a network to share on',
    code: `const BRAND_ICONS = { facebook: f, whatsapp: w, telegram: t, reddit: r };`,
    why: 'networks to share on',
  },
  { name: 'a length of a name', code: `if (brand.name.length > 20) wrap();`, why: 'a length' },
  { name: 'a pattern of slugs', code: `if (/^[a-z0-9-]+$/.test(tenant.slug)) save();`, why: 'a form that any slug has' },
  { name: 'a pattern of ids', code: `if (/^org_[a-z0-9]+$/i.test(orgId)) load();`, why: 'a form that any id has' },
  { name: 'a character in a name', code: `if (tenant.name.includes('&') || tenant.slug.includes('--')) escape();`, why: 'a character' },
  { name: 'a mark of archived tenants', code: `if (tenant.slug.endsWith('-archived')) hide();`, why: 'a mark that any tenant can have' },
  { name: 'a variable in another case', code: `if (tenant.name.toUpperCase() === name.toUpperCase()) open();`, why: 'any tenant' },
];

/** Questions about the kind of a thing. */
const kinds: readonly Temptation[] = [
  {
    name: 'an instance of a kind of partner',
    code: `if (partner instanceof ReferralPartner) a();\nif (tenant instanceof ReferralPartner) b();`,
    why: 'a kind of partner',
  },
  { name: 'an instance of an error', code: `if (error instanceof TenantNotFoundError) a();`, why: 'an error' },
  { name: 'a comparison of objects', code: `if (isEqual(tenant, previousTenant)) a();`, why: 'any tenant' },
  {
    name: 'a brand that a request asks for',
    code: `const brands = load();\nif (_.has(forcedBrand, brands)) a();`,
    why: 'any brand that there is',
  },
  { name: 'a member of an unknown list', code: `if (_.includes(allowed, tenant.slug)) a();`, why: 'whom it means is not in the code' },
  {
    name: 'a made pattern of a variable',
    code: 'if (new RegExp(`^${prefix}`).test(tenant.slug)) a();',
    why: 'whom it means is not in the code',
  },
];

/** Specifiers that begin with the product's own scope or alias. */
const scopes: readonly Temptation[] = [
  {
    name: 'an alias that is called after one of the customers',
    code: { 'src/app.ts': `import { t } from '@acme/translations';`, 'src/translations.ts': `export const t = 1;` },
    paths: [{ folder: '', base: '', usesBase: false, paths: new Map([['@acme/*', ['src/*']]]) }],
    why: 'the alias leads to what everybody uses',
  },
];

export const nearMisses: readonly Temptation[] = [...scopes, ...kinds, ...declarations, ...tables, ...modules, ...oneStepFurther];
