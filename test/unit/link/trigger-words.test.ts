import assert from 'node:assert/strict';
import { spellings, triggerWords } from '../../../src/link/trigger-words.js';
import { partyWords } from '../../../src/link/vocabulary.js';
import { defaultConfig } from '../../../src/model/config.js';

describe('spellings', () => {
  it('gives the ways a name is written in code', () => {
    for (const spelling of ['acme corp', 'acmecorp', 'acme-corp', 'acme_corp', 'acme.corp']) {
      assert.ok(spellings('Acme Corp').includes(spelling), spelling);
      assert.ok(spellings('acmeCorp').includes(spelling), spelling);
    }
    assert.deepEqual(spellings('acme'), ['acme']);
    assert.deepEqual(spellings('東京'), ['東京']);
  });
});

describe('triggerWords', () => {
  it('holds every name of the configuration', () => {
    const customer = {
      id: 'acme',
      name: 'Acme Corp',
      aliases: ['AX'],
      ids: ['4711'],
      domains: ['acme.example.com'],
      status: 'active',
      standing: 'customer',
    } as const;
    const words = triggerWords({ ...defaultConfig, customers: [customer], discriminators: ['shop.mandator'], flagFunctions: ['on.isOn'] });
    for (const word of ['acme', 'acme_corp', 'acmecorp', 'ax', '4711', 'acme.example.com', 'mandator', 'isOn'])
      assert.ok(words.includes(word), word);
  });

  it('holds a part of every word for a party, in the plural too', () => {
    const words = triggerWords(defaultConfig);
    // `org` stands in too many words; it is looked for together with what identifies one.
    for (const party of [...partyWords].filter((word) => word !== 'org')) {
      for (const form of [party, `${party}s`, party.replace(/y$/, 'ies')])
        assert.ok(
          words.some((word) => form.includes(word)),
          form,
        );
    }
  });

  it('holds the packages of flag SDKs but not the common names of their methods', () => {
    const words = triggerWords(defaultConfig);
    assert.ok(words.some((word) => word.includes('launchdarkly')));
    assert.equal(words.includes('get'), false);
  });
});
