import { known, type Case } from '../detect-text.js';

const both = ['lookup acme 2', 'lookup globex 3'];

/** Entries of tables. */
const tables: readonly Case[] = [
  { name: 'an object', code: `const TENANT_THEMES = {\n  acme: red,\n  globex: blue,\n};`, expect: both },
  { name: 'an object of objects', code: `const tenants = {\n  acme: { seats: 5 },\n  globex: { seats: 9 },\n};`, expect: both },
  {
    name: 'an object of functions',
    code: `const brandHandlers = {\n  acme: () => 1,\n  globex: () => 2,\n};`,
    config: known,
    expect: both,
  },
  { name: 'an object of methods', code: `const exporters = {\n  acme() {},\n  globex() {},\n};`, config: known, expect: both },
  { name: 'quoted keys', code: `const TENANT_THEMES = {\n  'acme': red,\n  'globex': blue,\n};`, expect: both },
  {
    name: 'keys with a dash',
    code: `const TENANT_THEMES = {\n  'acme-corp': red,\n  'umbrella-health': blue,\n};`,
    config: known,
    expect: ['lookup acme 2', 'lookup umbrella 3'],
  },
  { name: 'keys in capitals', code: `const TENANT_THEMES = {\n  ACME: red,\n  GLOBEX: blue,\n};`, expect: both },
  { name: 'shorthand entries', code: `const brands = {\n  acme,\n  globex,\n};`, expect: both },
  {
    name: 'a typed object',
    code: `const themes: Record<Brand, Theme> = {\n  acme: red,\n  globex: blue,\n};`,
    config: known,
    expect: both,
  },
  { name: 'satisfies', code: `const themes = {\n  acme: red,\n  globex: blue,\n} satisfies Themes;`, config: known, expect: both },
  { name: 'as const', code: `const themes = {\n  acme: 'red',\n  globex: 'blue',\n} as const;`, config: known, expect: both },
  { name: 'a frozen object', code: `const BRANDS = Object.freeze({\n  acme: red,\n  globex: blue,\n});`, expect: both },
  {
    name: 'a Map',
    code: `const TENANT_DAYS = new Map([\n  ['acme', 60],\n  ['globex', 45],\n]);`,
    config: known,
    expect: both,
    maybe: ['definition acme|globex 1'],
  },
  {
    name: 'a Map of the entries of an object',
    code: `const TENANT_DAYS = new Map(Object.entries({\n  acme: 60,\n  globex: 45,\n}));`,
    config: known,
    expect: both,
    maybe: ['definition acme|globex 1'],
  },
  { name: 'entries beside a default', code: `const TENANT_SEATS = {\n  acme: 60,\n  globex: 45,\n  default: 30,\n};`, expect: both },
  { name: 'entries beside a spread', code: `const TENANT_SEATS = {\n  acme: 60,\n  globex: 45,\n  ...others,\n};`, expect: both },
  {
    name: 'a table of one customer',
    code: `const TENANT_OVERRIDES = {\n  acme: { seats: 5 },\n};`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'a nested table',
    code: `const settings = {\n  tenants: {\n    acme: { seats: 5 },\n    globex: { seats: 9 },\n  },\n};`,
    config: known,
    expect: ['lookup acme 3', 'lookup globex 4'],
  },
  { name: 'a table in a call', code: `configure({\n  acme: { seats: 5 },\n  globex: { seats: 9 },\n});`, config: known, expect: both },
  {
    name: 'a returned table',
    code: `export function themes() {\n  return {\n    acme: red,\n    globex: blue,\n  };\n}`,
    config: known,
    expect: ['lookup acme 3', 'lookup globex 4'],
  },
  {
    name: 'a memoised table',
    code: `const themes = useMemo(() => ({\n  acme: red,\n  globex: blue,\n}), []);`,
    config: known,
    expect: both,
  },
  { name: 'a default export', code: `export default {\n  acme: red,\n  globex: blue,\n};`, config: known, expect: both },
  { name: 'module.exports', code: `module.exports = {\n  acme: red,\n  globex: blue,\n};`, config: known, expect: both },
  {
    name: 'a class field',
    code: `class Themes {\n  static byBrand = { acme: red, globex: blue };\n}`,
    config: known,
    expect: ['lookup acme 2', 'lookup globex 2'],
  },
  {
    name: 'a default of a parameter',
    code: `function paint(themes = {\n  acme: red,\n  globex: blue,\n}) {}`,
    config: known,
    expect: both,
  },
  {
    name: 'keys that are uuids',
    code: `const DAYS = {\n  '7c9e6679-7425-40de-944b-e07fc1f90ae7': 60,\n};`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'keys that are domains',
    code: `const BRAND_BY_HOST = {\n  'acme.com': red,\n  'globex.io': blue,\n};`,
    config: known,
    expect: both,
  },
  {
    name: 'keys that are hosts of a customer',
    code: `const BRAND_BY_HOST = {\n  'shop.acme.com': red,\n};`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'computed keys',
    code: {
      'src/tenant.ts': `export enum Tenant { Acme = 'acme', Globex = 'globex' }`,
      'src/days.ts': `import { Tenant } from './tenant';\nexport const TENANT_DAYS = {\n  [Tenant.Acme]: 60,\n  [Tenant.Globex]: 45,\n};`,
    },
    expect: [
      'definition acme src/tenant.ts:1',
      'definition globex src/tenant.ts:1',
      'lookup acme src/days.ts:3',
      'lookup globex src/days.ts:4',
    ],
  },
  {
    name: 'a key that is a constant',
    code: `const ACME_TENANT_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';\nconst DAYS = { [ACME_TENANT_ID]: 60 };`,
    expect: ['definition acme 1', 'lookup acme 2'],
  },
  {
    name: 'a table read by the slug of a tenant',
    code: `const DAYS = { initech: 60, hooli: 45 };\nconst days = DAYS[tenant.slug] ?? 30;`,
    config: {},
    expect: ['lookup initech 1', 'lookup hooli 1'],
  },
  {
    name: 'lazy modules',
    code: `const pages = {\n  acme: lazy(() => import('./pages/acme')),\n};`,
    config: known,
    expect: ['lookup acme 2', 'import acme 2'],
  },
];

/** Records in lists. */
const records: readonly Case[] = [
  { name: 'records by slug', code: `const tenants = [\n  { slug: 'acme', seats: 5 },\n  { slug: 'globex', seats: 9 },\n];`, expect: both },
  { name: 'records by name', code: `const partners = [\n  { code: 'acme', url: a },\n  { code: 'globex', url: b },\n];`, expect: both },
  {
    name: 'records by domain',
    code: `const brands = [\n  { domain: 'acme.com', logo: a },\n  { domain: 'globex.io', logo: b },\n];`,
    config: known,
    expect: both,
  },
  {
    name: 'records by id',
    code: `const rules = [\n  { tenantId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', days: 60 },\n];`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'records over several lines',
    code: `const tenants = [\n  {\n    seats: 5,\n    slug: 'acme',\n  },\n];`,
    config: known,
    expect: ['lookup acme 4'],
  },
  {
    name: 'records with a list',
    code: `const tenants = [\n  { slug: 'acme', modules: ['payroll'] },\n  { slug: 'globex', modules: [] },\n];`,
    expect: both,
  },
  {
    name: 'records as const',
    code: `const tenants = [\n  { slug: 'acme' },\n  { slug: 'globex' },\n] as const satisfies readonly Entry[];`,
    expect: both,
  },
];

/** Accesses to entries. */
const accesses: readonly Case[] = [
  { name: 'a member in quotes', code: `const theme = TENANT_THEMES['acme'];`, config: known, expect: ['lookup acme 1'] },
  {
    name: 'a member',
    code: `import { brands } from '@corp/brands';\nconst theme = brands.acme;`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'a member of a member',
    code: `import { brands } from '@corp/brands';\nconst logo = brands.acme.logo;`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'a member of a table elsewhere',
    code: {
      'src/themes.ts': `export const themes = { acme: { logo: 1 }, globex: { logo: 2 } };`,
      'src/page.ts': `import { themes } from './themes';\nexport const logo = themes.acme.logo;`,
    },
    config: known,
    expect: ['lookup acme src/themes.ts:1', 'lookup globex src/themes.ts:1', 'lookup acme src/page.ts:2'],
  },
  { name: 'a dotted path', code: `const url = getConfig('tenants.acme.apiUrl');`, config: known, expect: ['lookup acme 1'] },
  {
    name: 'a dotted path of an extension',
    code: `const url = config.get('extensions.globex.apiUrl');`,
    config: known,
    expect: ['lookup globex 1'],
  },
];

export const lookupCases: readonly Case[] = [...tables, ...records, ...accesses];
