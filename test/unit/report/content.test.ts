import assert from 'node:assert/strict';
import type { Report } from '../../../src/model/report.js';
import { certainty } from '../../../src/report/content/certainty.js';
import { customerRows } from '../../../src/report/content/customer-rows.js';
import { flagGroups } from '../../../src/report/content/flag-groups.js';
import { forkRows } from '../../../src/report/content/forks.js';
import { headline, workspaceName } from '../../../src/report/content/headline.js';
import { unlinked } from '../../../src/report/content/unlinked.js';
import { listed } from '../../../src/report/words.js';
import { exampleReport, finding } from './example-report.js';

function said(report: Partial<Report>, changes?: { added: string[]; gone: number }): readonly string[] {
  const gone = Array.from({ length: changes?.gone ?? 0 }, () => finding());
  const full = { ...exampleReport, ...report };
  const input = { report: full, ...(changes && { changes: { added: new Set(changes.added), moved: new Set<string>(), gone } }) };
  return headline(input, customerRows(input));
}

const [acme, globex, initech] = exampleReport.customers;

describe('lists of names', () => {
  for (const [names, text] of [
    ['', ''],
    ['a', 'a'],
    ['a b c', 'a, b and c'],
    ['a b c d', 'a, b, c and d'],
    ['a b c d e', 'a, b, c and 2 more'],
  ] as const)
    it(`say ${text === '' ? 'nothing of nobody' : text}`, () => {
      assert.equal(listed(names.split(' ').filter(Boolean)), text);
    });
});

describe('the headline', () => {
  it('says in plain words how much there is and whose', () => {
    assert.deepEqual(said({}), [
      '2 customers have code of their own in this product: 3 places in 2 of 1,234 files, 37 lines that exist because of them.',
      'Besides, 1 place (25\u00a0% of all) asks for a feature flag that is bound to no customer.',
    ]);
  });

  it('says who has half of it, who is gone, and what changed', () => {
    assert.ok(acme && globex && initech);
    const customers = [{ ...acme, status: 'gone' as const }, globex, initech];
    const findings = [
      ...['a1', 'a2', 'a3'].map((id) => finding({ id })),
      finding({ id: 'g', customers: ['globex'] }),
      finding({ id: 'i', customers: ['initech'] }),
    ];
    const sentences = said({ customers, findings }, { added: ['g'], gone: 2 });
    assert.deepEqual(sentences.slice(1), [
      'Half of it belongs to 1 of them: Acme Corp.',
      '3 places are kept for Acme Corp, who is no longer served.',
      'Since the earlier report 1 came and 2 went.',
    ]);
  });

  it('tells nothing found from nothing looked at', () => {
    assert.deepEqual(said({ findings: [] }), ['No one-offs were found in 1,234 files.']);
    assert.deepEqual(said({ findings: [], stats: { ...exampleReport.stats, files: 0 } }), [
      'No source files were found, so there is nothing to say.',
    ]);
  });

  it('leaves own brands and test tenants out', () => {
    assert.ok(acme && globex);
    const customers = [{ ...acme, standing: 'rehearsal' as const }, globex];
    assert.match(said({ customers })[0] ?? '', /^1 customer has code of its own in this product: 1 place in 1 of/);
  });

  it('names the workspace on every system', () => {
    assert.deepEqual(['/home/jo/shop', '/home/jo/shop/', 'C:\\code\\shop', '/'].map(workspaceName), ['shop', 'shop', 'shop', '/']);
  });
});

describe('sections', () => {
  it('group flags by what is known of them', () => {
    const flag = (key: string | null, kind?: 'constant' | 'dead-key') =>
      finding({ kind: 'flag', customers: [], flag: { key, provider: 'unleash', ...(kind && { state: { kind } }) } });
    const groups = flagGroups([flag('b'), flag('a', 'constant'), flag('a', 'constant'), flag('gone', 'dead-key'), flag(null), finding()]);
    assert.deepEqual(
      groups.map(({ state, keys, places }) => [state, keys, places]),
      [
        ['defined, never asked for', ['gone'], 1],
        ['the same for everybody', ['a'], 2],
        ['state not known', ['b'], 2],
      ],
    );
  });

  it('list forks by missed fixes, then by length', () => {
    const fork = (id: string, forkLines: number, fixes: number) => {
      const fix = { commit: 'c', date: '2025-01-01', subject: 's', path: 'b.ts', lines: [1], standing: 'likely' as const, reasons: [] };
      const missedFixes = Array.from({ length: fixes }, () => fix);
      const figures = {
        similarity: 0.9,
        sharedLines: 1,
        forkLines,
        originLines: 9,
        coreLines: 1,
        substitutions: [],
        leftBehind: [],
        missedFixes,
      };
      const origin = { path: 'a.ts', range: null };
      return finding({ id, kind: 'fork', fork: { unit: 'file', origin, family: 'f', subject: 'acme', direction: 'git', ...figures } });
    };
    assert.deepEqual(
      forkRows([fork('short', 5, 0), fork('long', 50, 0), fork('missed', 1, 2), finding()]).map((row) => row.finding.id),
      ['missed', 'long', 'short'],
    );
  });

  it('take a candidate for no request', () => {
    const link = { source: 'branch' as const, why: 'The branch names it.' };
    const request = { tracker: 'jira', key: 'P-1', url: null };
    const findings = [
      finding({ id: 'sure', requests: [{ ...request, link: { ...link, isCandidate: false } }] }),
      finding({ id: 'maybe', requests: [{ ...request, link: { ...link, isCandidate: true } }] }),
      finding({ id: 'none', region: null }),
      finding({ id: 'flag', kind: 'flag', customers: [] }),
    ];
    assert.deepEqual(
      unlinked({ ...exampleReport, findings }).map(({ id }) => id),
      ['maybe', 'none'],
    );
    assert.equal(customerRows({ report: { ...exampleReport, findings } })[0]?.requests, 1);
  });

  it('say how sure the report is', () => {
    const trackers = [{ tracker: 'jira', items: 0, asked: null, problem: 'It did not answer.' }];
    const history = { head: 'abcdef0123456789', from: '2024-10-01', to: '2025-10-01', commits: 12, notices: ['The clone is shallow.'] };
    const report = { ...exampleReport, requests: { linked: 1, of: 3, trackers }, history };
    assert.deepEqual(certainty({ report }, 2, 'medium'), [
      'Of 4 one-offs: 2 of high confidence (meant to be right at least 95 times in 100); 1 of medium confidence (at least 80 times in 100); 1 of low confidence (less often; to be looked at before it is counted).',
      '2 one-offs of less than medium confidence are left out.',
      '1,234 files with 56,789 lines were looked at; 5 files or parts of files were not read.',
      '1 of 3 one-offs are tied to a request (33\u00a0%).',
      'jira: It did not answer.',
      'Changes are counted from 2024-10-01 to 2025-10-01: 12 commits up to abcdef0123.',
      'The clone is shallow.',
    ]);
  });
});
