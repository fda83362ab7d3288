import assert from 'node:assert/strict';
import type { Decision } from '../../../src/model/decision.js';
import type { Customization, Plan } from '../../../src/model/plan.js';
import { describeWhatIf, planBoard } from '../../../src/editor/board-plan.js';
import { verdictOf } from '../../../src/editor/board-verdict.js';
import { decisionsOf, describeDecision, explainDecision } from '../../../src/editor/decision-words.js';
import { webviewPage } from '../../../src/editor/webview-page.js';
import { readToBoard, type BoardDecision } from '../../../src/webview/board-messages.js';
import { english as t, finding } from './examples.js';

const none = { low: 0, high: 0, formula: '0', terms: [] };
const decision: Decision = {
  customization: 'acme.pricing',
  name: 'pricing',
  customer: 'acme',
  option: 'keep',
  owner: 'Ann',
  decidedOn: '2026-01-10',
  reviewOn: '2026-07-10',
  note: 'until the contract ends',
  expectedCustomers: 2,
  contractChecked: '2026-01-09',
  usageChecked: null,
  noticeDate: null,
  evidence: { sites: 2, files: 1, lines: 9, scatter: 1, collateral: 1, months: 12, rule: 'quiet' },
  oneOffs: ['f1'],
};

const customization: Customization = {
  id: 'acme.pricing',
  name: 'pricing',
  customer: 'acme',
  customerName: 'Acme Corp',
  groupedBy: 'folder',
  sites: [{ id: 'f1', kind: 'branch', path: 'src/pricing.ts', line: 4, text: "tenant.slug === 'acme'", customers: ['acme'] }],
  folders: ['src'],
  flags: [],
  footprint: { sites: 1, files: 1, lines: 9, scatter: 1, tangle: 0 },
  debt: {
    ...{ sites: 1, files: 1, lines: 9, scatter: 1, tangle: 0, changes: 3, ownChanges: 1, collateral: 2, relativeChurn: 0.5 },
    principal: {
      ...{ keep: none, generalise: none, retire: none },
      isolate: { low: 0.25, high: 1, formula: 'sites × minutes', terms: [{ name: 'sites', value: 1, source: 'counted' }] },
    },
    interest: null,
    payback: null,
  },
  requests: [{ tracker: 'jira', key: 'PROD-1', url: 'javascript:alert(1)', title: 'Discount', status: 'Done' }],
  status: 'active',
  revenue: [{ amount: 120000, currency: 'EUR', source: 'crm.csv:2' }],
  similar: [],
  scores: [],
  generaliseFrom: 2.54,
  suggestion: { option: 'keep', rule: 'quiet', because: ['It is quiet.'], terms: [], missing: ['Whether it is tested.'] },
  decision: null,
  outcome: null,
  isDue: false,
};

const planOf = (change: Partial<Customization>): Plan => ({
  asOf: '2026-11-25',
  customizations: [{ ...customization, ...change }],
  settled: [],
  notices: ['Git was read.'],
});

describe('the planning board', () => {
  it('shows figures with what they are made of, revenue beside them, and what nobody knows', () => {
    const [card] = planBoard(t, planOf({})).cards;
    assert.equal(card?.summary, 'Acme Corp · 1 site · 9 lines');
    const facts = new Map(card.facts.map(({ label, ...fact }) => [label, fact]));
    assert.deepEqual(facts.get('Collateral changes')?.value, '2');
    assert.equal(facts.get('To isolate')?.value, '0.3–1 hours');
    assert.deepEqual(facts.get('To isolate')?.terms[0], { name: 'sites', value: '1', source: 'counted' });
    assert.equal(facts.get('Paid back')?.value, 'not known: nobody has said how long a collateral change takes');
    assert.equal(facts.get('Revenue, beside the figures')?.value, '120,000 EUR (crm.csv:2)');
    assert.deepEqual(card.missing, ['Whether it is tested.']);
  });

  it('shows after how many months work is paid back', () => {
    const { debt } = customization;
    assert.ok(debt);
    const never = { low: null, high: null, formula: 'a ÷ b', terms: [], widest: null };
    const payback = { isolate: { ...never, low: 3, high: 48 }, generalise: never, retire: never };
    const facts = planBoard(t, planOf({ debt: { ...debt, payback } })).cards[0]?.facts ?? [];
    assert.deepEqual(
      facts.filter(({ label }) => label.startsWith('Paid back')).map(({ label, value }) => [label, value]),
      [
        ['Paid back, to isolate', '3–48 months'],
        ['Paid back, to generalise', 'never'],
        ['Paid back, to retire', 'never'],
      ],
    );
  });

  it('sends only what its page accepts', () => {
    const view = planBoard(t, planOf({ decision }));
    assert.deepEqual(readToBoard(JSON.parse(JSON.stringify({ type: 'view', view }))), { type: 'view', view });
  });

  it('puts a card where its decision belongs, and back when it is to be looked at again', () => {
    const groupOf = (change: Partial<Customization>): string | undefined => planBoard(t, planOf(change)).cards[0]?.group;
    assert.deepEqual([groupOf({}), groupOf({ decision }), groupOf({ decision, isDue: true })], ['undecided', 'keep', 'review']);
    assert.equal(groupOf({ decision: { ...decision, option: null } }), 'undecided', 'facts alone decide nothing');
  });

  it('holds a forecast against what came of it', () => {
    const outcome = { months: 10, forecast: 0.83, happened: 4, sitesThen: 2, sitesNow: 1 };
    assert.equal(
      planBoard(t, planOf({ decision, outcome })).cards[0]?.outcome,
      'Forecast in 10 months: 0.8 collateral changes; happened: 4. Sites then: 2, now: 1.',
    );
  });

  it('tells at most what goes', () => {
    const whatIf = { sites: customization.sites, shared: customization.sites, lines: 9, files: 1, flags: ['x'], flagDefinitions: [] };
    assert.equal(
      describeWhatIf(t, whatIf),
      'If these go, at most: 1 place, 9 lines in 1 file, 1 flag. Shared with other customers and kept: 1.',
    );
  });
});

describe('what a form of the board decides', () => {
  const form: BoardDecision = {
    option: 'keep',
    owner: ' Ann ',
    reviewOn: '2027-01-10',
    note: '',
    expectedCustomers: '',
    isContractChecked: true,
    isUsageChecked: true,
    noticeDate: '',
  };

  it('dates a check by the day on which it was first ticked', () => {
    const { contractChecked, usageChecked, owner } = verdictOf(form, decision, '2026-11-25');
    assert.deepEqual([contractChecked, usageChecked, owner], ['2026-01-09', '2026-11-25', 'Ann']);
  });

  it('takes back what was unticked or emptied', () => {
    const verdict = verdictOf({ ...form, isContractChecked: false }, decision, '2026-11-25');
    assert.deepEqual([verdict.contractChecked, verdict.expectedCustomers, verdict.noticeDate], [null, null, null]);
  });

  it('leaves a decision standing when only facts change', () => {
    assert.equal('option' in verdictOf(form, decision, '2026-11-25'), false);
    assert.equal(verdictOf({ ...form, option: 'isolate' }, decision, '2026-11-25').option, 'isolate');
  });
});

describe('decisions at one-offs', () => {
  const place = finding({ id: 'f1' });

  it('are named in rows and told in hovers', () => {
    const decisions = decisionsOf(planOf({ decision }));
    assert.equal(describeDecision(t, place, decisions), 'Keep');
    assert.deepEqual(explainDecision(t, place, decisions), [
      'Decided 2026-01-10: Keep · owner Ann · review 2026-07-10',
      'until the contract ends',
    ]);
  });

  it('come back when they are due', () => {
    const decisions = decisionsOf(planOf({ decision, isDue: true }));
    assert.equal(describeDecision(t, place, decisions), 'Keep, to review');
    assert.match(explainDecision(t, place, decisions)[0] ?? '', /review was due 2026-07-10$/);
  });

  it('are not claimed where only facts were noted', () => {
    assert.equal(decisionsOf(planOf({ decision: { ...decision, option: null } })).size, 0);
  });
});

describe('the page around the board', () => {
  it('runs one script and no text of others', () => {
    const page = webviewPage({
      title: '<img onerror=alert(1)>"',
      language: 'en',
      cspSource: 'https://*.example.net',
      nonce: 'n0nce',
      script: 'https://a.example.net/board.js',
      style: 'https://a.example.net/board.css',
    });
    assert.match(page, /default-src &#39;none&#39;; script-src &#39;nonce-n0nce&#39;;/);
    assert.doesNotMatch(page, /unsafe|<img/);
    assert.equal(page.match(/<script/g)?.length, 1);
  });
});
