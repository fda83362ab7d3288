import assert from 'node:assert/strict';
import { SdkIndex, isFromPackage } from '../../../src/link/flag-sdk-index.js';
import { flagSdkTable } from '../../../src/link/flag-sdks.js';

describe('table of flag SDKs', () => {
  const lines = flagSdkTable.trim().split('\n');

  it('has only lines and calls that can be read', () => {
    for (const line of lines) {
      assert.match(line, /^([a-z-]+|  (package|source) \S+( \S+)*|  (method|function|component) \w+!?:\S+( \w+!?:\S+)*)$/);
      for (const [, key] of line.matchAll(/\w+!?:([^\s>]+)/g)) {
        assert.match(key ?? '', /^(all|client|declare\.\w+|[a-zA-Z]+(\[\])?(\|\w+)*|\d(\.\w+|\[\]|\{\})*(\|\d(\.\w+|\[\]|\{\})*)*)$/, line);
      }
    }
  });

  it('names a package and a source in every block', () => {
    for (const block of flagSdkTable.trim().split(/\n(?=\S)/)) assert.match(block, /\n {2}package .+\n(.+\n)* {2}source /);
  });

  it('says no call of a package twice', () => {
    for (const block of flagSdkTable.trim().split(/\n(?=\S)/)) {
      for (const form of ['method', 'function', 'component']) {
        const names = [...block.matchAll(new RegExp(`^  ${form} (.+)$`, 'gm'))].flatMap(([, calls]) =>
          [...(calls ?? '').matchAll(/(\w+)!?:/g)].map(([, name]) => name),
        );
        assert.equal(new Set(names).size, names.length, `${block.split('\n')[0] ?? ''} ${form}`);
      }
    }
  });
});

describe('index of flag SDKs', () => {
  const index = new SdkIndex(`
vendor
  package @vendor/sdk vendor-js
  source vendor-js@1.0.0
  method ask!:1|0.flags[].key>value every:all
  function useVendor:client flag:declare.key
  component Gate:flag|feature
other
  package other-sdk
  source other-sdk@2.0.0
  method ask:0[]`);

  it('knows calls by name, in all SDKs that have them', () => {
    assert.deepEqual(
      index.named('ask').map(({ provider, isUnmistakable, value, key }) => ({ provider, isUnmistakable, value, key })),
      [
        {
          provider: 'vendor',
          isUnmistakable: true,
          value: 'value',
          key: {
            gives: 'flag',
            places: [
              { argument: 1, steps: [] },
              { argument: 0, steps: ['flags', '[]', 'key'] },
            ],
          },
        },
        { provider: 'other', isUnmistakable: false, value: null, key: { gives: 'flag', places: [{ argument: 0, steps: ['[]'] }] } },
      ],
    );
    assert.deepEqual(index.named('Gate')[0]?.key, { gives: 'flag', attributes: ['flag', 'feature'] });
    assert.deepEqual(index.named('flag')[0]?.key, { gives: 'evaluator', places: [{ argument: 0, steps: ['key'] }] });
    assert.deepEqual(index.named('nothing'), []);
  });

  it('knows whose package a module is, sub-paths included', () => {
    assert.equal(index.providerOf('@vendor/sdk/react'), 'vendor');
    assert.equal(index.providerOf('other-sdk'), 'other');
    assert.equal(index.providerOf('other-sdks'), null);
    assert.equal(index.providerOf('./other-sdk'), null);
  });

  it('takes a package and its sub-paths, not packages that begin like it', () => {
    const [call] = index.named('ask');
    assert.ok(call);
    assert.ok(isFromPackage('vendor-js/node', call));
    assert.ok(!isFromPackage('vendor-js-extra', call));
  });
});
