import assert from 'node:assert/strict';
import type { TrackerConfig, TrackerType } from '../../../src/model/tracker.js';
import { newItemAddress } from '../../../src/trackers/new-item-address.js';

const draft = { title: 'Retire discount & label', body: 'Places: 2\n`a=b`' };

function tracker(type: TrackerType, url: string | null, projects: readonly string[]): TrackerConfig {
  const none = { keyPatterns: [], customerFields: [], customerLabels: [], path: null, columns: {}, dateOrder: null };
  return { id: 'requests', type, url, projects, ...none };
}

describe('the form for a new item', () => {
  const filled = [
    ['github', 'https://github.com', 'ledgerly/shop', 'https://github.com/ledgerly/shop/issues/new', 'title', 'body'],
    [
      'gitlab',
      'https://gitlab.com',
      'ledgerly/shop',
      'https://gitlab.com/ledgerly/shop/-/issues/new',
      'issue[title]',
      'issue[description]',
    ],
    ['linear', 'https://linear.app', 'ENG', 'https://linear.app/team/ENG/new', 'title', 'description'],
    [
      'redmine',
      'https://redmine.example.com',
      'shop',
      'https://redmine.example.com/projects/shop/issues/new',
      'issue[subject]',
      'issue[description]',
    ],
  ] as const;
  for (const [type, url, project, page, title, body] of filled)
    it(`of ${type} comes up with title and text`, () => {
      const address = newItemAddress(tracker(type, url, [project]), draft);
      assert.ok(address?.isFilled);
      const { origin, pathname, searchParams } = new URL(address.url);
      assert.equal(`${origin}${pathname}`, page);
      assert.deepEqual([searchParams.get(title), searchParams.get(body)], [draft.title, draft.body]);
      assert.doesNotMatch(address.url, /\+/, 'spaces are no plus signs');
    });

  it('is only opened where the tracker documents no way to fill it', () => {
    assert.deepEqual(newItemAddress(tracker('jira-cloud', 'https://ledgerly.atlassian.net', ['PROD']), draft), {
      url: 'https://ledgerly.atlassian.net/secure/CreateIssue!default.jspa',
      isFilled: false,
    });
  });

  it('stays short enough for an address', () => {
    const address = newItemAddress(tracker('github', 'https://github.com', ['a/b']), { title: 't', body: 'ä\n'.repeat(50_000) });
    assert.ok(address && address.url.length < 20_000);
  });

  it('is not there for exports, and without a project to put it in', () => {
    assert.equal(newItemAddress(tracker('file', null, []), draft), null);
    assert.equal(newItemAddress(tracker('github', 'https://github.com', []), draft), null);
  });
});
