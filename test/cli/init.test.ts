import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig } from '../../src/workspace/read-config.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli } from './run-cli.js';

const code = "if (tenant.slug === 'globex') go();\nif (tenant.slug !== 'globex') stop();\n";

describe('oneoff init', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let env: NodeJS.ProcessEnv;

  beforeEach(() => {
    folder = new TemporaryFolder({ 'src/a.ts': code, 'src/b.ts': code });
    env = { XDG_CACHE_HOME: folder.at('.cache') };
  });
  afterEach(() => {
    folder.remove();
  });

  it('writes a starter configuration that a scan then uses', async () => {
    const { code: exit, stdout } = await runCli(['init', folder.path], { env });
    assert.equal(exit, 0);
    assert.equal(stdout, `Wrote ${folder.at('oneoff.config.json')} with 1 inferred customer. Check them, then run oneoff scan.\n`);
    const text = readFileSync(folder.at('oneoff.config.json'), 'utf8');
    const { config, problems } = readConfig('x', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.customers.map(({ id }) => id),
      ['globex'],
    );
    assert.match((await runCli(['scan', folder.path], { env })).stdout, /4 one-offs {2}configured/);
  });

  it('does not write over a configuration unless forced to, and then keeps its customers', async () => {
    const mine = '{ "customers": [{ "id": "mine", "domains": ["mine.example.com"] }] }';
    folder.write({ 'oneoff.config.json': mine });
    const refused = await runCli(['init', folder.path], { env });
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
    assert.match(refused.stderr, /is there already\. Edit it, or write over it with --force\./);
    assert.equal(readFileSync(folder.at('oneoff.config.json'), 'utf8'), mine);
    assert.equal((await runCli(['init', folder.path, '--force'], { env })).code, 0);
    const { config } = readConfig('x', readFileSync(folder.at('oneoff.config.json'), 'utf8'));
    assert.deepEqual(
      config?.customers.map(({ id, domains }) => [id, ...domains]),
      [['mine', 'mine.example.com'], ['globex']],
    );
  });

  it('exits with 2 where there is no folder', async () => {
    const { code: exit, stderr } = await runCli(['init', folder.at('gone')], { env });
    assert.equal(exit, 2);
    assert.match(stderr, /^oneoff: There is no folder .*gone\. Check the path\.\n$/);
  });
});
