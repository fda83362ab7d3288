import { known, type Case } from '../detect-text.js';

const folders = {
  'src/customers/acme/invoice.ts': `export const invoice = 1;\nexport default invoice;`,
  'src/customers/globex/invoice.ts': `export const invoice = 2;`,
};

export const importCases: readonly Case[] = [
  { name: 'a named import', code: `import { invoice } from './customers/acme/invoice';`, config: known, expect: ['import acme 1'] },
  { name: 'a default import', code: `import invoice from './customers/acme/invoice.js';`, config: known, expect: ['import acme 1'] },
  { name: 'a namespace import', code: `import * as acmeModule from './customers/acme';`, config: known, expect: ['import acme 1'] },
  { name: 'an import for its effect', code: `import './tenants/acme/register';`, config: known, expect: ['import acme 1'] },
  { name: 'an import of a type', code: `import type { Order } from './tenants/acme/types';`, config: known, expect: ['import acme 1'] },
  {
    name: 'an import over several lines',
    code: `import {\n  a,\n  b,\n} from './tenants/acme';`,
    config: known,
    expect: ['import acme 1'],
  },
  { name: 'an alias with @', code: `import Page from '@/brands/globex/page';`, config: known, expect: ['import globex 1'] },
  { name: 'an alias with ~', code: `import Page from '~/brands/globex/page';`, config: known, expect: ['import globex 1'] },
  { name: 'a subpath import', code: `import Page from '#tenants/globex';`, config: known, expect: ['import globex 1'] },
  { name: 'a file with the name in it', code: `import { price } from './pricing/acme-pricing';`, config: known, expect: ['import acme 1'] },
  { name: 'a file in camel case', code: `import { price } from './acmePricing.js';`, config: known, expect: ['import acme 1'] },
  { name: 'a file in pascal case', code: `import { Logo } from '../components/AcmeLogo';`, config: known, expect: ['import acme 1'] },
  { name: 'a file with an alias', code: `import { rates } from './rates/nwt-rates';`, config: known, expect: ['import northwind 1'] },
  { name: 'a picture', code: `import logo from './assets/acme-logo.svg';`, config: known, expect: ['import acme 1'] },
  { name: 'a style sheet', code: `import 'styles/globex.scss';`, config: known, expect: ['import globex 1'] },
  { name: 'data', code: `import rates from './data/hooli.json';`, config: known, expect: ['import hooli 1'] },
  { name: 'a picture with a query', code: `import logo from './assets/acme.svg?react';`, config: known, expect: ['import acme 1'] },
  { name: 'a re-export by name', code: `export { invoice } from './customers/acme/invoice';`, config: known, expect: ['import acme 1'] },
  { name: 'a re-export of all', code: `export * from './customers/acme';`, config: known, expect: ['import acme 1'] },
  {
    name: 'a re-export under a name',
    code: `export * as initech from './customers/initech';`,
    config: known,
    expect: ['import initech 1'],
  },
  { name: 'a require', code: `const invoice = require('./customers/acme/invoice');`, config: known, expect: ['import acme 1'] },
  {
    name: 'a destructured require',
    code: `const { invoice } = require('./customers/acme/invoice');`,
    config: known,
    expect: ['import acme 1'],
  },
  { name: 'a require without a name', code: `require('./customers/acme/register');`, config: known, expect: ['import acme 1'] },
  { name: 'an import with =', code: `import invoice = require('./customers/acme/invoice');`, config: known, expect: ['import acme 1'] },
  { name: 'a dynamic import', code: `const load = () => import('./customers/acme/invoice');`, config: known, expect: ['import acme 1'] },
  {
    name: 'an awaited import',
    code: `async function run() { const { invoice } = await import('./customers/acme/invoice'); }`,
    config: known,
    expect: ['import acme 1'],
  },
  {
    name: 'a dynamic import of a template',
    code: 'const load = () => import(`./customers/acme/invoice`);',
    config: known,
    expect: ['import acme 1'],
  },
  { name: 'lazy', code: `const Page = lazy(() => import('./tenants/acme/page'));`, config: known, expect: ['import acme 1'] },
  { name: 'React.lazy', code: `const Page = React.lazy(() => import('./tenants/acme/page'));`, config: known, expect: ['import acme 1'] },
  {
    name: 'dynamic',
    code: `const Page = dynamic(() => import('./tenants/acme/page'), { ssr: false });`,
    config: known,
    expect: ['import acme 1'],
  },
  {
    name: 'a route',
    code: `const routes = [{ path: '/a', component: () => import('./tenants/globex/page') }];`,
    config: known,
    expect: ['import globex 1'],
  },
  {
    name: 'a branch and an import on one line',
    code: `const rates = tenant.slug === 'acme' ? require('./customers/acme/rates') : require('./rates');`,
    config: known,
    expect: ['branch acme 1', 'import acme 1'],
  },
  {
    name: 'a package of the workspace',
    code: { 'packages/acme-theme/src/index.ts': `export const color = 'red';`, 'src/a.ts': `import { color } from '@corp/acme-theme';` },
    packages: [
      { folder: 'packages/acme-theme', name: '@corp/acme-theme', dependencies: [], mains: [], exports: undefined, imports: undefined },
    ],
    config: known,
    expect: ['import acme src/a.ts:1'],
  },
  {
    name: 'a folder that is a customer by what the code compares',
    code: {
      ...folders,
      'src/bill.ts': `
        import { invoice } from './customers/acme/invoice';
        import { invoice as other } from './customers/globex/invoice';
        export const pick = (tenant) => (tenant.slug === 'acme' ? invoice : tenant.slug === 'globex' ? other : null);`,
    },
    config: {},
    expect: ['import acme src/bill.ts:1', 'import globex src/bill.ts:2', 'branch acme src/bill.ts:3', 'branch globex src/bill.ts:3'],
  },
];
