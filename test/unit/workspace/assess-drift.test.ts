import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { folderDrift } from '../../../src/assess/folder-drift.js';
import { Git } from '../../../src/history/git.js';
import type { Drift } from '../../../src/model/drift.js';
import type { Finding, Range } from '../../../src/model/finding.js';
import type { Fork } from '../../../src/model/fork.js';
import type { Report } from '../../../src/model/report.js';
import { formatJson } from '../../../src/report/json.js';
import { driftedForks, pairsOf } from '../../../src/workspace/assess-drift.js';
import { driftOf } from '../../../src/workspace/drift-of.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { BuiltRepository } from '../history/built-repository.js';
import { readJsonObject } from '../report/json-file.js';
import { acme, invoice } from './drift-cases.js';
import { filesOf } from './files-of.js';

const range = (first: number, last: number): Range => ({ start: { line: first, column: 1 }, end: { line: last, column: 2 } });

function fork(path: string, parts: Partial<Fork>): Finding {
  const whole: Fork = {
    unit: 'file',
    origin: { path: 'invoice.ts', range: null },
    family: 'f',
    subject: 'Acme',
    similarity: 0.9,
    sharedLines: 30,
    forkLines: 38,
    originLines: 38,
    coreLines: 30,
    direction: 'names',
    substitutions: [
      { from: 'DefaultInvoice', to: 'AcmeInvoice', count: 2 },
      { from: 'defaultTotal', to: 'acmeTotal', count: 2 },
    ],
    leftBehind: [],
    ...parts,
  };
  return {
    ...{ id: path, kind: 'fork', path, range: range(7, 13), region: null, customers: ['acme'], confidence: 'high' },
    ...{ evidence: ['The path names Acme.'], text: path, fork: whole },
  };
}

describe('drift of findings', () => {
  let repository: BuiltRepository;

  beforeEach(() => {
    repository = new BuiltRepository();
    repository.write('invoice.ts', invoice);
    repository.write('shop/invoice.ts', invoice);
    repository.commit('Invoices');
    repository.write('invoice.acme.ts', acme(invoice));
    repository.write('acme/invoice.ts', acme(invoice));
    repository.write('acme/sums.ts', acme(invoice));
    repository.commit('Acme');
    for (const file of ['invoice.ts', 'shop/invoice.ts']) {
      repository.edit(file, ['net * order.taxRate', 'Math.round(net * order.taxRate)'], ['  let sum = 0;', '  let sum = start();']);
    }
    repository.commit('Fix rounding and sums');
    repository.edit('shop/invoice.ts', ['LIMIT = 30', 'LIMIT = 45']);
    repository.commit('Longer limits');
  });
  afterEach(() => {
    repository.remove();
  });

  it('goes into the forks of a report that conforms to the published schema', async () => {
    const members = [
      { path: 'acme/invoice.ts', origin: 'shop/invoice.ts', similarity: 1 },
      { path: 'acme/sums.ts', origin: 'invoice.ts', similarity: 1 },
    ];
    const findings = [
      fork('invoice.acme.ts', {}),
      fork('acme', { unit: 'folder', origin: { path: 'shop', range: null }, members }),
      fork('acme/sums.ts', { unit: 'function', origin: { path: 'invoice.ts', range: range(7, 13) } }),
      fork('gone.ts', {}),
    ];
    const git = new Git(repository.folder);
    const { drifts } = await driftOf({ pairs: findings.flatMap(pairsOf), git, textOf: filesOf(repository.folder) });
    const forks = driftedForks(findings, drifts);
    const missed = (id: string): unknown => forks.get(id)?.missedFixes?.map(({ subject, path, lines }) => ({ subject, path, lines }));
    const both = [8, 17];
    assert.deepEqual([...forks.keys()], ['invoice.acme.ts', 'acme', 'acme/sums.ts']);
    assert.deepEqual(missed('invoice.acme.ts'), [{ subject: 'Fix rounding and sums', path: 'invoice.acme.ts', lines: both }]);
    assert.deepEqual(missed('acme/sums.ts'), [{ subject: 'Fix rounding and sums', path: 'acme/sums.ts', lines: [8] }]);
    assert.deepEqual(missed('acme'), [
      { subject: 'Fix rounding and sums', path: 'acme/invoice.ts', lines: both },
      { subject: 'Fix rounding and sums', path: 'acme/sums.ts', lines: both },
      { subject: 'Longer limits', path: 'acme/invoice.ts', lines: [4] },
    ]);
    assert.equal(forks.get('acme')?.forkedAt?.commit, repository.git('rev-parse', 'HEAD~2'));
    assert.deepEqual(forks.get('acme')?.drift?.origin, { commits: 3, addedLines: 5, removedLines: 5 });

    const drifted = (id: string): { readonly fork?: Fork } => {
      const known = forks.get(id);
      return known ? { fork: known } : {};
    };
    const report: Report = {
      ...(await scanned()),
      findings: findings.slice(0, 3).map((one) => ({ ...one, ...drifted(one.id) })),
    };
    const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(readJsonObject('media/report.schema.json'));
    validate(JSON.parse(formatJson(report)));
    assert.deepEqual(validate.errors, null);
  });

  it('comes with the branches of customers when it is asked for', async () => {
    const { drift } = await scanned();
    assert.deepEqual(
      drift?.branches.map(({ name, customers }) => ({ name, customers })),
      [{ name: 'acme-live', customers: ['acme'] }],
    );
    assert.deepEqual(drift.notices, []);
  });

  it('is a notice where there is no repository', async () => {
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    const session = await openSession({ root: repository.folder, cacheFolder: null, parser: 'typescript-estree' });
    const { drift } = await session.assess({ history: false, drift: true, items: [] });
    await session.dispose();
    assert.deepEqual(drift, { branches: [], notices: ['The folder is in no git repository.'] });
  });

  async function scanned(): Promise<Report> {
    repository.write('oneoff.config.json', '{ "customers": [{ "id": "acme", "name": "Acme Corp" }] }');
    repository.commit('Customers');
    repository.git('checkout', '--quiet', '-b', 'acme-live', 'HEAD~1');
    repository.edit('invoice.ts', ['LIMIT = 30', 'LIMIT = 90']);
    repository.wait(60);
    repository.commit('Acme waits longer');
    repository.git('checkout', '--quiet', 'main');
    const session = await openSession({ root: repository.folder, cacheFolder: null, parser: 'typescript-estree' });
    const report = await session.assess({ history: false, drift: true, items: [] });
    await session.dispose();
    return report;
  }
});

describe('drift of a folder', () => {
  const of = (date: string, commits: number, passedOver: Drift['passedOver']): Drift => ({
    forkPoint: { commit: date, date, subject: date, order: 'copied', path: 'a', from: 'b', similarity: 1 },
    similarityNow: 1,
    fork: { commits, addedLines: 1, removedLines: 2 },
    origin: null,
    missedFixes: [],
    passedOver,
    leftBehind: [],
    notices: ['Shallow.'],
  });

  it('starts with the first of its files, sums them up and says each limit once', () => {
    const drift = folderDrift(0.5, [of('2024-02-01', 2, { applied: 1 }), of('2024-01-01', 3, { applied: 2, gone: 1 })]);
    assert.equal(drift?.forkPoint?.date, '2024-01-01');
    assert.deepEqual([drift.similarityNow, drift.fork, drift.origin], [0.5, { commits: 5, addedLines: 2, removedLines: 4 }, null]);
    assert.deepEqual([drift.passedOver, drift.notices], [{ applied: 3, gone: 1 }, ['Shallow.']]);
    assert.equal(folderDrift(1, []), undefined);
  });
});
