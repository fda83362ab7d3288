import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { Ajv } from 'ajv';
import { GitFolder } from '../unit/git-folder.js';
import { readJsonObject, reportIn } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli, type Outcome } from './run-cli.js';

const branchFor = (customer: string): string => `if (tenant.slug === '${customer}') {\n  go();\n}\n`;
const customers = ['acme', 'globex', 'hooli'].map((id) => ({ id, name: id.replace(/^./, (letter) => letter.toUpperCase()) }));
const configWith = (more: object = {}): string => JSON.stringify({ customers, ...more }, null, 2);

describe('oneoff check', function () {
  this.timeout(60_000);
  let folder: GitFolder;
  let cache: TemporaryFolder;
  const run = (...words: readonly string[]): Promise<Outcome> => runCli(words, { cwd: folder.path, env: { XDG_CACHE_HOME: cache.path } });
  const baseline = (): string => readFileSync(folder.at('oneoff.baseline.json'), 'utf8');

  beforeEach(() => {
    folder = new GitFolder({ 'oneoff.config.json': configWith(), 'src/a.ts': branchFor('acme'), 'src/b.ts': branchFor('globex') });
    cache = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  async function accept(): Promise<void> {
    assert.equal((await run('baseline')).code, 0);
    folder.commit('Accept what is there');
  }

  it('plays a gate over the history of a branch: clean, new, accepted, moved, removed', async () => {
    await accept();
    folder.git('switch', '--quiet', '--create', 'hooli-export');
    assert.deepEqual(await run('check'), {
      code: 0,
      stdout: 'Passed: no new one-offs beside the 2 known, compared with oneoff.baseline.json.\n',
      stderr: '',
    });

    folder.write({ 'src/export.ts': `export const columns = 3;\n${branchFor('hooli')}` });
    const failed = await run('check');
    assert.equal(failed.code, 1);
    assert.match(
      failed.stdout,
      /^1 new one-off {2}compared with oneoff\.baseline\.json\n {2}src\/export\.ts:2 {2}branch {2}Hooli {2}tenant\.slug === 'hooli'\n {4}\S/,
    );
    assert.match(failed.stdout, /accept them: run oneoff baseline and commit oneoff\.baseline\.json/);

    const before = baseline();
    assert.match((await run('baseline')).stdout, /^Wrote oneoff\.baseline\.json with 3 one-offs\. Commit it\.\n$/);
    const added = baseline()
      .split('\n')
      .filter((line) => !before.includes(line));
    assert.equal(added.length, 1, 'Accepting one one-off adds one line and changes no other.');
    folder.commit('Export for Hooli');
    assert.equal((await run('check')).code, 0);

    mkdirSync(folder.at('src/reports'));
    renameSync(folder.at('src/export.ts'), folder.at('src/reports/columns.ts'));
    folder.write({ 'src/a.ts': `// Moved down.\n\n\n${branchFor('acme')}` });
    const moved = await run('check');
    assert.equal(moved.code, 0);
    assert.equal(moved.stderr, 'oneoff.baseline.json was written anew: it follows what was moved. Commit it.\n');
    folder.commit('Reports have their own folder');
    assert.equal((await run('check')).stderr, '');

    folder.write({ 'src/b.ts': 'go();\n' });
    const removed = await run('check');
    assert.equal(removed.code, 0);
    assert.equal(removed.stderr, 'oneoff.baseline.json was written anew: 1 accepted one-off is gone from it. Commit it.\n');
    assert.doesNotMatch(baseline(), /globex/);
    folder.write({ 'src/b.ts': branchFor('globex') });
    assert.equal((await run('check')).code, 1, 'What was taken out cannot come back unseen.');
  });

  it('leaves the baseline as it is where that is wanted, where the gate fails, and for files that could not be read', async () => {
    await accept();
    const before = baseline();
    folder.write({ 'src/a.ts': 'go();\n' });
    assert.equal((await run('check', '--no-shrink')).code, 0);
    assert.equal(baseline(), before);
    folder.write({ 'src/c.ts': branchFor('hooli') });
    assert.equal((await run('check')).code, 1);
    assert.equal(baseline(), before);
    folder.remove('src/c.ts');
    folder.write({ 'src/a.ts': branchFor('acme'), 'src/b.ts': '}}} tenant.slug === (\n' });
    assert.equal((await run('check')).code, 0);
    assert.equal(baseline(), before, 'A file that does not parse for a while keeps its entries.');
  });

  it('compares with the commit that a branch started from, and checks nothing out', async () => {
    const base = folder.commit('Start');
    folder.git('switch', '--quiet', '--create', 'topic');
    folder.write({ 'src/c.ts': branchFor('hooli') });
    folder.commit('Hooli');
    folder.git('switch', '--quiet', 'main');
    folder.write({ 'src/d.ts': branchFor('hooli') });
    folder.commit('Main goes on');
    folder.git('switch', '--quiet', 'topic');
    const { code, stdout } = await run('check', '--since', 'main');
    assert.equal(code, 1);
    assert.ok(stdout.startsWith(`1 new one-off  compared with main (${base.slice(0, 7)})\n  src/c.ts:1  branch  Hooli`), stdout);
    assert.equal(folder.git('status', '--porcelain'), '');
    assert.equal(existsSync(folder.at('oneoff.baseline.json')), false);

    folder.git('mv', 'src/b.ts', 'src/moved.ts');
    folder.remove('src/c.ts');
    assert.equal((await run('check', '--since', 'main')).code, 0);
  });

  it('lets pass what stands in files that the branch did not change, though it is taken for a one-off only now', async () => {
    folder.write({ 'oneoff.config.json': '{}', 'src/a.ts': 'export const isBig = (name: string) => name === "umbrella";\n' });
    folder.commit('Start');
    folder.write({
      'oneoff.config.json': '{ "customers": [{ "id": "umbrella" }] }',
      'src/c.ts': "if (tenant.slug === 'umbrella') go();\n",
    });
    const { code, stdout } = await run('check', '--since', 'HEAD');
    assert.equal(code, 1);
    assert.match(stdout, /^1 new one-off/);
    assert.match(stdout, /src\/c\.ts:1/);
  });

  it('never fails for low confidence, for a flag without a customer, and for test tenants', async () => {
    folder.write({
      'oneoff.config.json': JSON.stringify({ customers: [...customers, { id: 'sandbox-co', standing: 'rehearsal' }] }),
    });
    await accept();
    folder.write({
      'src/c.ts': `if (process.env.FEATURE_EXPORT === 'true') go();\n`,
      'src/d.ts': branchFor('sandbox-co'),
    });
    const { code, stdout } = await run('check', '--format', 'json');
    const added = reportIn(stdout).findings.filter(({ baselineState }) => baselineState === 'new');
    assert.deepEqual([code, added.map(({ path }) => path)], [0, ['src/c.ts', 'src/d.ts']]);
  });

  it('holds budgets per customer, kind and folder, also without a baseline', async () => {
    const budgets = [
      { customer: 'acme', most: 1 },
      { folder: 'src/billing', most: 0 },
      { kind: 'branch', most: 9 },
    ];
    folder.write({ 'oneoff.config.json': configWith({ budgets }), 'src/billing/rates.ts': 'export const rate = 1;\n' });
    assert.deepEqual(await run('check'), { code: 0, stdout: 'Passed: 3 budgets kept.\n', stderr: '' });
    folder.write({ 'src/billing/tax.ts': branchFor('acme') });
    const { code, stdout } = await run('check');
    assert.equal(code, 1);
    assert.match(stdout, /^Over budget\n {2}Acme: 2 one-offs, at most 1\. Most are in src\/a\.ts \(1\), src\/billing\/tax\.ts \(1\)\.\n/);
    assert.match(stdout, /\n {2}in src\/billing: 1 one-off, at most 0\. Most are in src\/billing\/tax\.ts \(1\)\.\n/);
    assert.match(stdout, /raise "most" of the budget in oneoff\.config\.json/);
  });

  it('warns of a budget that can count nothing, as it would be a hole', async () => {
    folder.write({ 'oneoff.config.json': configWith({ budgets: [{ customer: 'acmee', most: 0 }] }) });
    const { code, stderr } = await run('check');
    assert.equal(code, 0);
    assert.match(
      stderr,
      /oneoff\.config\.json:\d+:\d+ warning: No customer has the id "acmee", so this budget counts nothing\. Did you mean "acme"\?/,
    );
  });

  it('writes JSON by its schema, with the state of each finding, and the reason to stderr', async () => {
    const validate = new Ajv({ strict: false }).compile(readJsonObject('media/report.schema.json'));
    folder.commit('Start');
    folder.write({ 'src/c.ts': branchFor('hooli') });
    folder.remove('src/b.ts');
    const { code, stdout, stderr } = await run('check', '--since', 'HEAD', '--format', 'json');
    const report = reportIn(stdout);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.equal(code, 1);
    assert.deepEqual(
      report.findings.map(({ path, baselineState }) => [path, baselineState]),
      [
        ['src/a.ts', 'unchanged'],
        ['src/c.ts', 'new'],
        ['src/b.ts', 'absent'],
      ],
    );
    assert.deepEqual([report.gate?.passed, report.gate?.new, report.gate?.unchanged, report.gate?.absent], [false, 1, 1, 1]);
    assert.match(stderr, /^1 new one-off/);
  });

  it('writes SARIF with the state of each result, and tells CI systems of new ones only', async () => {
    folder.commit('Start');
    folder.write({ 'src/c.ts': branchFor('hooli') });
    folder.remove('src/b.ts');
    const sarif = await run('check', '--since', 'HEAD', '--format', 'sarif');
    const states = [...sarif.stdout.matchAll(/"baselineState": "(\w+)"/g)].map(([, state]) => state);
    assert.deepEqual([sarif.code, states.sort()], [1, ['absent', 'new', 'unchanged']]);
    const github = await run('check', '--since', 'HEAD', '--format', 'github');
    assert.deepEqual([github.code, github.stdout.match(/file=[^,]+/g)], [1, ['file=src/c.ts']]);
  });

  it('merges what two branches accepted without a conflict', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`src/old-${String(index)}.ts`, branchFor('acme')]));
    folder.write(many);
    await accept();
    for (const customer of ['hooli', 'globex']) {
      folder.git('switch', '--quiet', '--create', customer, 'main');
      folder.write({ [`src/${customer}.ts`]: branchFor(customer) });
      await accept();
    }
    folder.git('merge', '--quiet', '--no-edit', 'hooli');
    assert.equal((await run('check')).code, 0);
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    [
      'half a file',
      '{\n  "0a": {"kind":"branch"',
      /oneoff\.baseline\.json:2:\d+ error: This is not valid JSON: .+ write the file anew with oneoff baseline/,
    ],
    [
      'a merge conflict',
      '{\n<<<<<<< HEAD\n',
      /oneoff\.baseline\.json:2:1 error: It holds the marks of a merge conflict\. Keep the lines of both sides/,
    ],
    [
      'an entry without a path',
      '{\n  "0a": {"kind":"branch","customers":[],"text":""},\n  "version": 1\n}',
      /:2:9 error: The entry 0a is broken/,
    ],
    ['another version', '{\n  "version": 7\n}', /:2:14 error: Version 7 is not known here\. Use the version of One-Off that wrote it/],
    ['no version', '{}', /:1:1 error: "version" is missing/],
    ['a list', '[]', /:1:1 error: It is no object\./],
  ];
  for (const [what, text, message] of broken)
    it(`says where the baseline is broken and what to do: ${what}`, async () => {
      folder.write({ 'oneoff.baseline.json': text });
      const { code, stdout, stderr } = await run('check');
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    });

  it('says what to do when there is nothing to compare with, and when the revision is not there', async () => {
    const nothing = await run('check');
    assert.equal(nothing.code, 2);
    assert.match(nothing.stderr, /There is no oneoff\.baseline\.json to compare with\. Write one with oneoff baseline/);
    folder.commit('Start');
    const unknown = await run('check', '--since', '--output=x');
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /There is no commit "--output=x" here/);
    const shallow = new TemporaryFolder();
    folder.commit('Later');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${folder.path}`, shallow.at('clone')]);
    const { code, stderr } = await runCli(['check', '--since', 'HEAD~1'], {
      cwd: shallow.at('clone'),
      env: { XDG_CACHE_HOME: cache.path },
    });
    shallow.remove();
    assert.equal(code, 2);
    assert.match(stderr, /There is no commit "HEAD~1" here\. Check the name, or fetch it/);
  });

  it('compares a folder of the repository by the baseline beside the configuration', async () => {
    folder.write({ 'apps/web/c.ts': branchFor('acme') });
    await accept();
    const before = baseline();
    folder.write({ 'apps/web/d.ts': branchFor('globex') });
    const { code, stdout } = await run('check', 'apps/web');
    assert.equal(code, 1);
    assert.match(stdout, /^1 new one-off .*\n {2}d\.ts:1/);
    folder.remove('apps/web/d.ts');
    assert.equal((await run('check', 'apps/web')).code, 0);
    assert.equal(baseline(), before);
  });
});
