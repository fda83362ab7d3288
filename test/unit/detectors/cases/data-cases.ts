import { known, type Case, type Temptation } from '../detect-text.js';

/** Code that reads a table by the slug of a tenant. */
const reader = (specifier: string): string => `import table from '${specifier}';\nexport const of = (tenant) => table[tenant.slug];\n`;

/** Settings per customer in data files. */
export const dataCases: readonly Case[] = [
  {
    name: 'JSON that code reads by the slug of a tenant',
    code: { 'src/seats.json': '{\n  "acme": 5,\n  "globex": 9,\n  "default": 1\n}', 'src/seats.ts': reader('./seats.json') },
    expect: ['lookup acme src/seats.json:2', 'lookup globex src/seats.json:3'],
  },
  {
    name: 'JSON that code imports whole',
    code: {
      'src/seats.json': '{\n  "acme": 5,\n  "globex": 9\n}',
      'src/seats.ts': "import * as table from './seats.json';\nexport const of = (tenant) => table[tenant.slug];\n",
    },
    expect: ['lookup acme src/seats.json:2', 'lookup globex src/seats.json:3'],
  },
  {
    name: 'JSON that code requires, without its extension',
    code: {
      'src/seats.json': '{\n  "acme": 5,\n  "globex": 9\n}',
      'src/a.js': "const table = require('./seats');\nexports.of = (tenant) => table[tenant.slug];\n",
    },
    expect: ['lookup acme src/seats.json:2', 'lookup globex src/seats.json:3'],
  },
  {
    name: 'JSON behind an alias of the tsconfig',
    code: { 'config/seats.json': '{\n  "acme": 5,\n  "globex": 9\n}', 'src/seats.ts': reader('@config/seats.json') },
    paths: [{ folder: '', base: '', usesBase: false, paths: new Map([['@config/*', ['config/*']]]) }],
    expect: ['lookup acme config/seats.json:2', 'lookup globex config/seats.json:3'],
  },
  {
    name: 'a file of tenants by its name',
    code: { 'config/tenants.json': '{\n  "acme": { "sso": true },\n  "globex": { "sso": false }\n}' },
    expect: ['lookup acme config/tenants.json:2', 'lookup globex config/tenants.json:3'],
  },
  {
    name: 'a file of brands in YAML, with a base',
    code: { 'brands.yaml': 'acme: &base\n  theme: red\n  chat: true\nglobex:\n  <<: *base\n  chat: false\n' },
    expect: ['lookup acme brands.yaml:1', 'lookup globex brands.yaml:4'],
  },
  {
    name: 'a table within a larger file',
    code: { 'config/app.yml': 'port: 80\ntenants:\n  acme:\n    limits: { seats: 5 }\n  globex:\n    limits: { seats: 9 }\n' },
    expect: ['lookup acme config/app.yml:3', 'lookup globex config/app.yml:5'],
  },
  {
    name: 'records with settings',
    code: { 'config/tenants.json': '[\n  { "slug": "acme", "sso": true },\n  { "slug": "globex", "sso": false }\n]' },
    expect: ['lookup acme config/tenants.json:2', 'lookup globex config/tenants.json:3'],
  },
  {
    name: 'records in several documents',
    code: { 'config/tenants.yaml': 'slug: acme\nsso: true\n---\nslug: globex\nsso: false\n' },
    expect: ['lookup acme config/tenants.yaml:1', 'lookup globex config/tenants.yaml:4'],
  },
  {
    name: 'a file of its own',
    code: { 'config/tenants/acme.json': '{\n  "slug": "acme",\n  "features": { "sso": true }\n}' },
    expect: ['lookup acme config/tenants/acme.json:2'],
  },
  {
    name: 'a folder of its own',
    code: { 'brands/acme/theme.yml': 'brand: acme\ncolors:\n  primary: red\n' },
    expect: ['lookup acme brands/acme/theme.yml:1'],
  },
  {
    name: 'a list that code asks',
    code: {
      'src/pilots.json': '["acme", "globex"]',
      'src/a.ts':
        "import pilots from './pilots.json';\nexport function early(tenant) {\n  if (pilots.includes(tenant.slug)) return 1;\n  return 2;\n}\n",
    },
    expect: ['branch acme|globex src/a.ts:3'],
    maybe: ['definition acme|globex src/a.ts:2'],
  },
  {
    name: 'a constant that code compares with',
    code: {
      'src/ids.json': '{ "first": "acme" }',
      'src/a.ts':
        "import ids from './ids.json';\nexport function early(tenant) {\n  if (tenant.slug === ids.first) return 1;\n  return 2;\n}\n",
    },
    expect: ['branch acme src/a.ts:3'],
    maybe: ['definition acme src/a.ts:2'],
  },
  {
    name: 'an unnamed table of configured customers',
    code: { 'config/limits.yml': 'perMinute:\n  acme: 6000\n  globex: 300\n' },
    config: known,
    expect: ['lookup acme config/limits.yml:2', 'lookup globex config/limits.yml:3'],
  },
  {
    name: "the import of a customer's own data",
    code: {
      'src/a.ts': "import theme from './tenants/acme.json';\nuse(theme);\n",
      'src/tenants/acme.json': '{ "slug": "acme", "chat": true }',
    },
    expect: ['import acme src/a.ts:1', 'lookup acme src/tenants/acme.json:1'],
  },
];

const customersOf = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, number) => ({
      slug: `party${String.fromCharCode(97 + (number % 26)).repeat(3)}${number}`,
      seats: number,
    })),
  );

/** Data files that look like settings per customer and are none. */
export const dataTemptations: readonly Temptation[] = [
  {
    name: 'an address book',
    why: 'who the customers are is data, not a setting',
    code: {
      'data/customers.json':
        '[{ "slug": "acme", "name": "Acme", "city": "Bern", "phone": "1" }, { "slug": "globex", "name": "Globex", "city": "Ulm", "phone": "2" }]',
    },
  },
  {
    name: 'a table of logos',
    why: 'partners that a page shows',
    code: {
      'data/partners.yml':
        'acme:\n  name: Acme\n  logo: /a.svg\n  url: https://acme.example\nglobex:\n  name: Globex\n  logo: /g.svg\n  url: https://globex.example\n',
    },
  },
  {
    name: 'people who rent',
    why: 'tenants of a house',
    code: {
      'data/tenants.json':
        '[{ "tenantName": "Ada Moss", "unit": "4B", "rent": 900 }, { "tenantName": "Ben Rook", "unit": "2A", "rent": 700 }]',
    },
  },
  { name: 'a crowd of tenants', why: 'nobody adapts a product for hundreds by hand', code: { 'data/tenants.json': customersOf(60) } },
  {
    name: 'fields of one tenant',
    why: 'the keys are settings, not customers',
    code: { 'config/tenant.json': '{ "billing": { "cycle": "month" }, "exports": { "daily": true }, "branding": { "accent": "red" } }' },
  },
  {
    name: 'fields of a brand',
    why: 'one brand, whose parts are tables',
    code: { 'theme.json': '{ "brand": { "typography": { "base": 16 }, "shadows": { "card": 2 } } }' },
  },
  {
    name: 'plans',
    why: 'kinds of customers',
    code: { 'config/customers.yaml': 'starter:\n  seats: 5\nenterprise:\n  seats: 500\n' },
  },
  {
    name: 'tenants of examples',
    why: 'shows what such a file could be',
    code: { 'examples/tenants.json': '{ "acme": { "sso": true }, "globex": { "sso": false } }' },
  },
  {
    name: 'tenants of a seed',
    why: 'fills an empty database',
    code: { 'prisma/seeds/tenants.json': '{ "acme": { "sso": true }, "globex": { "sso": false } }' },
  },
  {
    name: 'tenants of fixtures',
    why: 'tests invent customers',
    code: { 'test/fixtures/tenants.json': '{ "wayne": { "sso": true }, "stark": { "sso": false } }' },
  },
  {
    name: 'a sample beside the real file',
    why: 'its name says that it is one',
    code: { 'config/tenants.example.yml': 'acme:\n  sso: true\nglobex:\n  sso: false\n' },
  },
  {
    name: 'a list of imported fields',
    why: 'the members of the list are records, whose keys are fields',
    code: {
      'tenants/one.json': '{ "rateLimit": { "burst": 1 }, "exports": { "daily": true } }',
      'tenants/index.ts': "import one from './one.json';\nimport two from './two.json';\nexport const tenantConfigs = [one, two];\n",
      'tenants/two.json': '{ "rateLimit": { "burst": 2 }, "exports": { "daily": false } }',
    },
  },
  {
    name: 'integrations',
    why: 'services that the product talks to',
    code: { 'config/partners.json': '{ "stripe": { "retries": 3 }, "slack": { "retries": 1 } }' },
  },
  {
    name: 'stages',
    why: 'environments, not clients',
    code: { 'config/clients.json': '{ "staging": { "debug": true }, "production": { "debug": false } }' },
  },
  { name: 'an empty file', why: 'there is nothing in it', code: { 'config/tenants.json': '' } },
  {
    name: 'a word among others',
    why: 'one key of many may be any word',
    code: { 'src/words.json': '{ "alpha": "a", "acme": "b", "vertex": "c", "summit": "d", "zenith": "e" }' },
  },
  {
    name: 'a variable of an example',
    why: 'a placeholder for developers',
    code: { '.env.example': 'TENANT=acme\n' },
  },
];
