import assert from 'node:assert/strict';
import { mayBeForked } from '../../../../src/link/forks/may-be-forked.js';
import { pathDifference } from '../../../../src/link/forks/path-difference.js';

function shown(one: string, other: string): string | null {
  const difference = pathDifference(one, other);
  if (!difference) return null;
  const changes = difference.changes.map(
    (change) => `${change.slot.folder}/${change.slot.before}{${change.other}→${change.one}}${change.slot.behind}`,
  );
  return [...changes, ...(difference.longer ? [`+${difference.inserted.join('/')}`] : [])].join(' ');
}

describe('how two paths differ', () => {
  for (const { one, other, difference } of [
    { one: 'src/invoice.acme.ts', other: 'src/invoice.ts', difference: 'src/invoice{→acme}' },
    { one: 'src/AcmeInvoice.tsx', other: 'src/Invoice.tsx', difference: 'src/{→acme}invoice' },
    { one: 'src/invoice-for-acme.ts', other: 'src/invoice.ts', difference: 'src/invoice{→acme}' },
    { one: 'apps/acme-club/src/a.ts', other: 'apps/hooli-club/src/a.ts', difference: 'apps/{hooli→acme}club' },
    { one: 'src/clients/acme/invoice.ts', other: 'src/invoice.ts', difference: '+clients/acme' },
    { one: 'src/billing/acme/invoice.ts', other: 'src/billing/invoice.ts', difference: '+acme' },
    { one: 'src/acme/getAcmeProps.ts', other: 'src/hooli/getHooliProps.ts', difference: 'src/{hooli→acme} src/acme/get{hooli→acme}props' },
    { one: 'src/a-very-different-long-name.ts', other: 'src/something.ts', difference: null },
    { one: 'src/a/b/c/price.ts', other: 'lib/x/price.ts', difference: null },
  ]) {
    it(`${one} and ${other}: ${difference ?? 'not at all alike'}`, () => {
      assert.equal(shown(one, other), difference);
    });
  }
});

describe('files that are no forks, however alike', () => {
  for (const path of [
    'src/invoice.test.ts',
    'e2e/checkout.ts',
    'src/__fixtures__/acme.ts',
    'src/button.stories.tsx',
    'src/icons/acme.tsx',
    'src/components/AcmeIcon.tsx',
    'src/types/invoice.ts',
    'src/invoice.types.ts',
    'apps/acme/vite.config.ts',
    'apps/acme/gulpfile.js',
    'apps/acme/src/pages/_app.tsx',
    'apps/acme/src/pages/404.tsx',
    'src/db/migrations/0001-acme.ts',
    'examples/acme/index.ts',
    'src/locales/de.ts',
    'src/mockInvoices.ts',
    'src/TestProviders.tsx',
  ]) {
    it(path, () => {
      assert.ok(!mayBeForked(path));
    });
  }

  for (const path of [
    'src/invoice.ts',
    'src/dataPrivacy.tsx',
    'src/pages/contest.tsx',
    'src/latest.ts',
    'src/iconic-brands.ts',
    'src/clients/acme/latest.vue',
  ]) {
    it(`but ${path} may be one`, () => {
      assert.ok(mayBeForked(path));
    });
  }
});
