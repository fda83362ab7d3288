import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openSession, type SessionOptions } from '../../../src/workspace/open-session.js';
import type { Session } from '../../../src/workspace/session.js';
import { TemporaryFolder } from './temporary-folder.js';

const letter = readFileSync('test/fixtures/demo/apps/api/src/invoicing/reminder-letter.ts', 'utf8');

describe('forks in a session', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let session: Session;

  beforeEach(() => {
    folder = new TemporaryFolder({
      'oneoff.config.json': '{ "customers": [{ "id": "acme" }, { "id": "globex" }] }',
      'src/letter.ts': letter,
      'src/letter.acme.ts': letter,
    });
  });
  afterEach(async () => {
    await session.dispose();
    folder.remove();
  });

  async function scanned(options: Partial<SessionOptions> = {}): Promise<Session> {
    session = await openSession({ root: folder.path, cacheFolder: null, parser: 'typescript-estree', ...options });
    await session.scan();
    return session;
  }

  const forks = (): readonly string[] =>
    session
      .findings({ kind: 'fork' })
      .map(({ path, customers, fork }) => `${path} < ${fork?.origin.path ?? ''} ${customers.join('|')} ${String(fork?.similarity)}`);

  it('are found in files that are not parsed', async () => {
    await scanned();
    assert.deepEqual(forks(), ['src/letter.acme.ts < src/letter.ts acme 1']);
  });

  it('follow what is saved, as a new scan would find it', async () => {
    await scanned();
    folder.write({ 'src/letter.globex.ts': letter, 'src/letter.acme.ts': letter.replace('14', '30 + 1') });
    await session.update([
      { path: 'src/letter.globex.ts', type: 'changed' },
      { path: 'src/letter.acme.ts', type: 'changed' },
    ]);
    const updated = forks();
    assert.deepEqual(updated, ['src/letter.acme.ts < src/letter.ts acme 0.992', 'src/letter.globex.ts < src/letter.ts globex 1']);
    await session.dispose();
    await scanned();
    assert.deepEqual(forks(), updated);
  });

  it('take git at its word', async () => {
    folder.write({ 'src/letter.globex.ts': letter });
    const copy = { from: 'src/letter.globex.ts', score: 1, commit: 'c0ffee1234', date: '2025-02-03' };
    await scanned({ gitEvidence: { copies: new Map([['src/letter.acme.ts', [copy]]]), births: new Map() } });
    const found = session.findings({ path: 'src/letter.acme.ts', kind: 'fork' })[0];
    assert.equal(found?.fork?.origin.path, 'src/letter.globex.ts');
    assert.deepEqual(found.fork.forkedAt, { commit: copy.commit, date: copy.date });
    assert.equal(found.fork.direction, 'git');
    assert.match(found.evidence.join(' '), /Commit c0ffee12 of 2025-02-03 added it as a copy/);
  });

  it('are ignored where a directive says so', async () => {
    folder.write({ 'src/letter.acme.ts': `// oneoff-ignore-file their contract asks for it\n${letter}` });
    await scanned();
    assert.deepEqual(forks(), []);
  });
});
