import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recurringPrefixes } from '../../../src/assess/key-prefixes.js';
import { KeyReader } from '../../../src/assess/key-reader.js';
import { keyOfAddress, webUrl } from '../../../src/model/tracker-keys.js';
import type { TrackerConfig } from '../../../src/model/tracker.js';
import { trackerConfig } from '../trackers/connect.js';

const jira = trackerConfig({ id: 'jira', type: 'jira-cloud', url: 'https://ledgerly.atlassian.net', projects: ['PROD', 'SUP'] });
const github = trackerConfig({ id: 'gh', type: 'github', url: 'https://github.com', projects: ['ledgerly/app'] });
const several = trackerConfig({ id: 'gh', type: 'github', url: 'https://github.com', projects: ['ledgerly/app', 'ledgerly/api'] });
const azure = trackerConfig({ id: 'az', type: 'azure-boards', url: 'https://dev.azure.com/ledgerly', projects: ['Shop'] });
const redmine = trackerConfig({ id: 'red', type: 'redmine', url: 'https://tracker.ledgerly.example' });
const aha = trackerConfig({ id: 'aha', type: 'aha', url: 'https://ledgerly.aha.io', projects: ['SHOP'] });
const shortcut = trackerConfig({ id: 'sc', type: 'shortcut', url: 'https://app.shortcut.com' });
const linear = trackerConfig({ id: 'lin', type: 'linear', url: 'https://linear.app', projects: ['ENG'] });
const own = trackerConfig({ id: 'own', type: 'file', path: 'a.csv', keyPatterns: ['REQ/{number}', '{project}:{number}?'] });

function keysIn(text: string, trackers: readonly TrackerConfig[], options?: { anyCase: boolean }): readonly string[] {
  return new KeyReader(trackers, []).read(text, options).map(({ tracker, key }) => `${tracker?.id ?? '-'} ${key}`);
}

describe('keys in texts', () => {
  const cases: readonly (readonly [string, readonly TrackerConfig[], readonly string[]])[] = [
    ['PROD-12: own price', [jira], ['jira PROD-12']],
    ['see (PROD-12), SUP-3.', [jira], ['jira PROD-12', 'jira SUP-3']],
    ['feature/PROD-12-acme-sso', [jira], ['jira PROD-12']],
    ['prod-12, XPROD-12, PROD-12a, PROD-12-3, PROD-1.5, MY_PROD-12, PROD-', [jira], []],
    ['UTF-8, SHA-256, ISO-8601, CVE-2024-1234, RFC-822, ES-2015 and #fff', [jira, github], []],
    ['fixes #12 and (#13)', [github], ['gh #12', 'gh #13']],
    ['other/repository#12, &#123; x#4, #12a, a/#5', [github], []],
    ['ledgerly/app#12 and GH-13', [github], ['gh #12', 'gh #13']],
    ['fixes #12, as step #3 for our #1 customer, in color: #333 or grey #444444', [github], ['gh #12']],
    ['[#12](https://github.com/other/app/issues/12) and [#13](https://github.com/ledgerly/app/issues/13)', [github], ['gh #13']],
    ['[PROD-12](https://wiki.ledgerly.example/prices)', [jira], ['jira PROD-12']],
    ['https://github.com/other/app/issues/12', [jira], ['- other/app#12']],
    ['https://github.com/other/app/issues/12', [github], []],
    ['#12 may be of either, ledgerly/api#7 is not', [several], ['gh ledgerly/api#7']],
    ['AB#12, #13', [azure], ['az AB#12']],
    ['refs #0012', [redmine], ['red #12']],
    ['SHOP-I-12 and SHOP-13', [aha], ['aha SHOP-I-12', 'aha SHOP-13']],
    ['[sc-12] and ch13', [shortcut], ['sc sc-12', 'sc sc-13']],
    ['REQ/12, TEAM:4?', [own], ['own REQ/12', 'own TEAM:4?']],
    ['https://ledgerly.atlassian.net/browse/PROD-12?focused=1).', [jira], ['jira PROD-12']],
    ['https://ledgerly.atlassian.net.evil.example/browse/PROD-12', [jira], []],
    ['https://github.com/ledgerly/app/issues/12#issuecomment-1 https://github.com/other/app/pull/3', [github], ['gh #12']],
    ['https://dev.azure.com/ledgerly/Shop/_workitems/edit/12', [azure], ['az AB#12']],
    ['https://tracker.ledgerly.example/issues/12', [redmine], ['red #12']],
    ['https://ledgerly.aha.io/ideas/ideas/SHOP-I-12', [aha], ['aha SHOP-I-12']],
    ['https://app.shortcut.com/ledgerly/story/12/a-title', [shortcut], ['sc sc-12']],
    ['https://linear.app/ledgerly/issue/ENG-12/a-title', [linear], ['lin ENG-12']],
    ['https://umbrella.atlassian.net/browse/X-1', [], ['- X-1']],
    ['https://github.com/ledgerly/app/issues/5', [], ['- ledgerly/app#5']],
  ];
  for (const [text, trackers, keys] of cases)
    it(text, () => {
      assert.deepEqual(keysIn(text, trackers), keys);
    });

  it('are read in any case where that is asked for, as of branches', () => {
    assert.deepEqual(keysIn('feature/prod-12-sso', [jira], { anyCase: true }), ['jira PROD-12']);
  });

  it('are those of their addresses', () => {
    for (const [tracker, key] of [
      [jira, 'PROD-1'],
      [github, '#1'],
      [several, 'ledgerly/api#1'],
      [azure, 'AB#1'],
      [redmine, '#1'],
      [aha, 'SHOP-I-1'],
      [aha, 'SHOP-1'],
    ] as const)
      assert.equal(keyOfAddress(tracker, webUrl(tracker, key) ?? ''), key);
  });

  it('take no more time for a hostile pattern or text', () => {
    const hostile = trackerConfig({ type: 'file', keyPatterns: ['(a+)+${number}', '.*.*{project}-{number}', '[{number}'] });
    const started = performance.now();
    for (const text of ['a'.repeat(100_000), `${'#'.repeat(50_000)}1`, 'A-'.repeat(50_000), `https://${'a'.repeat(50_000)}`])
      keysIn(text, [hostile, jira, github]);
    assert.ok(performance.now() - started < 5000);
    assert.deepEqual(keysIn('(a+)+$7', [hostile]), ['work (a+)+$7']);
  });

  it('are found wherever they stand between words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom(' ', '(', '[', ', ', '\n', '/', '"'),
        fc.constantFrom(' ', ')', ']', ',', '.', ':', '\n', '-fix', '"'),
        (number, before, after) => {
          assert.deepEqual(keysIn(`x${before}PROD-${number}${after}y`, [jira]), [`jira PROD-${number}`]);
        },
      ),
    );
  });
});

describe('prefixes without a tracker', () => {
  it('count when they recur with different numbers in different texts', () => {
    const texts = [
      'SHOP-1: a',
      'SHOP-2: b',
      'c (SHOP-3)',
      'Use UTF-8, UTF-16 and UTF-32',
      'UTF-7',
      'UTF-1',
      'ABC-1 ABC-2 ABC-3',
      'DEF-1',
      'DEF-1',
      'DEF-1',
    ];
    assert.deepEqual([...recurringPrefixes(texts)], ['SHOP']);
  });

  it('are never those of standards', () => {
    const names = ['UTF', 'SHA', 'ISO', 'RFC', 'ES', 'CVE', 'HTTP', 'MD', 'AES', 'UTC'];
    const texts = names.flatMap((name) => [1, 2, 3, 4].map((number) => `${name}-${number}`));
    assert.deepEqual([...recurringPrefixes([...texts, 'CVE-2024-1234', 'CVE-2024-1235', 'CVE-2023-1', 'A-1', 'A-2', 'A-3'])], []);
  });
});
