import assert from 'node:assert/strict';
import { connect, item, type Connected } from './connect.js';
import { fakeTrackers } from './fake-trackers.js';

describe('issues of GitHub by their numbers', () => {
  let at: Connected;
  beforeEach(async () => {
    const fake = fakeTrackers.find(({ type }) => type === 'github');
    assert.ok(fake);
    at = await connect(fake);
  });
  afterEach(() => at.server.stop());

  const asked = (): readonly string[] => at.server.requests.map(({ path }) => path.replace('/api/v3/repos/ledgerly/app', ''));

  it('come fifty at a time', async () => {
    for (let number = 100; number < 220; number++) at.items.push({ ...item(1), number });
    const keys = at.items.map(({ number }) => `#${number}`);
    const { found, missing } = await at.tracker.fetchByKeys(keys);
    assert.equal(found.size, 125);
    assert.deepEqual(missing, []);
    assert.deepEqual(asked(), ['/api/graphql', '/api/graphql', '/api/graphql']);
  });

  it('are the same however they are asked for', async () => {
    at.items.push(item(6, { isClosed: true, label: 'client: Umbrella' }));
    const { found } = await at.tracker.fetchByKeys(['#1', '#6']);
    const listed = [];
    for await (const page of at.tracker.changedSince(null)) listed.push(...page.items);
    for (const [key, one] of found)
      assert.deepEqual(
        one,
        listed.find((other) => other.key === key),
      );
  });

  it('are no pull requests, which nobody asks for a second time', async () => {
    const { found, missing } = await at.tracker.fetchByKeys(['#1', '#99']);
    assert.deepEqual([[...found.keys()], missing], [['#1'], ['#99']]);
    assert.deepEqual(asked(), ['/api/graphql']);
  });

  it('are followed by REST when they were transferred, of which GraphQL knows nothing', async () => {
    at.items.push(item(7, { movedFrom: 6 }));
    const { found } = await at.tracker.fetchByKeys(['#1', '#6']);
    assert.equal(found.get('#6')?.key, '#7');
    assert.deepEqual(asked(), ['/api/graphql', '/issues/6', '/issues/7']);
  });

  it('come one by one from a server that does not know the query', async () => {
    for (const answer of [
      { body: { errors: [{ message: "Field 'issueType' doesn't exist on type 'Issue'" }] } },
      { status: 404, body: {} },
    ]) {
      at.server.interfere = ({ path }) => (path === '/api/graphql' ? answer : null);
      const { found, missing } = await at.tracker.fetchByKeys(['#1', '#2', '#8', '#99']);
      assert.deepEqual(
        [[...found.keys()], missing],
        [
          ['#1', '#2'],
          ['#8', '#99'],
        ],
      );
    }
  });

  it('wait when the budget of points is used up, which GraphQL says with status 200', async () => {
    for (const type of ['RATE_LIMITED', 'RATE_LIMIT']) {
      const before = at.server.requests.length;
      const errors = [{ type, message: 'API rate limit already exceeded' }];
      at.server.interfere = (_, count) => (count === before + 1 ? { headers: { 'retry-after': '30' }, body: { errors } } : null);
      assert.equal((await at.tracker.fetchByKeys(['#1'])).found.size, 1);
      assert.ok(at.world.waits.includes(30_000));
      at.world.waits.length = 0;
    }
  });

  it('are in a repository that the token may see', async () => {
    at.server.interfere = ({ path }) =>
      path === '/api/graphql' ? { body: { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'no' }] } } : { status: 404 };
    const keys = Array.from({ length: 40 }, (_, index) => `#${index + 1}`);
    const { found, missing } = await at.tracker.fetchByKeys(keys);
    assert.deepEqual([found.size, missing], [0, keys]);
    assert.ok(asked().length <= 21, String(asked().length));
  });
});
