import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeWordTest } from '../../../src/workspace/word-test.js';

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
