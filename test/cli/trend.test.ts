import assert from 'node:assert/strict';
import { z } from 'zod';
import { GitFolder } from '../unit/git-folder.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli, type Outcome } from './run-cli.js';

const branchFor = (customer: string): string => `if (tenant.slug === '${customer}') {\n  go();\n}\n`;
const daysAgo = (days: number): string => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().replace(/\.\d+/, '');
const trendOf = z.object({
  points: z.array(
    z.object({
      commit: z.string(),
      date: z.string(),
      oneOffs: z.number(),
      lines: z.number(),
      byCustomer: z.record(z.string(), z.number()),
    }),
  ),
});

describe('oneoff trend', function () {
  this.timeout(30_000);
  let folder: GitFolder;
  let cache: TemporaryFolder;
  const run = (...words: readonly string[]): Promise<Outcome> =>
    runCli(['trend', ...words], { cwd: folder.path, env: { XDG_CACHE_HOME: cache.path } });

  beforeEach(() => {
    folder = new GitFolder({ 'src/a.ts': branchFor('acme') });
    cache = new TemporaryFolder();
    folder.commit('Long before', daysAgo(900));
    folder.commit('Start', daysAgo(300));
    folder.write({ 'src/b.ts': branchFor('globex') + branchFor('acme') });
    folder.commit('Globex', daysAgo(160));
    folder.remove('src/a.ts');
    // Today's configuration holds for all commits.
    folder.write({ 'oneoff.config.json': '{ "customers": [{ "id": "acme", "name": "Acme" }, { "id": "globex", "name": "Globex" }] }' });
    folder.commit('Less for Acme', daysAgo(1));
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  it('tells a row a commit, oldest first, and checks nothing out', async () => {
    const { code, stdout, stderr } = await run('--points', '3');
    assert.deepEqual([code, stderr], [0, '']);
    const rows = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
    assert.deepEqual(rows[0], ['date', 'commit', 'one-offs', 'lines', 'Acme', 'Globex']);
    assert.deepEqual(
      rows.slice(1, 4).map(([date, , ...figures]) => [date, ...figures]),
      [
        [daysAgo(300).slice(0, 10), '1', '3', '1', '0'],
        [daysAgo(160).slice(0, 10), '3', '9', '2', '1'],
        [daysAgo(1).slice(0, 10), '2', '6', '1', '1'],
      ],
    );
    assert.match(stdout, /\n2 one-offs at the last commit, 1 more than on \S+\.\n$/);
    assert.equal(folder.git('status', '--porcelain'), '');
  });

  it('gives the same as data, also from the cache', async () => {
    const first = await run('--points', '3', '--format', 'json');
    const { points } = trendOf.parse(JSON.parse(first.stdout));
    assert.deepEqual(points.at(-1), {
      commit: folder.git('rev-parse', 'HEAD').trim(),
      date: daysAgo(1).slice(0, 10),
      oneOffs: 2,
      lines: 6,
      byCustomer: { acme: 1, globex: 1 },
    });
    assert.equal((await run('--points', '3', '--format', 'json')).stdout, first.stdout);
    assert.equal((await run('--points', '3', '--format', 'json', '--no-cache')).stdout, first.stdout);
  });

  it('draws it', async () => {
    const { code, stdout } = await run('--points', '3', '--format', 'svg');
    assert.equal(code, 0);
    assert.match(stdout, /^<svg [^]*Acme[^]*Globex[^]*<\/svg>\s*$/);
  });

  it('goes back as far as asked, and says what is wrong with what it was asked', async () => {
    const { stdout } = await run('--months', '40', '--points', '4', '--format', 'json');
    assert.equal(trendOf.parse(JSON.parse(stdout)).points[0]?.date, daysAgo(900).slice(0, 10));
    const none = await run('--points', '0');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /Give a whole number from 1/);
    const outside = new TemporaryFolder({ 'a.ts': '' });
    const { code, stderr } = await runCli(['trend', outside.path], { env: { XDG_CACHE_HOME: cache.path } });
    outside.remove();
    assert.deepEqual([code, stderr], [2, 'oneoff: The folder is in no git repository.\n']);
  });
});
