import assert from 'node:assert/strict';
import { BuiltRepository } from '../unit/history/built-repository.js';
import { acme, invoice } from '../unit/workspace/drift-cases.js';
import { runCli } from './run-cli.js';

describe('oneoff forks --drift', function () {
  this.timeout(30_000);
  let repository: BuiltRepository;

  beforeEach(() => {
    repository = new BuiltRepository();
    repository.write('oneoff.config.json', '{ "customers": [{ "id": "acme", "name": "Acme Corp" }] }');
    repository.write('src/invoice.ts', invoice);
    repository.commit('Invoices');
    repository.write('src/invoice.acme.ts', acme(invoice).replace("'Invoice '", "'Default invoice '"));
    repository.commit('Invoices for Acme');
    repository.edit('src/invoice.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
    repository.commit('Fix rounding of taxes');
    repository.edit('src/invoice.ts', ['LIMIT = 30', 'LIMIT = 45']);
    repository.commit('Longer limits');
    repository.git('checkout', '--quiet', '-b', 'acme-live', 'HEAD~2');
    repository.edit('src/invoice.ts', ["'Invoice '", "'Bill '"]);
    repository.wait(60);
    repository.commit('Acme gets bills');
    repository.git('checkout', '--quiet', 'main');
  });
  afterEach(() => {
    repository.remove();
  });

  it('tells when a copy was made, what it missed, and where the branch of a customer stands', async () => {
    const { code, stdout, stderr } = await runCli(['forks', repository.folder, '--drift', '--no-cache']);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const told = stdout.replaceAll(/\b[0-9a-f]{8}\b/g, '01234567').split('\n');
    const from = told.findIndex((line) => line.includes('copied 2024'));
    assert.deepEqual(told.slice(from, told.indexOf('', from)), [
      '      copied 2024-01-01 in 01234567 “Invoices for Acme”; 100 % the same then, 98 % now',
      '      since then the copy has not changed, the original changed in 2 commits (+2 −2 lines)',
      '      1 change of the original is likely missing in this copy:',
      '        2024-01-01  01234567  Fix rounding of taxes',
      '          would change src/invoice.acme.ts:17',
      '          Its message calls it a fix (“Fix rounding of taxes”).',
      '      not taken either: 1 unlikely',
      "      still called after the original: 'Default invoice ' at src/invoice.acme.ts:31 (not acme)",
    ]);
    const branches = told.indexOf('Branches of customers');
    assert.deepEqual(told.slice(branches, told.indexOf('', branches)), [
      'Branches of customers',
      '  acme-live',
      '      for acme; parted from main 2024-01-01 in 01234567 “Invoices for Acme”, last commit 2024-03-01',
      '      since then 1 commit on the branch, 2 on main',
      '      1 source file not the same on both; 1 of them changed on both sides',
      '      1 change of main is likely missing in the branch:',
      '        2024-01-01  01234567  Fix rounding of taxes',
      '          would change src/invoice.ts:17',
      '          Its message calls it a fix (“Fix rounding of taxes”).',
      '      not taken either: 1 unlikely',
    ]);
  });

  it('writes the same as JSON', async () => {
    const { stdout } = await runCli(['forks', repository.folder, '--drift', '--no-cache', '--format', 'json']);
    const { families, drift } = JSON.parse(stdout) as {
      families: { forks: { fork: { missedFixes: { subject: string }[]; forkedAt: { commit: string } } }[] }[];
      drift: { branches: { name: string; neverTaken: { subject: string }[] }[] };
    };
    const fork = families[0]?.forks[0]?.fork;
    assert.equal(fork?.forkedAt.commit, repository.git('rev-parse', 'HEAD~2'));
    const subjects = ['Fix rounding of taxes', 'Longer limits'];
    assert.deepEqual(
      fork.missedFixes.map(({ subject }) => subject),
      subjects,
    );
    assert.deepEqual(
      drift.branches.map(({ name, neverTaken }) => [name, ...neverTaken.map(({ subject }) => subject)]),
      [['acme-live', ...subjects]],
    );
  });
});
