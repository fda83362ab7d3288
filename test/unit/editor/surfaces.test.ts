import assert from 'node:assert/strict';
import { planDiagnostics } from '../../../src/editor/diagnostics-plan.js';
import { escapeMarkdown } from '../../../src/editor/escape-markdown.js';
import { describeTime, type Reading } from '../../../src/editor/figures-plan.js';
import { findingsAtPosition, planBesideProblem, planCustomerCard, planFindingCard } from '../../../src/editor/hover-plan.js';
import { isInConflict, planInline } from '../../../src/editor/inline-plan.js';
import { planStatus, windowState, type StatusSource } from '../../../src/editor/status-plan.js';
import { visibleFindings } from '../../../src/editor/visible-findings.js';
import { defaultConfig } from '../../../src/model/config.js';
import type { Finding, FlagState } from '../../../src/model/finding.js';
import { acme, age, allRead, candidate, codeOnly, debt, english, finding, globex, request } from './examples.js';

const customers = [acme, globex];

describe('inline text', () => {
  it('says who, what and how much', () => {
    assert.equal(planInline(english, [finding()], customers, codeOnly, 4), 'Acme Corp · 3 lines');
  });

  it('says nothing on other lines of the region', () => {
    assert.equal(planInline(english, [finding()], customers, codeOnly, 5), null);
  });

  it('says in what state a flag is', () => {
    const described = (state: FlagState): string | null =>
      planInline(
        english,
        [finding({ kind: 'flag', customers: [], region: null, flag: { key: 'sso', provider: 'unleash', state } })],
        customers,
        codeOnly,
        4,
      );
    assert.equal(described({ kind: 'constant', value: true }), 'flag, constant: on');
    assert.equal(described({ kind: 'constant', value: 'blue', expired: '2025-01-01' }), 'flag, constant: blue, expired 2025-01-01');
    assert.equal(described({ kind: 'one-customer', targets: ['acme'] }), 'flag, only acme');
    assert.equal(described({ kind: 'one-customer', targets: ['acme'], isInverted: true }), 'flag, all but acme');
    assert.equal(described({ kind: 'cohort', targets: ['a', 'b', 'c', 'd'] }), 'flag, only a, b, c …');
    assert.equal(described({ kind: 'percentage', percent: 12.5 }), 'flag, 12.5 % rollout');
    assert.equal(described({ kind: 'dead-key', isPermanent: true }), 'flag, never asked for, permanent');
    assert.equal(described({ kind: 'unknown-key' }), 'flag, not defined');
    assert.equal(described({ kind: 'varying' }), 'flag, unleash');
  });

  it('names the vendor of a flag', () => {
    const flag = finding({ kind: 'flag', customers: [], region: null, flag: { key: 'sso', provider: 'Unleash' } });
    assert.equal(planInline(english, [flag], customers, codeOnly, 4), 'flag, Unleash');
  });

  it('counts further one-offs of the line', () => {
    assert.equal(planInline(english, [finding(), finding(), finding()], customers, codeOnly, 4), 'Acme Corp · 3 lines +2');
  });

  it('names what asked for it', () => {
    const asked = finding({ requests: [{ tracker: null, key: 'PROD-7', url: null }] });
    assert.equal(planInline(english, [asked], customers, codeOnly, 4), 'Acme Corp · 3 lines · PROD-7');
    assert.deepEqual(planFindingCard(english, asked, customers, codeOnly).history, [{ text: 'PROD-7', url: null }]);
  });

  const asked: readonly (readonly [string, Partial<Finding>, string])[] = [
    ['how old it is and what became of the request', { age, requests: [request] }, 'Acme Corp · 3 lines · 14 months · PROD-123 (Done)'],
    ['that nobody is known to have asked', { age }, 'Acme Corp · 3 lines · 14 months · no request known'],
    [
      'that it may be older than the history',
      { age: { ...age, isOlder: true }, requests: [request] },
      'Acme Corp · 3 lines · over 14 months · PROD-123 (Done)',
    ],
    [
      'that it is not committed',
      { age: { ...age, introduced: null, lastTouched: null, uncommitted: 3 } },
      'Acme Corp · 3 lines · not committed · no request known',
    ],
    ['a candidate as one', { requests: [candidate] }, 'Acme Corp · 3 lines · PROD-9 (Open, candidate)'],
    ['a sure request before a candidate', { requests: [candidate, request] }, 'Acme Corp · 3 lines · PROD-123 (Done) +1'],
    ['the kind where no lines show it', { kind: 'lookup', region: null, age }, 'Acme Corp · lookup · 14 months · no request known'],
  ];
  for (const [what, given, text] of asked)
    it(`says ${what}`, () => {
      assert.equal(planInline(english, [finding(given)], customers, allRead, 4), text);
    });

  it('is never longer than 80 characters', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...acme, id: `c${index}`, name: `Customer number ${index}` }));
    const findings = [finding({ customers: many.map(({ id }) => id) }), finding()];
    const text = planInline(english, findings, many, codeOnly, 4);
    assert.equal(text?.length, 80);
    assert.match(text, /… \+1$/);
  });

  const conflict = ['a', '<<<<<<< HEAD', 'b', '=======', 'c', '>>>>>>> other', 'd'];
  for (const [line, expected] of [false, true, true, true, true, true, false].entries())
    it(`${expected ? 'skips' : 'keeps'} line ${line + 1} of a file with a merge conflict`, () => {
      assert.equal(
        isInConflict((index) => conflict[index] ?? '', line),
        expected,
      );
    });
});

describe('hover', () => {
  it('tells customer, kind, lines, confidence and every reason', () => {
    assert.deepEqual(planFindingCard(english, finding(), customers, codeOnly), {
      title: 'One-off for Acme Corp: branch',
      facts: ['3 lines (4–6)', 'high confidence'],
      history: [],
      figures: [],
      reasons: ['`tenant.slug` says which customer it is.', 'Acme Corp is configured.'],
    });
  });

  it('tells age, changes and requests, each request with its address and why it is tied to the place', () => {
    assert.deepEqual(planFindingCard(english, finding({ age, requests: [candidate, request] }), customers, allRead).history, [
      { text: 'Since 2025-09-12, 14 months: Discount for Acme', url: null },
      { text: 'Last touched 2026-11-20: Round prices', url: null },
      { text: '5 changes since 2025-11-25 · known by Ann, Bo', url: null },
      {
        text: 'PROD-123 Volume discount (Done) · The commit 1a2b3c4 that brought these lines names it.',
        url: 'https://jira.example.com/browse/PROD-123',
      },
      { text: 'PROD-9 Acme wants more (Open, candidate) · Its label names the customer.', url: 'https://jira.example.com/browse/PROD-123' },
    ]);
  });

  it('says when no request is known, but only where somebody looked', () => {
    const history = (reading: Reading) => planFindingCard(english, finding(), customers, reading).history;
    assert.deepEqual(history(allRead), [{ text: 'No request known', url: null }]);
    assert.deepEqual(history(codeOnly), []);
  });

  it('leads to no address that is not of the web', () => {
    const bad = ['command:workbench.action.quit', 'file:///etc/passwd', 'javascript:alert(1)', 'no address'];
    const urls = bad.map(
      (url) => planFindingCard(english, finding({ requests: [{ ...request, url }] }), customers, codeOnly).history[0]?.url,
    );
    assert.deepEqual(urls, [null, null, null, null]);
    const [line] = planFindingCard(
      english,
      finding({ requests: [{ ...request, url: 'https://x.example/a)b' }] }),
      customers,
      codeOnly,
    ).history;
    assert.equal(line?.url, 'https://x.example/a%29b');
  });

  it('opens every figure of the debt into its terms', () => {
    const { figures } = planCustomerCard(english, { ...acme, debt });
    assert.deepEqual(
      figures.map(({ text }) => text),
      [
        '3 places · 2 files · 18 lines · 2 folders · 1 of the files shared with other customers',
        '5 changes · 2 for requests of the customer · 3 collateral, made for no request of the customer',
        'Work: to isolate 0.8–3 h · to generalise 14 h · to retire 0.5–1.5 h',
        'Interest: not known; nobody has said how long a collateral change takes',
      ],
    );
    assert.equal(figures[2]?.terms[1], 'to isolate = sites × minutes per site: sites 3 (counted), minutes per site 10–30 (proposal)');
    assert.equal(planCustomerCard(english, { ...acme, debt: { ...debt, changes: null, collateral: null } }).figures.length, 2);
    const { figures: own, history } = planFindingCard(english, finding({ age, debt }), customers, allRead);
    assert.deepEqual(own, figures.slice(2));
    assert.equal(history[2]?.text, '5 changes since 2025-11-25 · 3 collateral, made for no request of the customer · known by Ann, Bo');
  });

  it('tells after how many months work is paid back, and what that depends on most', () => {
    const none = { low: null, high: null, formula: 'a ÷ b', terms: [], widest: null };
    const isolate = { ...none, low: 2.44, high: 12, terms: [{ name: 'a', value: { low: 1, high: 5 }, source: 'git' }], widest: 'a' };
    const payback = { isolate, generalise: { ...none, low: 40 }, retire: none };
    const { figures } = planCustomerCard(english, { ...acme, debt: { ...debt, interest: debt.principal.isolate, payback } });
    assert.deepEqual(
      figures.slice(3).map(({ text }) => text),
      ['Interest: 0.8–3 h a year', 'Paid back after: to isolate 2.4–12 months · to generalise 40 months or never · to retire never'],
    );
    assert.equal(figures[4]?.terms[0], 'to isolate = a ÷ b: a 1–5 (git); the widest range within is that of a');
  });

  it('does not repeat what the problem beside it says', () => {
    assert.deepEqual(planBesideProblem(planFindingCard(english, finding(), customers, codeOnly)), {
      title: '',
      facts: ['3 lines (4–6)', 'high confidence'],
      history: [],
      figures: [],
      reasons: ['Acme Corp is configured.'],
    });
  });

  it('tells a flag by its key', () => {
    const flag = finding({ kind: 'flag', customers: [], region: null, flag: { key: 'sso', provider: 'Unleash' } });
    assert.deepEqual(planFindingCard(english, flag, customers, codeOnly).facts, ['Flag sso', 'high confidence']);
    assert.equal(planFindingCard(english, flag, customers, codeOnly).title, 'One-off: flag, Unleash');
  });

  it('tells why a customer was inferred', () => {
    assert.deepEqual(planCustomerCard(english, globex), {
      title: 'Globex',
      facts: ['Inferred from the code, medium confidence'],
      history: [],
      figures: [],
      reasons: ['`tenant.slug` is compared with it in 3 files.'],
    });
  });

  for (const [line, column, found] of [
    [4, 6, false],
    [4, 7, true],
    [4, 29, true],
    [4, 30, false],
    [5, 7, false],
  ] as const)
    it(`${found ? 'answers' : 'is silent'} at ${line}:${column}`, () => {
      assert.equal(findingsAtPosition([finding()], line, column).length, found ? 1 : 0);
    });
});

describe('ages', () => {
  for (const [from, words] of [
    ['2026-11-25T11:00:00Z', 'new'],
    ['2026-11-24T11:00:00Z', '1 day'],
    ['2026-10-01T00:00:00Z', '55 days'],
    ['2026-08-25T12:00:00Z', '3 months'],
    ['2024-12-25T12:00:00Z', '23 months'],
    ['2021-06-01T00:00:00Z', '5 years'],
    ['2027-01-01T00:00:00Z', 'new'],
    ['no date', ''],
  ] as const)
    it(`say ${words === '' ? 'nothing' : words} of ${from}`, () => {
      assert.equal(describeTime(english, from, codeOnly.today), words);
    });
});

describe('escaped text', () => {
  for (const [text, escaped] of [
    ['tenant.slug', 'tenant\\.slug'],
    ['[click](command:workbench.action.quit)', '\\[click\\]\\(command\\:workbench\\.action\\.quit\\)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['$(flame) **a**', '\\$\\(flame\\) \\*\\*a\\*\\*'],
    ['two\n\n# lines', 'two \\# lines'],
  ] as const)
    it(`shows ${JSON.stringify(text)} as it stands`, () => {
      assert.equal(escapeMarkdown(text), escaped);
    });
});

describe('diagnostics', () => {
  const { severities } = defaultConfig;

  it('carry the severity of the kind and the strongest reason', () => {
    assert.deepEqual(planDiagnostics(english, [finding()], customers, severities), [
      {
        range: finding().range,
        message: 'One-off for Acme Corp: branch. `tenant.slug` says which customer it is.',
        severity: 'information',
        kind: 'branch',
        origin: null,
      },
    ]);
  });

  it('leave out kinds that are off', () => {
    const off = { ...severities, branch: 'off' } as const;
    assert.deepEqual(planDiagnostics(english, [finding()], customers, off), []);
  });
});

describe('low confidence', () => {
  const [sure, doubtful] = [finding(), finding({ confidence: 'low' })];

  it('is hidden until somebody asks for it', () => {
    assert.deepEqual(visibleFindings([sure, doubtful], { showLowConfidence: false }), [sure]);
    assert.deepEqual(visibleFindings([sure, doubtful], { showLowConfidence: true }), [sure, doubtful]);
  });
});

describe('window state', () => {
  const ready: StatusSource = { states: [{ is: 'ready' }], shown: 3, hidden: 0, trusted: true };
  const scanning = { is: 'scanning', progress: { step: 'parse', done: 12, total: 30 } } as const;
  const cases: readonly [StatusSource, string, string | undefined][] = [
    [{ ...ready, states: [] }, 'unsupported', undefined],
    [ready, 'ready', '$(tag) 3 one-offs'],
    [{ ...ready, states: [{ is: 'ready' }, scanning, scanning] }, 'scanning', '$(sync~spin) Scanning 24 of 60 files'],
    [{ ...ready, states: [{ is: 'scanning', progress: null }] }, 'scanning', '$(sync~spin) Scanning'],
    [{ ...ready, states: [{ is: 'failed', message: 'no disk' }] }, 'failed', '$(warning) 3 one-offs'],
    [{ ...ready, states: [{ is: 'cancelled' }] }, 'cancelled', '$(tag) 3 one-offs'],
    [{ ...ready, shown: 0, hidden: 2 }, 'hidden', '$(tag) 0 one-offs'],
    [{ ...ready, shown: 0 }, 'nothing', '$(tag) 0 one-offs'],
  ];
  for (const [source, state, text] of cases)
    it(`is ${state}, shown as ${text ?? 'no item'}`, () => {
      assert.equal(windowState(source), state);
      assert.equal(planStatus(english, source)?.text, text);
    });

  it('names the failure and restricted mode in the tooltip', () => {
    assert.equal(planStatus(english, { ...ready, states: [{ is: 'failed', message: 'No disk.' }] })?.tooltip, 'The scan failed: No disk.');
    assert.match(planStatus(english, { ...ready, trusted: false })?.tooltip ?? '', /Restricted Mode/);
  });
});
