import assert from 'node:assert/strict';
import { Git } from '../../../src/history/git.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { PastScanner } from '../../../src/workspace/past-scanner.js';
import { GitFolder } from '../git-folder.js';
import { TemporaryFolder } from './temporary-folder.js';

const predicate = "export const ACME = 'acme';\nexport const isAcme = (tenant) => tenant.slug === ACME;\n";
const use = "import { isAcme } from './tenants';\nif (isAcme(tenant)) {\n  go();\n}\n";

describe('scanning a past commit', function () {
  this.timeout(20_000);
  let folder: GitFolder;
  let cache: TemporaryFolder;
  beforeEach(() => {
    folder = new GitFolder({ 'src/tenants.ts': predicate, 'src/use.ts': use, '.gitignore': 'dist\n' });
    cache = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  const open = (): Promise<PastScanner> =>
    PastScanner.open({ root: folder.path, git: new Git(folder.path), parser: 'auto', cacheFolder: cache.path, log: () => undefined });

  it('finds what a scan of its checkout finds, though the files are gone since', async () => {
    const session = await openSession({ root: folder.path, cacheFolder: cache.path });
    const then = (await session.scan()).findings;
    assert.ok(then.length >= 3);
    const commit = folder.commit('Start');
    folder.remove('src');
    folder.write({ 'lib/later.ts': "if (tenant.slug === 'globex') go();\n" });
    const later = folder.commit('Later');
    const scanner = await open();
    assert.deepEqual((await scanner.scan(commit, '2026-01-01')).findings, then);
    const now = await session.scan();
    const past = await scanner.scan(later, '2026-01-01');
    assert.deepEqual([past.findings, past.customers], [now.findings, now.customers]);
    await scanner.dispose();
    await session.dispose();
  });

  it('says whether a content was there, under whatever name', async () => {
    const commit = folder.commit('Start');
    const scanner = await open();
    const { holds } = await scanner.scan(commit, '2026-01-01');
    assert.deepEqual([holds(Buffer.from(use)), holds(Buffer.from(`${use} `))], [true, false]);
    await scanner.dispose();
  });

  it('stops when told to', async () => {
    const commit = folder.commit('Start');
    const scanner = await open();
    await assert.rejects(scanner.scan(commit, '2026-01-01', { signal: AbortSignal.abort() }), { name: 'AbortError' });
    await scanner.dispose();
  });
});
