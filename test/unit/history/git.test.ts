import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git, GitError } from '../../../src/history/git.js';

describe('asking git', () => {
  let folder = '';
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: folder });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'oneoff-git-'));
    git('init', '--quiet');
    writeFileSync(join(folder, 'prices.ts'), 'export const price = 1;\n');
    writeFileSync(join(folder, 'größe.ts'), 'export const size = 1;\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Prices');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives output whole and piece by piece, also names with other letters', async () => {
    const asked = new Git(folder);
    assert.equal(await asked.text(['log', '--format=%s']), 'Prices\n');
    const names: string[] = [];
    await asked.pieces(['ls-files', '-z'], '\0', (piece) => names.push(piece));
    assert.deepEqual(names.sort(), ['größe.ts', 'prices.ts']);
  });

  it('runs one process at a time', async () => {
    const order: string[] = [];
    const asked = new Git(folder);
    const first = asked.text(['log']).then(() => order.push('log'));
    const second = asked.text(['rev-parse', 'HEAD']).then(() => order.push('rev-parse'));
    assert.equal(asked.processes, 0);
    await Promise.all([first, second]);
    assert.deepEqual(order, ['log', 'rev-parse']);
    assert.equal(asked.processes, 2);
  });

  it('goes on after a question that failed', async () => {
    const asked = new Git(folder);
    await assert.rejects(asked.text(['show', 'no-such-commit']), { name: 'GitError', failure: 'failed' });
    assert.equal(await asked.text(['log', '--format=%s']), 'Prices\n');
  });

  it('says when there is no git and when there is no repository', async () => {
    await assert.rejects(new Git(folder, join(folder, 'no-git')).text(['log']), { failure: 'missing' });
    rmSync(join(folder, '.git'), { recursive: true });
    await assert.rejects(new Git(folder).text(['log']), { failure: 'no-repository' });
  });

  it('ends git when the time is over, and when nobody wants the answer any more', async () => {
    const asked = new Git(folder);
    const waiting = ['hash-object', '--stdin'];
    const slow = join(folder, 'slow');
    writeFileSync(slow, '#!/bin/sh\nexec sleep 60\n');
    chmodSync(slow, 0o755);
    await assert.rejects(new Git(folder, slow).text(waiting, { timeout: 50 }), { failure: 'timeout' });
    const abort = new AbortController();
    const question = new Git(folder, slow).text(waiting, { signal: abort.signal });
    abort.abort();
    await assert.rejects(question, { name: 'AbortError' });
    await assert.rejects(asked.text(['log'], { signal: abort.signal }), { name: 'AbortError' });
    assert.equal(asked.processes, 0);
  });

  it('runs no program that the repository names', async () => {
    const trap = join(folder, 'trap');
    const sprung = join(folder, 'sprung');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $@" >> ${sprung}\ncat "$1" 2>/dev/null\n`);
    chmodSync(trap, 0o755);
    for (const setting of ['core.fsmonitor', 'core.pager', 'diff.external', 'diff.trap.textconv', 'diff.trap.command', 'gpg.program']) {
      git('config', setting, trap);
    }
    git('config', 'log.showSignature', 'true');
    writeFileSync(join(folder, '.gitattributes'), '*.ts diff=trap\n');
    writeFileSync(join(folder, 'prices.ts'), 'export const price = 2;\n');
    const asked = new Git(folder);
    const commands = [['log', '-p'], ['show', 'HEAD'], ['diff'], ['diff', 'HEAD'], ['blame', 'prices.ts'], ['status', '--porcelain']];
    for (const command of commands) await asked.text(command);
    assert.equal(existsSync(sprung), false);
  });

  it('keeps passwords in addresses out of messages', async () => {
    const fake = join(folder, 'fake');
    writeFileSync(fake, '#!/bin/sh\necho "fatal: cannot read https://ada:s3cret@example.com/r.git" >&2\nexit 128\n');
    chmodSync(fake, 0o755);
    await assert.rejects(new Git(folder, fake).text(['log']), (error) => error instanceof GitError && !error.message.includes('s3cret'));
  });
});
