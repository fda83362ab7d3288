import assert from 'node:assert/strict';
import { HttpClient, type HttpRequest } from '../../../src/trackers/http-client.js';
import { redact } from '../../../src/trackers/redact.js';
import { openTracker } from '../../../src/trackers/registry.js';
import { pauseAfter, wantedPause } from '../../../src/trackers/waiting.js';
import { canary, connect, startOfTime, TestWorld, trackerConfig, type Connected } from './connect.js';
import { FakeServer } from './fake-server.js';
import { fakeTrackers, type FakeTracker } from './fake-trackers.js';

function fakeOf(type: string): FakeTracker {
  const fake = fakeTrackers.find((one) => one.type === type);
  assert.ok(fake);
  return fake;
}

describe('the HTTP layer', () => {
  let at: Connected | undefined;
  afterEach(async () => {
    await at?.server.stop();
    at = undefined;
  });

  it('gives up on a server that never answers, and says so', async () => {
    at = await connect(fakeOf('redmine'), { timeout: 250 });
    at.server.interfere = (_, count) => (count === 1 ? { breaks: 'never' } : null);
    assert.equal((await at.tracker.whoAmI()).name, 'robin');
    at.server.interfere = () => ({ breaks: 'never' });
    await assert.rejects(at.tracker.whoAmI(), { failure: 'timeout', message: /did not answer within 0\.25 s \(tried 5 times\)/ });
  });

  it('reads no answer without end', async () => {
    at = await connect(fakeOf('redmine'), { largestBody: 4096 });
    at.server.interfere = () => ({ body: { user: { login: 'x'.repeat(10_000) } } });
    await assert.rejects(at.tracker.whoAmI(), { failure: 'too-large' });
    assert.equal(at.server.requests.length, 1);
  });

  it('asks again with the ETag, and takes what it had when nothing changed', async () => {
    at = await connect(fakeOf('redmine'));
    at.server.interfere = ({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304, body: '' } : { headers: { etag: '"1"' }, body: { user: { login: 'casey' } } };
    for (let time = 0; time < 3; time++) assert.equal((await at.tracker.whoAmI()).name, 'casey');
    assert.deepEqual(
      at.server.requests.map(({ headers }) => headers['if-none-match']),
      [undefined, '"1"', '"1"'],
    );
  });

  it('sends no token to the other origin that a paging link leads to', async () => {
    const other = new FakeServer(() => ({ body: { values: [] } }));
    const elsewhere = await other.start();
    at = await connect(fakeOf('azure-boards'));
    at.server.interfere = ({ path }) =>
      path.endsWith('/workitemrevisions') ? { body: { values: [], nextLink: `${elsewhere}/steal`, isLastBatch: false } } : null;
    const reading = (async () => {
      for await (const page of at.tracker.changedSince(null)) assert.deepEqual(page.items, []);
    })();
    await assert.rejects(reading, {
      failure: 'refused',
      message: /the token is not meant for http:\/\/127\.0\.0\.1:\d+; nothing was sent there/,
    });
    assert.deepEqual(other.requests, []);
    await other.stop();
  });

  it('follows redirects within the origin, and none out of it', async () => {
    const other = new FakeServer(() => ({ body: { user: { login: 'mallory' } } }));
    const elsewhere = await other.start();
    at = await connect(fakeOf('redmine'));
    at.server.interfere = ({ path }) =>
      path === '/users/current.json' ? { status: 307, headers: { location: '/moved' } } : { body: { user: { login: 'casey' } } };
    assert.equal((await at.tracker.whoAmI()).name, 'casey');
    at.server.interfere = () => ({ status: 307, headers: { location: `${elsewhere}/x` } });
    await assert.rejects(at.tracker.whoAmI(), { failure: 'redirected' });
    at.server.interfere = () => ({ status: 302, headers: { location: '/users/current.json' } });
    await assert.rejects(at.tracker.whoAmI(), { failure: 'redirected', message: /in a circle/ });
    assert.deepEqual(other.requests, []);
    await other.stop();
  });

  it('has at most four requests to a host under way', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const world = new TestWorld();
    const client = new HttpClient({
      ...{ now: () => 0, random: () => 0, sleep: world.sleep.bind(world) },
      fetch: async () => {
        most = Math.max(most, ++open);
        await new Promise<void>((resolve) => waiting.push(resolve));
        open--;
        return new Response('{}');
      },
    });
    const url = new URL('https://tracker.example/x');
    const request: HttpRequest = { tracker: 'x', method: 'GET', url, headers: {}, origin: url.origin, secrets: [], isLimit: () => false };
    const all = Array.from({ length: 10 }, () => client.send(request));
    while (waiting.length > 0 || open > 0) {
      waiting.shift()?.();
      await new Promise(setImmediate);
    }
    assert.equal((await Promise.all(all)).length, 10);
    assert.equal(most, 4);
  });

  it('waits for a budget that is used up, as each vendor tells it', () => {
    const now = startOfTime;
    const cases: readonly (readonly [Record<string, string>, number | null])[] = [
      [{ 'retry-after': '0' }, 0],
      [{ 'retry-after': new Date(now + 5000).toUTCString() }, 5000],
      [{ 'retry-after': new Date(now - 5000).toUTCString() }, 0],
      [{ 'retry-after': 'soon' }, null],
      [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 9) }, 9000],
      [{ 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': String(now + 9) }, 9],
      [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(now + 4000).toISOString() }, 4000],
      [{ 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': String(now / 1000 + 9) }, null],
      [{}, null],
    ];
    for (const [headers, wait] of cases) assert.equal(wantedPause(new Headers(headers), now), wait, JSON.stringify(headers));
  });

  it('waits longer from try to try, and never more than half a minute', () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((tried) => pauseAfter(tried, 0)),
      [250, 500, 1000, 2000],
    );
    assert.equal(pauseAfter(1, 1), 500);
    assert.equal(pauseAfter(30, 1), 30_000);
  });

  it('finds secrets in any form', () => {
    const secret = 'tok/en+1 "x"';
    const texts = [secret, encodeURIComponent(secret), JSON.stringify({ secret }), btoa(encodeURIComponent(secret))];
    for (const text of texts) assert.match(redact(`a ${text} b`, [secret]), /•••/);
    assert.equal(redact('a\u001b[31mb', []), 'a [31mb');
    assert.equal(redact('abc', ['']), 'abc');
  });

  it('tells of GitHub that a secondary limit is one although it comes with 403', async () => {
    at = await connect(fakeOf('github'));
    at.server.interfere = (_, count) =>
      count === 1 ? { status: 403, headers: { 'retry-after': '60' }, body: { message: 'You have exceeded a secondary rate limit' } } : null;
    assert.equal((await at.tracker.whoAmI()).name, 'robin');
    assert.ok(at.world.waits.includes(60_000));
  });

  it('tells of Linear that status 400 can be a limit, and that 200 can be a failure', async () => {
    at = await connect(fakeOf('linear'));
    const limit = { errors: [{ message: 'slow down', extensions: { code: 'RATELIMITED' } }] };
    at.server.interfere = (_, count) => (count === 1 ? { status: 400, body: limit } : null);
    assert.equal((await at.tracker.whoAmI()).name, 'Robin');
    at.server.interfere = () => ({
      body: { errors: [{ message: 'You need to authenticate', extensions: { code: 'AUTHENTICATION_ERROR' } }] },
    });
    await assert.rejects(at.tracker.whoAmI(), { failure: 'unauthorized' });
  });

  it('sends no token over http to another machine, whatever a configuration got through', async () => {
    const world = new TestWorld();
    let asked = 0;
    const http = new HttpClient({
      ...{ now: () => 0, random: () => 0, sleep: world.sleep.bind(world) },
      fetch: () => Promise.reject(new Error(String(++asked))),
    });
    const tracker = openTracker({
      config: trackerConfig({ type: 'redmine', url: 'http://tracker.example' }),
      http,
      provider: (_, origin) => Promise.resolve({ token: canary, user: null, origin }),
      readExport: () => Promise.reject(new Error('none')),
    });
    await assert.rejects(tracker.whoAmI(), { failure: 'refused', message: /unencrypted/ });
    assert.equal(asked, 0);
  });
});
