import { known, type Case, type Temptation } from '../detect-text.js';

/** Products that are built or installed once for each customer. */
export const installationCases: readonly Case[] = [
  {
    name: 'a white label in two words',
    code: `if (whiteLabel === 'acme') ship();\nif (white_label !== 'acme') hold();`,
    expect: ['branch acme 1', 'branch acme 2'],
  },
  {
    name: 'a branding',
    code: `if (window.SERVER_FLAGS.branding === 'acme') ship();\nswitch (branding) { case 'acme': hold(); }`,
    expect: ['branch acme 1', 'branch acme 2'],
  },
  {
    name: 'the variant of a build, in the environment and as a table',
    code: `
      const palettes = { acme: { main: 'red' }, globex: { main: 'teal' } };
      type WhiteLabelVariant = keyof typeof palettes;
      export const BUILD_VARIANT: WhiteLabelVariant = process.env.BUILD_VARIANT;
      export const isAcmeBuild = process.env.BUILD_VARIANT === 'acme';
      export const { main } = palettes[BUILD_VARIANT];
      if (isAcmeBuild) ship();`,
    expect: ['lookup acme 1', 'lookup globex 1', 'definition acme 4', 'branch acme 6'],
  },
  {
    name: 'the code of a project in the configuration',
    code: `
      const projectCode = getConfig('projectCode');
      if (projectCode === 'acme') a();
      if (projectCode === 'globex') b();`,
    config: known,
    expect: ['branch acme 2', 'branch globex 3'],
  },
  {
    name: 'a ref of a brand and the setting that holds it',
    code: `if (brand.value === 'acme') ship();\nif (brandSetting === 'acme') hold();`,
    expect: ['branch acme 1', 'branch acme 2'],
  },
  {
    name: 'exports of a module, of which the environment chooses one',
    code: {
      'src/clients.ts': `export { default as acme } from './clients/acme';\nexport { default as globex } from './clients/globex';`,
      'src/clients/acme.ts': `export default { slug: 'acme', fee: 3 };`,
      'src/clients/globex.ts': `export default { slug: 'globex', fee: 9 };`,
      'src/brand.ts': `
        import * as clients from './clients';
        export const whitelabel = clients[process.env.WHITELABEL];
        export const isAcme = whitelabel === clients.acme;`,
    },
    expect: ['import acme src/clients.ts:1', 'import globex src/clients.ts:2', 'definition acme src/brand.ts:3'],
    maybe: ['lookup acme src/brand.ts:3'],
  },
  {
    name: 'hosts of one product that differ in the customer',
    code: `
      const ACME_HOST = 'acme.tidywork.io';
      const ACME_STAGING_HOST = 'staging.acme.tidywork.io';
      const GLOBEX_HOST = 'globex.tidywork.io';
      switch (location.hostname) {
        case ACME_HOST: case ACME_STAGING_HOST: ship(); break;
        case GLOBEX_HOST: hold(); break;
      }`,
    expect: ['definition acme 1', 'definition acme 2', 'definition globex 3', 'branch acme 5', 'branch globex 6'],
  },
];

/** What looks like a customer of an installation and is none. */
export const installationTraps: readonly Temptation[] = [
  {
    name: 'a store of state',
    code: `if (product.inStore === 'cluster') a();\nif (storeName === 'cluster') b();\nif (storeKey === 'cluster') c();`,
    why: 'parts of the program’s own state',
  },
  { name: 'a variant of a button', code: `if (variant === 'outlined') a();\nif (buttonVariant === 'outlined') b();`, why: 'a look' },
  {
    name: 'brands of cards',
    code: `const cardLogoByBrand = { visavia: 'a', mastervia: 'b' };\nuse(cardLogoByBrand[instrument.brand]);`,
    why: 'the brand is the card’s',
  },
  {
    name: 'services among services',
    code: `const supportedBrands = { visa: { a: 1 }, mastercard: { a: 2 }, swishpay: { a: 3 }, payswift: { a: 4 } };\nuse(supportedBrands[brand]);`,
    why: 'where half are known means of payment, so are the others',
  },
  {
    name: 'the list that a page of results holds',
    code: `
      const near = { items: load(), page: 1 };
      const merchants = [...near.items, ...far.items];
      const one = merchants.findIndex((merchant) => merchant.id === request.merchantId);`,
    why: 'whichever merchant is asked for',
  },
  {
    name: 'the step of a form that is about parties',
    code: `
      const steps = { consentForm: 'consentForm', supportedOrganizations: 'supportedOrganizations' };
      const current = given ? steps.supportedOrganizations : steps.consentForm;
      if (current === steps.consentForm) ask();`,
    why: 'which of two constants it is says nothing of parties',
  },
  {
    name: 'own hosts by stage',
    code: `const stages = { 'qa1.development.tidywork.io': 'qa', 'int-app.tidywork.io': 'int' };\nuse(stages[location.hostname]);`,
    why: 'stages of one product',
  },
  {
    name: 'keys of a theme',
    code: `export const RADIO_THEME_KEY = 'Radio';\nexport const STEPPER_THEME_KEY = 'Stepper';\nuse(Radio, Stepper);`,
    why: 'components',
  },
  {
    name: 'numbers that services give to whoever asks',
    code: `const VELOTRON_VENDOR_ID = 56;\nconst PIXELUM_PUBLISHER_ID = 77;\nuse(VELOTRON_VENDOR_ID, PIXELUM_PUBLISHER_ID);`,
    why: 'numbers of suppliers',
  },
  {
    name: 'the organisation of those who run the product',
    code: `if (organizationName === 'PlatformAdmins') a();\nif (org === 'platform-admins') b();`,
    why: 'administrators serve, they are not served',
  },
  {
    name: 'one configuration a stage',
    code: {
      'src/load.ts': 'export const config = require(`./config/config.${stage}`);',
      'src/config/config.dev.ts': '',
      'src/config/config.prod.ts': '',
      'src/config/config.lab.ts': '',
      'src/config/config.canary.ts': '',
    },
    why: 'environments',
  },
];
