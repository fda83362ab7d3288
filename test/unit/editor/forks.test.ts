import assert from 'node:assert/strict';
import { planDiagnostics } from '../../../src/editor/diagnostics-plan.js';
import { FolderModel } from '../../../src/editor/folder-model.js';
import type { TreeSource } from '../../../src/editor/file-rows.js';
import { planFindingCard } from '../../../src/editor/hover-plan.js';
import { planInline } from '../../../src/editor/inline-plan.js';
import { planTree } from '../../../src/editor/tree-plan.js';
import { defaultConfig } from '../../../src/model/config.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Fork } from '../../../src/model/fork.js';
import { acme, allRead, at, english, finding, globex } from './examples.js';

const fix = {
  commit: 'abc1234'.padEnd(40, '0'),
  date: '2026-10-01T10:00:00Z',
  subject: 'Fix rounding of taxes',
  path: 'src/invoice.acme.ts',
  lines: [12, 13],
  standing: 'likely',
  reasons: ['It says that it fixes something.'],
} as const;

const figures = { sharedLines: 62, forkLines: 80, originLines: 78, coreLines: 60 };

const fork: Fork = {
  unit: 'file',
  origin: { path: 'src/invoice.ts', range: null },
  family: 'invoice',
  subject: 'acme',
  similarity: 0.914,
  ...figures,
  direction: 'git',
  substitutions: [],
  leftBehind: ['Invoice'],
  forkedAt: { commit: 'fed9876'.padEnd(40, '0'), date: '2025-09-12T10:00:00Z' },
  missedFixes: [fix],
};

const forked = (given: Partial<Finding> = {}, its: Partial<Fork> = {}): Finding =>
  finding({ kind: 'fork', path: 'src/invoice.acme.ts', range: at(1, 1, 10), text: 'invoice.acme.ts', fork: { ...fork, ...its }, ...given });

const source = (findings: readonly Finding[]): TreeSource => ({
  key: 'file:///app',
  name: 'app',
  customers: [acme, globex],
  files: new Map(findings.map((each) => [each.path, [each]])),
  reading: allRead,
});

const families = { showLowConfidence: false, grouping: 'family', filter: '' } as const;

describe('a copied folder', () => {
  const members = [
    { path: 'apps/acme/src/cart.ts', origin: 'apps/base/src/cart.ts', similarity: 0.8 },
    { path: 'apps/acme/src/total.ts', origin: 'apps/base/src/total.ts', similarity: 1 },
  ];
  const missed = { ...fix, path: 'apps/acme/src/cart.ts' };
  const folder = forked(
    { path: 'apps/acme/src' },
    { unit: 'folder', origin: { path: 'apps/base/src', range: null }, members, missedFixes: [missed] },
  );

  it('is told in each of its files, with the origin and the missed fixes of that file', () => {
    const model = new FolderModel();
    assert.deepEqual(model.applyFindings([['apps/acme/src', [folder]]]), ['apps/acme/src', ...members.map(({ path }) => path)]);
    const [cart] = model.shownAt('apps/acme/src/cart.ts');
    const [total] = model.shownAt('apps/acme/src/total.ts');
    assert.deepEqual(
      planInline(english, cart ? [cart] : [], [acme], allRead, 1)
        ?.split(' · ')
        .slice(0, 3),
      ['Acme Corp', 'fork', '1 missed fix'],
    );
    assert.deepEqual([cart?.id, cart?.fork?.origin.path, cart?.fork?.similarity], [folder.id, 'apps/base/src/cart.ts', 0.8]);
    assert.deepEqual([total?.fork?.origin.path, total?.fork?.missedFixes], ['apps/base/src/total.ts', []]);
    assert.equal(planDiagnostics(english, cart ? [cart] : [], [acme], defaultConfig.severities)[0]?.origin?.path, 'apps/base/src/cart.ts');
  });

  it('counts once, and is gone from its files when it is no copy any more', () => {
    const model = new FolderModel();
    model.applyFindings([['apps/acme/src', [folder]]]);
    assert.deepEqual([[...model.findings()].length, model.findingsAt('apps/acme/src/cart.ts').length], [1, 0]);
    assert.deepEqual(model.applyFindings([['apps/acme/src', []]]), ['apps/acme/src', ...members.map(({ path }) => path)]);
    assert.deepEqual(model.shownAt('apps/acme/src/cart.ts'), []);
  });
});

describe('a fork', () => {
  it('is listed with what it missed below it', () => {
    const row = planTree(english, [source([forked()])], { ...families, grouping: 'customer' }).rows[0];
    const file = row?.is === 'customer' ? row.files[0] : undefined;
    assert.equal(file?.findings[0]?.description, ':1  1 missed fix · 62 of 80 lines shared · forked 14 months ago · no request known');
    assert.deepEqual(
      file.findings[0].missed.map(({ label, description, spoken }) => [label, description, spoken]),
      [['Fix rounding of taxes', '2026-10-01 · 2 lines', 'Missed: Fix rounding of taxes, 2026-10-01 · 2 lines']],
    );
  });

  it('is grouped with its family, those that missed most first; what is no fork is left out', () => {
    const others = [
      forked({ path: 'src/tax.acme.ts' }, { family: 'tax', origin: { path: 'src/tax.ts', range: null }, missedFixes: [] }),
      forked({ path: 'src/invoice.globex.ts', customers: ['globex'] }, { missedFixes: [] }),
      forked(),
      finding(),
    ];
    const plan = planTree(english, [source(others)], families);
    const lines = plan.rows.flatMap((row) => [
      `${row.label} | ${row.description}`,
      ...(row.is === 'family' ? row.forks.map(({ label, description }) => `  ${label} | ${description}`) : []),
    ]);
    assert.deepEqual(lines, [
      'src/invoice.ts | 2 forks · 1 missed fix',
      '  src/invoice.acme.ts | Acme Corp · 1 missed fix · 62 of 80 lines shared · forked 14 months ago · no request known',
      '  src/invoice.globex.ts | Globex · 62 of 80 lines shared · forked 14 months ago · no request known',
      'src/tax.ts | 1 fork',
      '  src/tax.acme.ts | Acme Corp · 62 of 80 lines shared · forked 14 months ago · no request known',
    ]);
  });

  it('says in the hover where it comes from and what it missed', () => {
    const { history } = planFindingCard(english, forked(), [acme], allRead);
    assert.deepEqual(
      history.map(({ text }) => text),
      [
        'Copied from src/invoice.ts, 91 % alike',
        'Forked 2025-09-12 by fed9876',
        'Names of the origin left behind: Invoice',
        'Missed 2026-10-01: Fix rounding of taxes',
        'No request known',
      ],
    );
    const many = planFindingCard(english, forked({}, { missedFixes: [fix, fix, fix, fix, fix] }), [acme], allRead).history;
    assert.ok(many.some(({ text }) => text === '2 more missed'));
    const unlikely = forked({}, { missedFixes: [{ ...fix, standing: 'unlikely' }] });
    assert.ok(planFindingCard(english, unlikely, [acme], allRead).history.every(({ text }) => !text.includes('Missed')));
  });

  it('says at the end of its line how far it has come apart', () => {
    const text = planInline(english, [forked()], [acme], allRead, 1);
    assert.equal(text, 'Acme Corp · fork · 1 missed fix · 62 of 80 lines shared · forked 14 months ago …');
  });

  it('has its origin beside it among the problems; a folder or git branch is no place for one', () => {
    const planned = (its: Partial<Fork>) => planDiagnostics(english, [forked({}, its)], [acme], defaultConfig.severities);
    assert.deepEqual(planned({})[0]?.origin, { path: 'src/invoice.ts', range: null, message: 'The origin, 91 % alike' });
    assert.equal(planDiagnostics(english, [finding()], [acme], defaultConfig.severities)[0]?.origin, null);
    assert.deepEqual([planned({ unit: 'folder' }), planned({ unit: 'branch' })], [[], []]);
  });
});
