import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ItemStore } from '../../../src/trackers/item-store.js';
import { TrackerItems } from '../../../src/trackers/sync.js';
import { TemporaryFolder } from '../workspace/temporary-folder.js';
import { canary, connect, item, startOfTime, type Connected } from './connect.js';
import { fakeTrackers } from './fake-trackers.js';

const day = 24 * 60 * 60_000;

for (const fake of fakeTrackers)
  describe(`the sync of ${fake.type}`, () => {
    let at: Connected;
    let folder: TemporaryFolder;
    let now = startOfTime;
    const options = { now: () => now };
    const open = (): TrackerItems => new TrackerItems(at.tracker, new ItemStore(folder.path, '/work/shop', at.tracker.config));
    beforeEach(async () => {
      at = await connect(fake);
      folder = new TemporaryFolder();
      now = startOfTime;
    });
    afterEach(async () => {
      await at.server.stop();
      folder.remove();
    });

    it('keeps the items, and asks only for changes afterwards', async () => {
      const first = open();
      await first.sync(options);
      assert.equal(first.coverage.problem, null);
      assert.equal(first.coverage.asked, new Date(startOfTime).toISOString());
      const kept = open();
      assert.deepEqual(kept.items, first.items);
      const before = at.server.requests.length;
      at.items.push(item(6));
      await kept.sync(options);
      assert.ok(kept.items.some(({ key }) => key === fake.keyOf(6)));
      const asked = at.server.requests
        .slice(before)
        .map(({ path, query, body }) => `${path}?${decodeURIComponent(String(query))} ${JSON.stringify(body)}`);
      // Jira Cloud goes back a day, the others ten minutes, from the newest change and not from the clock.
      assert.match(asked.join('\n'), /2026-03-0[45]/);
      assert.doesNotMatch(asked.join('\n'), /2026-06/);
    });

    it('asks for linked items from time to time, and does not show what is gone', async () => {
      const synced = open();
      const keys = [1, 3, 8].map(fake.keyOf);
      await synced.sync(options);
      await synced.fetchLinked(keys, options);
      assert.deepEqual(synced.coverage.missing, [fake.keyOf(8)]);
      const before = at.server.requests.length;
      await synced.fetchLinked(keys, options);
      assert.equal(at.server.requests.length, before, 'asked again too soon');
      at.items.splice(2, 1, item(3, { isDeleted: true }));
      now += day + 1;
      await synced.fetchLinked(keys, options);
      assert.deepEqual(synced.coverage.missing, [fake.keyOf(3), fake.keyOf(8)].sort());
      assert.ok(!synced.items.some(({ key }) => key === fake.keyOf(3)));
    });

    it('goes on with what it has when the tracker fails in the middle, and reads the rest next time', async () => {
      const synced = open();
      let lists = 0;
      at.server.interfere = ({ path }) =>
        /myself|field$|batch|endorsements/.test(path) || ++lists === 1 ? null : { status: 401, body: {} };
      await synced.sync(options);
      const isOnePage = fake.type === 'shortcut' || fake.type === 'redmine';
      if (!isOnePage) assert.match(synced.coverage.problem ?? '', /token is wrong or has expired/);
      assert.ok(synced.items.length > 0);
      at.server.interfere = null;
      const next = open();
      await next.sync(options);
      for (const number of [1, 2, 3, 4, 5])
        assert.ok(
          next.items.some(({ key }) => key === fake.keyOf(number)),
          String(number),
        );
      assert.equal(next.coverage.problem, null);
    });

    it('leaves no token in what it keeps or says, whatever the server echoes', async () => {
      const synced = open();
      await synced.sync(options);
      at.server.interfere = ({ headers, path }) => ({ status: 400, body: { message: JSON.stringify(headers), error: path } });
      await synced.sync(options);
      assert.match(synced.coverage.problem ?? '', /status 400/);
      assert.ok(!JSON.stringify(synced.coverage).includes(canary));
      for (const secret of [canary, btoa(`robin@ledgerly.example:${canary}`), btoa(`:${canary}`)]) {
        assert.ok(!JSON.stringify(synced.coverage).includes(secret));
        for (const name of readdirSync(folder.path)) assert.ok(!readFileSync(folder.at(name), 'utf8').includes(secret), name);
      }
    });
  });

describe('what is kept of a tracker', () => {
  it('is for its owner alone, and read only by the same tracker', async () => {
    const fake = fakeTrackers.find(({ type }) => type === 'redmine');
    assert.ok(fake);
    const at = await connect(fake);
    const folder = new TemporaryFolder();
    try {
      const store = new ItemStore(folder.path, '/work/shop', at.tracker.config);
      await new TrackerItems(at.tracker, store).sync({ now: () => startOfTime });
      const [name = ''] = readdirSync(folder.path);
      assert.equal(statSync(folder.at(name)).mode & 0o777, 0o600);
      assert.equal(store.load().items.length, 5);
      assert.equal(new ItemStore(folder.path, '/work/shop', { ...at.tracker.config, projects: ['other'] }).load().items.length, 0);
      for (const broken of ['', '{', '[]', '{"version":1}', readFileSync(folder.at(name), 'utf8').slice(0, 500)]) {
        writeFileSync(folder.at(name), broken);
        assert.equal(store.load().items.length, 0);
      }
      mkdirSync(folder.at('x'));
      const blocked = new TrackerItems(at.tracker, new ItemStore(folder.at(`${name}/x`), '/work/shop', at.tracker.config));
      await blocked.sync({ now: () => startOfTime });
      assert.equal(blocked.items.length, 5);
      assert.match(blocked.coverage.problem ?? '', /could not be kept/);
    } finally {
      await at.server.stop();
      folder.remove();
    }
  });
});
