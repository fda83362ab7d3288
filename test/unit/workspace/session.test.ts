import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { baselineEntry } from '../../../src/assess/match-baseline.js';
import type { Finding } from '../../../src/model/finding.js';
import { formatBaseline } from '../../../src/workspace/baseline-file.js';
import { openSession, type SessionOptions } from '../../../src/workspace/open-session.js';
import { SessionError } from '../../../src/workspace/choose-parser.js';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { formatTrendJson } from '../../../src/report/trend-pretty.js';
import { formatJson } from '../../../src/report/json.js';
import type { Progress, Session } from '../../../src/workspace/session.js';
import { TemporaryFolder } from './temporary-folder.js';

const config = '{ "customers": [{ "id": "acme", "name": "Acme" }, { "id": "globex", "name": "Globex" }] }';
const branch = "export function price(tenant) {\n  if (tenant.slug === 'acme') {\n    return 1;\n  }\n  return 2;\n}\n";
const plain = 'export const two = 1 + 1;\n';

function brief({ path, kind, range, text }: Finding): string {
  return `${path}:${String(range.start.line)} ${kind} ${text}`;
}

describe('session', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  const opened: Session[] = [];

  beforeEach(() => {
    folder = new TemporaryFolder({ 'oneoff.config.json': config });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((session) => session.dispose()));
    folder.remove();
  });

  async function open(options: Partial<SessionOptions> = {}): Promise<Session> {
    const session = await openSession({ root: folder.path, cacheFolder: null, parser: 'typescript-estree', ...options });
    opened.push(session);
    return session;
  }

  async function scanned(options: Partial<SessionOptions> = {}): Promise<Session> {
    const session = await open(options);
    await session.scan();
    return session;
  }

  /** What a session that has seen nothing before finds now. */
  async function fresh(): Promise<readonly Finding[]> {
    return (await scanned()).findings();
  }

  describe('scan', () => {
    it('finds one-offs in every file that holds any', async () => {
      folder.write({ 'src/price.ts': branch, 'src/deep/tax.js': branch, 'src/plain.ts': plain });
      const session = await scanned();
      assert.deepEqual(session.findings().map(brief), [
        "src/deep/tax.js:2 branch tenant.slug === 'acme'",
        "src/price.ts:2 branch tenant.slug === 'acme'",
      ]);
      const { stats, customers, root } = session.report();
      assert.equal(root, folder.path);
      assert.deepEqual(
        { ...stats, ms: {} },
        { files: 3, parsed: 2, cached: 0, lines: 13, bytes: 2 * branch.length + plain.length, droppedPairs: 0, ms: {} },
      );
      assert.deepEqual(
        customers.map(({ id, findings }) => [id, findings]),
        [
          ['acme', 2],
          ['globex', 0],
        ],
      );
    });

    it('is the same each time but for the clock', async () => {
      folder.write(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`src/f${String(index)}.ts`, branch])));
      const texts = await Promise.all([scanned(), scanned()]);
      const [first, second] = texts.map((session) => formatJson({ ...session.report(), stats: { ...session.report().stats, ms: {} } }));
      assert.equal(first, second);
    });

    it('parses files that only hold names found elsewhere', async () => {
      folder.write({
        'who.ts': "export const isBig = (tenant) => tenant.slug === 'acme';\n",
        'index.ts': "export * from './who.js';\n",
        'use.ts': "import { isBig } from './index.js';\nif (isBig(x)) {\n  go();\n}\n",
      });
      assert.ok((await scanned()).findings().some(({ path, kind }) => path === 'use.ts' && kind === 'branch'));
    });

    it('reads what compared names mean, wherever that is defined', async () => {
      folder.write({
        'src/route.ts': `import { ACME_ID, GLOBEX_ID } from './constants';\nswitch (location.hostname) { case ACME_ID: a(); break; case GLOBEX_ID: b(); }\n`,
        'src/constants/index.ts': `export * from './ids';\n`,
        'src/constants/ids.ts': `export const ACME_ID = 'acme.tidywork.io';\nexport const GLOBEX_ID = 'globex.tidywork.io';\n`,
      });
      const shown = (await fresh()).map(({ kind, customers, path }) => `${kind} ${customers.join()} ${path}`);
      const expected = ['acme', 'globex'].flatMap((id) => [`branch ${id} src/route.ts`, `definition ${id} src/constants/ids.ts`]);
      assert.deepEqual(shown.toSorted(), expected.toSorted());
    });

    it('follows paths of a tsconfig that extends another, and packages by name', async () => {
      folder.write({
        'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@who/*": ["./libs/who/*"] } } }',
        'app/tsconfig.json': '{ /* ours */ "extends": "../tsconfig.base.json", }',
        'libs/who/big.ts': "export const isBig = (tenant) => tenant.slug === 'acme';\n",
        'libs/small/package.json': '{ "name": "@w/small", "main": "dist/index.js" }',
        'libs/small/src/index.ts': "export const isSmall = (tenant) => tenant.slug === 'globex';\n",
        'app/use.ts':
          "import { isBig } from '@who/big';\nimport { isSmall } from '@w/small';\nif (isBig(x)) go();\nif (isSmall(x)) stop();\n",
        'broken/package.json': '{ "name": ',
      });
      const log: string[] = [];
      const session = await scanned({ log: (line) => log.push(line) });
      const uses = session.findings({ path: 'app/use.ts', kind: 'branch' });
      assert.deepEqual(
        uses.map(({ range, customers }) => [range.start.line, ...customers]),
        [
          [3, 'acme'],
          [4, 'globex'],
        ],
      );
      assert.match(log.join('\n'), /broken\/package\.json is passed over/);
    });

    it('tells how far it is', async () => {
      folder.write({ 'a.ts': branch });
      const seen: Progress[] = [];
      await (await open()).scan(undefined, (progress) => seen.push(progress));
      assert.deepEqual(seen[0], { step: 'discover', done: 0, total: 0 });
      assert.ok(seen.some(({ step, done, total }) => step === 'parse' && done === 1 && total === 1));
      assert.ok(seen.some(({ step }) => step === 'link'));
    });

    it('rejects when cancelled, keeps what it had, and can scan again', async () => {
      folder.write({ 'a.ts': branch });
      const session = await scanned();
      folder.write({ 'b.ts': branch });
      const controller = new AbortController();
      const scan = session.scan(controller.signal, ({ step }) => {
        if (step === 'parse') controller.abort();
      });
      await assert.rejects(scan, { name: 'AbortError' });
      assert.deepEqual(
        session.findings().map(({ path }) => path),
        ['a.ts'],
      );
      await assert.rejects(session.scan(AbortSignal.abort()), { name: 'AbortError' });
      assert.equal((await session.scan()).findings.length, 2);
    });

    it('gives way to a newer scan', async () => {
      folder.write({ 'a.ts': branch });
      const session = await open();
      const [older, newer] = await Promise.allSettled([session.scan(), session.scan()]);
      assert.equal(older.status, 'rejected');
      assert.equal(newer.status, 'fulfilled');
    });

    it('needs a folder that exists', async () => {
      await assert.rejects(openSession({ root: folder.at('gone'), cacheFolder: null }), (error: unknown) => {
        assert.ok(error instanceof SessionError);
        assert.equal(error.message, `There is no folder ${folder.at('gone')}. Check the path.`);
        return true;
      });
      folder.write({ 'a.ts': branch });
      await assert.rejects(openSession({ root: folder.at('a.ts'), cacheFolder: null }), /is not a folder/);
    });

    it('has an empty report for an empty folder', async () => {
      folder.remove('oneoff.config.json');
      const { customers, findings, skipped, stats } = (await scanned()).report();
      assert.deepEqual({ customers, findings, skipped, files: stats.files }, { customers: [], findings: [], skipped: [], files: 0 });
    });
  });

  describe('data files', () => {
    const reader = "import seats from './seats.json';\nexport const of = (tenant) => seats[tenant.slug];\n";

    it('are read where code imports them, and counted where they are read', async () => {
      folder.write({
        'src/seats.json': '{\n  "acme": 5,\n  "zephyr": 9,\n  "quarry": 7\n}\n',
        'src/seats.ts': reader,
        'src/other.json': '{ "a": 1 }',
      });
      const session = await scanned();
      assert.deepEqual(session.findings().map(brief), [
        'src/seats.json:2 lookup acme:',
        'src/seats.json:3 lookup zephyr:',
        'src/seats.json:4 lookup quarry:',
      ]);
      const { files, parsed, lines } = session.report().stats;
      assert.deepEqual({ files, parsed, lines }, { files: 2, parsed: 2, lines: 7 });
    });

    it('are followed while they are typed', async () => {
      folder.write({ 'src/seats.json': '{\n  "zephyr": 9\n}\n', 'src/seats.ts': reader });
      const session = await scanned();
      await session.update([{ path: 'src/seats.json', type: 'changed', text: '{\n  "acme": 5,\n  "zephyr": 9\n}\n' }]);
      assert.deepEqual(session.findings({ customer: 'acme' }).map(brief), ['src/seats.json:2 lookup acme:']);
    });

    it('say where they are broken, and why they are left out', async () => {
      folder.write({ 'config/tenants.json': '{\n  "acme": { "sso": true },\n  "globex":\n}\n' });
      const session = await scanned();
      const reason = 'Line 4: not valid JSON: value expected; line 4 was left out.';
      assert.deepEqual(session.report().skipped, [{ path: 'config/tenants.json', reason }]);
      assert.deepEqual(session.findings().map(brief), ['config/tenants.json:2 lookup acme:', 'config/tenants.json:3 lookup globex:']);
      assert.equal(session.whyLeftOut('config/tenants.json'), null);
      assert.equal(session.whyLeftOut('locales/de.json'), 'It is left out by default: it is a catalogue of texts.');
    });

    it('are no settings where the configuration takes customers from them', async () => {
      const settings = '[{ "id": "zephyr", "name": "Zephyr", "sso": true }]';
      folder.write({ 'oneoff.config.json': '{ "customerFiles": ["tenants.json"] }', 'tenants.json': settings });
      const session = await scanned();
      assert.deepEqual(session.findings(), []);
      assert.equal(session.whyLeftOut('tenants.json'), 'The configuration takes customers from it.');
    });

    it('cost nothing while they are typed and left out', async () => {
      folder.write({ 'locales/de.json': '{}', 'src/price.ts': branch });
      const session = await scanned();
      const delta = await session.update([{ path: 'locales/de.json', type: 'changed', text: '{ "acme": 1 }' }]);
      assert.deepEqual([...delta.files], []);
      assert.equal(session.findings().length, 1);
    });

    it('leave no secret in the cache', async () => {
      const cache = new TemporaryFolder();
      folder.write({
        '.env': 'FEATURE_X=true\nTENANT_TOKEN=tr0ub4dor\n',
        'config/tenants.yml': 'acme:\n  password: corr3ct\n  seats: 5\n',
      });
      await scanned({ cacheFolder: cache.path });
      const [file = ''] = readdirSync(cache.path);
      const written = readFileSync(cache.at(file), 'utf8');
      cache.remove();
      assert.match(written, /FEATURE_X.*seats/s);
      assert.doesNotMatch(written, /tr0ub4dor|corr3ct/);
    });
  });

  describe('cache', () => {
    it('saves parsing the next time and changes nothing else', async () => {
      folder.write({ 'a.ts': branch, 'b.ts': branch.replace('acme', 'globex') });
      const cache = new TemporaryFolder();
      const cold = (await scanned({ cacheFolder: cache.path })).report();
      const warm = (await scanned({ cacheFolder: cache.path })).report();
      folder.write({ 'b.ts': branch.replace('acme', 'initech') });
      const changed = (await scanned({ cacheFolder: cache.path })).report();
      cache.remove();
      assert.deepEqual(
        [cold, warm, changed].map(({ stats }) => [stats.parsed, stats.cached]),
        [
          [2, 0],
          [0, 2],
          [1, 1],
        ],
      );
      assert.deepEqual(warm.findings, cold.findings);
    });
  });

  describe('bad input', () => {
    const files = { 'good-1.ts': branch, 'src/good-2.ts': branch };

    async function skippedBeside(make: () => Partial<SessionOptions> | undefined): Promise<Readonly<Record<string, string>>> {
      folder.write(files);
      const session = await scanned(make() ?? {});
      for (const path of Object.keys(files))
        assert.deepEqual(session.findings({ path }).map(brief), [`${path}:2 branch tenant.slug === 'acme'`]);
      return Object.fromEntries(session.report().skipped.map(({ path, reason }) => [path, reason]));
    }

    it('skips a file over 2 MB', async () => {
      const skipped = await skippedBeside(() => {
        folder.write({ 'big.ts': branch.repeat(25_000) });
        return undefined;
      });
      assert.deepEqual(skipped, { 'big.ts': 'It is 2.3 MB; files over 2 MB are not read.' });
    });

    it('skips binary files', async () => {
      const skipped = await skippedBeside(() => {
        folder.write({ 'video.ts': Buffer.from([0x47, 0x40, 0x11, 0x10, 0x00, 0x42, 0xf0]) });
        return undefined;
      });
      assert.deepEqual(skipped, { 'video.ts': 'It is binary, not source text.' });
    });

    it('reads UTF-16, byte order marks and Windows line ends, with the right places', async () => {
      const utf16 = Buffer.from(`\uFEFF${branch}`, 'utf16le');
      folder.write({
        'plain.ts': branch,
        'le.ts': utf16,
        'be.ts': Buffer.from(utf16).swap16(),
        'bom.ts': `\uFEFF${branch.replace('export ', '')}`,
        'crlf.ts': branch.replaceAll('\n', '\r\n'),
        'bom-first.ts': "\uFEFFif (tenant.slug === 'acme') go();",
      });
      const session = await scanned();
      assert.deepEqual(session.report().skipped, []);
      for (const path of ['le.ts', 'be.ts', 'bom.ts', 'crlf.ts']) {
        const [finding] = session.findings({ path });
        assert.deepEqual(finding?.range, { start: { line: 2, column: 7 }, end: { line: 2, column: 29 } }, path);
        assert.deepEqual(finding.region, session.findings({ path: 'plain.ts' })[0]?.region, path);
      }
      assert.equal(session.findings({ path: 'bom-first.ts' })[0]?.range.start.column, 5);
    });

    for (const parser of ['typescript-estree', 'auto'] as const) {
      it(`names line and reason of a syntax error (${parser})`, async () => {
        const skipped = await skippedBeside(() => {
          folder.write({ 'torn.ts': `${branch}const broken tenant = ;\n` });
          return { parser };
        });
        assert.match(skipped['torn.ts'] ?? '', /^Line 7: .+; (line|lines|the whole file) .*(was|were) left out\.$/);
      });
    }

    it('does not walk in circles', async () => {
      const skipped = await skippedBeside(() => {
        symlinkSync('..', folder.at('src/up'));
        return undefined;
      });
      assert.deepEqual(skipped, { 'src/up': 'It is a symbolic link to the root, which has its own place in this workspace.' });
    });

    it('skips files that cannot be read, pipes and dangling links', async () => {
      const skipped = await skippedBeside(() => {
        folder.write({ 'secret.ts': branch });
        symlinkSync('nothing-here.ts', folder.at('dangling.ts'));
        if (process.platform !== 'win32') execFileSync('mkfifo', [folder.at('pipe.ts')]);
        return {
          readFile(absolute) {
            if (absolute.endsWith('secret.ts')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
            return readFileSync(absolute);
          },
        };
      });
      assert.deepEqual(skipped, {
        'dangling.ts': 'It is a symbolic link that leads nowhere or to itself.',
        ...(process.platform !== 'win32' && { 'pipe.ts': 'It is a pipe, socket or device, not a file.' }),
        'secret.ts': 'It cannot be read: permission denied.',
      });
    });

    it('goes on when a file vanishes while the scan reads', async () => {
      const skipped = await skippedBeside(() => {
        folder.write({ 'going.ts': branch });
        return {
          readFile(absolute) {
            rmSync(folder.at('going.ts'), { force: true });
            return readFileSync(absolute);
          },
        };
      });
      assert.deepEqual(skipped, { 'going.ts': 'It vanished while the scan was going on.' });
    });

    for (const parser of ['typescript-estree', 'auto'] as const) {
      it(`survives nesting 5,000 deep (${parser})`, async () => {
        const skipped = await skippedBeside(() => {
          folder.write({
            'brackets.ts': `const tenant = ${'[\n'.repeat(5000)}${']\n'.repeat(5000)};`,
            'blocks.ts': `${'if (tenant) {\n'.repeat(5000)}${'}\n'.repeat(5000)}`,
            'calls.js': `tenant = ${'f(\n'.repeat(5000)}${')\n'.repeat(5000)};`,
            'elements.tsx': `const tenant = ${'<a>\n'.repeat(5000)}${'</a>\n'.repeat(5000)};`,
            'ternaries.ts': `const x = ${"tenant.slug === 'acme' ? 1 :\n".repeat(5000)} 2;`,
          });
          return { parser };
        });
        for (const reason of Object.values(skipped)) assert.match(reason, /deep|stack|nest/i);
      });
    }

    it('goes on when a file kills its thread', async () => {
      const skipped = await skippedBeside(() => {
        folder.write({ 'killer.ts': "const tenant = 'KILL THE THREAD';\n" });
        return { worker: new URL('./workers/dying-worker.js', import.meta.url) };
      });
      assert.deepEqual(skipped, { 'killer.ts': "It stopped the parser's thread twice: the thread ended." });
    });

    it('keeps the defaults, then the last good configuration, while the file is broken', async () => {
      folder.write({ ...files, 'oneoff.config.json': '{\n  "customers": "acme"\n}' });
      const session = await scanned();
      const problem = `${folder.at('oneoff.config.json')}:2:16 error: "customers" must be a list, but it is the text "acme". Write ["acme"].`;
      assert.deepEqual(session.configuration().problems.map(formatConfigProblem), [problem]);
      assert.deepEqual(session.configuration().config.customers, []);
      assert.equal(session.findings({ path: 'good-1.ts' }).length, 1);

      folder.write({ 'oneoff.config.json': config });
      await session.update([{ path: 'oneoff.config.json', type: 'changed' }]);
      assert.deepEqual(session.configuration().problems, []);

      folder.write({ 'oneoff.config.json': `${config}}` });
      await session.update([{ path: 'oneoff.config.json', type: 'changed' }]);
      assert.equal(session.configuration().problems[0]?.severity, 'error');
      assert.equal(session.configuration().config.customers.length, 2);
      assert.equal(session.report().customers[0]?.source, 'configured');
    });

    it('warns of unknown keys and dead globs and goes on with the rest', async () => {
      folder.write({ ...files, 'oneoff.config.json': `${config.slice(0, -2)}, "colour": 1,\n"exclude": ["lagacy/**"] }` });
      const session = await scanned();
      const problems = session.configuration().problems.map(formatConfigProblem);
      assert.match(problems[0] ?? '', /:1:\d+ warning: Unknown key "colour"; it has no effect\. Known keys: customers, /);
      assert.match(problems[1] ?? '', /:2:13 warning: "lagacy\/\*\*" in "exclude" matches no source file/);
      assert.equal(session.findings().length, 2);
    });
  });

  describe('update', () => {
    it('hears directives in files that hold nothing else, and while they are typed', async () => {
      folder.write({ 'src/round.ts': '// oneoff acme PROD-1\nexport const cents = 5;\n', 'src/price.ts': branch });
      const session = await scanned();
      assert.deepEqual(session.findings().map(brief), ["src/price.ts:2 branch tenant.slug === 'acme'", 'src/round.ts:2 definition cents']);
      const text = branch.replace('  if', '  // oneoff-ignore-next-line sample\n  if');
      await session.update([{ path: 'src/price.ts', type: 'changed', text }]);
      assert.deepEqual(session.findings({ path: 'src/price.ts' }), []);
      assert.equal(session.report().directives.ignored, 1);
      await session.update([{ path: 'src/price.ts', type: 'changed', text: text.replace('acme', 'nobody') }]);
      assert.deepEqual(
        session.report().directives.problems.map(({ path, message }) => [path, message]),
        [['src/price.ts', 'There is no one-off on the next line to ignore.']],
      );
    });

    it('takes unsaved text until the file is as on disk again', async () => {
      folder.write({ 'a.ts': branch, 'b.ts': branch });
      const session = await scanned();
      const shifted = await session.update([{ path: 'a.ts', type: 'changed', text: `\n${branch}` }]);
      assert.deepEqual(
        [...shifted.files].map(([path, findings]) => [path, findings.map(brief)]),
        [['a.ts', ["a.ts:3 branch tenant.slug === 'acme'"]]],
      );
      assert.equal(shifted.customersChanged, false);
      await session.scan();
      assert.equal(session.findings({ path: 'a.ts' })[0]?.range.start.line, 3);
      const gone = await session.update([{ path: 'a.ts', type: 'changed', text: plain }]);
      assert.deepEqual([...gone.files], [['a.ts', []]]);
      assert.equal(gone.customersChanged, true);
      const back = await session.update([{ path: 'a.ts', type: 'changed' }]);
      assert.equal(back.files.get('a.ts')?.[0]?.range.start.line, 2);
    });

    it('tells nothing when nothing is different', async () => {
      folder.write({ 'a.ts': branch });
      const session = await scanned();
      const delta = await session.update([{ path: 'a.ts', type: 'changed' }]);
      assert.deepEqual({ ...delta, files: [...delta.files] }, { files: [], customersChanged: false });
    });

    it('keeps ids when lines move', async () => {
      folder.write({ 'a.ts': branch });
      const session = await scanned();
      const id = session.findings()[0]?.id;
      await session.update([{ path: 'a.ts', type: 'changed', text: `// a new line\n${branch}` }]);
      assert.equal(session.findings()[0]?.id, id);
      assert.equal(session.explain(id ?? '')?.finding.range.start.line, 3);
    });

    it('follows creating, deleting and renaming of files and folders', async () => {
      folder.write({ 'src/a.ts': branch });
      const session = await scanned();
      folder.write({ 'src/b.ts': branch, 'dist/c.ts': branch, 'style.css': '' });
      await session.update(['src/b.ts', 'dist/c.ts', 'style.css'].map((path) => ({ path, type: 'changed' })));
      assert.deepEqual(session.findings(), await fresh());
      assert.equal(session.whyLeftOut('dist/c.ts'), 'The folder dist is left out by default.');
      folder.remove('src');
      folder.write({ 'lib/a.ts': branch });
      const delta = await session.update([
        { path: 'src', type: 'deleted' },
        { path: 'lib', type: 'changed' },
      ]);
      assert.deepEqual([...delta.files.keys()].sort(), ['lib/a.ts', 'src/a.ts', 'src/b.ts']);
      assert.deepEqual(session.findings(), await fresh());
    });

    it('finds in other files what an edited file decides', async () => {
      folder.write({
        'who.ts': "export const isBig = (tenant) => tenant.slug === 'nobody-we-know';\n",
        'use.ts': "import { isBig } from './who.js';\nif (isBig(x)) {\n  go();\n}\n",
      });
      const session = await scanned();
      folder.write({ 'who.ts': "export const isBig = (tenant) => tenant.slug === 'globex';\n" });
      const delta = await session.update([{ path: 'who.ts', type: 'changed' }]);
      assert.deepEqual(
        delta.files.get('use.ts')?.map(({ customers }) => customers),
        [['globex']],
      );
      assert.deepEqual(session.findings(), await fresh());
    });

    it('applies changes of configuration, .gitignore and tsconfig without parsing anew what is known', async () => {
      folder.write({ 'a.ts': branch, 'b.ts': "if (tenant.slug === 'initech') go();\n", 'c.ts': 'if (who === "hooli") go();\n' });
      const session = await scanned();
      folder.write({ 'oneoff.config.json': '{ "customers": [{ "id": "hooli" }], "exclude": ["a.ts"] }' });
      await session.update([{ path: 'oneoff.config.json', type: 'changed' }]);
      assert.equal(session.findings({ customer: 'hooli' }).length, 1);
      assert.equal(session.findings({ path: 'a.ts' }).length, 0);
      assert.equal(session.report().stats.parsed, 1);
      assert.deepEqual(session.findings(), await fresh());
      folder.write({ '.gitignore': 'c.ts\n' });
      await session.update([{ path: '.gitignore', type: 'changed' }]);
      assert.equal(session.findings({ customer: 'hooli' }).length, 0);
      assert.equal(session.whyLeftOut('c.ts'), '.gitignore ignores it.');
    });

    it('takes customers from files, and hears when these change', async () => {
      const file = '{ "customerFiles": ["crm/accounts.csv", "../secret.csv"] }';
      folder.write({
        'oneoff.config.json': file,
        'crm/accounts.csv': 'name\nHooli\n\n;;\nHooli Inc',
        'a.ts': 'if (tenant.slug === "hooli") go();\n',
      });
      const session = await scanned();
      const [customer] = session.report().customers;
      assert.deepEqual([customer?.source, customer?.evidence[0]], ['imported', 'Listed in crm/accounts.csv:2.']);
      assert.deepEqual(
        session.configuration().problems.map(({ range, message }) => `${String(range.start.line)}: ${message}`),
        [
          '1: The customer file "../secret.csv" is not read: it lies outside of the configuration\'s folder.',
          '5: "Hooli Inc" is the customer of crm/accounts.csv:2 again; this row is left out.',
        ],
      );
      folder.write({ 'crm/accounts.csv': 'name\nGlobex\n' });
      await session.update([{ path: 'crm/accounts.csv', type: 'changed' }]);
      assert.deepEqual(
        session.report().customers.map(({ source }) => source),
        ['inferred'],
      );
    });

    it('looks for no one-offs in the customer files themselves', async () => {
      folder.write({
        'oneoff.config.json': '{ "customerFiles": ["tenants.json"] }',
        'tenants.json': '{ "tenants": [{ "slug": "acme", "name": "Acme" }, { "slug": "globex", "name": "Globex" }] }',
        'a.ts': "import { tenants } from './tenants.json';\nif (tenant.slug === 'acme') go(tenants);\n",
      });
      const session = await scanned();
      assert.deepEqual(session.findings().map(brief), ["a.ts:2 branch tenant.slug === 'acme'"]);
      assert.equal(session.whyLeftOut('tenants.json'), 'The configuration takes customers from it.');
    });

    it('loses no change when a newer update overtakes an older one', async () => {
      folder.write({ 'a.ts': plain, 'b.ts': plain, 'c.ts': plain });
      const session = await scanned();
      folder.write({ 'a.ts': branch, 'b.ts': branch, 'c.ts': branch });
      const [first, second, third] = await Promise.allSettled(
        ['a.ts', 'b.ts', 'c.ts'].map((path) => session.update([{ path, type: 'changed' }])),
      );
      assert.deepEqual([first?.status, second?.status], ['rejected', 'rejected']);
      assert.ok(third?.status === 'fulfilled');
      assert.deepEqual([...third.value.files.keys()].sort(), ['a.ts', 'b.ts', 'c.ts']);
    });

    it('waits for a running scan and does not disturb it', async () => {
      folder.write({ 'a.ts': branch });
      const session = await open();
      const scan = session.scan();
      const update = session.update([{ path: 'a.ts', type: 'changed', text: `\n\n${branch}` }]);
      await scan;
      await update;
      assert.equal(session.findings()[0]?.range.start.line, 4);
    });

    it('scans everything when many files change at once', async () => {
      folder.write({ 'a.ts': branch });
      const session = await scanned();
      const files = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`many/f${String(index)}.ts`, branch]));
      folder.write(files);
      const delta = await session.update(Object.keys(files).map((path) => ({ path, type: 'changed' })));
      assert.equal(delta.files.size, 250);
      assert.deepEqual(session.findings(), await fresh());
    });
  });

  it('answers filters and explains', async () => {
    folder.write({ 'a.ts': branch, 'b.ts': branch.replace('acme', 'globex') });
    const session = await scanned();
    assert.deepEqual(
      session.findings({ customer: 'globex' }).map(({ path }) => path),
      ['b.ts'],
    );
    assert.deepEqual(session.findings({ kind: 'flag' }), []);
    const [finding] = session.findings({ path: 'a.ts' });
    const { steps = [] } = session.explain(finding?.id ?? '') ?? {};
    assert.deepEqual(
      steps.map(({ what, text }) => `${what} ${text}`),
      ["condition tenant.slug === 'acme'", "literal 'acme'", 'customer Acme'],
    );
    assert.equal(session.explain('no such id'), undefined);
  });

  it('explains each finding of a file by its own id', async () => {
    folder.write({ 'a.ts': `${branch}${branch.replace('price', 'tax').replace('acme', 'globex')}`, 'b.ts': branch });
    const session = await scanned();
    const ids = session.findings().map(({ id }) => id);
    assert.equal(ids.length, 3);
    const order = [...ids, ...ids.toReversed()];
    assert.deepEqual(
      order.map((id) => session.explain(id)?.finding.id),
      order,
    );
    assert.equal(session.explain('none'), undefined);
  });

  it('takes no report or baseline that it has written for data, whatever its name', async () => {
    folder.write({ 'src/price.ts': branch, 'config/tenants.json': '{ "tenants": { "acme": { "plan": "gold" } } }' });
    const session = await scanned();
    const before = session.findings().map(brief);
    const entries = session.findings().map((finding) => baselineEntry(finding));
    const { plan } = session.plan({ items: [] });
    session.decide({ items: [], customization: plan.customizations[0]?.id ?? '', verdict: { note: 'x' } });
    const [decision = ''] = readdirSync(folder.at('.oneoff/decisions'));
    const point = { commit: 'a'.repeat(40), date: '2026-01-01', oneOffs: 1, lines: 1, byCustomer: { acme: 1, globex: 3 } };
    folder.write({
      'before.json': formatJson(session.report()),
      'config/accepted.json': formatBaseline(entries),
      'config/nothing-accepted.json': formatBaseline([]),
      'config/plan.json': JSON.stringify(plan, null, 2),
      'config/trend.json': formatTrendJson([point]),
      'config/problems.json': JSON.stringify([{ description: 'x', check_name: 'oneoff/branch', customer: 'acme' }]),
      'config/problems.sarif.json': JSON.stringify({ runs: [{ tool: { driver: { name: 'oneoff' } }, customer: 'acme' }] }),
      'config/customers/acme.json': readFileSync(folder.at(`.oneoff/decisions/${decision}`), 'utf8'),
    });
    const after = await scanned();
    assert.deepEqual(after.findings().map(brief), before);
    assert.deepEqual(
      after.report().customers.map(({ id }) => id),
      session.report().customers.map(({ id }) => id),
    );
  });

  it('finds the nearest configuration above the folder, up to the top of the repository', async () => {
    folder.write({ 'inner/src/a.ts': branch, 'inner/.git/HEAD': 'ref: refs/heads/main\n' });
    assert.equal((await scanned({ root: folder.at('inner/src') })).configuration().file, null);
    folder.remove('inner/.git');
    const session = await scanned({ root: folder.at('inner/src') });
    assert.equal(session.configuration().file, folder.at('oneoff.config.json'));
    assert.equal(session.report().customers[0]?.source, 'configured');
  });
});
