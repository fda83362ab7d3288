import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Git } from '../../../src/history/git.js';
import type { Drift } from '../../../src/model/drift.js';
import { driftOf, type DriftAnswer } from '../../../src/workspace/drift-of.js';
import type { ForkPair } from '../../../src/workspace/drift-reader.js';
import { BuiltRepository } from '../history/built-repository.js';
import { CaseFolder, cases, type Expected } from './drift-cases.js';

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
