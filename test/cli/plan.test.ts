import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { GitFolder } from '../unit/git-folder.js';
import { readJsonObject } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli, type Outcome } from './run-cli.js';

const customers = [
  { id: 'acme', name: 'Acme', status: 'active' },
  { id: 'globex', name: 'Globex', status: 'gone' },
];
const planOf = z.object({
  customizations: z.array(z.object({ id: z.string(), decision: z.object({ option: z.string() }).nullable(), debt: z.unknown() })),
  settled: z.array(z.object({ customization: z.string() })),
});

describe('oneoff plan and oneoff decide', function () {
  this.timeout(30_000);
  let folder: GitFolder;
  let cache: TemporaryFolder;
  const run = (...words: readonly string[]): Promise<Outcome> => runCli(words, { cwd: folder.path, env: { XDG_CACHE_HOME: cache.path } });
  const asJson = async (...words: readonly string[]) => planOf.parse(JSON.parse((await run('plan', '--format', 'json', ...words)).stdout));
  const decisionFile = (): string => folder.at('.oneoff/decisions/acme.prod-7.json');

  beforeEach(() => {
    folder = new GitFolder({
      'oneoff.config.json': JSON.stringify({ customers }),
      'src/terms.ts': "// oneoff acme PROD-7\nif (tenant.slug === 'acme') {\n  net(60);\n}\n",
      'src/both.ts': "if (['acme', 'globex'].includes(tenant.slug)) {\n  go();\n}\n",
      'lib/old.ts': "if (tenant.slug === 'globex') {\n  go();\n}\n",
    });
    cache = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  it('tells what belongs together, the suggestion with its rule, and what is not known', async () => {
    const { code, stdout, stderr } = await run('plan');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Acme {2}2 customizations {2}active\n/);
    assert.match(
      stdout,
      / {2}acme\.prod-7 {2}PROD-7\n {4}1 place, 3 lines, 1 file in 1 folder\n {4}Asked for by PROD-7\.\n {4}No suggestion\./,
    );
    assert.match(stdout, / {2}globex\.lib {2}lib\n.*\n {4}Suggestion: retire it\. Globex is no customer any more/);
    assert.match(stdout, /Not known: when somebody checked the contract \(--contract-checked\); /);
    assert.match(stdout, /\nContracts, notice periods and live usage are in no repository/);
  });

  it('writes a decision, by its schema, and knows it again after lines and files have moved', async () => {
    const decided = await run(
      'decide',
      'acme.prod-7',
      '--option',
      'isolate',
      '--owner',
      'Ada',
      '--review',
      '2030-01-31',
      '--note',
      'A setting.',
    );
    assert.equal(decided.code, 0, decided.stderr);
    assert.match(decided.stdout, /acme\.prod-7\.json: isolate it; to be looked at again on 2030-01-31\. Commit it\.\n$/);
    const validate = new Ajv({ strict: false, formats: { date: true } }).compile(readJsonObject('media/decision.schema.json'));
    assert.ok(validate(readJsonObject(decisionFile())), JSON.stringify(validate.errors));
    const before = readFileSync(decisionFile(), 'utf8');
    assert.match(before, /^\{\n {2}"version": 1,\n {2}"customization": "acme\.prod-7",\n/);

    folder.write({ 'src/terms.ts': `\n\n\n${readFileSync(folder.at('src/terms.ts'), 'utf8')}` });
    const { stdout } = await run('plan');
    assert.match(stdout, /Decided: isolate it, Ada, \d{4}-\d\d-\d\d; review 2030-01-31\.\n {4}After 0 months: 1 of 1 place is there/);
    await run('decide', 'acme.prod-7', '--expect', '4');
    const changed = readFileSync(decisionFile(), 'utf8')
      .split('\n')
      .filter((line) => !before.includes(line));
    assert.deepEqual(changed, ['  "expectedCustomers": 4,'], 'A fact more changes one line.');
    assert.deepEqual(readdirSync(folder.at('.oneoff/decisions')), ['acme.prod-7.json']);

    folder.remove('src/terms.ts');
    assert.deepEqual(
      (await asJson()).settled.map(({ customization }) => customization),
      ['acme.prod-7'],
    );
  });

  it('does not retire before somebody has checked what is in no repository', async () => {
    const blocked = await run('decide', 'globex.lib', '--option', 'retire', '--owner', 'Ada');
    assert.equal(blocked.code, 2);
    assert.match(
      blocked.stderr,
      /globex\.lib cannot be retired yet\. Somebody has to say when somebody checked the contract \(--contract-checked\); /,
    );
    assert.deepEqual(
      (await asJson()).customizations.map(({ decision }) => decision),
      [null, null, null, null],
    );
    const facts = ['--contract-checked', '2026-01-05', '--usage-checked', '2026-01-06', '--notice', '2026-03-31'];
    assert.equal((await run('decide', 'globex.lib', '--option', 'retire', '--owner', 'Ada', ...facts)).code, 0);
  });

  it('answers what goes if a customer leaves, and if customizations are retired', async () => {
    const leaves = await run('plan', '--if-leaves', 'Globex');
    assert.match(
      leaves.stdout,
      /^If Globex leaves\nAt most 3 lines in 1 file and 0 flags go, at 1 place\. 1 place that other customers need too gets simpler and stays\.\n\nGoes\n {2}lib\/old\.ts:1 .*\n\nStays for others\n {2}src\/both\.ts:1 .*\(acme, globex\)\n/,
    );
    assert.match(
      (await run('plan', '--retire', 'globex.lib', 'globex.src')).stdout,
      /^If globex\.lib, globex\.src are retired\nAt most 3 lines/,
    );
    const unknown = await run('plan', '--if-leaves', 'globx');
    assert.deepEqual([unknown.code, unknown.stderr], [2, 'oneoff: There is no customer "globx". Did you mean "globex"?\n']);
    const missing = await run('plan', '--retire', 'globex.lip');
    assert.deepEqual([missing.code, missing.stderr], [2, 'oneoff: There is no customization "globex.lip". Did you mean "globex.lib"?\n']);
  });

  it('reads the history when asked', async () => {
    folder.commit('Start');
    const [first] = (await asJson('--history')).customizations;
    assert.ok(z.object({ collateral: z.literal(0), changes: z.number() }).safeParse(first?.debt).success, JSON.stringify(first));
  });

  describe('with a tracker', () => {
    const requests = [
      'Key,Title,Status,Customer,RICE score,CD3,ARR,Updated',
      'PROD-7,Net terms of sixty days,Done,Acme,4.5,120,50000,2026-01-02',
      'PROD-8,Sixty days net terms,Open,Initech,,,,2026-01-03',
      'PROD-9,Dark colours,Open,Umbrella,,,,2026-01-03',
    ];
    beforeEach(() => {
      folder.write({
        'oneoff.config.json': JSON.stringify({ customers, trackers: [{ id: 'old', type: 'file', path: 'requests.csv' }] }),
        'requests.csv': `${requests.join('\n')}\n`,
      });
    });

    it('says what was asked for, who else asked for much the same, and what trackers score', async () => {
      const { code, stdout, stderr } = await run('plan', '--requests', '--offline');
      assert.deepEqual([code, stderr], [0, '']);
      const card = /^ {2}acme\.prod-7 .*\n(?: {4}.*\n)*/m.exec(stdout)?.[0] ?? '';
      assert.match(card, /^ {2}acme\.prod-7 {2}PROD-7 Net terms of sixty days\n/);
      assert.match(card, /Asked for by PROD-7 \(Done\)\.\n/);
      assert.match(card, /Initech too: “Sixty days net terms” \(PROD-8\) is much like “Net terms of sixty days” \(PROD-7\)\.\n/);
      assert.match(card, /Revenue 50,000 \(PROD-7\)\.\n {4}RICE score 4\.5 \(PROD-7\)\.\n {4}CD3 120 \(PROD-7\)\.\n/);
      assert.doesNotMatch(stdout, /Umbrella|No tracker was asked/);
      const { stdout: markdown } = await run('plan', '--requests', '--format', 'markdown');
      assert.match(markdown, /- Request: PROD-7 · Net terms of sixty days · Done\n/);
      assert.match(markdown, /- Score: RICE score 4\.5 \(PROD-7\)\n/);
    });

    it('asks nothing of them without being told to', async () => {
      const { stdout } = await run('plan');
      assert.match(stdout, /No tracker was asked: .* --requests asks them\./);
      assert.doesNotMatch(stdout, /Initech|RICE/);
    });

    it('decides about the cards that the plan shows', async () => {
      const { code, stderr } = await run('decide', 'acme.prod-7', '--option', 'keep', '--requests');
      assert.equal(code, 0, stderr);
    });

    it('tells what could not be had, and exits with 4', async () => {
      folder.remove('requests.csv');
      const { code, stdout, stderr } = await run('plan', '--requests');
      assert.equal(code, 4);
      assert.match(stdout, /acme\.prod-7/);
      assert.match(stderr, /oneoff: Not all requests could be asked for\.\n {2}old: .*requests\.csv/);
      const decided = await run('decide', 'acme.prod-7', '--option', 'keep', '--requests');
      assert.equal(decided.code, 4);
      assert.match(decided.stdout, /^Wrote /);
    });
  });

  it('names broken decisions with place and remedy, reads no links, and goes on', async () => {
    await run('decide', 'acme.prod-7', '--option', 'keep');
    const good = readFileSync(decisionFile(), 'utf8');
    const elsewhere = new TemporaryFolder({ 'secret.json': '{ "token": "s3cret" }' });
    symlinkSync(elsewhere.at('secret.json'), folder.at('.oneoff/decisions/link.json'));
    folder.write({
      '.oneoff/decisions/half.json': '{\n  "version": 1,\n',
      '.oneoff/decisions/odd.json': good.replace('"keep"', '"burn"'),
      '.oneoff/decisions/twice.json': good,
      '.oneoff/decisions/path.json': good.replace('"acme.prod-7"', '"../../x"'),
    });
    const { code, stdout, stderr } = await run('plan');
    elsewhere.remove();
    assert.equal(code, 0);
    assert.match(stdout, /Decided: keep it/);
    assert.match(stderr, /half\.json:3:1 error: This is not valid JSON/);
    assert.match(stderr, /odd\.json:6:13 error: "option" is not as a decision has it: .*keep.*oneoff decide\./);
    assert.match(
      stderr,
      /twice\.json:3:20 error: It decides about "acme\.prod-7", and so does acme\.prod-7\.json\. Keep the one that counts/,
    );
    assert.match(stderr, /path\.json:3:20 error: "customization" is not as a decision has it/);
    assert.match(stderr, /link\.json:1:1 error: It is no file; links are not followed/);
    assert.doesNotMatch(stdout + stderr, /s3cret/);
  });

  it('writes nothing through a link, and refuses what is no date or option', async () => {
    const elsewhere = new TemporaryFolder();
    symlinkSync(elsewhere.path, folder.at('.oneoff'));
    const linked = await run('decide', 'acme.prod-7', '--option', 'keep');
    assert.equal(linked.code, 2);
    assert.match(linked.stderr, /\.oneoff is a link; decisions are not written elsewhere/);
    assert.deepEqual(readdirSync(elsewhere.path), []);
    elsewhere.remove();
    assert.match((await run('decide', 'acme.prod-7', '--review', '2026-02-30')).stderr, /Give a date: 2027-03-31/);
    assert.match((await run('decide', 'acme.prod-7')).stderr, /Say what is decided or known/);
    assert.match((await run('decide', 'acme.prod-8', '--owner', 'x')).stderr, /Did you mean "acme\.prod-7"\?/);
  });

  it('exports the session as Markdown', async () => {
    await run('decide', 'acme.prod-7', '--option', 'isolate', '--owner', 'Ada', '--note', 'A setting.');
    const { stdout } = await run('plan', '--format', 'markdown');
    assert.match(
      stdout,
      /^# Customizations, \d{4}-\d\d-\d\d\n\n4 customizations: 1 decided, 0 to look at again, 3 open\.\n\n\| customer \| customization \|/,
    );
    assert.match(
      stdout,
      /\n## Decided\n\n### Acme: PROD-7\n[^]*- Decided: \*\*isolate it\*\*, [^]*- Note: A setting\.\n[^]*\n {2}- src\/terms\.ts:2 branch /,
    );
  });
});
