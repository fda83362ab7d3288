import assert from 'node:assert/strict';
import { dataLanguage } from '../../../../src/facts/data/data-language.js';

describe('language of a data file', () => {
  for (const [path, language] of [
    ['config/tenants.json', 'json'],
    ['brands.JSONC', 'json'],
    ['a/b.yml', 'yaml'],
    ['a/b.yaml', 'yaml'],
    ['.env', 'environment'],
    ['apps/web/.env.production.local', 'environment'],
    ['acme.env', 'environment'],
    ['.env.ts', null],
    ['environment.ts', null],
    ['env', null],
    ['a/.environment', null],
    ['package.json5', null],
  ] as const) {
    it(`${path}: ${String(language)}`, () => {
      assert.equal(dataLanguage(path), language);
    });
  }
});
