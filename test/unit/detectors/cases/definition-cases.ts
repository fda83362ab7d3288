import { known, type Case } from '../detect-text.js';

/** Constants that stand for one customer. */
const constants: readonly Case[] = [
  { name: 'a constant with the slug', code: `export const ACME_TENANT = 'acme';`, expect: ['definition acme 1'] },
  { name: 'a constant with a uuid', code: `const ACME_TENANT_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`, expect: ['definition acme 1'] },
  { name: 'a constant with a number', code: `const ACME_TENANT_ID = 42;`, expect: ['definition acme 1'] },
  { name: 'a constant with a domain', code: `const GLOBEX_TENANT_DOMAIN = 'globex.io';`, expect: ['definition globex 1'] },
  {
    name: 'a constant in camel case',
    code: `export const acmeTenantId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`,
    expect: ['definition acme 1'],
  },
  { name: 'a constant named by the customer alone', code: `export const HOOLI = 'hooli';`, config: known, expect: ['definition hooli 1'] },
  {
    name: 'a constant with an id under another name',
    code: `const EXEMPT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`,
    config: known,
    expect: ['definition acme 1'],
  },
  { name: 'a constant as const', code: `const ACME_TENANT = 'acme' as const;`, expect: ['definition acme 1'] },
  { name: 'a constant with a type', code: `const ACME_TENANT: TenantSlug = 'acme' satisfies string;`, expect: ['definition acme 1'] },
  { name: 'a static field', code: `class Tenants { static readonly ACME_TENANT = 'acme'; }`, expect: ['definition acme 1'] },
  {
    name: 'members of an enum',
    code: `
      export enum Tenant {
        Acme = 'acme',
        Globex = 'globex',
      }`,
    config: known,
    expect: ['definition acme 2', 'definition globex 3'],
  },
  {
    name: 'members of a const enum',
    code: `const enum Brand { Acme = 'acme', Hooli = 'hooli' }`,
    config: known,
    expect: ['definition acme 1', 'definition hooli 1'],
  },
  {
    name: 'members of an enum without values',
    code: `enum Brand { Acme, Hooli }`,
    config: known,
    expect: ['definition acme 1', 'definition hooli 1'],
  },
  {
    name: 'members of an enum with opaque ids',
    code: `enum Tenant { Acme = 't_81', Globex = 't_82' }`,
    config: known,
    expect: ['definition acme 1', 'definition globex 1'],
  },
  {
    name: 'members of an enum in capitals',
    code: `enum Tenant { ACME = 1, GLOBEX = 2 }`,
    config: known,
    expect: ['definition acme 1', 'definition globex 1'],
  },
  { name: 'a list of one', code: `const EXEMPT_TENANTS = ['acme'];`, config: known, expect: ['definition acme 1'] },
  {
    name: 'a Set of one',
    code: `export const EXEMPT_TENANTS: ReadonlySet<string> = new Set(['acme']);`,
    config: known,
    expect: ['definition acme 1'],
  },
  {
    name: 'a list of one id explained by a comment',
    code: `
      const CASE_SENSITIVE_TENANT_IDS = [
        '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11', // Globex
      ];
      if (CASE_SENSITIVE_TENANT_IDS.includes(tenant.id)) ship();`,
    config: {},
    expect: ['definition globex 1', 'branch globex 4'],
  },
  {
    name: 'an environment variable with the customer in its name',
    code: `const ACME_ID = process.env.ACME_TENANT_ID;`,
    config: known,
    expect: ['definition acme 1'],
  },
  {
    name: 'a regular expression named after a customer',
    code: `const ACME_PATTERN = /^acme-/;`,
    config: known,
    expect: ['definition acme 1'],
  },
];

/** Predicates, whatever they are called. */
const predicates: readonly Case[] = [
  {
    name: 'a predicate function',
    code: `export function isAcme(tenant) { return tenant.slug === 'acme'; }`,
    expect: ['definition acme 1'],
  },
  { name: 'an arrow', code: `export const isAcme = (tenant) => tenant.slug === 'acme';`, expect: ['definition acme 1'] },
  {
    name: 'a function expression',
    code: `const isAcme = function (tenant) { return tenant.slug === 'acme'; };`,
    expect: ['definition acme 1'],
  },
  {
    name: 'a default export',
    code: `export default function isAcme(tenant) { return tenant.slug === 'acme'; }`,
    expect: ['definition acme 1'],
  },
  { name: 'a stored test', code: `const isAcme = tenant.slug === 'acme';`, expect: ['definition acme 1'] },
  { name: 'a stored negation', code: `const isNotAcme = tenant.slug !== 'acme';`, expect: ['definition acme 1'] },
  {
    name: 'a stored test of a host',
    code: `export const isAcme = window.location.hostname.endsWith('acme.com');`,
    config: known,
    expect: ['definition acme 1'],
  },
  { name: 'a stored test of the environment', code: `export const IS_ACME = process.env.BRAND === 'acme';`, expect: ['definition acme 1'] },
  {
    name: 'a stored membership',
    code: `const isAcme = ['acme', 'acme-corp'].includes(tenant.slug);`,
    config: known,
    expect: ['definition acme 1'],
  },
  { name: 'a stored regular expression', code: `const isAcme = /^acme/.test(tenant.slug);`, expect: ['definition acme 1'] },
  {
    name: 'a capability that is one customer',
    code: `export const skipsDunning = (tenant) => tenant.slug === 'acme';`,
    expect: ['definition acme 1'],
  },
  {
    name: 'a guard before the question',
    code: `
      export const isAcme = (tenant) => {
        if (!tenant) return false;
        return tenant.slug === 'acme';
      };`,
    expect: ['definition acme 1'],
  },
  { name: 'a guard by &&', code: `export const isAcme = (tenant) => !!tenant && tenant.slug === 'acme';`, expect: ['definition acme 1'] },
  {
    name: 'two spellings of one customer',
    code: `const isAcme = (t) => t.tenantSlug === 'acme' || t.tenantSlug === 'acme-corp';`,
    config: known,
    expect: ['definition acme 1'],
  },
  {
    name: 'a test that is returned in two steps',
    code: `
      function isAcme(tenant) {
        if (tenant.slug === 'acme') return true;
        return false;
      }`,
    expect: ['definition acme 1'],
  },
  { name: 'a hook', code: `export const useIsAcme = () => useTenant().slug === 'acme';`, expect: ['definition acme 1'] },
  { name: 'a memo', code: `const isAcme = useMemo(() => tenant.slug === 'acme', [tenant.slug]);`, expect: ['definition acme 1'] },
  { name: 'a computed ref', code: `const isAcme = computed(() => tenant.value.slug === 'acme');`, expect: ['definition acme 1'] },
  { name: 'a callback', code: `const isAcme = useCallback((tenant) => tenant.slug === 'acme', []);`, expect: ['definition acme 1'] },
  { name: 'a method', code: `class Guard { isAcme(tenant) { return tenant.slug === 'acme'; } }`, expect: ['definition acme 1'] },
  { name: 'a getter', code: `class Guard { get isAcme() { return this.tenant.slug === 'acme'; } }`, expect: ['definition acme 1'] },
  {
    name: 'a static method',
    code: `class Guard { static isAcme(tenant) { return tenant.slug === 'acme'; } }`,
    expect: ['definition acme 1'],
  },
  { name: 'a field with an arrow', code: `class Guard { isAcme = (tenant) => tenant.slug === 'acme'; }`, expect: ['definition acme 1'] },
  { name: 'a private field', code: `class Guard { #isAcme = this.tenant.slug === 'acme'; }`, expect: ['definition acme 1'] },
  {
    name: 'a predicate through another',
    code: `const isAcme = (t) => t.tenantSlug === 'acme';\nconst isBigAcme = (t) => isAcme(t);`,
    expect: ['definition acme 1', 'definition acme 2'],
  },
  {
    name: 'a predicate over an id of another file',
    code: {
      'src/ids.ts': `export const ACME_TENANT_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`,
      'src/rules.ts': `import { ACME_TENANT_ID } from './ids';\nexport const skipsTax = (tenant) => tenant.id === ACME_TENANT_ID;`,
    },
    expect: ['definition acme src/ids.ts:1', 'definition acme src/rules.ts:2'],
  },
];

/** Code that is called after a customer. */
const namesakes: readonly Case[] = [
  { name: 'a class', code: `export class AcmePricing {}`, config: known, expect: ['definition acme 1'] },
  { name: 'a subclass', code: `class GlobexExporter extends Exporter {}`, config: known, expect: ['definition globex 1'] },
  { name: 'a function', code: `export function renderAcmeInvoice() {}`, config: known, expect: ['definition acme 1'] },
  { name: 'a component', code: `export const AcmeLogo = () => <img src="/a.svg" />;`, config: known, expect: ['definition acme 1'] },
  {
    name: 'a component in memo',
    code: `export const AcmeLogo = memo(() => <img src="/a.svg" />);`,
    config: known,
    expect: ['definition acme 1'],
  },
  { name: 'a hook', code: `export function useHooliBilling() { return 1; }`, config: known, expect: ['definition hooli 1'] },
  { name: 'a method', code: `class Exporter { exportForInitech() { return 1; } }`, config: known, expect: ['definition initech 1'] },
  { name: 'an async function', code: `async function syncNorthwindOrders() {}`, config: known, expect: ['definition northwind 1'] },
  { name: 'an alias', code: `function loadNwtRates() {}`, config: known, expect: ['definition northwind 1'] },
  { name: 'a name of two words', code: `function sendAcmeCorpReport() {}`, config: known, expect: ['definition acme 1'] },
  {
    name: 'a table of settings',
    code: `export const acmeTheme = { primary: 'red', secondary: 'blue' };`,
    config: known,
    expect: ['definition acme 1'],
  },
  { name: 'a constant computed', code: `const GLOBEX_RATE = baseRate * 2;`, config: known, expect: ['definition globex 1'] },
  {
    name: 'a function by the name of a customer who was found elsewhere',
    code: {
      'src/a.ts': `if (tenant.slug === 'acme') ship();\nif (brand === 'acme') hold();`,
      'src/b.ts': `export function renderAcmeInvoice() {}`,
    },
    config: {},
    expect: ['branch acme src/a.ts:1', 'branch acme src/a.ts:2', 'definition acme src/b.ts:1'],
  },
];

export const definitionCases: readonly Case[] = [...constants, ...predicates, ...namesakes];
