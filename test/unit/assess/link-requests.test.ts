import assert from 'node:assert/strict';
import { linkRequests, type LinkedRequests, type LinkInput } from '../../../src/assess/link-requests.js';
import type { MakingCommit, Merge } from '../../../src/model/age.js';
import type { Customer } from '../../../src/model/customer.js';
import type { Finding } from '../../../src/model/finding.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { factsOf } from '../link/flag-definitions/data-facts.js';
import { trackerConfig } from '../trackers/connect.js';

const jira = trackerConfig({ id: 'jira', type: 'jira-cloud', url: 'https://ledgerly.atlassian.net', projects: ['PROD'] });
const github = trackerConfig({ id: 'gh', type: 'github', url: 'https://github.com', projects: ['ledgerly/app'] });

function finding(id: string, line: number, region: readonly [number, number] | null, change: Partial<Finding> = {}): Finding {
  return {
    ...{ id, kind: 'branch', path: 'src/a.ts', confidence: 'high', evidence: [], text: "tenant === 'acme'", customers: ['acme'] },
    range: { start: { line, column: 5 }, end: { line, column: 20 } },
    region: region && { start: { line: region[0], column: 1 }, end: { line: region[1], column: 2 } },
    ...change,
  };
}

function customer(id: string, name: string, standing: Customer['standing'] = 'customer'): Customer {
  return { id, name, aliases: [], source: 'configured', standing, confidence: 'high', evidence: [], against: [], findings: 1 };
}

function item(key: string, change: Partial<TrackerItem> = {}): TrackerItem {
  return {
    ...{
      tracker: 'jira',
      key,
      title: `About ${key}`,
      body: '',
      type: 'Story',
      status: 'Done',
      state: 'done',
      labels: [],
      customers: [],
      priority: '',
    },
    ...{
      scores: {},
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      closedAt: null,
      dueAt: null,
      url: `https://x/${key}`,
    },
    ...change,
  };
}

function commit(subject: string, body = '', change: Partial<MakingCommit> = {}): MakingCommit & Merge {
  return { commit: subject.padEnd(40, '0'), date: '2026-01-01', subject, body, files: 2, isOrigin: true, merges: [], brings: 1, ...change };
}

async function link(change: Partial<LinkInput>, files: Readonly<Record<string, string>> = {}): Promise<LinkedRequests> {
  const facts = await factsOf(files);
  return linkRequests({
    ...{
      findings: [finding('f', 2, [2, 4])],
      customers: [customer('acme', 'Acme')],
      trackers: [jira],
      links: [],
      prefix: '',
      items: [],
      missing: [],
    },
    ...{ factsOf: (path) => facts.get(path), commits: new Map() },
    ...change,
  });
}

async function told(change: Partial<LinkInput>, text = '', id = 'f'): Promise<readonly string[]> {
  const { byFinding } = await link(change, { 'src/a.ts': text });
  return (byFinding.get(id) ?? []).map(({ key, link: why }) => `${key} ${why?.source ?? '-'}${why?.isCandidate ? ' candidate' : ''}`);
}

describe('links to requests', () => {
  it('say of a key that its tracker does not find that it is not found or not permitted, and of no other', async () => {
    const missing = [
      { tracker: 'jira', keys: ['PROD-1'] },
      { tracker: 'other', keys: ['PROD-2'] },
    ];
    const text = "// PROD-1, PROD-2\nif (tenant === 'acme') {\n  go();\n}\n";
    const { byFinding } = await link({ missing }, { 'src/a.ts': text });
    assert.deepEqual(
      byFinding.get('f')?.map(({ key, status, state }) => [key, status, state]),
      [
        ['PROD-1', 'not found or not permitted', 'unknown'],
        ['PROD-2', undefined, undefined],
      ],
    );
    const known = await link({ missing, items: [item('PROD-1')] }, { 'src/a.ts': text });
    assert.equal(known.byFinding.get('f')?.[0]?.status, 'Done');
  });

  const code = "if (tenant === 'acme') {\n  go();\n}\n";
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a comment above', `// See PROD-1.\n${code}`, ['PROD-1 comment']],
    ['comments above, of which the first names it', `// See PROD-1, as\n// agreed.\n${code}`, ['PROD-1 comment']],
    ['a block above', `/**\n * PROD-1\n * and more\n */\n${code}`, ['PROD-1 comment']],
    ['a comment beside', `x();\nif (tenant === 'acme') { // PROD-1\n  go();\n}\n`, ['PROD-1 comment']],
    ['a comment within', `x();\nif (tenant === 'acme') {\n  // PROD-1\n}\n`, ['PROD-1 comment']],
    ['a comment with an empty line between', `// PROD-1\n\n${code}`, []],
    ['a comment behind code above', `x(); // PROD-1\n${code}`, []],
    ['a comment below', `x();\n${code}// PROD-1\n`, []],
    ['an address', `// https://ledgerly.atlassian.net/browse/PROD-1\n${code}`, ['PROD-1 comment']],
    ['no key', `// UTF-8, SHA-256, ISO-8601, CVE-2024-1234, RFC-822, ES-2015, #fff\n${code}`, []],
  ];
  for (const [name, text, wanted] of cases)
    it(`of ${name}`, async () => {
      const line = text.split('\n').findIndex((one) => one.includes("if (tenant === 'acme')")) + 1;
      assert.deepEqual(await told({ findings: [finding('f', line, [line, line + 2])] }, text), wanted);
    });

  it('belong to the innermost one-off, and are candidates somewhere in a long region', async () => {
    const text = `outer {\n${'x();\n'.repeat(80)}// PROD-1\ninner();\n// PROD-2\n}\n`;
    const source = text.replace('outer {', 'function outer() {');
    const findings = [finding('outer', 1, [1, 85]), finding('inner', 83, [83, 83])];
    assert.deepEqual(await told({ findings }, source, 'inner'), ['PROD-1 comment']);
    assert.deepEqual(await told({ findings }, source, 'outer'), ['PROD-2 comment candidate']);
  });

  it('of directives know their tracker, title and state', async () => {
    const written = finding('f', 1, null, { requests: [{ tracker: null, key: 'PROD-1', url: null }] });
    const { byFinding, linked, of } = await link({ findings: [written], items: [item('PROD-1')] });
    assert.deepEqual(byFinding.get('f'), [
      {
        ...{ tracker: 'jira', key: 'PROD-1', url: 'https://x/PROD-1', title: 'About PROD-1', status: 'Done', state: 'done' },
        link: { source: 'directive', isCandidate: false, why: 'A directive beside the code names it.' },
      },
    ]);
    assert.deepEqual({ linked, of }, { linked: 1, of: 1 });
  });

  it('of commits and of the branches that merges name', async () => {
    const commits = new Map([
      [
        'f',
        [
          commit('PROD-1: own price', 'Also PROD-2.\n\nReviewed-on: https://review/PROD-9'),
          commit('Sign-on', '', { merges: [commit("Merge branch 'feature/prod-3-sso'")] }),
          commit('Own logo', '', { merges: [commit('Merge pull request #8 from ledgerly/PROD-4')] }),
        ],
      ],
    ]);
    assert.deepEqual(await told({ commits }), ['PROD-1 commit', 'PROD-2 commit', 'PROD-3 branch', 'PROD-4 branch']);
  });

  it('of commits that made code for many customers are candidates', async () => {
    const findings = ['a', 'b', 'c', 'd'].map((id, at) => finding(id, at + 1, null, { customers: [id] }));
    const commits = new Map(findings.map(({ id }) => [id, [commit('PROD-1 import')]]));
    const customers = findings.map(({ id }) => customer(id, id));
    assert.deepEqual(await told({ findings, commits, customers }, '', 'a'), ['PROD-1 commit candidate']);
    assert.deepEqual(await told({ findings: findings.slice(0, 3), commits, customers }, '', 'a'), ['PROD-1 commit']);
  });

  it('of commits that made many one-offs of one customer count: that is what a request of theirs is like', async () => {
    const findings = Array.from({ length: 40 }, (_, at) => finding(`${at}`, at + 1, null));
    const commits = new Map(findings.map(({ id }) => [id, [commit('PROD-1 Everything for Acme')]]));
    assert.deepEqual(await told({ findings, commits }, '', '7'), ['PROD-1 commit']);
    const flags = findings.map((one) => ({ ...one, customers: [] }));
    assert.deepEqual(await told({ findings: flags, commits }, '', '7'), ['PROD-1 commit candidate']);
  });

  describe('of commits', () => {
    const items = ['#1', '#2', '#3', '#7', '#8', '#9'].map((key) => item(key, { tracker: 'gh' }));
    const squashed = '* Own price\n\n* Other adapter: new version (#8)\n\n* Merge pull request #3 from ada/main\n\nmore (for #9)\n';
    const cases: readonly (readonly [string, readonly MakingCommit[], readonly string[]])[] = [
      ['are those of the pull request', [commit('Own price (#7)')], ['#7 commit']],
      ['are not those of other pull requests that were squashed into it', [commit('Own price (#7)', squashed)], ['#9 commit', '#7 commit']],
      ['are not what it reverts', [commit('Revert "Drop Acme (#8)" (#7)', 'Reverts ledgerly/app#8')], ['#7 commit']],
      ['are what it brings again', [commit('Revert "Revert "Own price (#8)" (#9)"')], ['#8 commit']],
      ['are candidates where it brought other lines', [commit('Lint (#7)', '', { isOrigin: false })], ['#7 commit candidate']],
      ['are candidates where it changed many files', [commit('Lint (#7)', '', { files: 101 })], ['#7 commit candidate']],
      ['are candidates where it names many', [commit('x', '#1 #2 #3 #7 #8 #9')], items.map(({ key }) => `${key} commit candidate`)],
      [
        'are those of the innermost merge that has one',
        [
          commit('Own price', '', {
            merges: [
              commit("Merge branch 'main' into price"),
              commit('Merge pull request #7 from ledgerly/price'),
              commit('Merge pull request #8 from ledgerly/next-version'),
            ],
          }),
        ],
        ['#7 commit', '#8 commit candidate'],
      ],
      [
        'are those of no merge where it has its own',
        [commit('Own price (#7)', '', { merges: [commit('Merge pull request #8 from ledgerly/next-version')] })],
        ['#7 commit'],
      ],
      [
        'are candidates where a merge brought many commits, or settled differences',
        [
          commit('Own price', '', { merges: [{ ...commit('Merge pull request #8 from ledgerly/sync'), brings: 101 }] }),
          commit("Merge branch 'main' into 9", 'for #9'),
        ],
        ['#8 commit candidate', '#9 commit candidate'],
      ],
      [
        'are none of a branch that gathers work',
        [commit('Own price', '', { merges: [commit('Merge pull request #8 from ledgerly/release/2.0')] })],
        [],
      ],
    ];
    for (const [name, made, wanted] of cases)
      it(name, async () => {
        assert.deepEqual(await told({ trackers: [github], commits: new Map([['f', made]]), items }), wanted);
      });

    it('are candidates where that was closed long before, as of pull requests in a fork, which counts anew', async () => {
      const pulls = [commit('Merge pull request #3 from ada/x'), commit('Merge pull request #4001 from ada/main')];
      const commits = new Map([['f', [commit('Own price', '', { merges: pulls })]]]);
      const closed = [
        item('#3', { tracker: 'gh', closedAt: '2025-06-01T00:00:00.000Z' }),
        item('#4001', { tracker: 'gh', closedAt: '2025-08-01T00:00:00.000Z' }),
      ];
      assert.deepEqual(await told({ trackers: [github], commits, items: closed }), ['#4001 commit', '#3 commit candidate']);
    });

    it('are read in no time from a message that is made to take long', async () => {
      const body = `${'\n'.repeat(200_000)}${'* (#1'.repeat(20_000)}\n${' '.repeat(200_000)}x`;
      const started = performance.now();
      await told({ trackers: [github], commits: new Map([['f', [commit('Own price (#7)', body)]]]), items });
      assert.ok(performance.now() - started < 3000);
    });

    it('are candidates where pull requests are no items of the tracker', async () => {
      const redmine = trackerConfig({ id: 'red', type: 'redmine', url: 'https://tracker.ledgerly.example' });
      const commits = new Map([['f', [commit('Own price (#7)', 'refs #8', { merges: [commit('Merge pull request #9 from ada/x')] })]]]);
      const known = ['#7', '#8', '#9'].map((key) => item(key, { tracker: 'red' }));
      assert.deepEqual(await told({ trackers: [redmine], commits, items: known }), ['#8 commit', '#7 commit candidate']);
    });
  });

  it('of addresses of repositories that are not connected are candidates', async () => {
    const text = `// https://github.com/other/app/issues/5 https://umbrella.atlassian.net/browse/X-1\n${code}`;
    assert.deepEqual(await told({}, text), ['X-1 comment', 'other/app#5 comment candidate']);
  });

  it('of bare numbers count when the tracker has them; else they may be pull requests', async () => {
    const commits = new Map([['f', [commit('Own price (#7)', 'fixes #8')]]]);
    const items = [item('#8', { tracker: 'gh' })];
    assert.deepEqual(await told({ trackers: [github], commits, items }), ['#8 commit', '#7 commit candidate']);
  });

  it('of flag definitions: texts in them and comments beside them', async () => {
    const files = {
      'flags.yaml':
        'flags:\n  # PROD-2\n  acme-sso:\n    description: For PROD-1\n    tags: [x, PROD-3]\n  other:\n    description: PROD-9\n',
    };
    const flag = finding('f', 2, null, {
      kind: 'flag',
      flag: { key: 'acme-sso', provider: 'x', definition: { path: 'flags.yaml', line: 3 } },
    });
    const { byFinding } = await link({ findings: [flag] }, files);
    assert.deepEqual((byFinding.get('f') ?? []).map(({ key, link: why }) => `${key} ${why?.source ?? ''}`).sort(), [
      'PROD-1 flag-definition',
      'PROD-2 flag-definition',
      'PROD-3 flag-definition',
    ]);
  });

  it('of the configuration: by id, by path and by customer, and the other way', async () => {
    const none = { finding: null, path: null, customer: null, isUnlinked: false };
    const by = (links: LinkInput['links'], prefix = '') => told({ links, prefix }, `// PROD-5\n${code}`);
    assert.deepEqual(await by([{ ...none, request: 'PROD-1', finding: 'f' }]), ['PROD-1 config', 'PROD-5 comment']);
    assert.deepEqual(await by([{ ...none, request: 'PROD-1', path: 'apps/src/**' }], 'apps/'), ['PROD-1 config', 'PROD-5 comment']);
    assert.deepEqual(await by([{ ...none, request: 'PROD-1', customer: 'acme', path: 'lib/**' }]), ['PROD-5 comment']);
    assert.deepEqual(await by([{ ...none, request: 'PROD-5', customer: 'acme', isUnlinked: true }]), []);
    assert.deepEqual(await by([{ ...none, request: 'PROD-5' }]), ['PROD-5 comment']);
  });

  it('of customers are candidates, those like the place first, and only where nothing is sure', async () => {
    const of = (key: string, title: string): TrackerItem => item(key, { title, customers: [{ name: 'ACME' }] });
    const items = [
      of('PROD-1', 'Logo'),
      of('PROD-2', 'Own invoice layout'),
      of('PROD-3', 'Export'),
      of('PROD-4', 'Login'),
      item('PROD-5', { customers: [{ name: 'Globex' }] }),
    ];
    const place = finding('f', 2, [2, 4], { path: 'src/invoice/layout.ts' });
    const found = await told({ findings: [place], items });
    assert.equal(found[0], 'PROD-2 customer-field candidate');
    assert.equal(found.length, 3);
    assert.deepEqual(await told({ items }, `// PROD-3\n${code}`), ['PROD-3 comment']);
    const labelled = item('PROD-6', { labels: ['customer-acme'], customers: [{ name: 'acme' }] });
    assert.deepEqual(await told({ items: [labelled] }), ['PROD-6 label candidate']);
  });

  it('find a moved item by the key that it had', async () => {
    const items = [item('SUP-9', { formerKeys: ['PROD-1'] })];
    assert.deepEqual(await told({ items }, `// PROD-1\n${code}`), ['SUP-9 comment']);
  });

  it('take keys of an export in the forms that it has', async () => {
    const file = trackerConfig({ id: 'csv', type: 'file', path: 'a.csv' });
    const { byFinding } = await link(
      { trackers: [file], items: [item('REQ_7', { tracker: 'csv' })] },
      { 'src/a.ts': `// REQ_7 REQ_8\n${code}` },
    );
    assert.deepEqual(
      byFinding.get('f')?.map(({ tracker, key, status }) => [tracker, key, status]),
      [
        ['csv', 'REQ_7', 'Done'],
        ['csv', 'REQ_8', undefined],
      ],
    );
  });

  it('are none where nothing names one, and then say so; own brands are not asked', async () => {
    const findings = [finding('f', 2, [2, 4]), finding('g', 9, null, { customers: ['own'] })];
    const { byFinding, linked, of } = await link({
      findings,
      customers: [customer('acme', 'Acme'), customer('own', 'Own', 'first-party')],
    });
    assert.deepEqual([byFinding.get('f'), linked, of], [[], 0, 1]);
  });

  it('without a tracker take prefixes that recur', async () => {
    const commits = new Map([['f', [commit('SHOP-1 a'), commit('SHOP-2 b'), commit('SHOP-3 c'), commit('Use UTF-8')]]]);
    assert.deepEqual(await told({ trackers: [], commits }), ['SHOP-1 commit', 'SHOP-2 commit', 'SHOP-3 commit']);
  });
});
