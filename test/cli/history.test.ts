import assert from 'node:assert/strict';
import { z } from 'zod';
import { TestRepository } from '../unit/history/repository.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli } from './run-cli.js';

const source = "export const price = (tenant) => (tenant.slug === 'acme' ? 1 : 2);\n";
const config = '{ "customers": [{ "id": "acme", "name": "Acme" }] }';
const withHotspots = z.object({ hotspots: z.array(z.object({ path: z.string(), revisions: z.number() })) });

describe('oneoff with a history', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('Acme', { 'price.ts': source, 'oneoff.config.json': config });
    repository.commit('Dearer', { 'price.ts': source.replace('1 : 2', '3 : 4') });
  });
  afterEach(() => {
    repository.remove();
  });

  it('scan --history says how old each one-off is', async () => {
    const { stdout, code } = await runCli(['scan', repository.path, '--history', '--months', '120', '--no-cache']);
    assert.equal(code, 0);
    assert.match(stdout, /^Acme {2}1 one-off · 1 collateral change {2}configured/);
    assert.match(stdout, /1 line · \d+ (?:day|month|year)s · 1 collateral change\n/);
    assert.match(stdout, /Changes are counted from .* to .*: 2 commits\./);
  });

  it('explain --history opens every figure into its terms', async () => {
    const place = `${repository.at('price.ts')}:1`;
    const { stdout } = await runCli(['explain', place, repository.path, '--history', '--months', '120', '--no-cache']);
    assert.match(stdout, /last changed {2}[0-9a-f]{10} {2}2026-01-02 \(.* ago\) {2}Dearer/);
    assert.match(stdout, /known by {6}Ada/);
    assert.match(
      stdout,
      /to isolate {4}0\.25–1 h = sites × minutes per site ÷ 60 \+ test hours\n\s+sites 1 \(counted\), minutes per site 15–60/,
    );
  });

  it('hotspots ranks what changes often', async () => {
    const pretty = await runCli(['hotspots', repository.path, '--months', '120', '--no-cache']);
    assert.match(pretty.stdout, /revisions {2}complexity .*\n +2 +1 +3 +1 +1 {2}price\.ts {2}Acme\n/);
    const json = await runCli(['hotspots', repository.path, '--months', '120', '--format', 'json', '--no-cache']);
    assert.deepEqual(withHotspots.parse(JSON.parse(json.stdout)).hotspots, [{ path: 'price.ts', revisions: 2 }]);
  });

  it('goes on without a repository, and says so', async () => {
    const folder = new TemporaryFolder({ 'price.ts': source, 'oneoff.config.json': config });
    const scan = await runCli(['scan', folder.path, '--history', '--no-cache']);
    const hotspots = await runCli(['hotspots', folder.path, '--no-cache']);
    folder.remove();
    assert.deepEqual([scan.code, hotspots.code], [0, 2]);
    assert.match(scan.stdout, /1 line\n[^]*The folder is in no git repository\./);
    assert.match(hotspots.stderr, /There are no hotspots without a history\. The folder is in no git repository\./);
  });

  for (const months of ['0', '1.5', 'x', '121'])
    it(`refuses ${months} months`, async () => {
      const { code, stderr } = await runCli(['scan', repository.path, '--history', '--months', months]);
      assert.equal(code, 2);
      assert.match(stderr, /Give 1 to 120/);
    });
});
