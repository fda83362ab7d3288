import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Git } from '../../../src/history/git.js';
import type { Finding } from '../../../src/model/finding.js';
import { readForkPast } from '../../../src/workspace/fork-past.js';
import { gitCopies } from '../../../src/workspace/git-copies.js';
import type { Report } from '../../../src/model/report.js';
import { openSession } from '../../../src/workspace/open-session.js';
import type { Session } from '../../../src/workspace/session.js';
import { BuiltRepository } from '../history/built-repository.js';
import { acme, invoice } from './drift-cases.js';
import { TemporaryFolder } from './temporary-folder.js';

const globex = (text: string): string => acme(text).replaceAll('Acme', 'Globex').replaceAll('acme', 'globex');

describe('what git shows of copies', () => {
  let repository: BuiltRepository;

  beforeEach(() => {
    repository = new BuiltRepository();
    repository.write('oneoff.config.json', '{ "customers": [{ "id": "acme" }, { "id": "globex" }] }');
    repository.write('src/globex/invoice.ts', globex(invoice));
    repository.commit('Invoices for Globex');
    repository.write('src/acme/bill.ts', acme(invoice));
    repository.commit('The same for Acme');
    repository.git('mv', 'src/acme/bill.ts', 'src/acme/invoice.ts');
    repository.edit('src/globex/invoice.ts', ['LIMIT = 30', 'LIMIT = 45']);
    repository.commit('A better name');
  });
  afterEach(() => {
    repository.remove();
  });

  it('is what a file was like when it was added, of those that were there, by the names of today', async () => {
    repository.write('src/acme/other.ts', 'export function other(): number {\n  return start(4) + end(5) + middle(6);\n}\n');
    repository.commit('Something else');
    const [one, other, unlike] = ['src/acme/invoice.ts', 'src/globex/invoice.ts', 'src/acme/other.ts'];
    const git = new Git(repository.folder);
    const past = await readForkPast(git, [one, other, unlike]);
    const copies = await gitCopies(
      [
        [other, one],
        [one, unlike],
      ],
      git,
      past,
    );
    assert.deepEqual([...copies.keys()], [one]);
    const [copy, ...more] = copies.get(one) ?? [];
    assert.deepEqual([copy?.from, copy?.commit, more.length], [other, repository.git('rev-parse', 'HEAD~2'), 0]);
  });

  const asked: readonly (readonly [string, (session: Session) => Promise<Report>])[] = [
    ['it is asked', (session) => session.readCopies()],
    ['drift is asked for', (session) => session.assess({ history: false, drift: true, items: [] })],
  ];
  for (const [when, ask] of asked)
    it(`tells which of two is the copy, and counts as evidence, where ${when}`, async () => {
      const session = await openSession({ root: repository.folder, cacheFolder: null, parser: 'typescript-estree' });
      const forks = (): Finding[] => session.findings({ kind: 'fork' }).filter(({ fork }) => fork?.unit === 'file');
      await session.scan();
      const guessed = forks();
      const report = await ask(session);
      const told = forks();
      await session.dispose();
      assert.notEqual(guessed[0]?.fork?.direction, 'git');
      assert.deepEqual(
        told.map(({ path, fork, confidence }) => [path, fork?.origin.path, fork?.direction, confidence]),
        [['src/acme/invoice.ts', 'src/globex/invoice.ts', 'git', 'high']],
      );
      assert.deepEqual(report.copies, { notices: [] });
      assert.ok(told[0]?.evidence.some((line) => /^Commit [0-9a-f]{8} of 2024-01-01 added it as a copy/.test(line)));
    });

  it('is known from the cache while the same commit is checked out, and only then', async () => {
    const cacheFolder = path.join(repository.folder, '.git/cache');
    const processes = async (): Promise<number> => {
      const log = path.join(repository.folder, '.git/asked');
      writeFileSync(log, '');
      const git = path.join(repository.folder, '.git/counting-git');
      writeFileSync(git, `#!/bin/sh\necho "$@" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
      const session = await openSession({ root: repository.folder, cacheFolder, parser: 'typescript-estree', git });
      await session.readCopies();
      const [fork] = session.findings({ kind: 'fork' });
      await session.dispose();
      assert.equal(fork?.fork?.direction, 'git');
      return readFileSync(log, 'utf8').trim().split('\n').length;
    };
    const cold = await processes();
    assert.equal(await processes(), 1);
    repository.edit('src/globex/invoice.ts', ['LIMIT = 45', 'LIMIT = 60']);
    repository.commit('Longer limits');
    assert.equal(await processes(), cold);
  });

  it('takes a file that was moved and rewritten at once for the older one that it was', async () => {
    const first = repository.git('rev-parse', 'HEAD~2');
    repository.git('rm', '--quiet', 'src/globex/invoice.ts');
    repository.write('src/clients/globex/invoice.ts', 'export const rewritten = (order: Order): number => order.total;\n');
    repository.write('src/clients/globex/letter.ts', 'export const letter = (order: Order): string => order.name;\n');
    repository.commit('Clients have a folder');
    const path = 'src/clients/globex/invoice.ts';
    const past = await readForkPast(new Git(repository.folder), [path]);
    assert.deepEqual(
      past.historyOf(path).map(({ path: then }) => then),
      [path, 'src/globex/invoice.ts', 'src/globex/invoice.ts'],
    );
    assert.equal(past.historyOf(path).at(-1)?.message.commit, first);
  });

  it('shows the same when it is asked again, without reading the history again', async () => {
    const log = path.join(repository.folder, '.git/asked');
    const git = path.join(repository.folder, '.git/counting-git');
    writeFileSync(git, `#!/bin/sh\necho "$@" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
    const session = await openSession({
      root: repository.folder,
      cacheFolder: path.join(repository.folder, '.git/cache'),
      parser: 'typescript-estree',
      git,
    });
    const first = (await session.readCopies()).findings;
    writeFileSync(log, '');
    const again = (await session.readCopies()).findings;
    await session.dispose();
    assert.deepEqual(again, first);
    assert.equal(readFileSync(log, 'utf8').trim().split('\n').length, 1);
  });

  it('starts no git where no fork was found', async () => {
    const folder = new TemporaryFolder({ 'src/one.ts': 'export const one = 1;\n' });
    const session = await openSession({ root: folder.path, cacheFolder: null, parser: 'typescript-estree', git: 'no-such-program' });
    const { copies } = await session.readCopies();
    await session.dispose();
    folder.remove();
    assert.equal(copies, undefined);
  });

  it('says what kept git from showing anything, and leaves the forks as they were', async () => {
    const session = await openSession({ root: repository.folder, cacheFolder: null, parser: 'typescript-estree', git: 'no-such-program' });
    const before = (await session.scan()).findings;
    const { copies, findings } = await session.readCopies();
    await session.dispose();
    assert.deepEqual(findings, before);
    assert.match(copies?.notices.join(' ') ?? '', /^Git cannot be started/);
  });
});
