import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/model/config.js';
import { known, loadParsers } from './detect-text.js';
import { describeFork, detectForks, type ForkSources } from './detect-forks.js';

/** Forty lines of logic that speak of a party as often as such code does. */
function invoice(party: string, seed = 1): string {
  const name = party === '' ? '' : (party[0] ?? '').toUpperCase() + party.slice(1);
  const rules = Array.from({ length: 6 }, (_, at) => {
    const rate = `rate${String.fromCharCode(65 + at)}${String(seed)}`;
    return `  if (order.total > ${String((at + seed) * 100)}) {\n    const ${rate} = order.lines.filter((line) => line.code === 'k${String(at * seed)}').length;\n    total += ${rate} * line${String(at)}(order, ${String(seed + at)});\n  }\n`;
  });
  return `import { line${String(seed)} } from '../lib/lines';\n\nexport function make${name}Invoice(order) {\n  let total = ${String(seed)};\n${rules.join('')}  log('${party || 'any'} invoice', total);\n  return round(total, order.currency);\n}\n`;
}

/** A class like `invoice`. */
function invoiceClass(name: string, base = '', seed = 3): string {
  const methods = Array.from(
    { length: 4 },
    (_, at) =>
      `  step${String(at)}${String(seed)}(order) {\n    return order.lines.map((line) => line.price * ${String(at + seed)}).reduce((sum, each) => sum + each, 0);\n  }\n`,
  );
  return `export class ${name}${base === '' ? '' : ` extends ${base}`} {\n${methods.join('')}}\n`;
}

const packages = (...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => [1, 2, 3, 4, 5, 6].map((seed) => [`packages/${name}/src/page${String(seed)}.ts`, invoice(name, seed * 7)])),
  );

/** A function that returns nothing but values. */
function slots(party: string): string {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `    slot${String(at)}: { sizes: [[300, 250], [320, ${String(at)}]], id: '${party}' },`,
  );
  return `export function slots(isWide: boolean): Slots {\n  return {\n${rows.join('\n')}\n  };\n}\n`;
}

interface Case extends ForkSources {
  readonly name: string;
  readonly found: readonly string[];
}

const apps = (...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => [1, 2, 3, 4, 5, 6].map((seed) => [`apps/${name}/src/page${String(seed)}.ts`, invoice(name, seed * 7)])),
  );

const cases: readonly Case[] = [
  {
    name: 'a file with the customer before its extension',
    files: { 'src/billing/invoice.ts': invoice(''), 'src/billing/invoice.acme.ts': invoice('acme') },
    config: known,
    found: ['file src/billing/invoice.acme.ts < src/billing/invoice.ts acme high'],
  },
  {
    name: 'a component with the customer in its name',
    files: { 'src/billing/Invoice.tsx': invoice(''), 'src/billing/AcmeInvoice.tsx': invoice('acme') },
    config: known,
    found: ['file src/billing/AcmeInvoice.tsx < src/billing/Invoice.tsx acme high'],
  },
  {
    name: 'a file in a folder of the customer, without configuration',
    files: { 'src/billing/invoice.ts': invoice(''), 'src/tenants/acme/billing/invoice.ts': invoice('acme') },
    found: ['file src/tenants/acme/billing/invoice.ts < src/billing/invoice.ts acme high'],
  },
  {
    name: 'a function with the customer in its name',
    files: { 'src/price.ts': `${invoice('')}${invoice('acme')}\nexport const a = 1;` },
    config: known,
    found: ['function src/price.ts#makeAcmeInvoice < src/price.ts acme high'],
  },
  {
    name: 'a function that was copied into a file of its own',
    files: {
      'src/price.ts': `${invoice('', 2)}${invoice('', 3).replaceAll('make', 'send')}${invoice('', 5).replaceAll('make', 'void')}`,
      'src/deals/hooli.ts': `${invoice('', 11).replaceAll('make', 'plan')}${invoice('hooli', 2)}${invoice('', 13).replaceAll('make', 'show')}`,
    },
    config: known,
    found: ['function src/deals/hooli.ts#makeHooliInvoice < src/price.ts hooli high'],
  },
  {
    name: 'a class that changes another for one customer',
    files: { 'src/invoice.ts': invoiceClass('Invoice'), 'src/acme-invoice.ts': invoiceClass('AcmeInvoice', 'Invoice', 9) },
    config: known,
    found: ['class src/acme-invoice.ts#AcmeInvoice < src/invoice.ts acme high'],
  },
  {
    name: 'applications side by side, once each, by folder',
    files: apps('pinewood', 'larchfield'),
    found: ['folder apps/pinewood/src < apps/larchfield/src pinewood high'],
  },
  {
    name: 'applications, and by itself the file that has drifted much further than the others',
    files: {
      ...apps('pinewood', 'larchfield'),
      'apps/pinewood/src/page1.ts': `${invoice('pinewood', 7)}${invoice('', 50).replace('makeInvoice', 'makeReminder')}`,
      'apps/larchfield/src/page1.ts': invoice('larchfield', 7),
    },
    found: [
      'folder apps/pinewood/src < apps/larchfield/src pinewood high',
      'file apps/pinewood/src/page1.ts < apps/larchfield/src/page1.ts pinewood medium',
    ],
  },
  {
    name: 'applications made after an example',
    files: apps('larchfield', 'shop-example'),
    found: ['folder apps/larchfield/src < apps/shop-example/src larchfield high'],
  },
  {
    name: 'applications, each file once, although it is like one elsewhere too',
    files: { ...apps('pinewood', 'larchfield'), 'src/tenants/hooli/page1.ts': invoice('hooli', 7) },
    found: [
      'folder apps/pinewood/src < apps/larchfield/src pinewood high',
      'file src/tenants/hooli/page1.ts < apps/larchfield/src/page1.ts hooli high',
    ],
  },
  {
    name: 'what an application has of its own at the place that it has in what all share',
    files: {
      ...apps('pinewood', 'larchfield'),
      'libs/ui/src/cart/total/hooks.ts': invoice('', 40),
      'apps/pinewood/src/cart/total/hooks.ts': `${invoice('', 40)}${invoiceClass('Points')}`,
    },
    found: [
      'folder apps/pinewood/src < apps/larchfield/src pinewood high',
      'file apps/pinewood/src/cart/total/hooks.ts < libs/ui/src/cart/total/hooks.ts pinewood medium',
    ],
  },
  {
    name: 'a copy that git shows, with its origin, whatever the names say',
    files: { 'src/billing/acme/invoice.ts': invoice('acme'), 'src/billing/globex/invoice.ts': invoice('globex') },
    config: known,
    copies: {
      'src/billing/acme/invoice.ts': { from: 'src/billing/globex/invoice.ts', score: 0.9, commit: 'c0ffee11', date: '2025-03-04' },
    },
    found: ['file src/billing/acme/invoice.ts < src/billing/globex/invoice.ts acme high'],
  },
  {
    name: 'two files of which git shows only which is older',
    files: { 'src/billing/acme/invoice.ts': invoice('acme'), 'src/billing/globex/invoice.ts': invoice('globex') },
    config: known,
    births: { 'src/billing/acme/invoice.ts': '2024-05-01T23:30:00-02:00', 'src/billing/globex/invoice.ts': '2024-05-02T01:00:00Z' },
    found: ['file src/billing/acme/invoice.ts < src/billing/globex/invoice.ts acme high'],
  },
  {
    name: 'modules called after parties that nothing else tells of',
    files: {
      'src/modules/talvikExporter.ts': invoice('talvik'),
      'src/modules/zorvexExporter.ts': invoice('zorvex'),
      ...Object.fromEntries(
        ['quillio', 'brantel', 'mokari', 'fendrix'].map((name) => [`src/modules/${name}Exporter.ts`, `export const ${name} = 1;`]),
      ),
    },
    found: ['file src/modules/zorvexExporter.ts < src/modules/talvikExporter.ts zorvex high'],
  },
];

const alike: readonly (ForkSources & { readonly name: string })[] = [
  {
    name: 'twins that no party divides',
    files: { 'src/StopPage.ts': invoice('stop'), 'src/TerminalPage.ts': invoice('terminal') },
    config: known,
  },
  { name: 'tests', files: { 'src/invoice.test.ts': invoice(''), 'src/invoice.acme.test.ts': invoice('acme') }, config: known },
  {
    name: 'tables that functions hand out',
    files: Object.fromEntries(['acme', 'globex'].map((name) => [`src/tenants/${name}/slots.ts`, slots(name)])),
    config: known,
  },
  {
    name: 'parts of one product, made alike, that other paths are called after too',
    files: {
      ...packages('billing', 'inventory', 'shipping'),
      ...Object.fromEntries(
        ['billing', 'inventory', 'shipping'].flatMap((part) =>
          Array.from({ length: 6 }, (_, at) => [`core/${part}/step${String(at)}.ts`, `export const ${part}${String(at)} = ${String(at)};`]),
        ),
      ),
    },
    packages: ['packages/billing', 'packages/inventory', 'packages/shipping'],
  },
  {
    name: 'what stands side by side in the folder of each party',
    files: Object.fromEntries(
      ['hooli', 'initech', 'umbrella'].flatMap((party, seed) =>
        ['quillio', 'brantel'].map((network) => [`src/sites/${party}/partners/${network}.ts`, invoice(network, 3 + seed * 20)]),
      ),
    ),
  },
  {
    name: 'what is done with things',
    files: Object.fromEntries(
      ['reset-password', 'send-postcard', 'level-up', 'burn-relic', 'claim-prize', 'swap-seat'].map((name, at) => [
        `src/forms/${name}Form.ts`,
        at < 2 ? invoice(at === 0 ? 'reset' : 'send') : `export const form${String(at)} = ${String(at)};`,
      ]),
    ),
  },
  { name: 'the web and the native version', files: apps('web', 'native') },
  { name: 'two versions', files: { 'src/v1/invoice.ts': invoice('', 1), 'src/v2/invoice.ts': invoice('', 1) }, config: known },
  {
    name: 'different code for two customers',
    files: { 'src/acme/invoice.ts': invoice('acme'), 'src/globex/invoice.ts': invoiceClass('GlobexInvoice') },
    config: known,
  },
  {
    name: 'settings of two customers',
    files: Object.fromEntries(
      ['acme', 'globex'].map((name) => [
        `src/tenants/${name}/settings.ts`,
        `export default {\n${Array.from({ length: 60 }, (_, at) => `  key${String(at)}: { on: true, label: '${name} ${String(at)}' },`).join('\n')}\n};\n`,
      ]),
    ),
  },
];

describe('forks', () => {
  before(loadParsers);

  for (const { name, found, ...sources } of cases) {
    it(`are found in ${name}`, () => {
      assert.deepEqual(
        detectForks(sources)
          .filter(({ confidence }) => confidence !== 'low')
          .map(describeFork),
        found,
      );
    });
  }

  for (const { name, ...sources } of alike) {
    it(`are not ${name}`, () => {
      assert.deepEqual(
        detectForks(sources)
          .filter(({ confidence }) => confidence !== 'low')
          .map(describeFork),
        [],
      );
    });
  }

  it('tell what was renamed, what was left behind, and what all copies have', () => {
    const origin = invoice('globex');
    const acme = `${origin.replaceAll('Globex', 'Acme').replaceAll("'globex", "'acme")}\nexport const globexLimit = 5;\n`;
    const files = {
      'src/globex/invoice.ts': origin,
      'src/acme/invoice.ts': acme,
      'src/hooli/invoice.ts': origin.replaceAll('Globex', 'Hooli'),
    };
    const found = detectForks({ files, config: known });
    const fork = found.find(({ path }) => path === 'src/acme/invoice.ts')?.fork;
    assert.deepEqual(fork?.substitutions[0], { from: 'globex', to: 'acme', count: 2 });
    assert.deepEqual(fork.leftBehind, ['globexLimit']);
    assert.equal(new Set(found.map((finding) => finding.fork?.family)).size, 1);
    assert.ok(fork.coreLines > 20 && fork.coreLines <= fork.originLines);
  });

  it('name nobody whom the configuration rules out', () => {
    const files = { 'src/invoice.ts': invoice(''), 'src/invoice.acme.ts': invoice('acme') };
    assert.deepEqual(detectForks({ files, config: { ...defaultConfig, notCustomers: ['acme'] } }), []);
  });
});
