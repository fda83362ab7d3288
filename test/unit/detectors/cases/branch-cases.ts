import { known, type Case } from '../detect-text.js';

const tenants = `
  export enum Tenant {
    Acme = 'acme',
    Globex = 'globex',
  }`;

const predicates = `
  export function isAcme(tenant) { return tenant.slug === 'acme'; }
  export const isGlobex = (tenant) => tenant.slug === 'globex';`;

/** Comparisons of a value with a literal, in every place where control can depend on one. */
const comparisons: readonly Case[] = [
  { name: '=== in an if', code: `if (tenant.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: '== in an if', code: `if (tenant.slug == 'acme') ship();`, expect: ['branch acme 1'] },
  { name: '!== in an if', code: `if (tenant.slug !== 'acme') ship();`, expect: ['branch acme 1'] },
  { name: '!= in an if', code: `if (tenant.slug != 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'the literal on the left', code: `if ('acme' === tenant.slug) ship();`, expect: ['branch acme 1'] },
  { name: 'a template without holes', code: 'if (tenant.slug === `acme`) ship();', expect: ['branch acme 1'] },
  { name: 'a template of the value alone', code: 'if (`${tenant.slug}` === "acme") ship();', expect: ['branch acme 1'] },
  { name: 'an optional chain', code: `if (session?.tenant?.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a non-null assertion', code: `if (tenant!.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a cast of the value', code: `if ((tenant.slug as string) === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a cast of the literal', code: `if (tenant.slug === ('acme' as TenantSlug)) ship();`, expect: ['branch acme 1'] },
  { name: 'a value in lower case', code: `if (tenant.slug.toLowerCase() === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a literal in upper case', code: `if (brandCode.toUpperCase() === 'ACME') ship();`, expect: ['branch acme 1'] },
  { name: 'a value made a text and trimmed', code: `if (String(tenant.slug).trim() === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a value with a default', code: `if ((tenant.slug ?? '') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a member in quotes', code: `if (tenant['slug'] === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'an awaited value', code: `async function f() { if ((await loadTenant()).slug === 'acme') ship(); }`, expect: ['branch acme 1'] },
  { name: 'a negated comparison', code: `if (!(tenant.slug === 'acme')) ship();`, expect: ['branch acme 1'] },
  { name: 'a comparison with true', code: `if ((tenant.slug === 'acme') === true) ship();`, expect: ['branch acme 1'] },
  { name: 'a ternary', code: `const days = tenant.slug === 'acme' ? 60 : 30;`, expect: ['branch acme 1'] },
  {
    name: 'nested ternaries, one finding a line',
    code: `
      const days = tenant.slug === 'acme' ? 60
        : tenant.slug === 'globex' ? 45
        : 30;`,
    expect: ['branch acme 1', 'branch globex 2'],
  },
  { name: '&& before a call', code: `tenant.slug === 'acme' && ship();`, expect: ['branch acme 1'] },
  { name: '|| before a call', code: `tenant.slug === 'acme' || ship();`, expect: ['branch acme 1'] },
  { name: '&& in JSX', code: `const Page = () => <div>{tenant.slug === 'acme' && <Banner />}</div>;`, expect: ['branch acme 1'] },
  {
    name: 'a ternary in JSX',
    code: `const Page = () => <div>{brand === 'acme' ? <Wide /> : <Narrow />}</div>;`,
    expect: ['branch acme 1'],
  },
  { name: 'a negation in JSX', code: `const Page = () => <div>{!(brand === 'acme') && <Ads />}</div>;`, expect: ['branch acme 1'] },
  { name: 'an attribute', code: `const Page = () => <Logo wide={tenant.slug === 'acme'} />;`, expect: ['branch acme 1'] },
  {
    name: 'a class name',
    code: `const Page = () => <div className={brand === 'acme' ? 'wide' : 'narrow'} />;`,
    expect: ['branch acme 1'],
  },
  {
    name: 'a class name in a template',
    code: 'const Page = () => <div className={`page ${brand === "acme" ? "wide" : ""}`} />;',
    expect: ['branch acme 1'],
  },
  { name: 'class names by a table', code: `const css = clsx('page', { wide: brand === 'acme' });`, expect: ['branch acme 1'] },
  { name: 'class names by &&', code: `const css = classNames('page', brand === 'acme' && 'wide');`, expect: ['branch acme 1'] },
  { name: 'the value of a property', code: `const settings = { showLogo: tenant.slug === 'acme' };`, expect: ['branch acme 1'] },
  { name: 'an argument', code: `setWide(tenant.slug === 'acme');`, expect: ['branch acme 1'] },
  { name: 'a default of a parameter', code: `function logo(wide = brand === 'acme') { return wide; }`, expect: ['branch acme 1'] },
  { name: 'a stored boolean with another name', code: `const hasWideLogo = tenant.slug === 'acme';`, expect: ['branch acme 1'] },
  {
    name: 'a returned test among others',
    code: `function needsApproval(total) { return tenant.slug === 'acme' && total > 500; }`,
    expect: ['branch acme 1'],
  },
  { name: 'a spread object', code: `const body = { total, ...(tenant.slug === 'acme' && { costCenter }) };`, expect: ['branch acme 1'] },
  { name: 'a spread list', code: `const steps = [...(tenant.slug === 'acme' ? [approval] : []), send];`, expect: ['branch acme 1'] },
  { name: '||=', code: `wide ||= tenant.slug === 'acme';`, expect: ['branch acme 1'] },
  { name: '&&=', code: `wide &&= tenant.slug !== 'acme';`, expect: ['branch acme 1'] },
  { name: '??= with a ternary', code: `label ??= tenant.slug === 'acme' ? 'Cost center' : 'Team';`, expect: ['branch acme 1'] },
  { name: '?? beside a ternary', code: `const days = custom ?? (tenant.slug === 'acme' ? 60 : 30);`, expect: ['branch acme 1'] },
  { name: 'a while loop', code: `while (next().tenant.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a do loop', code: `do { ship(); } while (tenant.slug === 'acme');`, expect: ['branch acme 1'] },
  { name: 'a for loop', code: `for (let i = 0; tenant.slug === 'acme'; i++) ship();`, expect: ['branch acme 1'] },
  { name: 'else if', code: `if (isLate) warn();\nelse if (tenant.slug === 'acme') ship();`, expect: ['branch acme 2'] },
  {
    name: 'two customers on one line',
    code: `if (tenant.slug === 'acme' || tenant.slug === 'globex') ship();`,
    expect: ['branch acme|globex 1'],
  },
  {
    name: 'two customers on two lines',
    code: `
      if (
        tenant.slug === 'acme' ||
        tenant.slug === 'globex'
      ) ship();`,
    expect: ['branch acme 2', 'branch globex 3'],
  },
  {
    name: 'a customer among other conditions',
    code: `
      if (order.total > 100 && order.isPaid && (
        tenant.slug === 'acme')) ship();`,
    expect: ['branch acme 2'],
  },
  { name: 'an early return', code: `function f(t) {\n  if (t.tenantSlug !== 'acme') return;\n  ship();\n}`, expect: ['branch acme 2'] },
  { name: 'a throw', code: `if (tenant.slug === 'acme') throw new Error('Not for them');`, expect: ['branch acme 1'] },
  {
    name: 'the filter of a list',
    code: `const theirs = invoices.filter((invoice) => invoice.tenantSlug === 'acme');`,
    expect: ['branch acme 1'],
  },
  {
    name: 'one of the tenants found by its slug',
    code: `if (user.tenants.some((tenant) => tenant.slug === 'acme')) ship();`,
    expect: ['branch acme 1'],
  },
  { name: 'inside an effect', code: `useEffect(() => { if (tenant.slug === 'acme') track(); }, [tenant]);`, expect: ['branch acme 1'] },
  { name: 'inside a memo', code: `const days = useMemo(() => (tenant.slug === 'acme' ? 60 : 30), [tenant]);`, expect: ['branch acme 1'] },
  { name: 'inside a class', code: `class Biller { bill() { if (this.tenant.slug === 'acme') ship(); } }`, expect: ['branch acme 1'] },
  { name: 'inside a generator', code: `function* steps() { if (tenant.slug === 'acme') yield approval; }`, expect: ['branch acme 1'] },
];

/** `switch`, one finding per label that names customers. */
const switches: readonly Case[] = [
  {
    name: 'switch over a slug',
    code: `
      switch (tenant.slug) {
        case 'acme': return 60;
        case 'globex': return 45;
        default: return 30;
      }`.replace(/return/g, 'days ='),
    expect: ['branch acme 2', 'branch globex 3'],
  },
  {
    name: 'labels that share a body',
    code: `
      switch (brand) {
        case 'acme':
        case 'globex':
          ship();
      }`,
    expect: ['branch acme 2', 'branch globex 3'],
  },
  {
    name: 'labels that are enum members',
    code: {
      'src/tenant.ts': tenants,
      'src/ship.ts': `
        import { Tenant } from './tenant';
        switch (tenant) {
          case Tenant.Acme: ship(); break;
          case Tenant.Globex: hold(); break;
        }`,
    },
    expect: [
      'definition acme src/tenant.ts:2',
      'definition globex src/tenant.ts:3',
      'branch acme src/ship.ts:3',
      'branch globex src/ship.ts:4',
    ],
  },
  {
    name: 'switch (true)',
    code: `
      switch (true) {
        case tenant.slug === 'acme': ship(); break;
        case order.total > 100: hold(); break;
      }`,
    expect: ['branch acme 2'],
  },
  {
    name: 'a predicate in switch (true)',
    code: {
      'src/predicates.ts': predicates,
      'src/ship.ts': `
        import { isAcme } from './predicates';
        switch (true) {
          case isAcme(tenant): ship(); break;
        }`,
    },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:3'],
  },
  {
    name: 'switch over a lower-cased slug with numbers beside it',
    code: `
      switch (order.brandName.toLowerCase()) {
        case 'acme': ship();
      }`,
    expect: ['branch acme 2'],
  },
];

/** Tests whether a value is one of several, or looks like something. */
const memberships: readonly Case[] = [
  { name: 'a list in place', code: `if (['acme', 'globex'].includes(tenant.slug)) ship();`, expect: ['branch acme|globex 1'] },
  { name: 'a list of one', code: `if (!['acme'].includes(tenant.slug)) ship();`, expect: ['branch acme 1'] },
  {
    name: 'a named list',
    code: `const WIDE = ['acme', 'globex'];\nif (WIDE.includes(tenant.slug)) ship();`,
    expect: ['branch acme|globex 2'],
    maybe: ['definition acme|globex 1'],
  },
  {
    name: 'a frozen list',
    code: `const WIDE = Object.freeze(['acme', 'globex']);\nif (WIDE.includes(tenant.slug)) ship();`,
    expect: ['branch acme|globex 2'],
    maybe: ['definition acme|globex 1'],
  },
  {
    name: 'a list as const',
    code: `const WIDE = ['acme', 'globex'] as const;\nif ((WIDE as readonly string[]).includes(tenant.slug)) ship();`,
    expect: ['branch acme|globex 2'],
    maybe: ['definition acme|globex 1'],
  },
  {
    name: 'a list put together from others',
    code: `
      const EAST = ['acme'];
      const WIDE = [...EAST, 'globex'];
      if (WIDE.includes(tenant.slug)) ship();`,
    expect: ['branch acme|globex 3'],
    maybe: ['definition acme 1', 'definition acme|globex 2'],
  },
  {
    name: 'a Set',
    code: `const WIDE = new Set(['acme', 'globex']);\nif (WIDE.has(tenant.slug)) ship();`,
    expect: ['branch acme|globex 2'],
    maybe: ['definition acme|globex 1'],
  },
  { name: 'a Set in place', code: `if (new Set(['acme', 'globex']).has(tenant.slug)) ship();`, expect: ['branch acme|globex 1'] },
  {
    name: 'some with a comparison',
    code: `if (['acme', 'globex'].some((slug) => slug === tenant.slug)) ship();`,
    expect: ['branch acme|globex 1'],
  },
  {
    name: 'some with startsWith',
    code: `if (['acme', 'globex'].some((slug) => host.startsWith(slug))) ship();`,
    config: known,
    expect: ['branch acme|globex 1'],
  },
  {
    name: 'every with an inequality',
    code: `if (['acme', 'globex'].every((slug) => slug !== tenant.slug)) ship();`,
    expect: ['branch acme|globex 1'],
  },
  { name: 'indexOf >= 0', code: `if (['acme', 'globex'].indexOf(tenant.slug) >= 0) ship();`, expect: ['branch acme|globex 1'] },
  { name: 'indexOf !== -1', code: `if (['acme', 'globex'].indexOf(tenant.slug) !== -1) ship();`, expect: ['branch acme|globex 1'] },
  { name: 'indexOf in a text', code: `if (tenant.slug.indexOf('acme') === 0) ship();`, expect: ['branch acme 1'] },
  { name: 'startsWith', code: `if (tenant.slug.startsWith('acme')) ship();`, expect: ['branch acme 1'] },
  { name: 'startsWith up to a dash', code: `if (tenant.slug.startsWith('acme-')) ship();`, expect: ['branch acme 1'] },
  { name: 'endsWith', code: `if (brandCode.endsWith('acme')) ship();`, expect: ['branch acme 1'] },
  { name: 'includes in a text', code: `if (tenant.name.includes('Globex')) ship();`, expect: ['branch globex 1'] },
  { name: 'a regular expression', code: `if (/^acme/i.test(tenant.slug)) ship();`, expect: ['branch acme 1'] },
  {
    name: 'a regular expression with alternatives',
    code: `if (/^(acme|globex)$/.test(tenant.slug)) ship();`,
    expect: ['branch acme|globex 1'],
  },
  { name: 'a named regular expression', code: `const WIDE = /^acme-/;\nif (WIDE.test(tenant.slug)) ship();`, expect: ['branch acme 2'] },
  { name: 'match', code: `if (tenant.slug.match(/^acme/)) ship();`, expect: ['branch acme 1'] },
  { name: 'search', code: `if (tenant.slug.search(/acme/) !== -1) ship();`, expect: ['branch acme 1'] },
  { name: 'a function that compares', code: `if (isEqual(tenant.slug, 'acme')) ship();`, expect: ['branch acme 1'] },
  {
    name: 'a function that looks into a list',
    code: `if (_.includes(['acme', 'globex'], tenant.slug)) ship();`,
    expect: ['branch acme|globex 1'],
  },
  {
    name: 'a function with the list behind',
    code: `if (oneOf(tenant.slug, ['acme', 'globex'])) ship();`,
    expect: ['branch acme|globex 1'],
  },
  { name: 'a made regular expression', code: `if (new RegExp('^acme').test(tenant.slug)) ship();`, expect: ['branch acme 1'] },
  { name: 'an instance of a class', code: `if (tenant instanceof AcmeTenant) ship();`, config: known, expect: ['branch acme 1'] },
  {
    name: 'a name that says only',
    code: `const acmeOnly = load();\nif (acmeOnly) ship();`,
    config: known,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'the in operator on a table',
    code: `const TENANT_DAYS = { acme: 60, globex: 45 };\nif (tenant.slug in TENANT_DAYS) ship();`,
    expect: ['lookup acme 1', 'lookup globex 1', 'branch acme|globex 2'],
  },
  {
    name: 'has on a Map',
    code: `const TENANT_DAYS = new Map([['acme', 60], ['globex', 45]]);\nif (TENANT_DAYS.has(tenant.slug)) ship();`,
    expect: ['lookup acme 1', 'lookup globex 1', 'branch acme|globex 2'],
    maybe: ['definition acme|globex 1'],
  },
  {
    name: 'keys of a table',
    code: `const TENANT_DAYS = { acme: 60, globex: 45 };\nif (Object.keys(TENANT_DAYS).includes(tenant.slug)) ship();`,
    expect: ['lookup acme 1', 'lookup globex 1', 'branch acme|globex 2'],
  },
  {
    name: 'the values of an enum',
    code: `enum Tenant { Acme = 'acme', Globex = 'globex' }\nif (Object.values(Tenant).includes(slug)) ship();`,
    expect: ['branch acme|globex 2', 'definition acme 1', 'definition globex 1'],
  },
  {
    name: 'a list of enum members',
    code: {
      'src/tenant.ts': tenants,
      'src/ship.ts': `import { Tenant } from './tenant';\nif ([Tenant.Acme, Tenant.Globex].includes(tenant)) ship();`,
    },
    expect: ['definition acme src/tenant.ts:2', 'definition globex src/tenant.ts:3', 'branch acme|globex src/ship.ts:2'],
  },
];

/** Hosts, environment variables and other places that a value comes from. */
const sources: readonly Case[] = [
  { name: 'a host name', code: `if (window.location.hostname === 'acme.com') ship();`, expect: ['branch acme 1'] },
  { name: 'a subdomain of a customer', code: `if (location.hostname === 'billing.acme.com') ship();`, expect: ['branch acme 1'] },
  {
    name: 'a host that includes a domain',
    code: `if (window.location.host.includes('globex.io')) ship();`,
    config: known,
    expect: ['branch globex 1'],
  },
  {
    name: 'a host that ends with a domain',
    code: `if (req.hostname.endsWith('.acme.com')) ship();`,
    config: known,
    expect: ['branch acme 1'],
  },
  {
    name: 'a host by a regular expression',
    code: `if (/\\.acme\\.com$/.test(req.hostname)) ship();`,
    config: known,
    expect: ['branch acme 1'],
  },
  { name: 'a subdomain', code: `if (subdomain === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'the first label of a host', code: `if (location.hostname.split('.')[0] === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a domain of two levels', code: `if (tenant.domain === 'initech.co.uk') ship();`, expect: ['branch initech 1'] },
  { name: 'an environment variable', code: `if (process.env.TENANT === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'an environment variable in quotes', code: `if (process.env['BRAND_NAME'] === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a variable of the bundler', code: `if (import.meta.env.VITE_BRAND === 'acme') ship();`, expect: ['branch acme 1'] },
  {
    name: 'an environment variable by another name',
    code: `const { NEXT_PUBLIC_TENANT: who } = process.env;\nif (who === 'acme') ship();`,
    expect: ['branch acme 2'],
  },
  { name: 'a property of props', code: `const Page = (props) => (props.brand === 'acme' ? <Wide /> : null);`, expect: ['branch acme 1'] },
  { name: 'a destructured prop', code: `const Page = ({ brand }) => (brand === 'acme' ? <Wide /> : null);`, expect: ['branch acme 1'] },
  {
    name: 'a renamed prop',
    code: `const Page = ({ brand: b }) => (b === 'acme' ? <Wide /> : null);`,
    config: known,
    expect: ['branch acme 1'],
  },
  { name: 'a destructured slug', code: `const { slug } = tenant;\nif (slug === 'acme') ship();`, expect: ['branch acme 2'] },
  { name: 'an alias of a slug', code: `const current = tenant.slug;\nif (current === 'acme') ship();`, expect: ['branch acme 2'] },
  { name: 'a hook', code: `const { slug } = useTenant();\nif (slug === 'acme') ship();`, expect: ['branch acme 2'] },
  { name: 'a member of a hook', code: `if (useTenant().slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a hook that returns the slug', code: `const brand = useBrand();\nif (brand === 'acme') ship();`, expect: ['branch acme 2'] },
  {
    name: 'a store with a selector',
    code: `const slug = useTenantStore((s) => s.slug);\nif (slug === 'acme') ship();`,
    expect: ['branch acme 2'],
  },
  {
    name: 'a selector of a state',
    code: `const slug = useSelector(selectTenantSlug);\nif (slug === 'acme') ship();`,
    expect: ['branch acme 2'],
  },
  { name: 'a called selector', code: `if (selectTenantSlug(state) === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a context', code: `if (useContext(TenantContext).slug === 'acme') ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a getter of a configuration', code: `if (config.get('tenant.slug') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a function of a configuration', code: `if (getConfig('brand') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a request', code: `if (req.tenant.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a header', code: `if (req.headers['x-tenant-id'] === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a header by its getter', code: `if (req.header('X-Tenant') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a route parameter', code: `if (req.params.tenantSlug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a search parameter', code: `if (searchParams.get('brand') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a local storage', code: `if (localStorage.getItem('tenant') === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a signal', code: `if (tenantSlug() === 'acme') ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a ref', code: `if (tenant.value.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a nested configuration', code: `if (tenantConfig.config.slug === 'acme') ship();`, expect: ['branch acme 1'] },
  { name: 'a member of this', code: `class Page { wide() { return this.brand === 'acme' ? 1 : 2; } }`, expect: ['branch acme 1'] },
  { name: 'a typed parameter', code: `function days(t: Tenant) { return t.slug === 'acme' ? 60 : 30; }`, expect: ['branch acme 1'] },
  { name: 'organisations', code: `if (organisation.code === 'globex') ship();`, expect: ['branch globex 1'] },
  { name: 'merchants', code: `if (order.merchantId === 'hooli') ship();`, expect: ['branch hooli 1'] },
  { name: 'partners', code: `if (partnerSlug === 'initech') ship();`, expect: ['branch initech 1'] },
  { name: 'resellers', code: `if (order.reseller.key === 'initech') ship();`, expect: ['branch initech 1'] },
  { name: 'franchises', code: `if (franchise.handle === 'initech') ship();`, expect: ['branch initech 1'] },
  { name: 'dealers', code: `if (dealerCode === 'initech') ship();`, expect: ['branch initech 1'] },
  {
    name: 'a customer with a name of two words',
    code: `if (customer.name === 'Umbrella Health') ship();`,
    config: known,
    expect: ['branch umbrella 1'],
  },
  { name: 'an alias', code: `if (tenant.code === 'NWT') ship();`, config: known, expect: ['branch northwind 1'] },
  { name: 'a short alias', code: `if (tenant.code === 'HL') ship();`, config: known, expect: ['branch hooli 1'] },
  {
    name: 'a discriminator of the team',
    code: `if (depot.letter === 'hooli') ship();`,
    config: { discriminators: ['depot.letter'] },
    expect: ['branch hooli 1'],
  },
];

/** Ids that tell a reader nothing. */
const opaque: readonly Case[] = [
  { name: 'a number', code: `if (tenantId === 42) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a number as text', code: `if (tenant.id === '42') ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a parsed number', code: `if (parseInt(tenantId, 10) === 42) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a converted number', code: `if (Number(tenant.id) === 42) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a number in a list', code: `if ([42, 43].includes(tenantId)) ship();`, config: known, expect: ['branch acme|tenant-43 1'] },
  { name: 'a number that nobody configured', code: `if (tenantId === 7) ship();`, config: {}, expect: ['branch tenant-7 1'] },
  {
    name: 'a uuid',
    code: `if (tenant.id === '7c9e6679-7425-40de-944b-e07fc1f90ae7') ship();`,
    config: known,
    expect: ['branch acme 1'],
  },
  {
    name: 'a uuid whatever it is compared with',
    code: `if (row[key] === '7c9e6679-7425-40de-944b-e07fc1f90ae7') ship();`,
    config: known,
    expect: ['branch acme 1'],
  },
  {
    name: 'a uuid in upper case',
    code: `if (tenant.id === '7C9E6679-7425-40DE-944B-E07FC1F90AE7') ship();`,
    config: known,
    expect: ['branch acme 1'],
  },
  { name: 'a prefixed key', code: `if (workspace.id === 'ws_9Kd02LmQx1') ship();`, config: known, expect: ['branch globex 1'] },
  {
    name: 'a uuid that nobody named',
    code: `if (tenant.id === '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11') ship();`,
    config: {},
    expect: ['branch 0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11 1'],
  },
  {
    name: 'a uuid named by a comment',
    code: `
      const LARGE_TENANT_IDS = new Set([
        '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11', // Globex (largest of all)
        '5f3f2d8e-8a65-4a41-9f7e-0d7a5a1b3c22', // Initech
      ]);
      if (LARGE_TENANT_IDS.has(tenant.id)) ship();`,
    config: {},
    expect: ['branch globex|initech 5'],
    maybe: ['definition globex|initech 1'],
  },
  {
    name: 'numbers named by comments',
    code: `
      const LARGE_TENANT_IDS = [
        1017, // Globex
        2203, // Initech
      ];
      if (LARGE_TENANT_IDS.includes(tenant.id)) ship();`,
    config: {},
    expect: ['branch globex|initech 5'],
    maybe: ['definition globex|initech 1'],
  },
  {
    name: 'a uuid named by its constant',
    code: `
      const GLOBEX_TENANT_ID = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';
      if (tenant.id === GLOBEX_TENANT_ID) ship();`,
    config: {},
    expect: ['definition globex 1', 'branch globex 2'],
  },
  {
    name: 'a uuid named by another file',
    code: {
      'src/ids.ts': `export const GLOBEX_TENANT_ID = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';`,
      'src/ship.ts': `if (tenant.id === '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11') ship();`,
    },
    config: {},
    expect: ['definition globex src/ids.ts:1', 'branch globex src/ship.ts:1'],
  },
  {
    name: 'a list of ids passed on by another file',
    code: {
      'src/ids.ts': `
        export const SEPA_WORKSPACE_IDS = [
          '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11', // Globex
        ];`,
      'src/index.ts': `export { SEPA_WORKSPACE_IDS as sepaIds } from './ids';`,
      'src/pay.ts': `import { sepaIds } from './index';\nif (sepaIds.includes(workspace.id)) ship();`,
    },
    config: {
      customers:
        known.customers?.map((one) => ({ ...one, ids: one.id === 'globex' ? ['0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11'] : [] })) ?? [],
    },
    expect: ['definition globex src/ids.ts:1', 'branch globex src/pay.ts:2'],
  },
];

/** Questions asked under a name: predicates, stored booleans, constants. */
const names: readonly Case[] = [
  {
    name: 'a predicate function',
    code: `function isAcme(tenant) { return tenant.slug === 'acme'; }\nif (isAcme(tenant)) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a negated predicate',
    code: `const isAcme = (tenant) => tenant.slug === 'acme';\nif (!isAcme(tenant)) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate made a boolean',
    code: `const isAcme = (tenant) => tenant.slug === 'acme';\nif (!!isAcme(tenant)) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate given to Boolean',
    code: `const isAcme = (tenant) => tenant.slug === 'acme';\nif (Boolean(isAcme(tenant))) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate that is awaited',
    code: `
      async function isAcme() { return (await loadTenant()).slug === 'acme'; }
      export async function run() { if (await isAcme()) ship(); }`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate with a guard',
    code: `
      function isAcme(tenant) {
        if (!tenant) return false;
        return tenant.slug === 'acme';
      }
      const days = isAcme(tenant) ? 60 : 30;`,
    expect: ['definition acme 1', 'branch acme 5'],
  },
  {
    name: 'a predicate that gets the slug as an argument',
    code: `
      function isTenant(tenant, slug) { return tenant.slug === slug; }
      if (isTenant(tenant, 'acme')) ship();`,
    expect: ['branch acme 2'],
  },
  {
    name: 'a predicate that hides the customer behind a capability',
    code: {
      'src/ids.ts': `export const ACME_TENANT_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`,
      'src/exempt.ts': `
        import { ACME_TENANT_ID } from './ids';
        export const isInsuranceExemptTenant = (tenantId) => tenantId === ACME_TENANT_ID;`,
      'src/checkout.tsx': `
        import { isInsuranceExemptTenant } from './exempt';
        export const Checkout = ({ id }) => <div>{!isInsuranceExemptTenant(id) && <Insurance />}</div>;`,
    },
    expect: ['definition acme src/ids.ts:1', 'definition acme src/exempt.ts:2', 'branch acme src/checkout.tsx:2'],
  },
  {
    name: 'a predicate over the host',
    code: `
      export function isEmbedded() { return window.location.hostname === 'acme.com'; }
      if (isEmbedded()) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate by switch',
    code: `
      function isAcme(tenant) {
        switch (tenant.slug) { case 'acme': return true; default: return false; }
      }
      if (isAcme(tenant)) ship();`,
    expect: ['definition acme 1', 'branch acme 4'],
  },
  {
    name: 'a stored boolean',
    code: `const isAcme = tenant.slug === 'acme';\nif (isAcme) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a stored boolean in JSX',
    code: `
      export function Page({ tenant }) {
        const isAcme = tenant.slug === 'acme';
        return <div>{isAcme && <Banner />}{isAcme ? <Wide /> : null}</div>;
      }`,
    expect: ['definition acme 2', 'branch acme 3', 'branch acme 3'],
  },
  {
    name: 'a memoised boolean',
    code: `const isAcme = useMemo(() => tenant.slug === 'acme', [tenant]);\nif (isAcme) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a predicate wrapped in memo',
    code: `const isAcme = memoize((tenant) => tenant.slug === 'acme');\nif (isAcme(tenant)) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a hook',
    code: {
      'src/use-is-acme.ts': `
        export function useIsAcme() {
          const tenant = useTenant();
          return tenant.slug === 'acme';
        }`,
      'src/page.tsx': `
        import { useIsAcme } from './use-is-acme';
        export const Page = () => (useIsAcme() ? <Wide /> : <Narrow />);`,
    },
    expect: ['definition acme src/use-is-acme.ts:1', 'import acme src/page.tsx:1', 'branch acme src/page.tsx:2'],
  },
  {
    name: 'a member of what a hook returns',
    code: {
      'src/use-tenant-flags.ts': `
        export function useTenantFlags() {
          const tenant = useTenant();
          return { isAcme: tenant.slug === 'acme' };
        }`,
      'src/page.tsx': `
        import { useTenantFlags } from './use-tenant-flags';
        export const Page = () => {
          const { isAcme } = useTenantFlags();
          return isAcme ? <Wide /> : <Narrow />;
        };`,
    },
    expect: ['branch acme src/page.tsx:4'],
    maybe: ['definition acme src/use-tenant-flags.ts:3', 'branch acme src/use-tenant-flags.ts:3', 'definition acme src/page.tsx:3'],
  },
  {
    name: 'a method',
    code: {
      'src/tenant.ts': `
        export class Tenant {
          slug = '';
          isAcme() { return this.slug === 'acme'; }
        }`,
      'src/ship.ts': `
        import { Tenant } from './tenant';
        export function run(tenant: Tenant) { if (tenant.isAcme()) ship(); }`,
    },
    expect: ['definition acme src/tenant.ts:3', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'a getter',
    code: {
      'src/tenant.ts': `
        export class Tenant {
          slug = '';
          get isAcme() { return this.slug === 'acme'; }
        }`,
      'src/ship.ts': `
        import { Tenant } from './tenant';
        export function run(tenant: Tenant) { if (tenant.isAcme) ship(); }`,
    },
    expect: ['definition acme src/tenant.ts:3', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'a class field',
    code: `
      class Page {
        isAcme = this.tenant.slug === 'acme';
        render() { return this.isAcme ? <Wide /> : <Narrow />; }
      }`,
    expect: ['definition acme 2', 'branch acme 3'],
  },
  {
    name: 'a getter of a service with a host',
    code: `
      class Site {
        get isGlobexSite() { return location.hostname.endsWith('globex.io'); }
        logo() { return this.isGlobexSite ? 'wide' : 'narrow'; }
      }`,
    config: known,
    expect: ['definition globex 2', 'branch globex 3'],
  },
  {
    name: 'a constant',
    code: `const ACME = 'acme';\nif (tenant.slug === ACME) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a member of a constant table',
    code: `const TENANTS = { ACME: 'acme', GLOBEX: 'globex' } as const;\nif (tenant.slug === TENANTS.ACME) ship();`,
    expect: ['branch acme 2'],
    maybe: ['lookup acme 1', 'lookup globex 1', 'definition acme 1', 'definition globex 1'],
  },
  {
    name: 'a member of a const enum',
    code: `const enum Tenant { Acme = 'acme', Globex = 'globex' }\nif (tenant.slug === Tenant.Globex) ship();`,
    expect: ['definition acme 1', 'definition globex 1', 'branch globex 2'],
  },
  {
    name: 'a member of an enum without values',
    code: `enum Brand { Acme, Globex }\nif (brand === Brand.Globex) ship();`,
    expect: ['definition acme 1', 'definition globex 1', 'branch globex 2'],
  },
  {
    name: 'a value of a union type',
    code: `type Brand = 'acme' | 'globex';\nexport const days = (brand: Brand) => (brand === 'acme' ? 60 : 30);`,
    expect: ['branch acme 2'],
  },
  {
    name: 'a member of a static class',
    code: `class Tenants { static readonly ACME = 'acme'; }\nif (tenant.slug === Tenants.ACME) ship();`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  { name: 'a call that asks for a customer', code: `if (isTenant('acme')) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a call that asks for an extension', code: `if (isExtensionEnabled('acme')) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a call with the customer as a constant', code: `if (isBrand(Brand.ACME)) ship();`, config: known, expect: ['branch acme 1'] },
  {
    name: 'a predicate from a package',
    code: `import { isAcme } from '@corp/tenants';\nif (isAcme()) ship();`,
    config: known,
    expect: ['branch acme 2'],
  },
  { name: 'a name that says the customer', code: `if (useAcmeCheckout) ship();`, config: known, expect: ['branch acme 1'] },
  { name: 'a member whose name says the customer', code: `if (flags.hasAcmeExtension) ship();`, config: known, expect: ['branch acme 1'] },
  {
    name: 'hyperscript',
    code: `const isAcme = () => brand === 'acme';\nconst page = h('div', [isAcme() && h('p'), h('b')]);`,
    expect: ['definition acme 1', 'branch acme 2'],
  },
  {
    name: 'a table of conditions',
    code: `
      const isAcme = () => brand === 'acme';
      const isGlobex = () => brand === 'globex';
      const text = cond(
        [isAcme(), () => 'Wide'],
        [isGlobex(), () => 'Narrow'],
        () => 'Plain',
      );`,
    expect: ['definition acme 1', 'definition globex 2', 'branch acme 4', 'branch globex 5'],
  },
];

/** Ways from one file to another. */
const journeys: readonly Case[] = [
  {
    name: 'a named import',
    code: { 'src/predicates.ts': predicates, 'src/ship.ts': `import { isAcme } from './predicates';\nif (isAcme(tenant)) ship();` },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'a renamed import',
    code: { 'src/predicates.ts': predicates, 'src/ship.ts': `import { isAcme as big } from './predicates';\nif (big(tenant)) ship();` },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'a namespace import',
    code: { 'src/predicates.ts': predicates, 'src/ship.ts': `import * as who from './predicates';\nif (who.isGlobex(tenant)) ship();` },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch globex src/ship.ts:2'],
  },
  {
    name: 'a default export',
    code: {
      'src/is-big.ts': `export default function isBig(tenant) { return tenant.slug === 'acme'; }`,
      'src/ship.ts': `import isBig from './is-big';\nif (isBig(tenant)) ship();`,
    },
    expect: ['definition acme src/is-big.ts:1', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'a re-export by name',
    code: {
      'src/predicates.ts': predicates,
      'src/index.ts': `export { isAcme as isBig } from './predicates';`,
      'src/ship.ts': `import { isBig } from './index';\nif (isBig(tenant)) ship();`,
    },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'export * over two files',
    code: {
      'src/predicates.ts': predicates,
      'src/tenants/index.ts': `export * from '../predicates';`,
      'src/index.ts': `export * from './tenants';`,
      'src/ship.ts': `import { isGlobex } from '.';\nif (isGlobex(tenant)) ship();`,
    },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch globex src/ship.ts:2'],
  },
  {
    name: 'export * under a name',
    code: {
      'src/predicates.ts': predicates,
      'src/index.ts': `export * as who from './predicates';`,
      'src/ship.ts': `import { who } from './index';\nif (who.isAcme(tenant)) ship();`,
    },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'module.exports and require',
    code: {
      'src/predicates.js': `function isBig(tenant) { return tenant.slug === 'acme'; }\nmodule.exports = { isBig };`,
      'src/ship.js': `const { isBig } = require('./predicates');\nif (isBig(tenant)) ship();`,
    },
    expect: ['definition acme src/predicates.js:1', 'branch acme src/ship.js:2'],
  },
  {
    name: 'exports.name and a required module',
    code: {
      'src/predicates.js': `exports.isBig = (tenant) => tenant.slug === 'acme';`,
      'src/ship.js': `const who = require('./predicates');\nif (who.isBig(tenant)) ship();`,
    },
    expect: ['branch acme src/ship.js:2'],
    maybe: ['definition acme src/predicates.js:1', 'branch acme src/predicates.js:1'],
  },
  {
    name: 'a dynamic import',
    code: {
      'src/predicates.ts': predicates,
      'src/ship.ts': `
        export async function run(tenant) {
          const { isAcme } = await import('./predicates');
          if (isAcme(tenant)) ship();
        }`,
    },
    expect: ['definition acme src/predicates.ts:1', 'definition globex src/predicates.ts:2', 'branch acme src/ship.ts:3'],
    maybe: ['definition acme src/ship.ts:2'],
  },
  {
    name: 'a list passed on by re-exports',
    code: {
      'src/lists.ts': `export const WIDE = ['acme', 'globex'];`,
      'src/index.ts': `export * from './lists';`,
      'src/ship.ts': `import { WIDE } from './index';\nif (WIDE.includes(tenant.slug)) ship();`,
    },
    expect: ['branch acme|globex src/ship.ts:2'],
    maybe: ['definition acme|globex src/lists.ts:1'],
  },
  {
    name: 'a package of the workspace',
    code: {
      'packages/tenants/src/index.ts': predicates,
      'apps/web/src/ship.ts': `import { isAcme } from '@corp/tenants';\nif (isAcme(tenant)) ship();`,
    },
    packages: [{ folder: 'packages/tenants', name: '@corp/tenants', dependencies: [], mains: [], exports: undefined, imports: undefined }],
    expect: [
      'definition acme packages/tenants/src/index.ts:1',
      'definition globex packages/tenants/src/index.ts:2',
      'branch acme apps/web/src/ship.ts:2',
    ],
  },
  {
    name: 'paths of a tsconfig',
    code: {
      'libs/who/predicates.ts': predicates,
      'src/ship.ts': `import { isAcme } from '~who/predicates';\nif (isAcme(tenant)) ship();`,
    },
    paths: [{ folder: '', base: '', usesBase: false, paths: new Map([['~who/*', ['libs/who/*']]]) }],
    expect: ['definition acme libs/who/predicates.ts:1', 'definition globex libs/who/predicates.ts:2', 'branch acme src/ship.ts:2'],
  },
  {
    name: 'two files that import each other',
    code: {
      'src/a.ts': `import { isGlobex } from './b';\nexport const isAcme = (t) => t.tenantSlug === 'acme';\nif (isGlobex(t)) ship();`,
      'src/b.ts': `import { isAcme } from './a';\nexport const isGlobex = (t) => t.tenantSlug === 'globex';\nif (isAcme(t)) ship();`,
    },
    expect: ['definition acme src/a.ts:2', 'branch globex src/a.ts:3', 'definition globex src/b.ts:2', 'branch acme src/b.ts:3'],
  },
];

export const branchCases: readonly Case[] = [...comparisons, ...switches, ...memberships, ...sources, ...opaque, ...names, ...journeys];
