import assert from 'node:assert/strict';
import { redFlags } from '../../../src/assess/red-flags.js';
import type { WindowCommit } from '../../../src/model/age.js';
import type { Finding } from '../../../src/model/finding.js';
import type { SignNumber } from '../../../src/model/red-flag.js';
import type { Report } from '../../../src/model/report.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { exampleReport, finding } from '../report/example-report.js';
import { trackerConfig } from '../trackers/connect.js';

const trackers = [trackerConfig({ id: 'jira', type: 'jira-cloud', projects: ['P'] })];
const window = { from: '2024-10-01', to: '2025-10-01' };

function aged(date: string, more: Partial<Finding> = {}): Finding {
  const commit = { commit: 'a'.repeat(40), date: `${date}T00:00:00Z`, subject: 'Change' };
  return finding({ age: { introduced: commit, lastTouched: commit, changes: 1, uncommitted: 0, knownBy: [] }, ...more });
}

function item(key: string, more: Partial<TrackerItem> = {}): TrackerItem {
  return {
    ...{ tracker: 'jira', key, title: key, body: '', type: 'Story', status: 'Done', state: 'done', labels: [], priority: '', scores: {} },
    ...{
      customers: [],
      createdAt: '2025-01-10T00:00:00Z',
      updatedAt: '2025-02-01T00:00:00Z',
      closedAt: '2025-02-01T00:00:00Z',
      dueAt: null,
    },
    url: `https://tracker.example.com/${key}`,
    ...more,
  };
}

function commit(subject: string, date: string, more: Partial<WindowCommit> = {}): WindowCommit {
  return { commit: subject.padEnd(40, '0').slice(0, 40), date: `${date}T12:00:00Z`, subject, body: '', paths: ['src/a.ts'], ...more };
}

function sign(number: SignNumber, found: { report?: Partial<Report>; items?: TrackerItem[] | null; commits?: WindowCommit[] | null }) {
  const { report = {}, items = null, commits = null } = found;
  const flag = redFlags({ report: { ...exampleReport, ...report }, items, commits, trackers, window }).find(
    (each) => each.number === number,
  );
  assert.ok(flag);
  return flag;
}

const shares = (number: SignNumber, found: Parameters<typeof sign>[1]): readonly string[] =>
  sign(number, found).indicators.map(({ numerator, denominator }) => `${String(numerator)} of ${String(denominator)}`);

describe('red flags', () => {
  it('are ten, each labelled by how much it can be seen', () => {
    const flags = redFlags({ report: exampleReport, items: null, commits: null, trackers, window: null });
    assert.deepEqual(
      flags.map(({ number, basis }) => `${String(number)} ${basis}`),
      ['1 proxy', '2 measured', '3 trace', '4 trace', '5 measured', '6 proxy', '7 measured', '8 unobservable', '9 measured', '10 trace'],
    );
    for (const { caveat } of flags) assert.match(caveat, /\.$/);
  });

  it('make up nothing where nothing was asked', () => {
    const flags = redFlags({ report: { ...exampleReport, findings: [] }, items: null, commits: null, trackers, window: null });
    for (const { number, indicators, missing } of flags) {
      for (const { denominator } of indicators) assert.ok(denominator === 0 || denominator === exampleReport.stats.files, String(number));
      if (indicators.length === 0 && number !== 8) assert.ok(missing.length > 0, String(number));
    }
    assert.deepEqual(sign(8, { items: [item('A-1')], commits: [commit('x', '2025-01-01')] }).indicators, []);
  });

  it('1: count one-offs without a request, and those that came before theirs', () => {
    const requests = (key: string, isCandidate = false) => [
      { tracker: 'jira', key, url: null, link: { source: 'commit' as const, isCandidate, why: 'A commit names it.' } },
    ];
    const findings = [
      aged('2025-01-01', { requests: requests('P-1') }),
      aged('2025-03-01', { requests: requests('P-1') }),
      aged('2025-03-01', { requests: requests('P-1', true) }),
      aged('2025-03-01'),
    ];
    const found = sign(1, { report: { findings }, items: [item('P-1')] });
    assert.deepEqual(
      found.indicators.map(({ numerator, denominator }) => [numerator, denominator]),
      [
        [2, 4],
        [1, 2],
      ],
    );
    assert.deepEqual(found.indicators[1]?.coverage, { known: 2, of: 2, what: 'linked one-offs with both dates' });
    assert.deepEqual(
      found.indicators[0]?.quarters.map(({ numerator, denominator }) => `${String(numerator)}/${String(denominator)}`),
      ['0/0', '2/4', '0/0', '0/0'],
    );
  });

  it('2: count work for exactly one customer, of work whose customers are known', () => {
    const acme = [{ name: 'Acme' }];
    const both = [{ name: 'Acme' }, { name: 'Globex' }];
    const items = [
      item('P-1', { customers: acme }),
      item('P-2', { customers: both }),
      item('P-3', { customers: [{ name: 'acme ' }, { name: 'Acme' }] }),
      item('P-4'),
      item('P-5', { customers: acme, closedAt: '2023-01-01T00:00:00Z' }),
    ];
    const commits = [
      commit('P-1: go', '2025-01-01'),
      commit("Merge branch 'feature/p-2-go'", '2025-01-02'),
      commit('P-9 go', '2025-01-03'),
      commit('tidy', '2025-01-04'),
    ];
    const found = sign(2, { items, commits });
    assert.deepEqual(
      found.indicators.slice(0, 2).map(({ numerator, denominator, coverage }) => [numerator, denominator, coverage?.known, coverage?.of]),
      [
        [2, 3, 3, 4],
        [1, 2, 2, 4],
      ],
    );
    assert.equal(shares(2, { report: { findings: [finding(), finding({ customers: ['globex'] })] } })[0], '2 of 4');
  });

  it('2: take two names of one customer for one', () => {
    const items = [item('P-1', { customers: [{ name: 'ACME' }, { name: 'Acme Corp' }] })];
    assert.deepEqual(shares(2, { items, commits: [commit('P-1: go', '2025-01-01')] }).slice(0, 2), ['1 of 1', '1 of 1']);
  });

  it('know no date where an export has none', () => {
    const undated = { createdAt: '1970-01-01T00:00:00.000Z' };
    const request = { tracker: 'jira', key: 'P-1', url: null, link: { source: 'commit' as const, isCandidate: false, why: '' } };
    const items = [item('P-1', undated), item('P-2', { ...undated, state: 'open', closedAt: null, dueAt: '2025-12-01' })];
    const found = {
      report: { findings: [aged('2025-01-01', { requests: [request] })] },
      items,
      commits: [commit('P-1: go', '2025-01-11')],
    };
    assert.deepEqual(shares(1, found), ['0 of 1', '0 of 0']);
    assert.deepEqual(shares(3, found), ['0 of 0']);
    assert.deepEqual(shares(7, found).at(-1), '0 of 0');
  });

  it('3: count far dates among those that have one', () => {
    const open = { state: 'open', closedAt: null } as const;
    const items = [item('P-1', { ...open, dueAt: '2025-12-01' }), item('P-2', { ...open, dueAt: '2025-01-20' }), item('P-3', open)];
    assert.deepEqual(shares(3, { items }), ['1 of 2']);
  });

  it('4: count closed requests labelled for experience, and one-offs in files that draw', () => {
    const items = [
      item('P-1', { labels: ['UX'] }),
      item('P-2', { labels: ['billing'] }),
      item('P-3'),
      item('P-4', { labels: ['a11y'], state: 'open', closedAt: null }),
      item('P-5', { labels: ['design'], closedAt: '2023-01-01T00:00:00Z' }),
    ];
    const findings = ['src/Page.tsx', 'src/Cart.vue', 'src/price.ts'].map((path) => finding({ path }));
    const found = sign(4, { items, report: { findings } });
    assert.deepEqual(
      found.indicators.map(({ numerator, denominator }) => [numerator, denominator]),
      [
        [1, 3],
        [2, 3],
      ],
    );
    assert.deepEqual(found.indicators[0]?.coverage, { known: 2, of: 3, what: 'closed requests have labels' });
  });

  it('5: go by names of files for prices', () => {
    const paths = ['src/billing/tax.ts', 'src/pricePlans.ts', 'src/PricingTable.tsx', 'src/airplane.ts', 'src/app.ts'];
    assert.deepEqual(shares(5, { report: { findings: paths.map((path) => finding({ path })) } }), ['3 of 5']);
  });

  it('6: count commits that touch what no customer asks for', () => {
    const commits = [
      commit('a', '2025-01-01', { paths: ['src/admin/users.ts'] }),
      commit('b', '2025-01-01'),
      commit('c', '2025-01-01', { paths: [] }),
    ];
    const items = [item('P-1', { labels: ['Ops'] }), item('P-2', { labels: ['reporting'], state: 'open', closedAt: null }), item('P-3')];
    assert.deepEqual(shares(6, { commits, items }), ['1 of 2', '1 of 2']);
  });

  it('7: count hotfixes, quick reverts and hurried requests, but for security', () => {
    const hash = 'c'.repeat(40);
    const reverts = (date: string) => commit('Revert "x"', date, { body: `This reverts commit ${hash}.` });
    const commits = [
      commit('x', '2025-01-01', { commit: hash }),
      reverts('2025-01-03'),
      reverts('2025-02-03'),
      commit('Hotfix: P-1', '2025-01-11'),
      commit('P-2: start', '2025-03-01'),
      commit('hotfix for a security hole', '2025-03-02'),
    ];
    const items = [item('P-1'), item('P-2'), item('P-3', { labels: ['security'] })];
    assert.deepEqual(shares(7, { commits, items }), ['1 of 5', '1 of 5', '1 of 2']);
    assert.match(sign(7, {}).missing.join(), /No history was read/);
  });

  it('9: count what the scan found, and what is kept for who is gone', () => {
    const [acme, globex, initech] = exampleReport.customers;
    assert.ok(acme && globex && initech);
    const customers = [{ ...acme, status: 'gone' as const }, { ...globex, status: 'active' as const }, initech];
    const findings = [
      aged('2020-01-01'),
      aged('2025-08-01', { customers: ['globex'] }),
      aged('2025-08-02', { path: 'b.ts', customers: ['initech'] }),
    ];
    assert.deepEqual(shares(9, { report: { customers, findings } }), ['2 of 1234', '1 of 2', '1 of 2', '2 of 3']);
    assert.match(sign(9, {}).missing.join(), /Nobody has said which customers are gone/);
  });

  it('9: leave own brands and test tenants out', () => {
    const [acme] = exampleReport.customers;
    assert.ok(acme);
    assert.equal(shares(9, { report: { customers: [{ ...acme, standing: 'rehearsal' }], findings: [finding()] } })[0], '0 of 1234');
  });

  it('10: count requests that carry revenue and nothing else', () => {
    const worth = [{ name: 'Acme', value: 1000 }];
    const items = [item('P-1', { customers: worth }), item('P-2', { customers: worth, scores: { RICE: 3 } }), item('P-3')];
    assert.deepEqual(shares(10, { items }), ['1 of 2']);
  });
});
