import assert from 'node:assert/strict';
import { addLink, addTracker, emptyConfig, refuseLink, removeLink, removeTracker } from '../../../src/editor/config-edit.js';
import { annotationOf, isKey, planChoices, readable } from '../../../src/editor/request-plan.js';
import { faultOfAddress, freeId, isOpenToReaders, readList, secretKey, usableSignIns } from '../../../src/editor/tracker-traits.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import type { TrackerConfig } from '../../../src/model/tracker.js';
import { readConfig } from '../../../src/workspace/read-config.js';
import { candidate, english, finding, request } from './examples.js';

const item = (key: string, title: string, updatedAt: string): TrackerItem => ({
  tracker: 'jira',
  key,
  title,
  body: '',
  type: '',
  status: 'Open',
  state: 'open',
  labels: ['customer-acme'],
  customers: [{ name: 'Acme Corp' }],
  priority: '',
  scores: {},
  createdAt: '',
  updatedAt,
  closedAt: null,
  dueAt: null,
  url: `https://jira.example.com/browse/${key}`,
});

const items = [item('PROD-1', 'Volume discount', '2026-01-01'), item('PROD-2', 'Own label', '2026-06-01')];

describe('requests to pick from', () => {
  for (const [typed, keys] of [
    ['', ['PROD-2', 'PROD-1']],
    ['volume', ['PROD-1']],
    ['ACME label', ['PROD-2']],
    ['prod-1', ['PROD-1']],
    ['PROD-77', ['PROD-77']],
    ['https://tracker.example.com/7', ['https://tracker.example.com/7']],
    ['nothing like it', []],
  ] as const)
    it(`are ${keys.join(', ') || 'none'} for “${typed}”`, () => {
      assert.deepEqual(
        planChoices(english, items, typed).map(({ key }) => key),
        keys,
      );
    });

  it('are told with status and tracker', () => {
    assert.deepEqual(planChoices(english, items, 'volume'), [
      { label: 'PROD-1 Volume discount', description: 'Open · jira', key: 'PROD-1' },
    ]);
  });

  it('are keys as directives take them', () => {
    assert.deepEqual(['PROD-1', '#7', 'owner/name#7', '!9', 'https://x.example/1', 'PROD', '1', 'two words'].map(isKey), [
      ...[true, true, true, true, true, false, false, false],
    ]);
  });

  it('go into a comment with the customers, and into none where there are none', () => {
    assert.equal(annotationOf(finding({ customers: ['acme', 'globex'] }), 'PROD-1'), 'acme, globex PROD-1');
    assert.equal(annotationOf(finding({ customers: [] }), 'PROD-1'), null);
    assert.equal(annotationOf(finding(), 'no key'), null);
  });

  it('can be read in a browser where their address is known, the surest first', () => {
    const asked = finding({ requests: [candidate, { ...request, key: 'X-1', url: null }, request] });
    assert.deepEqual(
      readable(asked).map(({ key }) => key),
      ['PROD-123', 'PROD-9'],
    );
  });
});

describe('trackers and links in the configuration', () => {
  const github: TrackerConfig = {
    ...{ id: 'github', type: 'github', url: 'https://github.com', projects: ['acme/shop'] },
    ...{ keyPatterns: [], customerFields: [], customerLabels: [], path: null, columns: {}, dateOrder: null },
  };

  it('hold a tracker without what goes without saying, and never a token', () => {
    const text = addTracker(emptyConfig, github);
    const { config, problems } = readConfig('oneoff.config.json', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.trackers.map(({ id, url }) => [id, url]),
      [['github', 'https://github.com']],
    );
    assert.doesNotMatch(text, /url|token/i);
    assert.match(addTracker(text, { ...github, id: 'github-2', url: 'https://git.example.com' }), /"url": "https:\/\/git\.example\.com"/);
  });

  it('lose a tracker, and keep comments', () => {
    const text = '{\n  // ours\n  "trackers": [{ "id": "a", "type": "shortcut" }, { "id": "b", "type": "shortcut" }],\n}\n';
    const left = removeTracker(text, 'a');
    assert.match(left, /\/\/ ours/);
    assert.deepEqual(
      readConfig('c', left).config?.trackers.map(({ id }) => id),
      ['b'],
    );
    assert.equal(removeTracker(text, 'c'), text);
  });

  it('tie a request to a finding, refuse the tie, and forget both, with one entry each time', () => {
    const links = (text: string) =>
      readConfig('c', text).config?.links.map(({ request: key, finding: id, isUnlinked }) => [key, id, isUnlinked]);
    const linked = addLink(emptyConfig, 'PROD-1', 'f1');
    assert.deepEqual(links(linked), [['PROD-1', 'f1', false]]);
    assert.deepEqual(links(addLink(linked, 'PROD-1', 'f1')), [['PROD-1', 'f1', false]]);
    const refused = refuseLink(linked, 'PROD-1', 'f1');
    assert.deepEqual(links(refused), [['PROD-1', 'f1', true]]);
    assert.deepEqual(links(addLink(refused, 'PROD-1', 'f1')), [['PROD-1', 'f1', false]]);
    assert.deepEqual(links(removeLink(addLink(refused, 'PROD-2', 'f1'), 'PROD-1', 'f1')), [['PROD-2', 'f1', false]]);
  });
});

describe('connecting a tracker', () => {
  for (const [address, isFine] of [
    ['https://jira.example.com', true],
    ['http://127.0.0.1:3000', true],
    ['jira.example.com', false],
    ['https://ann:secret@jira.example.com', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['', false],
  ] as const)
    it(`${isFine ? 'takes' : 'objects to'} “${address}”`, () => {
      assert.equal(faultOfAddress(english, address) === null, isFine);
    });

  for (const [type, origin, enterprise, by] of [
    ['github', 'https://api.github.com', '', ['github']],
    ['github', 'https://git.example.com', 'https://git.example.com', ['github-enterprise']],
    ['github', 'https://api.acme.ghe.com', 'https://acme.ghe.com/', ['github-enterprise']],
    ['github', 'https://evilgit.example.com', 'https://git.example.com', []],
    ['github', 'http://git.example.com', 'https://git.example.com', []],
    ['github', 'https://git.example.com', '', []],
    ['gitlab', 'https://api.github.com', '', []],
    ['azure-boards', 'https://dev.azure.com', '', ['microsoft']],
    ['azure-boards', 'https://tfs.example.com', '', []],
  ] as const)
    it(`offers ${by.join() || 'no sign-in'} for ${type} at ${origin}${enterprise && `, the user's own site being ${enterprise}`}`, () => {
      assert.deepEqual(
        usableSignIns(type, origin, enterprise).map((signIn) => signIn.by),
        by,
      );
    });

  it('warns where a token could be read on its way', () => {
    assert.deepEqual(['http://redmine.example.com', 'https://redmine.example.com', 'http://localhost:3000'].map(isOpenToReaders), [
      ...[true, false, false],
    ]);
  });

  it('reads lists as people type them', () => {
    assert.deepEqual(readList(' PROD, SUP;'.replace(';', '  PROD')), ['PROD', 'SUP']);
  });

  it('gives an id that no other tracker has', () => {
    assert.deepEqual(
      [freeId('github', []), freeId('github', ['GitHub']), freeId('github', ['github', 'github-2'])],
      [...['github', 'github-2', 'github-3']],
    );
  });

  it('keeps a token under the origin that it is for and the account that it is of', () => {
    assert.equal(secretKey({ origin: 'https://jira.example.com', account: 'ann' }), 'tracker:https://jira.example.com:ann');
  });
});
