import { known, type Case } from '../detect-text.js';

/** Comparisons that a library makes. */
const libraries: readonly Case[] = [
  {
    name: 'patterns of a value',
    code: `
      const days = match(tenant.slug)
        .with('acme', () => 60)
        .with('globex', 'hooli', () => 45)
        .otherwise(() => 30);`,
    expect: ['branch acme 2', 'branch globex|hooli 3'],
  },
  {
    name: 'patterns of an object',
    code: `
      const days = match(tenant)
        .with({ slug: 'acme' }, () => 60)
        .with({ slug: P.union('globex', 'hooli') }, () => 45)
        .exhaustive();`,
    expect: ['branch acme 2', 'branch globex|hooli 3'],
  },
  {
    name: 'a list of conditions without their value',
    code: `
      const days = cond([
        [equals('acme'), always(60)],
        [equals('globex'), always(45)],
      ]);`,
    config: known,
    expect: ['branch acme 2', 'branch globex 3'],
  },
  {
    name: 'a list of conditions on a member',
    code: `
      const days = R.cond([
        [R.propEq('tenant', 'acme'), R.always(60)],
        [R.propEq('globex', 'tenant'), R.always(45)],
        [R.pathEq(['tenant', 'slug'], 'hooli'), R.always(20)],
      ]);`,
    expect: ['branch acme 2', 'branch globex 3', 'branch hooli 4'],
  },
  {
    name: 'matchers of objects',
    code: `
      const days = _.cond([
        [_.matches({ tenant: 'acme' }), () => 60],
        [_.matchesProperty('tenant', 'globex'), () => 45],
      ]);`,
    expect: ['branch acme 2', 'branch globex 3'],
  },
  { name: 'one of a list by an object', code: `if (_.some(tenants, { slug: 'acme' })) ship();`, expect: ['branch acme 1'] },
  {
    name: 'cases of switch (true)',
    code: `switch (true) {\n  case tenant.slug === 'acme':\n    ship();\n    break;\n}`,
    expect: ['branch acme 2'],
  },
];

/** Tables that are filled entry by entry, and functions looked up in tables. */
const registries: readonly Case[] = [
  {
    name: 'a registry of handlers',
    code: `registry.register('acme', AcmeHandler);\nregistry.register('globex', other);`,
    config: known,
    expect: ['lookup acme 1', 'lookup globex 2'],
  },
  { name: 'a function that registers tenants', code: `registerTenant('acme', { limit: 60 });`, config: known, expect: ['lookup acme 1'] },
  {
    name: 'a Map that is filled later',
    code: `const tenantLimits = new Map();\ntenantLimits.set('acme', 60);`,
    config: known,
    expect: ['lookup acme 2'],
  },
  {
    name: 'a table of functions that is called',
    code: `const handlers = { acme: () => 1, globex: () => 2 };\nhandlers[tenant.slug]();`,
    config: known,
    expect: ['lookup acme 1', 'lookup globex 1'],
  },
];

/** What the environment or the build says. */
const environments: readonly Case[] = [
  { name: 'a variable that asks', code: `if (process.env.REACT_APP_IS_ACME === 'true') ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a constant of the build', code: `if (__ACME__) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a variable made a number', code: `if (tenant.id === Number(process.env.ACME_ID)) ship();`, expect: ['branch acme 1'] },
  { name: 'a variable without a prefix', code: `if (tenant.id === process.env.ACME_TENANT_ID) ship();`, expect: ['branch acme 1'] },
  { name: 'extra settings of an app', code: `if (Constants.expoConfig?.extra?.brand === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a flavour', code: `if (Config.FLAVOR === 'acme') ship();`, config: known, expect: ['branch acme 1'] },
];

/** Definitions that are assigned. */
const assigned: readonly Case[] = [
  { name: 'a predicate on exports', code: `exports.isAcme = (tenant) => tenant.slug === 'acme';`, expect: ['definition acme 1'] },
  {
    name: 'a predicate on module.exports, used elsewhere',
    code: {
      'src/a.cjs': `module.exports.isAcme = function (tenant) { return tenant.slug === 'acme'; };`,
      'src/b.cjs': `const { isAcme } = require('./a.cjs');\nif (isAcme(tenant)) ship();`,
    },
    expect: ['definition acme src/a.cjs:1', 'branch acme src/b.cjs:2'],
  },
  {
    name: 'a predicate on a prototype',
    code: `Tenant.prototype.isAcme = function () { return this.tenant.slug === 'acme'; };`,
    expect: ['definition acme 1'],
  },
  { name: 'an id on exports', code: `exports.ACME_TENANT_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`, expect: ['definition acme 1'] },
  {
    name: 'a predicate on a store',
    code: `const isAcme = useSelector((state) => state.tenant.slug === 'acme');`,
    expect: ['definition acme 1'],
  },
];

/** Modules of which one is loaded by the name of a customer. */
const families: readonly Case[] = [
  {
    name: 'a family of modules that a tenant chooses from',
    code: {
      'src/load.ts': 'export const load = () => import(`./skins/${tenant.slug}/index.ts`);',
      'src/skins/umbrella/index.ts': `export const skin = {};`,
      'src/skins/northwind/index.ts': `export const skin = {};`,
      'src/page.ts': `import { skin } from './skins/umbrella';`,
    },
    expect: ['import umbrella src/page.ts:1'],
  },
  {
    name: 'settings per tenant within others',
    code: `export const settings = { port: 80, tenants: { acme: { days: 60 }, globex: { days: 45 } } };`,
    expect: ['lookup acme 1', 'lookup globex 1'],
  },
];

export const dispatchCases: readonly Case[] = [...libraries, ...registries, ...environments, ...assigned, ...families];
