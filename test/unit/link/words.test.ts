import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalize, runsOf, singular, wordsOf } from '../../../src/link/words.js';

describe('wordsOf', () => {
  const names: readonly (readonly [string, readonly string[]])[] = [
    ['acmeTenantId', ['acme', 'tenant', 'id']],
    ['AcmeTenantId', ['acme', 'tenant', 'id']],
    ['ACME_TENANT_ID', ['acme', 'tenant', 'id']],
    ['acme-tenant-id', ['acme', 'tenant', 'id']],
    ['acme tenant.id', ['acme', 'tenant', 'id']],
    ['isACMETenant', ['is', 'acme', 'tenant']],
    ['tenant42Id', ['tenant', '42', 'id']],
    ['#isAcme', ['is', 'acme']],
    ['Größe', ['größe']],
    ['東京', ['東京']],
    ['x', ['x']],
    ['', []],
    ['__', []],
  ];
  for (const [name, words] of names) {
    it(`takes ${name || 'nothing'} apart`, () => {
      assert.deepEqual(wordsOf(name), words);
    });
  }

  it('gives lower-case words that make up the normalised name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_.\- ]{0,30}$/), (name) => {
        assert.equal(wordsOf(name).join(''), normalize(name));
        for (const word of wordsOf(name)) assert.ok(word !== '' && word === word.toLowerCase());
      }),
    );
  });

  it('takes the styles of one name apart alike', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const pascal = words.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('');
        for (const name of [words.join('-'), words.join('_').toUpperCase(), pascal, words.join(' ')])
          assert.deepEqual(wordsOf(name), words);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.deepEqual(wordsOf(text), wordsOf(text));
      }),
    );
  });
});

describe('normalize', () => {
  it('gives the styles of one name one spelling', () => {
    for (const name of ['Acme Corp', 'acme-corp', 'ACME_CORP', 'acmeCorp', 'acme.corp', "Acme' Corp"])
      assert.equal(normalize(name), 'acmecorp');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(normalize(normalize(text)), normalize(text));
      }),
    );
  });
});

describe('singular', () => {
  for (const [many, one] of [
    ['tenants', 'tenant'],
    ['companies', 'company'],
    ['agencies', 'agency'],
    ['ids', 'id'],
    ['address', 'address'],
    ['status', 'status'],
    ['analysis', 'analysis'],
    ['bus', 'bus'],
    ['tenant', 'tenant'],
    ['', ''],
  ] as const) {
    it(`of ${many || 'nothing'} is ${one || 'nothing'}`, () => {
      assert.equal(singular(many), one);
    });
  }
});

describe('runsOf', () => {
  it('gives every run of neighbours', () => {
    assert.deepEqual([...runsOf(['a', 'b', 'c'])], ['a', 'ab', 'abc', 'b', 'bc', 'c']);
    assert.deepEqual([...runsOf(['a', 'b', 'c'], 2)], ['a', 'ab', 'b', 'bc', 'c']);
    assert.deepEqual([...runsOf([])], []);
  });

  it('finds each part of a name and nothing across a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 8 }), fc.nat(7), fc.nat(7), (words, from, length) => {
        const run = words.slice(from, from + Math.min(length, 5)).join('');
        if (run !== '') assert.ok([...runsOf(words)].includes(run));
        for (const one of runsOf(words)) assert.ok(words.join('').includes(one));
      }),
    );
  });
});
