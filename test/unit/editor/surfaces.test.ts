import assert from 'node:assert/strict';
import { planDiagnostics } from '../../../src/editor/diagnostics-plan.js';
import { escapeMarkdown } from '../../../src/editor/escape-markdown.js';
import { findingsAtPosition, planBesideProblem, planCustomerCard, planFindingCard } from '../../../src/editor/hover-plan.js';
import { isInConflict, planInline } from '../../../src/editor/inline-plan.js';
import { planStatus, windowState, type StatusSource } from '../../../src/editor/status-plan.js';
import { visibleFindings } from '../../../src/editor/visible-findings.js';
import { defaultConfig } from '../../../src/model/config.js';
import type { FlagState } from '../../../src/model/finding.js';
import { acme, english, finding, globex } from './examples.js';

const customers = [acme, globex];

describe('inline text', () => {
  it('says who, what and how much', () => {
    assert.equal(planInline(english, [finding()], customers, 4), 'Acme Corp · branch · 3 lines');
  });

  it('says nothing on other lines of the region', () => {
    assert.equal(planInline(english, [finding()], customers, 5), null);
  });

  it('says in what state a flag is', () => {
    const described = (state: FlagState): string | null =>
      planInline(
        english,
        [finding({ kind: 'flag', customers: [], region: null, flag: { key: 'sso', provider: 'unleash', state } })],
        customers,
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
    assert.equal(planInline(english, [flag], customers, 4), 'flag, Unleash');
  });

  it('counts further one-offs of the line', () => {
    assert.equal(planInline(english, [finding(), finding(), finding()], customers, 4), 'Acme Corp · branch · 3 lines +2');
  });

  it('names what asked for it', () => {
    const asked = finding({ requests: [{ tracker: null, key: 'PROD-7', url: null }] });
    assert.equal(planInline(english, [asked], customers, 4), 'Acme Corp · branch · 3 lines · PROD-7');
    assert.ok(planFindingCard(english, asked, customers).facts.includes('PROD-7'));
  });

  it('is never longer than 80 characters', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...acme, id: `c${index}`, name: `Customer number ${index}` }));
    const findings = [finding({ customers: many.map(({ id }) => id) }), finding()];
    const text = planInline(english, findings, many, 4);
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
    assert.deepEqual(planFindingCard(english, finding(), customers), {
      title: 'One-off for Acme Corp: branch',
      facts: ['3 lines (4–6)', 'high confidence'],
      reasons: ['`tenant.slug` says which customer it is.', 'Acme Corp is configured.'],
    });
  });

  it('does not repeat what the problem beside it says', () => {
    assert.deepEqual(planBesideProblem(planFindingCard(english, finding(), customers)), {
      title: '',
      facts: ['3 lines (4–6)', 'high confidence'],
      reasons: ['Acme Corp is configured.'],
    });
  });

  it('tells a flag by its key', () => {
    const flag = finding({ kind: 'flag', customers: [], region: null, flag: { key: 'sso', provider: 'Unleash' } });
    assert.deepEqual(planFindingCard(english, flag, customers).facts, ['Flag sso', 'high confidence']);
    assert.equal(planFindingCard(english, flag, customers).title, 'One-off: flag, Unleash');
  });

  it('tells why a customer was inferred', () => {
    assert.deepEqual(planCustomerCard(english, globex), {
      title: 'Globex',
      facts: ['Inferred from the code, medium confidence'],
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
