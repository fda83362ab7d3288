import assert from 'node:assert/strict';
import { Git } from '../../../src/history/git.js';
import type { Finding } from '../../../src/model/finding.js';
import { readForkPast } from '../../../src/workspace/fork-past.js';
import { gitCopies } from '../../../src/workspace/git-copies.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { BuiltRepository } from '../history/built-repository.js';
import { acme, invoice } from './drift-cases.js';

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

  it('tells which of two is the copy, and counts as evidence, where drift is asked for', async () => {
    const session = await openSession({ root: repository.folder, cacheFolder: null, parser: 'typescript-estree' });
    const forks = (): Finding[] => session.findings({ kind: 'fork' }).filter(({ fork }) => fork?.unit === 'file');
    await session.scan();
    const guessed = forks();
    await session.assess({ history: false, drift: true, items: [] });
    const told = forks();
    await session.dispose();
    assert.notEqual(guessed[0]?.fork?.direction, 'git');
    assert.deepEqual(
      told.map(({ path, fork, confidence }) => [path, fork?.origin.path, fork?.direction, confidence]),
      [['src/acme/invoice.ts', 'src/globex/invoice.ts', 'git', 'high']],
    );
    assert.ok(told[0]?.evidence.some((line) => /^Commit [0-9a-f]{8} of 2024-01-01 added it as a copy/.test(line)));
  });
});
