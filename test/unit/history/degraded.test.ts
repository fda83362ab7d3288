import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TemporaryFolder } from '../workspace/temporary-folder.js';
import { asked, history, TestRepository } from './repository.js';

const price = (rate: number): string => `export function price(tenant, base) {\n  if (tenant.slug === 'acme') return base * ${rate};\n}\n`;

describe('reading a history that is not all there', () => {
  let repository: TestRepository;
  let elsewhere: TemporaryFolder;
  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('Old', { 'old.ts': price(0) });
    for (const rate of [1, 2, 3, 4, 5]) repository.commit(`Rate ${rate}`, { 'price.ts': price(rate) });
    elsewhere = new TemporaryFolder();
  });
  afterEach(() => {
    repository.remove();
    elsewhere.remove();
  });

  it('fetches nothing for a partial clone, and says what is not known', async () => {
    const clone = elsewhere.at('partial');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.git('clone', '--quiet', '--filter=blob:none', `file://${repository.path}`, clone);
    const sprung = elsewhere.at('sprung');
    repository.git('-C', clone, 'config', 'remote.origin.uploadpack', `echo fetched >> '${sprung}'; git-upload-pack`);
    const missing = (): number =>
      repository.git('-C', clone, 'rev-list', '--objects', '--missing=print', 'HEAD').match(/^\?/gm)?.length ?? 0;
    assert.equal(missing(), 4);

    const { lines, coverage } = await history(clone, [asked('price.ts', price(5), 2, 2)]);
    assert.deepEqual(coverage.notices, [
      '4 versions of files could not be read, as in a partial clone: what is older than them is not known.',
    ]);
    const age = lines.get('price.ts')?.age;
    assert.deepEqual([age?.introduced?.subject, age?.isOlder], ['Rate 5', true]);
    assert.deepEqual([existsSync(sprung), missing()], [false, 4]);

    repository.git('-C', clone, 'cat-file', '-p', 'HEAD~1:price.ts');
    assert.ok(existsSync(sprung), 'git itself would have fetched');
  });

  it('gives what was read before the time was over, and says so', async () => {
    const program = elsewhere.at('slow-git');
    // The first two commits of the log, and then nothing for longer than anybody waits.
    const script = `#!/bin/sh\ncase "$*" in *' log '*) git "$@" | head -c 700; exec sleep 60;; esac\nexec git "$@"\n`;
    writeFileSync(program, script);
    chmodSync(program, 0o755);
    const files = [asked('price.ts', price(5), 2, 2), asked('old.ts', price(0), 2, 2)];
    const { lines, coverage } = await history(repository.path, files, { program, timeout: 500 });
    assert.deepEqual(coverage.notices, ['Git took more than 1 s for the log: older commits were not read.']);
    assert.deepEqual([lines.get('price.ts')?.age.introduced?.subject, lines.get('price.ts')?.age.isOlder], ['Rate 5', true]);
    assert.equal(lines.has('old.ts'), false, 'nothing is said of what was not reached; least of all that it is not committed');
  });

  it('ends with the signal while git is at it, and leaves no process behind', async () => {
    const [program, pid] = [elsewhere.at('slow-git'), elsewhere.at('pid')];
    writeFileSync(program, `#!/bin/sh\ncase "$*" in *' log '*) echo $$ > '${pid}'; exec sleep 60;; esac\nexec git "$@"\n`);
    chmodSync(program, 0o755);
    const abort = new AbortController();
    const reading = history(repository.path, [asked('price.ts', price(5), 2, 2)], { program, signal: abort.signal });
    const started = await untilWritten(pid);
    const before = performance.now();
    abort.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    assert.ok(performance.now() - before < 1000);
    assert.throws(() => process.kill(started, 0), { code: 'ESRCH' });
  });
});

async function untilWritten(file: string): Promise<number> {
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('\n')) return Number(text);
    await nextTurn();
  }
}
