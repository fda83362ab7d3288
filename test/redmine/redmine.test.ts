import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { runCli, type Outcome } from '../cli/run-cli.js';
import { reportIn } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';

/** The whole way against a real Redmine: connect, sync, link, closed and deleted items, offline. */
describe('Redmine', function () {
  this.timeout(240_000);
  let work: TemporaryFolder;
  let server: TemporaryFolder;
  const held: { remove(): void }[] = [];
  let base = '';
  let key = '';
  let field = 0;

  before(async function () {
    const isRoot = process.getuid?.() === 0;
    if (!isRoot || !existsSync('/usr/bin/apt-get')) {
      process.stdout.write('    No Redmine here: it takes root and apt to install one, so that nothing is tried against a real one.\n');
      return this.skip();
    }
    server = new TemporaryFolder();
    held.push(server);
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    const [apiKey = '', id = ''] = execFileSync('bash', ['test/redmine/start.sh', String(port), server.path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
      .trim()
      .split(' ');
    [key, field] = [apiKey, Number(id)];
    held.unshift({ remove: () => process.kill(Number(readFileSync(server.at('pid'), 'utf8'))) });
    work = new TemporaryFolder({
      'oneoff.config.json': JSON.stringify({
        customers: [{ id: 'acme', name: 'Acme' }],
        trackers: [{ id: 'red', type: 'redmine', url: base, projects: ['shop'], customerFields: ['Customer'] }],
      }),
      'src/prices.ts':
        "// Own prices, see #1.\nif (tenant.slug === 'acme') {\n  price();\n}\n\nif (tenant.slug === 'acme') show(); // #2\n\nif (tenant.slug === 'acme') exportInvoices();\n// #9999\nif (tenant.slug === 'acme') print();\n",
    });
    held.push(work);
  });
  after(() => {
    for (const each of held) each.remove();
  });

  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    runCli(words, {
      cwd: work.path,
      env: { XDG_CACHE_HOME: work.at('cache'), XDG_CONFIG_HOME: work.at('none'), ONEOFF_RED_TOKEN: key, ONEOFF_RED_ORIGIN: base, ...env },
    });
  const requestsOf = ({ stdout }: Outcome): readonly string[] =>
    reportIn(stdout).findings.map(
      ({ range, requests = [] }) =>
        `${range.start.line}: ${requests.map((one) => `${one.link?.isCandidate ? '?' : ''}${one.key} ${one.title ?? '-'} (${one.status ?? '-'})`).join(', ')}`,
    );

  async function tell(method: string, path: string, body?: unknown): Promise<void> {
    const init = {
      method,
      headers: { 'x-redmine-api-key': key, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const { status } = await fetch(base + path, init);
    assert.ok(status >= 200 && status < 300, `${method} ${path}: ${status}`);
  }

  /** Id of something that time can be logged for. */
  async function anActivity(): Promise<number> {
    const answer = await fetch(`${base}/enumerations/time_entry_activities.json`, { headers: { 'x-redmine-api-key': key } });
    return Number(/"id":(\d+)/.exec(await answer.text())?.[1]);
  }

  async function create(subject: string, customer: string): Promise<void> {
    const issue = { project_id: 'shop', tracker_id: 2, priority_id: 2, subject, custom_fields: [{ id: field, value: customer }] };
    await tell('POST', '/issues.json', { issue });
  }

  it('connects, and says when the token is wrong or meant for another place', async () => {
    assert.deepEqual(await run(['trackers', 'check']), { code: 0, stdout: `red: redmine answers as admin at ${base}.\n`, stderr: '' });
    const wrong = await run(['trackers', 'check'], { ONEOFF_RED_TOKEN: 'wrong-token-0123456789' });
    assert.equal(wrong.code, 4);
    assert.match(wrong.stdout, /the token is wrong or has expired/);
    const elsewhere = await run(['trackers', 'check'], { ONEOFF_RED_ORIGIN: 'https://tracker.example' });
    assert.match(elsewhere.stdout, /the token is meant for https:\/\/tracker\.example\. Nothing was sent/);
  });

  it('ties one-offs to its issues, closed ones too', async () => {
    await create('Own prices', 'Globex');
    await create('Show the logo', 'Globex');
    await create('Export invoices', 'ACME');
    for (let more = 4; more <= 105; more++) await create(`Filler ${more}`, '');
    await tell('PUT', '/issues/2.json', { issue: { status_id: 5, notes: 'done' } });
    await tell('POST', '/time_entries.json', { time_entry: { issue_id: 1, hours: 1.5, activity_id: await anActivity() } });
    const outcome = await run(['scan', '--requests', '--format', 'json']);
    assert.equal(outcome.stderr, '');
    assert.equal(outcome.code, 0);
    assert.deepEqual(requestsOf(outcome), [
      '2: #1 Own prices (New)',
      '6: #2 Show the logo (Closed)',
      '8: ?#3 Export invoices (New)',
      '10: ?#9999 - (not found or not permitted), ?#3 Export invoices (New)',
    ]);
    const { requests } = reportIn(outcome.stdout);
    assert.deepEqual([requests?.linked, requests?.of, requests?.trackers[0]?.items], [2, 4, 105]);
    assert.deepEqual(requests?.trackers[0]?.missing, ['#9999']);
  });

  it('keeps the hours that were logged', () => {
    const kept = readdirSync(work.at('cache/oneoff')).filter((name) => name.endsWith('.items.json'));
    const hours = kept.flatMap((name) =>
      [...readFileSync(work.at(`cache/oneoff/${name}`), 'utf8').matchAll(/"hoursSpent":[\d.]+/g)].map(String),
    );
    assert.deepEqual(hours, ['"hoursSpent":1.5']);
  });

  it('takes up what has changed', async () => {
    await tell('PUT', '/issues/1.json', { issue: { subject: 'Own prices, with rebate', status_id: 2 } });
    assert.deepEqual(requestsOf(await run(['scan', '--requests', '--format', 'json'])).slice(0, 1), [
      '2: #1 Own prices, with rebate (In Progress)',
    ]);
  });

  it('works from what was kept when it is offline, or does not answer', async () => {
    const kept = requestsOf(await run(['scan', '--requests', '--offline', '--format', 'json'], { ONEOFF_RED_TOKEN: '' }));
    assert.deepEqual(kept.slice(0, 2), ['2: #1 Own prices, with rebate (In Progress)', '6: #2 Show the logo (Closed)']);
    const refused = await run(['scan', '--requests', '--format', 'json'], { ONEOFF_RED_TOKEN: 'wrong-token-0123456789' });
    assert.equal(refused.code, 4);
    assert.match(refused.stderr, /Not all requests could be asked for\.\n {2}red: GET .*the token is wrong or has expired/);
    assert.deepEqual(requestsOf(refused), kept);
  });

  it('keeps no token', () => {
    const files = readdirSync(work.at('cache/oneoff'));
    assert.ok(files.some((name) => name.endsWith('.items.json')));
    for (const name of files) assert.ok(!readFileSync(work.at(`cache/oneoff/${name}`), 'utf8').includes(key), name);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
