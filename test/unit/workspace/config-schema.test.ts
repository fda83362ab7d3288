import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { configJsonSchema } from '../../../src/workspace/config-schema.js';

describe('media/config.schema.json', () => {
  it('is the schema by which configurations are read (npm run compile && node scripts/write-config-schema.mjs)', () => {
    assert.deepEqual(JSON.parse(readFileSync('media/config.schema.json', 'utf8')), configJsonSchema());
  });

  it('accepts a configuration and objects to a misspelt key', () => {
    const validate = new Ajv({ strict: false }).compile(configJsonSchema());
    assert.equal(validate({ customers: [{ id: 'acme', ids: [7, 'x'] }], severities: { flag: 'off' } }), true);
    assert.equal(validate({ customer: [] }), false);
    assert.equal(validate({ customers: [{ name: 'Acme' }] }), false);
  });
});
