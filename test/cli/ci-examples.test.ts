import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { GitFolder } from '../unit/git-folder.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';

/** The commands of an example, wherever its CI system has them. */
function commandsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ['run', 'script', 'entry'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => commandsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => commandsIn(inner, name));
}

const document = readFileSync(path.resolve('docs/ci.md'), 'utf8');
const examples = [...document.matchAll(/^## (.+)\n(?:(?!^## )[^])*?```yaml\n([^]*?)```/gm)].map(([, name = '', code = '']) => ({
  name,
  commands: commandsIn(parse(code)),
}));

const branchFor = (customer: string): string => `if (tenant.slug === '${customer}') {\n  go();\n}\n`;

describe('the examples for CI', function () {
  this.timeout(30_000);
  let origin: GitFolder;
  let place: TemporaryFolder;
  const clone = (): string => place.at('clone');

  beforeEach(() => {
    origin = new GitFolder({
      'oneoff.config.json': '{ "customers": [{ "id": "acme" }, { "id": "hooli" }] }',
      'src/a.ts': branchFor('acme'),
    });
    origin.commit('Start');
    place = new TemporaryFolder({ 'bin/oneoff': `#!/bin/sh\nexec "${process.execPath}" "${path.resolve('dist/cli.js')}" "$@"\n` });
    execFileSync('chmod', ['+x', place.at('bin/oneoff')]);
    execFileSync('git', ['clone', '--quiet', origin.path, clone()]);
    execFileSync('git', ['switch', '--quiet', '--create', 'topic'], { cwd: clone() });
    assert.equal(run('oneoff baseline').status, 0);
  });
  afterEach(() => {
    origin.remove();
    place.remove();
  });

  function run(command: string) {
    const env = {
      ...process.env,
      NO_COLOR: '1',
      PATH: `${place.at('bin')}:${process.env['PATH'] ?? ''}`,
      XDG_CACHE_HOME: place.at('cache'),
      GITHUB_BASE_REF: 'main',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    };
    return spawnSync('sh', ['-ec', command], { cwd: clone(), env, encoding: 'utf8' });
  }

  it('are those for GitHub Actions, GitLab CI and pre-commit', () => {
    assert.deepEqual(
      examples.map(({ name, commands }) => [name, commands.length]),
      [
        ['GitHub Actions', 1],
        ['GitLab CI', 1],
        ['pre-commit', 1],
      ],
    );
  });

  for (const { name, commands } of examples)
    it(`${name}: passes a clean branch, fails one with a new one-off and names it`, () => {
      for (const command of commands) assert.equal(run(command).status, 0, command);
      place.write({ 'clone/src/hooli.ts': branchFor('hooli') });
      const { status, stdout } = run(commands.join('\n'));
      assert.equal(status, 1);
      assert.match(stdout, /^1 new one-off .*\n {2}src\/hooli\.ts:1 {2}branch {2}hooli/);
    });
});
