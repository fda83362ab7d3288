import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Git } from '../../../src/history/git.js';
import type { Drift } from '../../../src/model/drift.js';
import { driftOf, type DriftAnswer } from '../../../src/workspace/drift-of.js';
import type { ForkPair } from '../../../src/workspace/drift-reader.js';
import { BuiltRepository } from '../history/built-repository.js';
import { acme, CaseFolder, cases, invoice, type Expected } from './drift-cases.js';

const substitutions = [
  { from: 'DefaultInvoice', to: 'AcmeInvoice' },
  { from: 'defaultTotal', to: 'acmeTotal' },
];

const files =
  (folder: string) =>
  (file: string): Promise<string | undefined> =>
    readFile(path.join(folder, file), 'utf8').catch(() => undefined);

describe('missed fixes of a repository built commit by commit', () => {
  let repository: BuiltRepository;
  const expectations = new Map<string, Expected>();
  let answer: DriftAnswer;

  before(async function () {
    this.timeout(120_000);
    repository = new BuiltRepository();
    const pairs = cases.map(({ name, build, pair }): ForkPair => {
      const at = new CaseFolder(repository, name.replaceAll(' ', '-'));
      expectations.set(name, build(at));
      const sides = pair?.(at) ?? {
        fork: { path: at.path('invoice.acme.ts'), lines: null },
        origin: { path: at.path('invoice.ts'), lines: null },
      };
      return { id: name, ...sides, substitutions };
    });
    answer = await driftOf({ pairs, git: new Git(repository.folder), textOf: files(repository.folder) });
  });
  after(() => {
    repository.remove();
  });

  for (const { name } of cases) {
    it(name, () => {
      const drift: Drift | undefined = answer.drifts.get(name);
      const expected = expectations.get(name);
      assert.ok(drift && expected);
      const { missedFixes, passedOver } = drift;
      assert.deepEqual(
        missedFixes.map(({ subject }) => subject),
        expected.missed,
      );
      if (expected.passedOver) assert.deepEqual(passedOver, expected.passedOver);
      if (expected.lines)
        assert.deepEqual(
          missedFixes.map(({ lines }) => lines[0]),
          expected.lines,
        );
      if (expected.standing) assert.deepEqual([...new Set(missedFixes.map(({ standing }) => standing))], [expected.standing]);
    });
  }
});

describe('drift in clones that lack something', () => {
  let repository: BuiltRepository;
  let clone: string;
  const pair: ForkPair = {
    id: 'invoice',
    fork: { path: 'invoice.acme.ts', lines: null },
    origin: { path: 'bill.ts', lines: null },
    substitutions,
  };

  const drift = async (...options: string[]): Promise<{ readonly drift: Drift; readonly notices: string }> => {
    rmSync(clone, { recursive: true, force: true });
    execFileSync('git', ['clone', '--quiet', ...options, `file://${repository.folder}`, clone], { stdio: 'pipe' });
    const { drifts, notices } = await driftOf({ pairs: [pair], git: new Git(clone), textOf: files(clone) });
    const found = drifts.get('invoice');
    assert.ok(found);
    return { drift: found, notices: [...notices, ...found.notices].join(' ') };
  };

  before(() => {
    repository = new BuiltRepository();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    clone = mkdtempSync(path.join(tmpdir(), 'oneoff-clone-'));
    repository.write('invoice.ts', invoice);
    repository.commit('Invoices');
    repository.write('invoice.acme.ts', acme(invoice));
    repository.commit('Invoices for Acme');
    repository.git('mv', 'invoice.ts', 'bill.ts');
    repository.edit('bill.ts', ['LIMIT = 30', 'LIMIT = 45']);
    repository.commit('Bills');
    repository.edit('bill.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
    repository.commit('Fix rounding');
    repository.edit('bill.ts', ['due.setDate(due.getDate()', 'due.setUTCDate(due.getUTCDate()']);
    repository.commit('Fix due dates');
  });
  after(() => {
    repository.remove();
    rmSync(clone, { recursive: true, force: true });
  });

  it('a whole clone tells everything and nothing of limits', async () => {
    const { drift: whole, notices } = await drift();
    assert.deepEqual(
      whole.missedFixes.map(({ subject }) => subject),
      ['Fix due dates', 'Fix rounding', 'Bills'],
    );
    const { forkPoint: point } = whole;
    assert.deepEqual([point?.subject, point?.order, point?.from, point?.similarity], ['Invoices for Acme', 'copied', 'invoice.ts', 1]);
    assert.deepEqual(whole.origin, { commits: 3, addedLines: 3, removedLines: 3 });
    assert.deepEqual(whole.fork, { commits: 0, addedLines: 0, removedLines: 0 });
    assert.equal(notices, '');
  });

  it('a shallow clone tells what it has and does not take its end for the beginning', async () => {
    const { drift: shallow, notices } = await drift('--depth=2');
    assert.deepEqual(
      shallow.missedFixes.map(({ subject }) => subject),
      ['Fix due dates'],
    );
    assert.equal(shallow.forkPoint, null);
    assert.match(notices, /The clone is shallow.*git fetch --unshallow/);
  });

  it('a partial clone tells which commits it cannot judge', async () => {
    const { drift: partial, notices } = await drift('--filter=blob:none');
    assert.deepEqual(partial.missedFixes, []);
    assert.match(notices, /The clone is partial.*not followed.*3 later commits of the origin could not be read/);
  });
});

describe('drift of one fork', () => {
  let repository: BuiltRepository;

  const driftIn = async (
    folder: string,
    pair: Omit<ForkPair, 'id' | 'substitutions'>,
    signal?: AbortSignal,
  ): Promise<Drift | undefined> => {
    const question = { pairs: [{ id: 'one', ...pair, substitutions }], git: new Git(folder), textOf: files(folder) };
    return (await driftOf(question, signal)).drifts.get('one');
  };
  const whole = (fork: string, origin: string): Omit<ForkPair, 'id' | 'substitutions'> => ({
    fork: { path: fork, lines: null },
    origin: { path: origin, lines: null },
  });

  beforeEach(() => {
    repository = new BuiltRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  const orders: readonly (readonly [string, string, number, () => void])[] = [
    [
      'copied',
      'Acme',
      1,
      () => {
        repository.write('invoice.ts', invoice);
        repository.commit('All');
        repository.write('acme.ts', acme(invoice));
        repository.commit('Acme');
      },
    ],
    [
      'together',
      'Both',
      1,
      () => {
        repository.write('invoice.ts', invoice);
        repository.write('acme.ts', acme(invoice));
        repository.commit('Both');
      },
    ],
    [
      'reversed',
      'All',
      1,
      () => {
        repository.write('acme.ts', acme(invoice));
        repository.commit('Acme');
        repository.write('invoice.ts', invoice);
        repository.commit('All');
      },
    ],
    [
      'rewritten',
      'Acme, now really',
      1,
      () => {
        repository.write('acme.ts', 'export const rate = 3;\nexport function send(to: string): void {\n  post(to, rate);\n}\n');
        repository.write('invoice.ts', invoice);
        repository.commit('All');
        repository.edit('acme.ts', ['rate = 3', 'rate = 4']);
        repository.commit('Rates');
        repository.write('acme.ts', acme(invoice));
        repository.commit('Acme, now really');
      },
    ],
  ];
  for (const [order, subject, similarity, build] of orders) {
    it(`was ${order}`, async () => {
      build();
      const point = (await driftIn(repository.folder, whole('acme.ts', 'invoice.ts')))?.forkPoint;
      assert.deepEqual([point?.order, point?.subject, point?.similarity], [order, subject, similarity]);
    });
  }

  it('is not known of a file that is not committed', async () => {
    repository.write('invoice.ts', invoice);
    repository.commit('All');
    repository.write('acme.ts', acme(invoice));
    const found = await driftIn(repository.folder, whole('acme.ts', 'invoice.ts'));
    assert.deepEqual([found?.forkPoint, found?.missedFixes, found?.similarityNow], [null, [], 1]);
    assert.match(found?.notices.join(' ') ?? '', /not committed yet/);
  });

  it('is read for a folder in the repository, also with blanks and letters of other alphabets in paths', async () => {
    repository.write('größe und mehr/invoice.ts', invoice);
    repository.commit('All');
    repository.write('größe und mehr/acme.ts', acme(invoice));
    repository.commit('Acme');
    repository.edit('größe und mehr/invoice.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
    repository.commit('Fix rounding');
    const found = await driftIn(path.join(repository.folder, 'größe und mehr'), whole('acme.ts', 'invoice.ts'));
    assert.deepEqual(
      found?.missedFixes.map(({ subject }) => subject),
      ['Fix rounding'],
    );
  });

  it('counts what the working tree says, not the last commit', async () => {
    repository.write('invoice.ts', invoice);
    repository.commit('All');
    repository.write('acme.ts', acme(invoice));
    repository.commit('Acme');
    repository.edit('invoice.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
    repository.commit('Fix rounding');
    repository.edit('acme.ts', ['net * order.taxRate', 'Math.round(net * order.taxRate)']);
    const found = await driftIn(repository.folder, whole('acme.ts', 'invoice.ts'));
    assert.deepEqual([found?.missedFixes, found?.passedOver], [[], { applied: 1 }]);
  });

  it('names what was left of the origin’s name', async () => {
    repository.write('invoice.ts', invoice);
    repository.write('acme.ts', acme(invoice).replace('acmeTotal(this.order)', 'defaultTotal(this.order)'));
    repository.commit('Both');
    const found = await driftIn(repository.folder, whole('acme.ts', 'invoice.ts'));
    assert.deepEqual(found?.leftBehind, [{ name: 'defaultTotal', line: 36, expected: 'acme' }]);
  });

  it('is left out when a file is gone, and says so when it is asked outside of a repository or called off', async () => {
    repository.write('invoice.ts', invoice);
    repository.commit('All');
    assert.equal(await driftIn(repository.folder, whole('gone.ts', 'invoice.ts')), undefined);
    await assert.rejects(driftIn(repository.folder, whole('acme.ts', 'invoice.ts'), AbortSignal.abort()), { name: 'AbortError' });
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    await assert.rejects(driftIn(repository.folder, whole('acme.ts', 'invoice.ts')), { failure: 'no-repository' });
  });
});
