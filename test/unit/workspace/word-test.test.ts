import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tradeWords } from '../../../src/link/trigger-words.js';
import { makeFileTest, makeWordTest } from '../../../src/workspace/word-test.js';

describe('makeWordTest', () => {
  it('finds words in any case and inside other words', () => {
    const test = makeWordTest(['tenant', 'process.env']);
    assert.equal(test('const subTenantId = 1'), true);
    assert.equal(test('TENANTS'), true);
    assert.equal(test('process.env.X'), true);
    assert.equal(test('processXenv'), false);
    assert.equal(test('customer'), false);
  });

  it('finds nothing without words', () => {
    assert.equal(makeWordTest([])('anything'), false);
    assert.equal(makeWordTest([''])('anything'), false);
  });

  it('agrees with a plain search, whatever characters the words hold', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(ascii, { maxLength: 5 }), fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (words, text) => {
        const expected = words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
        assert.equal(makeWordTest(words)(text), expected);
      }),
    );
  });
});

describe('makeFileTest of data', () => {
  const test = makeFileTest([...tradeWords, 'acme']);
  for (const [path, text, passes, why] of [
    ['config/tenants.json', '{}', true, 'its path names customers'],
    ['config/app.yml', 'tenants:\n  x: 1', true, 'a key names customers'],
    ['config/app.json', '{ "brandOverrides": {} }', true, 'a key names customers'],
    ['config/app.json', '{ "note": "for our customer" }', false, 'a word in a text says nothing'],
    ['config/app.json', '{ "acme": 1 }', true, 'it holds a known name'],
    ['config/production.json', '{ "features": {} }', true, 'it may define flags'],
    ['.env', 'A=b', true, 'environment files hold flags'],
    ['api/customers.yaml', 'openapi: 3.1.0\npaths: {}', false, 'it describes an interface'],
    ['deploy/tenants.yaml', 'apiVersion: v1\nkind: ConfigMap', false, 'it says what to deploy'],
    ['test/tenants.json', '{ "tenants": {} }', false, 'tests invent customers'],
    ['test/tenants.json', '{ "acme": {} }', true, 'a test about a known customer'],
  ] as const) {
    it(`${passes ? 'takes' : 'leaves'} ${path} with ${JSON.stringify(text)}: ${why}`, () => {
      assert.equal(test(text, path), passes);
    });
  }

  it('asks only for names in later rounds', () => {
    assert.equal(makeFileTest(['acme'])('{ "tenants": {} }', 'tenants.json'), false);
  });
});
