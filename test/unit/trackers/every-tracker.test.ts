import assert from 'node:assert/strict';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { ItemMemory } from '../../../src/trackers/item-memory.js';
import { ItemStore } from '../../../src/trackers/item-store.js';
import { TrackerItems } from '../../../src/trackers/sync.js';
import { TrackerError, type TrackerFailure } from '../../../src/trackers/tracker-error.js';
import type { Tracker } from '../../../src/trackers/tracker.js';
import { canary, connect, item, startOfTime, type Connected } from './connect.js';
import type { FakeAnswer } from './fake-server.js';
import { fakeTrackers } from './fake-trackers.js';

const day = 24 * 60 * 60_000;

async function allSince(tracker: Tracker, since: string | null): Promise<TrackerItem[]> {
  const items: TrackerItem[] = [];
  for await (const page of tracker.changedSince(since)) items.push(...page.items);
  return items;
}

function failureOf(work: Promise<unknown>): Promise<TrackerError> {
  return work.then(
    () => assert.fail('it should have failed'),
    (error: unknown) => {
      assert.ok(error instanceof TrackerError, String(error));
      assert.ok(!error.message.includes(canary), error.message);
      assert.match(error.message, /^work: (?:GET|POST) http:\/\/127\.0\.0\.1:\d+\//);
      return error;
    },
  );
}

const later = new Date(startOfTime + 90_000).toUTCString();
const yesterday = { 'retry-after': new Date(startOfTime - day + 60_000).toUTCString(), date: new Date(startOfTime - day).toUTCString() };

/** Answers that pass: what the adapter waits at least, in milliseconds. */
const passing: readonly (readonly [string, FakeAnswer, number])[] = [
  ['429 with seconds', { status: 429, headers: { 'retry-after': '7' }, body: {} }, 7000],
  ['429 with a date', { status: 429, headers: { 'retry-after': later }, body: {} }, 89_000],
  ['429 with a date of a clock that is a day behind', { status: 429, headers: yesterday, body: {} }, 60_000],
  ['429 without a word', { status: 429, body: {} }, 300],
  ['502', { status: 502, body: 'Bad Gateway' }, 300],
  ['503 with seconds', { status: 503, headers: { 'retry-after': '3' }, body: '<html>' }, 3000],
  ['504', { status: 504, body: '' }, 300],
  ['a dropped connection', { breaks: 'at-once' }, 300],
  ['an answer that breaks off', { body: { some: 'answer that is cut' }, breaks: 'midway' }, 300],
];

/** Answers that stay: what the adapter says. */
const staying: readonly (readonly [string, FakeAnswer, TrackerFailure, RegExp])[] = [
  ['401', { status: 401, body: { message: `bad ${canary}` } }, 'unauthorized', /token is wrong or has expired: bad •••\. Make a new one/],
  ['403', { status: 403, body: { errorMessages: ['No.'] } }, 'forbidden', /may not read this: No\. docs\/trackers\.md/],
  ['404', { status: 404, body: {} }, 'not-found', /no such thing, or the token may not see it/],
  ['410', { status: 410, body: {} }, 'gone', /gone/],
  ['500', { status: 500, body: { error: 'oops' } }, 'server', /status 500: oops/],
  ['400', { status: 400, body: {} }, 'unexpected', /status 400/],
  ['a sign-in page', { status: 203, body: '<html>Sign in</html>' }, 'unauthorized', /sign-in page/],
  ['a page', { body: '<!doctype html><p>Sign in', headers: { 'content-type': 'text/html' } }, 'not-json', /web page instead of data/],
  ['truncated JSON', { body: '{"issues": [{"id": 1' }, 'not-json', /cut short/],
  ['JSON of another form', { body: '{"surprise": true}' }, 'unexpected', /another form than expected/],
  [
    'a redirect elsewhere',
    { status: 302, headers: { location: 'https://evil.example/x' } },
    'redirected',
    /evil\.example, which the token is not meant for/,
  ],
  ['a wait that is too long', { status: 429, headers: { 'retry-after': '3600' }, body: {} }, 'rate-limited', /again at 2026-06-01T13:00/],
];

for (const fake of fakeTrackers) {
  describe(`tracker ${fake.type}`, () => {
    let at: Connected;
    beforeEach(async () => {
      at = await connect(fake);
    });
    afterEach(async () => {
      await at.server.stop();
    });

    it('says who we are', async () => {
      assert.match((await at.tracker.whoAmI()).name, /^robin$/i);
    });

    it('reads all items over several pages, closed ones too', async () => {
      const items = await allSince(at.tracker, null);
      const keys = new Set(items.map(({ key }) => key));
      for (const number of [1, 2, 3, 4, 5]) assert.ok(keys.has(fake.keyOf(number)), `${number} in ${[...keys].join()}`);
      const byKey = new Map(items.map((one) => [one.key, one]));
      const closed = byKey.get(fake.keyOf(2));
      assert.equal(closed?.state, 'done');
      const first = byKey.get(fake.keyOf(1));
      assert.equal(first?.state, 'open');
      assert.equal(first.title, 'Umbrella prices 1');
      assert.equal(first.updatedAt, '2026-03-01T08:00:00.000Z');
      assert.match(first.url, /^https?:/);
      const logsTime = ['jira-cloud', 'jira-data-center', 'gitlab', 'azure-boards', 'redmine'].includes(fake.type);
      assert.equal(first.hoursSpent, logsTime ? 1.5 : undefined);
      assert.equal(closed.hoursSpent, undefined);
      assert.deepEqual(first.customers.map(({ name }) => name.toLowerCase()).includes('umbrella'), true);
      assert.ok(!keys.has('#99'), 'a pull request is no item');
    });

    it('reads what has changed since a time', async () => {
      const keys = (await allSince(at.tracker, '2026-03-04T08:00:00.000Z')).map(({ key }) => key);
      assert.deepEqual([...new Set(keys.filter((key) => !key.includes('-I-')))].sort(), [fake.keyOf(4), fake.keyOf(5)]);
    });

    it('reads an item that changes while the list is read, and skips none because of it', async () => {
      const keys = new Set<string>();
      let pages = 0;
      for await (const page of at.tracker.changedSince(null)) {
        for (const { key } of page.items) keys.add(key);
        const [first] = at.items;
        if (++pages === 1 && first) first.updatedAt = '2026-03-09T08:00:00Z';
      }
      // Lists that can't go on from a time may skip what others push about; Linear's newest item comes with the next sync.
      const wanted = ['aha', 'jira-cloud', 'azure-boards'].includes(fake.type)
        ? [1, 2]
        : fake.type === 'linear'
          ? [2, 3, 4, 5]
          : [1, 2, 3, 4, 5];
      for (const number of wanted) assert.ok(keys.has(fake.keyOf(number)), `${number} in ${[...keys].join()}`);
    });

    it('fetches by keys, and says which are not there', async () => {
      at.items.splice(2, 1, item(3, { isDeleted: true }));
      const asked = [1, 2, 3, 8].map(fake.keyOf);
      const { found, missing } = await at.tracker.fetchByKeys(asked);
      assert.deepEqual([...found.keys()].sort(), [fake.keyOf(1), fake.keyOf(2)]);
      assert.deepEqual(missing, [fake.keyOf(3), fake.keyOf(8)]);
      assert.equal(found.get(fake.keyOf(2))?.state, 'done');
    });

    it('finds a moved item by its old key, where the tracker does', async () => {
      const isTraceable = ['jira-cloud', 'jira-data-center', 'github', 'linear'].includes(fake.type);
      at.items.push(item(7, isTraceable ? { movedFrom: 6 } : {}));
      const { found } = await at.tracker.fetchByKeys([fake.keyOf(6), fake.keyOf(7)]);
      assert.equal(found.get(fake.keyOf(7))?.key, fake.keyOf(7));
      if (isTraceable) assert.equal(found.get(fake.keyOf(6))?.key, fake.keyOf(7));
    });

    it('searches by text, customer and label', async () => {
      for (const query of [{ text: 'prices' }, { customer: 'Umbrella' }, { labels: ['customer-umbrella'], text: 'prices' }]) {
        const found = await at.tracker.search(query);
        assert.ok(found.length > 0 && found.length <= 50, JSON.stringify(query));
      }
    });

    for (const [name, answer, wait] of passing)
      it(`tries again after ${name}`, async () => {
        at.server.interfere = (_, count) => (count === 1 ? answer : null);
        assert.match((await at.tracker.whoAmI()).name, /^robin$/i);
        assert.ok(at.world.waits.reduce((sum, one) => sum + one, 0) >= wait, String(at.world.waits));
        assert.equal(at.server.requests.length, 2);
      });

    for (const breaks of ['never', 'stalls'] as const)
      it(`tries again when a slow connection ${breaks === 'never' ? 'brings nothing' : 'stops within the answer'}`, async () => {
        const slow = await connect(fake, { timeout: 400 });
        try {
          slow.server.interfere = (_, count) => (count === 1 ? { body: { some: 'answer that is cut' }, breaks } : null);
          assert.match((await slow.tracker.whoAmI()).name, /^robin$/i);
          assert.equal(slow.server.requests.length, 2);
        } finally {
          await slow.server.stop();
        }
      });

    it('gives the same, whatever it is asked, when every request fails once in one way or another', async () => {
      at.items.splice(2, 1, item(3, { isDeleted: true }));
      const everything = async (tracker: Tracker): Promise<unknown> => [
        await tracker.whoAmI(),
        await allSince(tracker, null),
        await allSince(tracker, '2026-03-02T08:00:00.000Z'),
        await tracker.fetchByKeys([1, 2, 3, 8].map(fake.keyOf)),
        await tracker.search({ text: 'prices', customer: 'Umbrella' }),
      ];
      const undisturbed = await everything(at.tracker);
      const failed = new Set<string>();
      at.server.interfere = ({ method, path, query, body }) => {
        const said = `${method} ${path}?${String(query)} ${JSON.stringify(body)}`;
        if (failed.has(said)) return null;
        failed.add(said);
        return passing[failed.size % passing.length]?.[1] ?? null;
      };
      assert.deepEqual(await everything(at.tracker), undisturbed);
      assert.ok(failed.size >= 5);
    });

    it('tries five times and no more', async () => {
      at.server.interfere = () => ({ status: 503, body: {} });
      const { failure, message } = await failureOf(at.tracker.whoAmI());
      assert.equal(failure, 'server');
      assert.match(message, /tried 5 times/);
      assert.equal(at.server.requests.length, 5);
    });

    for (const [name, answer, failure, message] of staying)
      it(`says what is wrong with ${name}`, async () => {
        at.server.interfere = () => answer;
        const error = await failureOf(at.tracker.whoAmI());
        assert.equal(error.failure, failure);
        assert.match(error.message, message);
      });

    it('waits before the next request when an answer of 200 asks for it', async () => {
      at.server.interfere = (_, count) => (count === 1 ? { ...answerOf(at), headers: { 'retry-after': '20' } } : null);
      await at.tracker.whoAmI();
      assert.deepEqual(at.world.waits, []);
      await at.tracker.whoAmI();
      assert.deepEqual(at.world.waits, [20_000]);
    });

    it('stops when it is aborted, also while it waits', async () => {
      const controller = new AbortController();
      at.server.interfere = () => {
        controller.abort();
        return { status: 503, body: {} };
      };
      await assert.rejects(at.tracker.whoAmI(controller.signal), { name: 'AbortError' });
    });

    it('keeps what an index that lags would take back, and is not misled by clocks', async () => {
      const store = new ItemStore(null, '/x', at.tracker.config);
      const synced = new TrackerItems(at.tracker, store);
      // A clock of this machine that is years ahead must not move the place where the next sync goes on.
      const options = { now: () => Date.parse('2031-01-01T00:00:00Z') };
      await synced.sync(options);
      await synced.fetchLinked([fake.keyOf(1)], options);
      const [first] = at.items;
      assert.ok(first);
      const before = { ...first };
      Object.assign(first, { title: 'Umbrella prices changed', updatedAt: '2026-03-08T08:00:00Z' });
      await synced.sync(options);
      Object.assign(first, before);
      await synced.sync(options);
      const known = synced.items.find(({ key }) => key === fake.keyOf(1));
      assert.equal(known?.title, 'Umbrella prices changed');
    });
  });
}

it('Redmine, which gives a hundred issues at most, is asked for the further ones', async () => {
  const fake = fakeTrackers.find(({ type }) => type === 'redmine');
  assert.ok(fake);
  const at = await connect(fake);
  try {
    for (let number = 10; number < 240; number++)
      at.items.push({ ...item(1), number, updatedAt: new Date(startOfTime + number * 60_000).toISOString() });
    assert.equal(new Set((await allSince(at.tracker, null)).map(({ key }) => key)).size, at.items.length);
    assert.ok(at.server.requests.length >= 3);
  } finally {
    await at.server.stop();
  }
});

/** What the fake says by itself to the first request. */
function answerOf({ tracker }: Connected): FakeAnswer {
  const fake = fakeTrackers.find(({ type }) => type === tracker.config.type);
  const paths: Readonly<Record<string, readonly [string, unknown]>> = {
    'jira-cloud': ['/rest/api/3/myself', undefined],
    'jira-data-center': ['/rest/api/2/myself', undefined],
    github: ['/api/v3/user', undefined],
    gitlab: ['/api/v4/user', undefined],
    linear: ['/graphql', { query: 'query { viewer { name } }' }],
    'azure-boards': ['/ledgerly/_apis/connectionData', undefined],
    aha: ['/api/v1/me', undefined],
    redmine: ['/users/current.json', undefined],
    shortcut: ['/api/v3/member', undefined],
  };
  const [path, body] = paths[tracker.config.type] ?? ['', undefined];
  return fake?.handle({ method: 'GET', path, query: new URLSearchParams(), headers: {}, body }, [], '') ?? {};
}

describe('items that are kept', () => {
  it('know their former keys', () => {
    const memory = new ItemMemory();
    const one = { tracker: 'work', key: 'PROD-9', title: 'x', updatedAt: '2026-01-01T00:00:00.000Z' } as TrackerItem;
    memory.take(one, 'PROD-1');
    assert.deepEqual(
      memory.items.map(({ key, formerKeys }) => [key, formerKeys]),
      [['PROD-9', ['PROD-1']]],
    );
  });
});
