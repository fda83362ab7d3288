import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { formatJson } from '../../src/report/json.js';
import { reportFormats } from '../../src/report/registry.js';
import { openSession } from '../../src/workspace/open-session.js';
import { readJsonObject, reportIn } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli } from './run-cli.js';

const branch = "if (tenant.slug === 'acme') {\n  go();\n}\n";
const config = '{ "customers": [{ "id": "acme", "name": "Acme" }] }';

describe('oneoff scan', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let cache: TemporaryFolder;
  let env: NodeJS.ProcessEnv;

  beforeEach(() => {
    folder = new TemporaryFolder({ 'oneoff.config.json': config, 'src/a.ts': branch, 'src/b.ts': branch });
    cache = new TemporaryFolder();
    env = { XDG_CACHE_HOME: cache.path };
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  it('writes a summary by customer to stdout and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(['scan', folder.path], { env });
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^Acme {2}2 one-offs {2}configured\n {2}src\/a\.ts\n {5}1 {2}branch {6}tenant\.slug === 'acme' {2}3 lines\n/);
    assert.match(stdout, /\n2 one-offs in 2 files, 6 lines in \d+\.\d s \(2 parsed, 0 from the cache\)\n$/);
  });

  it('says what directives did', async () => {
    folder.write({
      'src/a.ts': `// oneoff-ignore-next-line sample data\n${branch}`,
      'src/c.ts': '// oneoff acme PROD-9\nround();\n// oneoff-ignore-fil\n',
    });
    const { code, stdout } = await runCli(['scan', folder.path], { env });
    assert.equal(code, 0);
    assert.match(stdout, /src\/c\.ts\n {5}2 {2}branch {6}round\(\); {2}1 line · PROD-9\n/);
    assert.match(stdout, /\n1 one-off is ignored by directives\.\n1 directive to correct:\n {2}src\/c\.ts:3: Unknown directive/);
    assert.match(stdout, /Did you mean "oneoff-ignore-file"\?\n/);
  });

  it('takes customers from a file, and says which of its rows are broken', async () => {
    const lines = ['Account Name;Website;ARR', 'Acme Inc.;acme.com;12.000,00 EUR', ';;', 'Globex;globex.io;1;2', 'Acme;;'];
    folder.write({ 'oneoff.config.json': '{ "customerFiles": ["crm.csv"] }', 'crm.csv': lines.join('\r\n') });
    const { code, stdout, stderr } = await runCli(['scan', folder.path, '-f', 'json'], { env });
    assert.equal(code, 0);
    assert.deepEqual(
      reportIn(stdout).customers.map(({ id, source, findings }) => [id, source, findings]),
      [['acme', 'imported', 2]],
    );
    assert.doesNotMatch(stdout, /12.?000/);
    assert.match(
      stderr,
      /crm\.csv:4:1 warning: This row has 4 cells, the first line 3; it is left out\..*\n.*crm\.csv:5:1 warning: "Acme" is/,
    );
  });

  it('scans the current folder without an argument', async () => {
    const { code, stdout } = await runCli(['scan'], { env, cwd: folder.path });
    assert.equal(code, 0);
    assert.match(stdout, /2 one-offs/);
  });

  it('writes JSON that conforms to the published schema and equals what a session reports', async () => {
    const { code, stdout } = await runCli(['scan', folder.path, '--format', 'json', '--no-cache'], { env });
    assert.equal(code, 0);
    const validate = new Ajv({ strictRequired: false }).compile(readJsonObject('media/report.schema.json'));
    assert.equal(validate(JSON.parse(stdout)), true, JSON.stringify(validate.errors));
    const session = await openSession({ root: folder.path, cacheFolder: null });
    const report = await session.scan();
    await session.dispose();
    const { ms } = reportIn(stdout).stats;
    assert.equal(stdout, formatJson({ ...report, stats: { ...report.stats, ms } }));
  });

  it('finds the same with either parser', async () => {
    const texts = await Promise.all(
      ['typescript-estree', 'auto'].map((parser) => runCli(['scan', folder.path, '-f', 'json', '--no-cache', '--parser', parser], { env })),
    );
    const [reference, auto] = texts.map(({ stdout }) => reportIn(stdout));
    assert.equal(reference?.findings.length, 2);
    assert.deepEqual(auto?.findings, reference.findings);
  });

  it('uses its cache the second time, unless told not to', async () => {
    const first = await runCli(['scan', folder.path], { env });
    const second = await runCli(['scan', folder.path], { env });
    const without = await runCli(['scan', folder.path, '--no-cache'], { env });
    assert.match(first.stdout, /2 parsed, 0 from the cache/);
    assert.match(second.stdout, /0 parsed, 2 from the cache/);
    assert.match(without.stdout, /2 parsed, 0 from the cache/);
  });

  it('writes to a file', async () => {
    const file = folder.at('report.json');
    const { code, stdout } = await runCli(['scan', folder.path, '-f', 'json', '-o', file], { env });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
    assert.equal(reportIn(readFileSync(file, 'utf8')).findings.length, 2);
    const failed = await runCli(['scan', folder.path, '-o', folder.at('no/such/report.txt')], { env });
    assert.equal(failed.code, 2);
    assert.match(failed.stderr, /^oneoff: .*report\.txt cannot be written: .* Give a file in a folder that exists\.\n$/);
  });

  it('writes every format, the same each time', async () => {
    for (const format of reportFormats.filter((each) => each !== 'pretty' && each !== 'json')) {
      const [first, second] = [
        await runCli(['scan', folder.path, '-f', format], { env }),
        await runCli(['scan', folder.path, '-f', format], { env }),
      ];
      assert.deepEqual({ code: first.code, stderr: first.stderr }, { code: 0, stderr: '' }, format);
      assert.match(first.stdout, format === 'markdown' ? /\| Acme \| unknown \| 2 \| 6 \| 2 \| 0 \|/ : /src\/a\.ts/, format);
      assert.equal(first.stdout, second.stdout, format);
    }
  });

  it('says what came and went since an earlier report', async () => {
    const file = cache.at('before.json');
    await runCli(['scan', folder.path, '-f', 'json', '-o', file], { env });
    folder.write({ 'src/c.ts': `${branch}if (tenant.slug === 'acme' && late) {\n  stop();\n}\n` });
    folder.remove('src/b.ts');
    const { stdout } = await runCli(['scan', folder.path, '-f', 'markdown', '--since-report', file], { env });
    assert.match(stdout, /Since the earlier report 1 came and 0 went\./);
    assert.match(stdout, /\| came \| `src\/c\.ts:4` \| Acme \| `tenant\.slug === 'acme' && late` \|/);
  });

  it('writes one row a customer on request', async () => {
    const { stdout } = await runCli(['scan', folder.path, '-f', 'csv', '--csv-of', 'customers'], { env });
    assert.match(stdout, /^\uFEFFid,name,source,.*\r\nacme,Acme,configured,customer,high,unknown,2,6,2,1,0,/);
  });

  it('names what is wrong with the answers of the team, and writes the rest', async () => {
    folder.write({ '.oneoff/opinions.json': '{ "opinions": [{ "sign": 11, "answer": "yes", "date": "2025-03-31" }] }' });
    const { code, stdout, stderr } = await runCli(['scan', folder.path, '-f', 'html'], { env });
    assert.equal(code, 0);
    assert.match(stderr, /opinions\.json:1:26 error: .*docs\/red-flags\.md shows the form\.\n$/);
    assert.match(stdout, /<h2 id="signs-title">Red flags<\/h2>/);
    folder.write({
      '.oneoff/opinions.json': '{ "opinions": [{ "sign": 8, "answer": "yes", "date": "2025-03-31", "note": "Ask sales." }] }',
    });
    const right = await runCli(['scan', folder.path, '-f', 'html'], { env });
    assert.equal(right.stderr, '');
    assert.match(right.stdout, /Opinion of the team, 2025-03-31:<\/strong> yes, we see it\. Ask sales\./);
  });

  it('takes another configuration', async () => {
    folder.write({ 'other/oneoff.json': '{ "customers": [{ "id": "acme", "name": "Acme International" }] }' });
    const { stdout } = await runCli(['scan', folder.path, '--config', folder.at('other/oneoff.json')], { env });
    assert.match(stdout, /^Acme International {2}2 one-offs/);
    const missing = await runCli(['scan', folder.path, '--config', folder.at('gone.json')], { env });
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /gone\.json:1:1 error: Cannot read it: .* Check the path and that the file can be read\./);
  });

  it('leaves out what is less certain than asked for', async () => {
    const demo = path.resolve('test/fixtures/demo');
    const all = reportIn((await runCli(['scan', demo, '-f', 'json'], { env })).stdout);
    const high = reportIn((await runCli(['scan', demo, '-f', 'json', '--min-confidence', 'high'], { env })).stdout);
    assert.ok(all.findings.length > high.findings.length);
    assert.ok(high.findings.every(({ confidence }) => confidence === 'high'));
  });

  it('says that an empty folder is empty', async () => {
    const empty = new TemporaryFolder();
    const { code, stdout } = await runCli(['scan', empty.path], { env });
    empty.remove();
    assert.equal(code, 0);
    assert.match(stdout, /^No source files were found/);
  });

  const misuse: readonly { readonly name: string; readonly words: readonly string[]; readonly message: RegExp }[] = [
    {
      name: 'no such folder',
      words: ['scan', '/no/such/folder'],
      message: /^oneoff: There is no folder \/no\/such\/folder\. Check the path\.\n$/,
    },
    { name: 'an unknown command', words: ['scam'], message: /unknown command 'scam'\n\(Did you mean scan\?\)\nRun with --help/ },
    { name: 'an unknown option', words: ['scan', '--fromat', 'json'], message: /unknown option '--fromat'\n\(Did you mean --format\?\)/ },
    {
      name: 'an unknown format',
      words: ['scan', '--format', 'xml'],
      message: /Allowed choices are pretty, json, html, markdown, csv, sarif, gitlab, github, checkstyle, junit\./,
    },
    {
      name: 'an earlier report that is none',
      words: ['scan', 'test/fixtures/demo', '--since-report', 'package.json'],
      message:
        /^oneoff: package\.json is not what oneoff scan writes \(schemaVersion: .*\)\. Give a file that oneoff scan --format json wrote\.\n$/,
    },
    {
      name: 'an earlier report that is not there',
      words: ['scan', 'test/fixtures/demo', '--since-report', 'gone.json'],
      message: /^oneoff: gone\.json cannot be read: .*\. Give a file that/,
    },
    {
      name: 'a link that would run something',
      words: ['scan', 'test/fixtures/demo', '-f', 'html', '--link', 'javascript://x/{path}'],
      message: /^oneoff: javascript:\/\/x\/\{path\} is no address of a place\. Give one such as/,
    },
    { name: 'no command', words: [], message: /^Usage: oneoff / },
  ];
  for (const { name, words, message } of misuse) {
    it(`exits with 2 on ${name}`, async () => {
      const { code, stdout, stderr } = await runCli(words, { env });
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, message);
    });
  }

  it('shows help and version', async () => {
    const help = await runCli(['scan', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--min-confidence/);
    assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('exits with 2 and names the place when the configuration is wrong', async () => {
    folder.write({ 'oneoff.config.json': '{\n  "customers": [{ "id": 7 }]\n}' });
    const { code, stdout, stderr } = await runCli(['scan', folder.path], { env });
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    const problem = `${folder.at('oneoff.config.json')}:2:25 error: "customers[0].id" must be a text, but it is the number 7. Correct it or remove it.`;
    assert.equal(
      stderr,
      `${problem}\noneoff: Nothing was reported, because the configuration is not in force. Correct it and scan again.\n`,
    );
  });

  it('warns of what is doubtful in the configuration and reports all the same', async () => {
    folder.write({ 'oneoff.config.json': `${config.slice(0, -2)}, "exclud": [], "exclude": ["nowhere/**"] }` });
    const { code, stdout, stderr } = await runCli(['scan', folder.path], { env });
    assert.equal(code, 0);
    assert.match(stderr, /warning: Unknown key "exclud"; it has no effect\. Did you mean "exclude"\?/);
    assert.match(stderr, /warning: "nowhere\/\*\*" in "exclude" matches no source file/);
    assert.match(stdout, /^Acme {2}2 one-offs/);
  });

  it('names what it skipped and reports the rest', async () => {
    folder.write({
      'src/big.ts': branch.repeat(60_000),
      'src/video.ts': Buffer.from([0x47, 0, 0x11]),
      'src/torn.ts': `${branch}const a b;\n`,
    });
    const { code, stdout } = await runCli(['scan', folder.path], { env });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /3 places skipped:\n {2}src\/big\.ts: It is 2\.\d MB; files over 2 MB are not read\.\n {2}src\/torn\.ts: Line 4: /,
    );
    assert.match(stdout, /src\/video\.ts: It is binary, not source text\./);
    assert.match(stdout, /^Acme {2}[23] one-offs/);
  });

  it('stops at once when interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`many/f${String(index)}.ts`, branch.repeat(100)])));
    const { code, stdout, stderr } = await runCli(['scan', folder.path, '--no-cache', '--parser', 'typescript-estree'], {
      env,
      onStart: (child) => setTimeout(() => child.kill('SIGINT'), 700),
    });
    assert.deepEqual({ code, stdout, stderr }, { code: 130, stdout: '', stderr: 'oneoff: Cancelled.\n' });
  });

  it('ends quietly when its reader stops reading', function () {
    if (process.platform === 'win32') this.skip();
    folder.write(Object.fromEntries(Array.from({ length: 800 }, (_, index) => [`many/f${String(index)}.ts`, branch])));
    const command = `"${process.execPath}" "${path.resolve('dist/cli.js')}" scan "${folder.path}" -f json | head -c 100 > /dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { env: { ...process.env, ...env }, encoding: 'utf8' });
    assert.deepEqual({ stdout, stderr }, { stdout: '0\n', stderr: '' });
  });
});
