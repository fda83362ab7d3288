import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readJsonObject, reportIn } from '../unit/report/json-file.js';
import { canary, item } from '../unit/trackers/connect.js';
import { FakeServer } from '../unit/trackers/fake-server.js';
import { fakeTrackers } from '../unit/trackers/fake-trackers.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli, type Outcome } from './run-cli.js';

const redmine = fakeTrackers.find(({ type }) => type === 'redmine');

describe('oneoff scan --requests', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let server: FakeServer;
  let base: string;

  beforeEach(async () => {
    assert.ok(redmine);
    server = new FakeServer((request, at) => redmine.handle(request, [item(1), item(2, { isClosed: true })], at));
    base = await server.start();
    folder = new TemporaryFolder({
      'oneoff.config.json': JSON.stringify({
        customers: [{ id: 'umbrella', name: 'Umbrella' }],
        trackers: [
          { id: 'red', type: 'redmine', url: base, projects: ['shop'], customerFields: ['Customer'] },
          { id: 'old', type: 'file', path: 'old.csv', keyPatterns: ['REQ-{number}'] },
        ],
        links: [{ request: 'REQ-7', path: 'src/c.ts' }],
      }),
      'old.csv': 'Key,Title,Status\nREQ-7,From the old tracker,Shipped\n',
      'src/a.ts': "// #2\nif (tenant.slug === 'umbrella') go();\n",
      'src/b.ts': "if (tenant.slug === 'umbrella') go();\n",
      'src/c.ts': "if (tenant.slug === 'umbrella') go();\n",
    });
  });
  afterEach(async () => {
    await server.stop();
    folder.remove();
  });

  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    runCli(words, {
      cwd: folder.path,
      env: {
        XDG_CACHE_HOME: folder.at('cache'),
        XDG_CONFIG_HOME: folder.at('home'),
        ONEOFF_RED_TOKEN: canary,
        ONEOFF_RED_ORIGIN: base,
        ONEOFF_DEBUG: '1',
        ...env,
      },
    });
  const requestsOf = ({ stdout }: Outcome): readonly string[] =>
    reportIn(stdout).findings.map(
      ({ path, requests = [] }) =>
        `${path} ${requests.map(({ key, status, link }) => `${key} ${status ?? '-'} ${link?.source ?? '-'}`).join(', ')}`,
    );

  it('links to what trackers and exports have, and writes JSON that conforms to its schema', async () => {
    const outcome = await run(['scan', '--requests', '--format', 'json']);
    assert.equal(outcome.code, 0, outcome.stderr);
    assert.deepEqual(requestsOf(outcome), [
      'src/a.ts #2 Closed comment',
      'src/b.ts #2 Closed customer-field, #1 New customer-field',
      'src/c.ts REQ-7 Shipped config',
    ]);
    const validate = new Ajv({ strict: false }).compile(readJsonObject('media/report.schema.json'));
    assert.equal(validate(JSON.parse(outcome.stdout)), true, JSON.stringify(validate.errors));
  });

  it('says in words what is tied and what is not', async () => {
    const { stdout } = await run(['scan', '--requests']);
    assert.match(stdout, /tenant\.slug === 'umbrella' {2}1 line · #2 \(Closed\)\n/);
    assert.match(stdout, /1 line · no request; perhaps #2\?\n/);
    assert.match(stdout, /\n2 of 3 one-offs are tied to a request\.\n/);
  });

  it('completes when a tracker fails, names it, and exits with 4', async () => {
    await run(['scan', '--requests']);
    server.interfere = ({ headers }) => ({ status: 401, body: { message: JSON.stringify(headers) } });
    const outcome = await run(['scan', '--requests', '--format', 'json']);
    assert.equal(outcome.code, 4);
    assert.match(outcome.stderr, /oneoff: Not all requests could be asked for\.\n {2}red: GET http.*token is wrong or has expired/);
    assert.equal(requestsOf(outcome).length, 3);
    assert.match(reportIn(outcome.stdout).requests?.trackers[0]?.problem ?? '', /token is wrong/);
    assert.match(requestsOf(outcome)[0] ?? '', /#2 Closed comment/);
  });

  it('asks nobody with --offline', async () => {
    await run(['scan', '--requests']);
    const before = server.requests.length;
    const outcome = await run(['scan', '--requests', '--offline', '--format', 'json'], { ONEOFF_RED_TOKEN: '' });
    assert.equal(outcome.code, 0, outcome.stderr);
    assert.equal(server.requests.length, before);
    assert.match(requestsOf(outcome)[0] ?? '', /#2 Closed comment/);
  });

  it('asks nobody without --requests', async () => {
    await run(['scan']);
    assert.deepEqual(server.requests, []);
  });

  it('sends no token where the user has not said that it may go', async () => {
    for (const ONEOFF_RED_ORIGIN of ['https://tracker.ledgerly.example', `${base}1`, '', 'nonsense']) {
      const { code, stdout } = await run(['trackers', 'check'], { ONEOFF_RED_ORIGIN });
      assert.equal(code, 4);
      assert.match(stdout, /red: .*[Nn]othing was sent|so that nothing was sent/);
    }
    assert.deepEqual(server.requests, []);
    folder.write({ 'home/oneoff/trackers.json': JSON.stringify({ origins: { red: base } }) });
    const { stdout } = await run(['trackers', 'check'], { ONEOFF_RED_ORIGIN: undefined });
    assert.match(stdout, /red: redmine answers as robin at/);
    folder.write({ 'home/oneoff/trackers.json': '{' });
    assert.match(
      (await run(['trackers', 'check'], { ONEOFF_RED_ORIGIN: undefined })).stdout,
      /trackers\.json cannot be read\. Write \{ "origins"/,
    );
  });

  it('says which variable holds the token', async () => {
    const { stdout } = await run(['trackers', 'check'], { ONEOFF_RED_TOKEN: '' });
    assert.match(
      stdout,
      /red: no token is set\. Put it into the environment as ONEOFF_RED_TOKEN\.\nold: file answers as old\.csv, 1 item\./,
    );
  });

  it('has a token in no output and no file, whatever the tracker says', async () => {
    const echo = JSON.stringify({ token: canary, basic: btoa(`:${canary}`) });
    const outcomes = [await run(['scan', '--requests', '--format', 'json']), await run(['trackers', 'check'])];
    for (const answer of [
      { status: 401, body: { message: echo } },
      { status: 500, body: echo },
      { status: 302, headers: { location: `https://x.example/?${canary}` } },
    ]) {
      server.interfere = () => answer;
      outcomes.push(await run(['scan', '--requests', '--format', 'json']));
    }
    for (const { stdout, stderr } of outcomes) assert.ok(!`${stdout}${stderr}`.includes(canary));
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(files.some(({ name }) => name.endsWith('.items.json')));
    for (const { parentPath, name } of files) assert.ok(!readFileSync(`${parentPath}/${name}`, 'utf8').includes(canary), name);
  });
});
