import assert from 'node:assert/strict';
import { describeReading, historyState, type HistoryReading, type HistorySource } from '../../../src/editor/history-state.js';
import { planHotspotCard, planHotspots, type HotspotSource } from '../../../src/editor/hotspots-plan.js';
import type { Hotspot } from '../../../src/model/hotspot.js';
import { acme, english } from './examples.js';

const hotspot = (given: Partial<Hotspot>): Hotspot => ({
  path: 'src/billing/pricing.ts',
  isFolder: false,
  revisions: 31,
  churn: 820,
  lines: 240,
  complexity: 120,
  oneOffs: 4,
  customers: ['acme', 'globex'],
  ...given,
});

const source = (hotspots: readonly Hotspot[], name = 'app'): HotspotSource => ({
  key: `file:///${name}`,
  name,
  customers: [acme],
  hotspots,
});

const read = (sources: readonly HotspotSource[]) =>
  planHotspots(english, sources).flatMap(({ label, rows }) => [label, ...rows.map((row) => `  ${row.label} | ${row.description}`)]);

describe('hotspots', () => {
  it('rank files apart from folders, each by changes × decisions, in words', () => {
    const spots = [
      hotspot({ path: 'src', isFolder: true, oneOffs: 9 }),
      hotspot({ path: 'src/tax.ts', revisions: 1, complexity: 1, oneOffs: 1 }),
      hotspot({}),
    ];
    assert.deepEqual(read([source(spots)]), [
      'Files',
      '  pricing.ts | 31 changes · 120 decisions · 4 one-offs · src/billing',
      '  tax.ts | 1 change · 1 decision · 1 one-off · src',
      'Folders',
      '  src | 31 changes · 120 decisions · 9 one-offs',
    ]);
  });

  it('name the folder of a window with several, and rank across them', () => {
    assert.deepEqual(read([source([hotspot({ revisions: 1 })], 'api'), source([hotspot({ revisions: 2 })], 'web')]), [
      'Files',
      '  pricing.ts | 2 changes · 120 decisions · 4 one-offs · web · src/billing',
      '  pricing.ts | 1 change · 120 decisions · 4 one-offs · api · src/billing',
    ]);
  });

  it('open into what they are ranked by', () => {
    const row = planHotspots(english, [source([hotspot({})])])[0]?.rows[0];
    assert.ok(row);
    assert.deepEqual(planHotspotCard(english, row), {
      title: 'src/billing/pricing.ts',
      facts: ['4 one-offs', 'for Acme Corp, globex'],
      history: [{ text: '820 lines added or deleted, 240 lines now', url: null }],
      figures: [
        {
          text: 'Ranked by changes × decisions',
          terms: [
            'changes 31: commits within the window that touched it',
            'decisions 120: branches, loops, cases and logical operators in it',
          ],
        },
      ],
      reasons: [],
    });
  });

  it('are nothing for nothing', () => {
    assert.deepEqual(planHotspots(english, [source([])]), []);
  });
});

describe('the state of the history', () => {
  const read: HistoryReading = { is: 'read' };
  const running: HistoryReading = { is: 'reading', progress: { step: 'parse', done: 3, total: 9 } };
  const usual: HistorySource = { isEnabled: true, isTrusted: true, readings: [read], hotspots: 2 };
  const cases: readonly (readonly [Partial<HistorySource>, string])[] = [
    [{}, 'ready'],
    [{ isTrusted: false }, 'untrusted'],
    [{ isTrusted: false, isEnabled: false }, 'untrusted'],
    [{ isEnabled: false }, 'off'],
    [{ readings: [read, running] }, 'reading'],
    [{ hotspots: 0 }, 'none'],
    [{ hotspots: 0, readings: [read, { is: 'waiting' }] }, 'waiting'],
    [{ hotspots: 0, readings: [] }, 'waiting'],
    [{ hotspots: 0, readings: [{ is: 'failed', message: 'No git.' }] }, 'failed'],
    [{ readings: [read, { is: 'failed', message: 'No git.' }] }, 'ready'],
    [{ hotspots: 0, readings: [{ is: 'cancelled' }] }, 'cancelled'],
  ];
  for (const [given, state] of cases)
    it(`is ${state} for ${JSON.stringify(given)}`, () => {
      assert.equal(historyState({ ...usual, ...given }), state);
    });

  it('tells how far it is', () => {
    assert.equal(describeReading(english, [running, read, running]), 'Reading the history: 6 of 18');
    assert.equal(describeReading(english, [{ is: 'reading', progress: null }]), 'Reading the history');
    assert.equal(describeReading(english, [read]), '');
  });
});
