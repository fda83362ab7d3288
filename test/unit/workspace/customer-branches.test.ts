import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Git } from '../../../src/history/git.js';
import type { CustomerBranch } from '../../../src/model/customer-branch.js';
import { customerBranches } from '../../../src/workspace/customer-branches.js';
import { BuiltRepository } from '../history/built-repository.js';
import { invoice } from './drift-cases.js';

const customers = [
  { id: 'acme', names: ['Acme Corp'] },
  { id: 'globex', names: [] },
  { id: 'hooli', names: [] },
  { id: 'initech', names: [] },
];

/** The product, what Acme has of it, and branches that only look like a customer's. */
function build(repository: BuiltRepository): void {
  const on = (branch: string, ...base: string[]): void => {
    repository.git('checkout', '--quiet', ...(base.length > 0 ? ['-b', branch, ...base] : [branch]));
  };
  const change = (subject: string, file: string, ...edits: readonly (readonly [string, string])[]): void => {
    repository.edit(file, ...edits);
    repository.commit(subject);
  };
  repository.write('src/invoice.ts', invoice);
  repository.write(
    'src/mail.ts',
    'export function mail(to: string, text: string): void {\n  const body = text.trim();\n  post(to, body);\n}\n',
  );
  repository.commit('The product');
  on('customers/acme', 'main');
  change('Logo of Acme', 'src/invoice.ts', ["return 'Invoice ' + this.order.id;", "return 'Acme invoice ' + this.order.id;"]);
  for (const name of ['feature/hooli-login', 'globex', 'initech/live']) on(name, 'main');
  change('Initech starts', 'src/mail.ts', ['text.trim()', 'text.trimEnd()']);
  on('main');
  change('Fix rounding', 'src/invoice.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
  change('Fix due dates', 'src/invoice.ts', ['due.setDate(due.getDate() + LIMIT)', 'due.setUTCDate(due.getUTCDate() + LIMIT)']);
  change('Fix mails without text', 'src/mail.ts', ['text.trim()', "(text ?? '').trim()"]);
  change('Fix titles', 'src/invoice.ts', ["'Invoice ' + this.order.id", "'Invoice ' + (this.order.id ?? 'draft')"]);
  change('Fix sums of nothing', 'src/invoice.ts', ['  let sum = 0;', '  if (lines.length === 0) return 0;\n  let sum = 0;']);
  on('customers/acme');
  repository.wait(40);
  repository.git('cherry-pick', 'main~2');
  change('Round for Acme', 'src/invoice.ts', [
    'net * order.taxRate;\n  return new Money(net + tax, order.currency)',
    "Math.round(net * order.taxRate);\n  return new Money(net + tax, order.currency, 'Acme')",
  ]);
  on('globex');
  repository.commit('Nothing of Globex is left that the product does not have');
  on('main');
  repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge Globex', 'globex');
}

describe('branches of customers', () => {
  let repository: BuiltRepository;
  let clone: string;
  let branches: CustomerBranch[];

  const clonedFrom = (...options: string[]): string => {
    rmSync(clone, { recursive: true, force: true });
    execFileSync('git', ['clone', '--quiet', ...options, `file://${repository.folder}`, clone], { stdio: 'pipe' });
    return clone;
  };

  before(async () => {
    repository = new BuiltRepository();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    clone = mkdtempSync(path.join(tmpdir(), 'oneoff-clone-'));
    build(repository);
    branches = await customerBranches({ customers, git: new Git(repository.folder) });
  });
  after(() => {
    repository.remove();
    rmSync(clone, { recursive: true, force: true });
  });

  it('are those that live long beside the product', () => {
    assert.deepEqual(
      branches.map(({ name, customers: ids, base }) => ({ name, ids, base })),
      [{ name: 'customers/acme', ids: ['acme'], base: 'main' }],
    );
  });

  it('say where they parted and how far they have come apart', () => {
    const [acme] = branches;
    assert.ok(acme);
    assert.equal(acme.mergeBase.subject, 'The product');
    assert.equal(acme.tip.subject, 'Round for Acme');
    assert.deepEqual([acme.ahead, acme.behind], [2, 4]);
    assert.deepEqual(acme.differing, ['src/invoice.ts']);
    assert.deepEqual(acme.changedOnBoth, ['src/invoice.ts']);
    assert.match(acme.evidence.join(' '), /named for acme.*lived beside “main” for 40 days/);
  });

  it('have taken what was picked, also by hand', () => {
    const [acme] = branches;
    assert.deepEqual([acme?.picked, acme?.adapted], [1, 1]);
  });

  it('name what they never took, with the lines', () => {
    assert.deepEqual(
      branches[0]?.neverTaken.map(({ subject, standing, places }) => ({ subject, standing, places })),
      [
        { subject: 'Fix sums of nothing', standing: 'likely', places: [{ path: 'src/invoice.ts', lines: [7] }] },
        { subject: 'Fix titles', standing: 'likely', places: [{ path: 'src/invoice.ts', lines: [31] }] },
        { subject: 'Fix due dates', standing: 'likely', places: [{ path: 'src/invoice.ts', lines: [26] }] },
      ],
    );
  });

  it('are found where a clone only tracks them', async () => {
    const [acme] = await customerBranches({ customers, git: new Git(clonedFrom()) });
    assert.equal(acme?.name, 'origin/customers/acme');
    assert.equal(acme.neverTaken.length, 3);
  });

  it('are not taken from the name of another owner’s remote', async () => {
    const folder = clonedFrom('--single-branch');
    execFileSync('git', ['remote', 'add', '-f', 'hooli', `file://${repository.folder}`], { cwd: folder, stdio: 'pipe' });
    const found = await customerBranches({ customers, git: new Git(folder) });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['hooli/customers/acme'],
    );
  });

  it('are told of as far as a partial clone goes', async () => {
    const [acme] = await customerBranches({ customers, git: new Git(clonedFrom('--filter=blob:none')) });
    assert.deepEqual([acme?.behind, acme?.differing], [5, ['src/invoice.ts']]);
    assert.match(acme?.notices.join(' ') ?? '', /The clone is partial.*Cherry-picks were not looked for, as the clone lacks contents/);
  });

  it('are left out where a shallow clone does not reach the place at which they parted', async () => {
    assert.deepEqual(await customerBranches({ customers, git: new Git(clonedFrom('--depth=1', '--no-single-branch')) }), []);
  });

  it('are asked for in vain where there is no branch at all', async () => {
    const empty = new BuiltRepository();
    try {
      await assert.rejects(customerBranches({ customers, git: new Git(empty.folder) }), { name: 'GitError' });
    } finally {
      empty.remove();
    }
  });
});
