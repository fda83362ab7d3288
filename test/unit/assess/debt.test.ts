import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assessDebt, type AssessedDebt, type Histories } from '../../../src/assess/debt.js';
import type { CommitMessage, LineHistory } from '../../../src/model/age.js';
import type { Customer } from '../../../src/model/customer.js';
import { defaultDebtSettings, type Debt, type DebtConstant, type DebtSettings } from '../../../src/model/debt.js';
import type { Finding } from '../../../src/model/finding.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { exampleReport, finding } from '../report/example-report.js';

const customers: readonly Customer[] = exampleReport.customers;

function at(id: string, path: string, first: number, last: number, more: Partial<Finding> = {}): Finding {
  return finding({ id, path, region: { start: { line: first, column: 1 }, end: { line: last, column: 9 } }, ...more });
}

function commit(name: string, subject = 'Change', body = ''): CommitMessage {
  return { commit: name, date: '2026-01-01T00:00:00.000Z', subject, body };
}

function history(touches: readonly CommitMessage[], birth: string | null): LineHistory {
  const age = { introduced: null, lastTouched: null, changes: touches.length, uncommitted: 0, knownBy: [] };
  return { age, touches, makers: [], birth };
}

function assess(
  findings: readonly Finding[],
  histories: Histories | null = null,
  settings: Partial<DebtSettings> = {},
  itemsNamed: (commit: CommitMessage) => readonly TrackerItem[] = () => [],
): AssessedDebt {
  const fileLines = new Map([...new Set(findings.map(({ path }) => path))].map((path) => [path, 100]));
  return assessDebt({ findings, customers, histories, fileLines, settings: { ...defaultDebtSettings, ...settings }, itemsNamed });
}

describe('debt', () => {
  it('counts sites, files, folders, shared files, and each line once', () => {
    const findings = [
      at('1', 'src/a.ts', 1, 10),
      at('2', 'src/a.ts', 5, 12),
      at('3', 'src/a.ts', 20, 20),
      at('4', 'lib/b.ts', 1, 2),
      at('5', 'lib/b.ts', 3, 3, { customers: ['globex'] }),
    ];
    const debt = assess(findings).customers.get('acme');
    assert.deepEqual([debt?.sites, debt?.files, debt?.lines, debt?.scatter, debt?.tangle], [4, 2, 15, 2, 1]);
    assert.deepEqual([debt?.changes, debt?.collateral, debt?.relativeChurn, debt?.interest], [null, null, null, null]);
    assert.equal(assess(findings).customers.has('initech'), false);
  });

  it('computes principal by hand: 4 sites of 18 lines for one customer', () => {
    const findings = [1, 2, 3, 4].map((number) => at(String(number), `src/${number}.ts`, 1, 18));
    const principal = assess(findings).customers.get('acme')?.principal;
    // 4 × 15–60 min; 72 lines × 30 min × (1.5 + 0.2); 4 × 10–30 min
    assert.deepEqual([principal?.keep.low, principal?.keep.high], [0, 0]);
    assert.deepEqual([principal?.isolate.low, principal?.isolate.high], [1, 4]);
    assert.deepEqual([principal?.generalise.low, principal?.generalise.high], [61.2, 61.2]);
    assert.deepEqual([principal?.retire.low, principal?.retire.high], [0.67, 2]);
  });

  it('carries the ranges and sources of the configuration into the terms', () => {
    const minutes = { low: 10, high: 30, source: 'oneoff.config.json' };
    const notice = { low: 2, high: 8, source: 'oneoff.config.json' };
    const { generalise, retire } = assess([at('1', 'a.ts', 1, 6)], null, {
      minutesPerLine: minutes,
      retireNoticeHours: notice,
    }).findings.get('1')?.principal ?? { generalise: null, retire: null };
    assert.deepEqual([generalise?.low, generalise?.high, retire?.low, retire?.high], [1.7, 5.1, 2.17, 8.5]);
    assert.deepEqual(generalise?.terms[1], { name: 'minutes per line', value: { low: 10, high: 30 }, source: 'oneoff.config.json' });
    assert.deepEqual(generalise.terms[2]?.source, 'Poulin 1997, relative cost of writing for reuse');
  });

  it('tells own changes from collateral ones: births and commits that name a request are own, for all one-offs of the customer', () => {
    const request = { tracker: null, key: 'PROD-7', url: null };
    const candidate = { ...request, key: 'PROD-8', link: { source: 'label' as const, isCandidate: true, why: 'A label.' } };
    const findings = [at('1', 'a.ts', 1, 9, { requests: [request, candidate] }), at('2', 'b.ts', 1, 9)];
    const lines = new Map([
      ['1', history([commit('born'), commit('asked', 'Prices', 'for prod-7.'), commit('other', 'See PROD-77 and PROD-8')], 'born')],
      ['2', history([commit('asked', 'Prices', 'for prod-7.'), commit('tidy'), commit('born'), commit('other')], 'tidy')],
    ]);
    const files = new Map([['a.ts', { revisions: ['born'], churn: 30 }]]);
    const { findings: each, customers: all } = assess(findings, { findings: lines, files });
    const counts = (id: string, of: AssessedDebt['findings']): unknown[] => {
      const debt = of.get(id);
      return [debt?.changes, debt?.ownChanges, debt?.collateral, debt?.relativeChurn];
    };
    assert.deepEqual(counts('1', each), [3, 2, 1, 0.3]);
    assert.deepEqual(counts('2', each), [4, 3, 1, null]);
    assert.deepEqual(counts('acme', all), [4, 3, 1, 0.3]);
  });

  it('computes interest only from hours that the team has given', () => {
    const lines = new Map([['1', history([commit('a'), commit('b'), commit('c')], null)]]);
    const histories = { findings: lines, files: new Map() };
    assert.equal(assess([at('1', 'a.ts', 1, 9)], histories).findings.get('1')?.interest, null);
    const hoursPerChange = { low: 1, high: 4, source: 'oneoff.config.json' };
    const interest = assess([at('1', 'a.ts', 1, 9)], histories, { hoursPerChange, months: 6 }).findings.get('1')?.interest;
    // 3 changes in 6 months are 6 a year
    assert.deepEqual([interest?.low, interest?.high], [6, 24]);
    assert.deepEqual(
      interest?.terms.map(({ value }) => value),
      [3, { low: 1, high: 4 }, 6],
    );
  });

  describe('hours that trackers have logged', () => {
    const logged = (key: string, hoursSpent?: number): TrackerItem => ({
      ...{
        tracker: 'jira',
        key,
        title: key,
        body: '',
        type: '',
        status: '',
        state: 'done',
        labels: [],
        customers: [],
        priority: '',
        scores: {},
      },
      ...{ createdAt: '', updatedAt: '', closedAt: null, dueAt: null, url: '', ...(hoursSpent !== undefined && { hoursSpent }) },
    });
    /** Eight collateral changes for requests with 1 to 7 hours, PROD-4 twice, and one for a request that nobody logged time on. */
    const items = [1, 2, 3, 4, 5, 6, 7].map((hours) => logged(`PROD-${hours}`, hours));
    const all = [...items, logged('PROD-8')];
    const named = ({ subject }: CommitMessage): readonly TrackerItem[] => all.filter(({ key }) => key === subject);
    const touches = [1, 2, 3, 4, 4, 5, 6, 7, 8].map((number, index) => commit(`c${index}`, `PROD-${number}`));
    const histories = { findings: new Map([['1', history([...touches, commit('born', 'PROD-1')], 'born')]]), files: new Map() };
    const interestWith = (settings: Partial<DebtSettings>): Debt['interest'] | undefined =>
      assess([at('1', 'a.ts', 1, 9)], histories, settings, named).findings.get('1')?.interest;

    it('stand for those of the team: by changes, the middle half of all requests, with the source', () => {
      const interest = interestWith({ loggedRequests: 7 });
      // By change 1, 2, 2 (4 hours, twice), 3, 5, 6, 7 hours: the middle half is 2 to 6. Nine collateral changes.
      assert.deepEqual([interest?.low, interest?.high], [18, 54]);
      assert.deepEqual(interest?.terms[1], {
        name: 'hours per change',
        value: { low: 2, high: 6 },
        source: 'middle half of the time logged on 7 requests, jira',
      });
    });

    it('do not, where there are too few of them', () => {
      assert.equal(interestWith({ loggedRequests: 8 }), null);
      assert.equal(interestWith({}), null);
    });

    it('do not, where the team has said it', () => {
      const interest = interestWith({ loggedRequests: 1, hoursPerChange: { low: 1, high: 1, source: 'oneoff.config.json' } });
      assert.deepEqual([interest?.low, interest?.high], [9, 9]);
    });
  });

  describe('payback', () => {
    const paid = (settings: Partial<DebtSettings>, commits = 2): AssessedDebt =>
      assess(
        [at('1', 'a.ts', 1, 9)],
        {
          findings: new Map([
            [
              '1',
              history(
                [...Array(commits).keys()].map((index) => commit(`c${index}`)),
                null,
              ),
            ],
          ]),
          files: new Map(),
        },
        settings,
      );
    const hoursPerChange = { low: 1, high: 4, source: 'oneoff.config.json' };

    it('takes from the best to the worst end of what goes into it', () => {
      const isolate = paid({ hoursPerChange }).findings.get('1')?.payback?.isolate;
      // 0.25–1 h of work; 2 changes of 1–4 h a year: 0.25 ÷ (8 ÷ 12) to 1 ÷ (2 ÷ 12)
      assert.deepEqual([isolate?.low, isolate?.high], [0.4, 6]);
      assert.deepEqual(
        isolate?.terms.map(({ name, source }) => [name, source]),
        [
          ['hours to isolate', 'principal'],
          ['interest a year', 'interest'],
          ['share saved', 'all of it: the best case'],
        ],
      );
      assert.equal(isolate.widest, 'minutes per site');
    });

    it('is longer where less of the interest is saved, and names the widest range', () => {
      const interestSaved = { low: 0.1, high: 0.5, source: 'oneoff.config.json' };
      const isolate = paid({ hoursPerChange, interestSaved }).findings.get('1')?.payback?.isolate;
      assert.deepEqual([isolate?.low, isolate?.high, isolate?.widest], [0.8, 60, 'share saved']);
    });

    it('never comes where nothing is saved, and may never where that is possible', () => {
      const never = paid({ hoursPerChange }, 0).findings.get('1')?.payback?.retire;
      assert.deepEqual([never?.low, never?.high], [null, null]);
      const maybe = paid({ hoursPerChange: { low: 0, high: 4, source: 'x' } }).findings.get('1')?.payback?.retire;
      assert.deepEqual([maybe?.low, maybe?.high], [0.3, null]);
    });

    it('is not known without hours', () => {
      assert.equal(paid({}).findings.get('1')?.payback, null);
      assert.equal(assess([at('1', 'a.ts', 1, 9)], null, { hoursPerChange }).findings.get('1')?.payback, null);
    });

    it('lies between its ends, whatever the ranges are', () => {
      const span = fc.tuple(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }));
      const constant = ([a, b]: readonly [number, number]): DebtConstant => ({ low: Math.min(a, b), high: Math.max(a, b), source: 'x' });
      fc.assert(
        fc.property(span, span, fc.integer({ min: 0, max: 9 }), (minutes, hours, commits) => {
          const settings = { isolateMinutesPerSite: constant(minutes), hoursPerChange: constant(hours) };
          const { low = null, high = null } = paid(settings, commits).findings.get('1')?.payback?.isolate ?? {};
          assert.ok(high === null || (low !== null && low <= high));
        }),
      );
    });
  });

  it('takes a flag without a customer for a party of its own', () => {
    const flag = { kind: 'flag' as const, customers: [] };
    const lines = new Map([
      ['1', history([commit('born')], 'born')],
      ['2', history([commit('born')], null)],
    ]);
    const { findings } = assess([at('1', 'a.ts', 1, 1, flag), at('2', 'a.ts', 2, 2, flag)], { findings: lines, files: new Map() });
    assert.deepEqual([findings.get('1')?.collateral, findings.get('2')?.collateral], [0, 1]);
  });
});
