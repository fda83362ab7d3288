import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { setImmediate as aMoment } from 'node:timers/promises';
import type { Debt } from '../../../src/model/debt.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { openSession } from '../../../src/workspace/open-session.js';
import type { Session } from '../../../src/workspace/session.js';
import { TestRepository } from '../history/repository.js';

const source = "export const price = (tenant) => (tenant.slug === 'acme' ? 1 : 2);\nexport const size = 3;\n";
const config = '{ "customers": [{ "id": "acme" }], "debt": { "hoursPerChange": { "low": 2, "high": 3 } } }';

describe('assessing a workspace', () => {
  let repository: TestRepository;
  let session: Session;
  const git = (): string => repository.at('.git/counting-git');
  const started = (): boolean => existsSync(repository.at('.git/started'));

  beforeEach(async () => {
    repository = new TestRepository();
    repository.commit('Acme', { 'price.ts': source, 'oneoff.config.json': config });
    repository.write({ '.git/counting-git': `#!/bin/sh\necho >> '${repository.at('.git/started')}'\nexec git "$@"\n` });
    chmodSync(git(), 0o755);
    session = await openSession({ root: repository.path, cacheFolder: null, git: git(), today: () => '2026-06-01' });
  });
  afterEach(async () => {
    await session.dispose();
    repository.remove();
  });

  it('starts no git unless the history is asked for', async () => {
    await session.scan();
    await session.update([{ path: 'price.ts', type: 'changed' }]);
    session.explainPlace({ path: 'price.ts', line: 1, column: null });
    const report = await session.assess({ history: false, items: [] });
    assert.equal(started(), false);
    assert.deepEqual([report.history, report.hotspots, report.findings[0]?.age], [undefined, undefined, undefined]);
    assert.equal(report.findings[0]?.debt?.sites, 1);
    await session.assess({ history: true, items: [] });
    assert.equal(started(), true);
  });

  it('reports ages, debt, hotspots and what was read, and keeps them while somebody types', async () => {
    const report = await session.assess({ history: true, items: [] });
    const [found] = report.findings;
    assert.equal(found?.age?.introduced?.subject, 'Acme');
    assert.deepEqual([found.debt?.collateral, found.debt?.interest?.high], [0, 0]);
    assert.deepEqual([report.history?.from, report.history?.to, report.history?.commits], ['2025-06-01', '2026-06-01', 1]);
    assert.deepEqual(
      report.hotspots?.map(({ path }) => path),
      ['price.ts'],
    );
    assert.equal(report.customers[0]?.debt?.sites, 1);
    const delta = await session.update([{ path: 'price.ts', type: 'changed', text: `\n${source}` }]);
    assert.equal(delta.files.get('price.ts')?.[0]?.age?.introduced?.subject, 'Acme');
    assert.equal(session.findings()[0]?.age?.introduced?.subject, 'Acme');
    const [explained] = session.explainPlace({ path: 'price.ts', line: 2, column: null }).findings;
    assert.equal(explained?.finding.age?.introduced?.subject, 'Acme');
  });

  it('takes the hours of a change from the time that trackers have logged, where the team has not said them', async () => {
    const tracker = '"trackers": [{ "id": "jira", "type": "jira-cloud", "url": "https://acme.atlassian.net", "projects": ["PROD"] }]';
    const written = `{ "customers": [{ "id": "acme" }], ${tracker}, "debt": { "loggedRequests": 2 } }`;
    repository.commit('PROD-7 Raise', { 'price.ts': source.replace('? 1', '? 1.5'), 'oneoff.config.json': written });
    repository.commit('Raise again\n\nFor PROD-9.', { 'price.ts': source.replace('? 1', '? 1.75') });
    repository.commit('Round', { 'price.ts': source.replace('? 1', '? 2') });
    const logged = (key: string, hoursSpent: number): TrackerItem => ({
      ...{ tracker: 'jira', key, title: key, body: '', type: '', status: 'Done', state: 'done', labels: [], customers: [], priority: '' },
      ...{ scores: {}, createdAt: '', updatedAt: '', closedAt: null, dueAt: null, url: '', hoursSpent },
    });
    const assess = async (items: readonly TrackerItem[]): Promise<Debt | undefined> => {
      const scanned = await openSession({ root: repository.path, cacheFolder: null, today: () => '2026-06-01' });
      const { findings } = await scanned.assess({ history: true, items });
      await scanned.dispose();
      return findings[0]?.debt;
    };
    const debt = await assess([logged('PROD-7', 1), logged('PROD-9', 8)]);
    assert.deepEqual([debt?.collateral, debt?.interest?.low, debt?.interest?.high], [3, 3, 24]);
    assert.equal(debt?.interest?.terms[1]?.source, 'middle half of the time logged on 2 requests, jira');
    assert.notEqual(debt.payback, null);
    assert.deepEqual((await assess([logged('PROD-7', 1)]))?.interest, null);
  });

  it('works edits in while git is asked', async () => {
    await session.scan();
    const [go, came] = [repository.at('.git/go'), repository.at('.git/came')];
    repository.write({ '.git/counting-git': `#!/bin/sh\ntouch '${came}'\nwhile [ ! -e '${go}' ]; do sleep 0.02; done\nexec git "$@"\n` });
    const assessing = session.assess({ history: true, items: [] });
    while (!existsSync(came)) await aMoment();
    const delta = await session.update([{ path: 'price.ts', type: 'changed', text: `\n${source}` }]);
    assert.equal(delta.files.get('price.ts')?.[0]?.range.start.line, 2);
    repository.write({ '.git/go': '' });
    assert.ok((await assessing).history);
  });

  it('hears at once what a comment says of requests, and what it says no more', async () => {
    await session.assess({ history: false, items: [] });
    const keysAfter = async (text: string) => {
      await session.update([{ path: 'price.ts', type: 'changed', text }]);
      return session.findings()[0]?.requests?.map(({ key }) => key);
    };
    const commented = `// oneoff acme PROD-1\n${source}`;
    assert.deepEqual(await keysAfter(commented), ['PROD-1']);
    await session.assess({ history: false, items: [] });
    assert.deepEqual(await keysAfter(`\n${commented}`), ['PROD-1']);
    assert.deepEqual(await keysAfter(source), []);
  });

  it('takes the window of the request before that of the configuration', async () => {
    const { history } = await session.assess({ history: true, months: 3, items: [] });
    assert.equal(history?.from, '2026-03-01');
  });

  it('ends with the signal and leaves what was found before', async () => {
    await session.assess({ history: true, items: [] });
    await assert.rejects(session.assess({ history: false, items: [] }, AbortSignal.abort()), { name: 'AbortError' });
    assert.ok(session.report().history);
  });
});
