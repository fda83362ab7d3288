import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, type Config } from '../../../src/model/config.js';
import { discover, type Discovery } from '../../../src/workspace/discover.js';
import { Inclusion } from '../../../src/workspace/inclusion.js';
import { TemporaryFolder, type FileContents } from './temporary-folder.js';

describe('discovery', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function inclusion(config: Partial<Config> = {}, root = folder.path, excludes: readonly string[] = []): Inclusion {
    const loaded = {
      config: { ...defaultConfig, ...config },
      file: null,
      folder: folder.path,
      document: null,
      customerFiles: [],
      problems: [],
    };
    return new Inclusion({ root, loaded, excludes });
  }

  async function found(files: FileContents, config: Partial<Config> = {}, excludes: readonly string[] = []): Promise<Discovery> {
    folder.write(files);
    return discover(folder.path, inclusion(config, folder.path, excludes));
  }

  /** Every file that exists is found exactly when the predicate has nothing against its path. */
  function assertSamePredicate(files: readonly string[], discovery: Discovery, rule: Inclusion): void {
    for (const file of files) assert.equal(discovery.files.includes(file), rule.why(file) === null, file);
  }

  it('finds sources of every extension, sorted, and nothing else', async () => {
    const names = ['a.js', 'b.jsx', 'c.ts', 'd.tsx', 'e.mjs', 'f.cjs', 'g.mts', 'h.cts', 'i.vue', 'j.svelte', 'k.astro', 'l.html', 'm.htm'];
    const data = ['n.json', 'o.jsonc', 'p.yml', 'q.yaml', 'r.env'];
    const files = Object.fromEntries([...names, ...data, '.env', 'y.css', 'README.md', 'sub/Z.TS'].map((name) => [name, '']));
    assert.deepEqual((await found(files)).files, ['.env', ...names, ...data, 'sub/Z.TS']);
  });

  it('leaves out what is foreign, built or generated, and only where that is meant', async () => {
    const inside = ['src/build/plan.ts', 'src/coverage/policy.ts', 'packages/a/src/out/mail.ts', 'src/a.generated/x.ts'];
    const outside = [
      ...['node_modules/x/index.js', 'packages/a/node_modules/y.js', 'dist/a.js', 'build/a.js', 'packages/a/dist/a.js', '.next/server.js'],
      ...['src/lib.min.js', 'src/api.d.ts', 'src/api.generated.ts', 'src/__generated__/q.ts', 'vendor/jquery.js', 'src/user_pb.js'],
    ];
    const files = Object.fromEntries([...inside, ...outside, 'packages/a/package.json'].map((name) => [name, '{}']));
    const discovery = await found(files);
    assert.deepEqual([...discovery.files].sort(), [...inside].sort());
    assertSamePredicate([...inside, ...outside], discovery, inclusion());
  });

  it('leaves out data of tools and catalogues of texts, unless a glob spells them out', async () => {
    const inside = ['config/tenants.json', 'brands/acme.yml', '.env.production', 'config/.flipt.yml', 'de/brands.json', 'src/acme.json'];
    const tools = [
      ...['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'tsconfig.build.json', 'nx.json', 'oneoff.config.json', '.eslintrc.json'],
      ...['docker-compose.override.yml', 'openapi.yaml', 'tenant.schema.json', 'brands.min.json', '.github/workflows/ci.yml'],
      ...['.gitlab-ci.yml', '.vscode/settings.json'],
    ];
    const texts = ['locales/acme.json', 'src/i18n/brands.yaml', 'de.json', 'en-US.yml', 'messages.fr.json', 'translations.json'];
    const files = Object.fromEntries([...inside, ...tools, ...texts].map((name) => [name, '{}']));
    const discovery = await found(files);
    assert.deepEqual([...discovery.files].sort(), [...inside].sort());
    assertSamePredicate([...inside, ...tools, ...texts], discovery, inclusion());
    const named = await found({}, { include: ['src/i18n/**', 'de.json'] });
    assert.deepEqual(named.files, ['de.json', 'src/i18n/brands.yaml']);
  });

  it('lets an include glob name a folder that the defaults leave out', async () => {
    const files = { 'build/make.ts': '', 'dist/a.ts': '', 'src/a.ts': '' };
    assert.deepEqual((await found(files, { include: ['build/**', 'src'] })).files, ['build/make.ts', 'src/a.ts']);
  });

  it('honours every .gitignore as git does', async () => {
    const files = {
      '.gitignore': '*.log.ts\n/tmp-root\nlegacy/\n!keep.log.ts\n',
      'a.log.ts': '',
      'keep.log.ts': '',
      'legacy/x.ts': '',
      'tmp-root/x.ts': '',
      'deep/tmp-root/x.ts': '',
      'deep/.gitignore': '!a.log.ts\nhere.ts\n',
      'deep/a.log.ts': '',
      'deep/b.log.ts': '',
      'deep/here.ts': '',
      'deep/down/here.ts': '',
      'here.ts': '',
    };
    const discovery = await found(files);
    assert.deepEqual(discovery.files, ['deep/a.log.ts', 'deep/tmp-root/x.ts', 'here.ts', 'keep.log.ts']);
    const sources = Object.keys(files).filter((name) => name.endsWith('.ts'));
    assertSamePredicate(sources, discovery, inclusion());
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], { cwd: folder.path, encoding: 'utf8' });
    assert.deepEqual(discovery.files, listed.trim().split('\n').sort());
  });

  it('honours .gitignore above the folder and .git/info/exclude, unless the folder itself is ignored', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    folder.write({
      '.gitignore': 'out-of-tree/\n*.tmp.ts\n',
      '.git/info/exclude': 'mine.ts\n',
      'app/a.ts': '',
      'app/b.tmp.ts': '',
      'app/mine.ts': '',
      'out-of-tree/c.ts': '',
      'out-of-tree/d.tmp.ts': '',
    });
    const app = folder.at('app');
    assert.deepEqual((await discover(app, inclusion({}, app))).files, ['a.ts']);
    const ignored = folder.at('out-of-tree');
    assert.deepEqual((await discover(ignored, inclusion({}, ignored))).files, ['c.ts', 'd.tmp.ts']);
  });

  it('takes globs relative to the configuration, whatever folder below it is scanned', async () => {
    folder.write({ 'app/src/a.ts': '', 'app/src/a.test.ts': '', 'app/tools/b.ts': '' });
    const app = folder.at('app');
    const rule = inclusion({ include: ['app/src/**'], exclude: ['**/*.test.ts'] }, app);
    assert.deepEqual((await discover(app, rule)).files, ['src/a.ts']);
    assert.deepEqual(rule.unusedGlobs(), { include: [], exclude: [] });
  });

  it('knows which globs matched nothing', async () => {
    folder.write({ 'src/a.ts': '', 'src/old/b.ts': '' });
    const rule = inclusion({ include: ['src/**', 'scr/**'], exclude: ['src/old', 'src/odl/**', './src/old/**'] });
    assert.deepEqual((await discover(folder.path, rule)).files, ['src/a.ts']);
    assert.deepEqual(rule.unusedGlobs(), { include: [1], exclude: [1] });
  });

  it('takes the editor’s globs too and says why a path is left out', async () => {
    const discovery = await found({ 'src/a.ts': '', 'hidden/b.ts': '' }, { exclude: ['src/x.ts'] }, ['**/hidden']);
    assert.deepEqual(discovery.files, ['src/a.ts']);
    const rule = inclusion({ include: ['src'], exclude: ['src/x.ts'] }, folder.path, ['**/hidden']);
    assert.equal(rule.why('src/a.ts'), null);
    assert.equal(
      rule.why('src/a.css'),
      'It is neither code (JavaScript, TypeScript, Vue, Svelte, Astro, HTML) nor data of the product (JSON, YAML, .env).',
    );
    assert.equal(rule.why('src/x.ts'), 'A glob of "exclude" in the configuration matches it.');
    assert.equal(rule.why('lib/y.ts'), 'No glob of "include" matches it.');
    assert.equal(rule.why('hidden/b.ts'), 'A glob of the setting "files.exclude" matches it.');
    assert.equal(rule.why('src/node_modules/x/y.ts'), 'The folder src/node_modules is left out by default.');
    folder.write({ 'src/.gitignore': 'secret.ts' });
    assert.equal(inclusion().why('src/secret.ts'), 'src/.gitignore ignores it.');
  });

  it('follows links out of the folder once, and no others', async () => {
    const elsewhere = new TemporaryFolder({ 'shared.ts': '', 'more/inner.ts': '' });
    folder.write({ 'src/a.ts': '' });
    symlinkSync('..', folder.at('src/up'));
    symlinkSync(elsewhere.path, folder.at('linked'));
    symlinkSync(elsewhere.path, folder.at('linked-again'));
    symlinkSync(path.dirname(folder.path), folder.at('around'));
    symlinkSync(folder.at('src/a.ts'), folder.at('same.ts'));
    symlinkSync('/nowhere/x.ts', folder.at('dangling.ts'));
    symlinkSync('loop.ts', folder.at('loop.ts'));
    const { files, skipped } = await discover(folder.path, inclusion());
    elsewhere.remove();
    assert.deepEqual(files, ['linked/more/inner.ts', 'linked/shared.ts', 'src/a.ts']);
    assert.deepEqual(skipped, [
      {
        path: 'around',
        reason: `It is a symbolic link to ${path.dirname(folder.path)}, which would lead in a circle or to the same files twice.`,
      },
      { path: 'dangling.ts', reason: 'It is a symbolic link that leads nowhere or to itself.' },
      {
        path: 'linked-again',
        reason: `It is a symbolic link to ${elsewhere.path}, which would lead in a circle or to the same files twice.`,
      },
      { path: 'loop.ts', reason: 'It is a symbolic link that leads nowhere or to itself.' },
      { path: 'same.ts', reason: 'It is a symbolic link to src/a.ts, which has its own place in this workspace.' },
      { path: 'src/up', reason: 'It is a symbolic link to the root, which has its own place in this workspace.' },
    ]);
  });

  it('reports pipes and folders that cannot be read, and finds the rest', async () => {
    folder.write({ 'closed/a.ts': '', 'open/b.ts': '' });
    if (process.platform !== 'win32') execFileSync('mkfifo', [folder.at('open/pipe.ts')]);
    const { files, skipped } = await discover(folder.path, inclusion(), undefined, {
      list(directory) {
        if (directory.endsWith('closed')) throw new Error('EACCES: permission denied, scandir');
        return readdirSync(directory, { withFileTypes: true });
      },
    });
    assert.deepEqual(files, ['open/b.ts']);
    assert.deepEqual(skipped[0], { path: 'closed', reason: 'The folder cannot be read: EACCES: permission denied, scandir.' });
    if (process.platform !== 'win32') {
      assert.deepEqual(skipped[1], { path: 'open/pipe.ts', reason: 'It is a pipe, socket or device, not a file.' });
    }
  });

  it('finds nothing in an empty folder', async () => {
    assert.deepEqual(await found({}), { files: [], projectFiles: [], skipped: [] });
  });

  it('stops when aborted', async () => {
    await assert.rejects(discover(folder.path, inclusion(), AbortSignal.abort()), { name: 'AbortError' });
  });
});
