import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decide } from '../../../src/assess/decide.js';
import { generaliseFrom } from '../../../src/assess/generalise.js';
import { groupSites } from '../../../src/assess/group-sites.js';
import { makePlan, type PlanInput } from '../../../src/assess/make-plan.js';
import { trackerDraft } from '../../../src/assess/tracker-draft.js';
import { ifLeaves, ifRetired } from '../../../src/assess/what-if.js';
import { defaultConfig } from '../../../src/model/config.js';
import type { Customer } from '../../../src/model/customer.js';
import type { Debt } from '../../../src/model/debt.js';
import type { Decision } from '../../../src/model/decision.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Customization } from '../../../src/model/plan.js';
import type { Request } from '../../../src/model/request.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { formatPlanMarkdown } from '../../../src/report/plan-markdown.js';
import { formatPlan } from '../../../src/report/plan-pretty.js';
import { findingFor } from './findings.js';

const settings = defaultConfig.planning;
const today = '2026-06-30';

function customer(id: string, more: Partial<Customer> = {}): Customer {
  const name = id.replace(/^./, (letter) => letter.toUpperCase());
  return {
    id,
    name,
    aliases: [],
    source: 'configured',
    standing: 'customer',
    confidence: 'high',
    evidence: [],
    against: [],
    findings: 1,
    ...more,
  };
}

const request = (key: string, more: Partial<Request> = {}): Request => ({ tracker: null, key, url: null, ...more });

function item(key: string, title: string, customers: readonly string[], more: Partial<TrackerItem> = {}): TrackerItem {
  const dates = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', closedAt: null, dueAt: null };
  const words = { body: '', type: '', status: 'Done', state: 'done' as const, labels: [], priority: '' };
  return { tracker: 'jira', key, title, ...words, ...dates, customers: customers.map((name) => ({ name })), scores: {}, url: '', ...more };
}

function plan(findings: readonly Finding[], more: Partial<PlanInput> = {}, customers: readonly Customer[] = [customer('acme')]) {
  return makePlan({
    report: { findings, customers },
    items: [],
    imported: [],
    settings,
    decisions: [],
    today,
    months: 12,
    debtOf: () => null,
    collateralSince: () => null,
    ...more,
  });
}

function only(findings: readonly Finding[], more: Partial<PlanInput> = {}, customers?: readonly Customer[]): Customization {
  const [first, ...others] = plan(findings, more, customers).customizations;
  assert.ok(first && others.length === 0);
  return first;
}

const debtWith = (collateral: number): Debt => {
  const none = { low: 0, high: 0, formula: '0', terms: [] };
  const counts = { sites: 1, files: 1, lines: 1, scatter: 1, tangle: 0, changes: collateral, ownChanges: 0, relativeChurn: null };
  return { ...counts, collateral, principal: { keep: none, isolate: none, generalise: none, retire: none }, interest: null, payback: null };
};

describe('when to generalise', () => {
  const figures: readonly (readonly [number, number, number])[] = [
    [3, 1, 2.5],
    [3, 2, 2.3],
    [3, 3, 2.1],
    [3, 5, 1.7],
    [7, 3, 1.4],
    [7, 5, 0],
  ];
  for (const [years, copies, expected] of figures)
    it(`of ${String(copies)} copies within ${String(years)} years: from ${String(expected)} further customers on`, () => {
      assert.equal(Math.round(generaliseFrom(copies, { ...settings, years }) * 10) / 10, expected);
    });

  it('built so from the start: from the second customer on', () => {
    assert.equal(Math.round(generaliseFrom(0, { ...settings, upkeep: 0 }) * 10) / 10, 1.9);
  });

  it('is never less than nothing, and never where reusing costs as much as writing', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (copies, years) => {
        assert.ok(generaliseFrom(copies, { ...settings, years }) >= 0);
        assert.equal(generaliseFrom(copies, { ...settings, years, reusing: 1 }), Infinity);
      }),
    );
  });
});

describe('places that a team decides about as one', () => {
  const groups = (findings: readonly Finding[], customers = [customer('acme'), customer('globex')]) =>
    groupSites(findings, customers).map(({ id, findings: own }) => [id, own.map((finding) => finding.id)]);

  it('what one request asked for, wherever it stands; a mere candidate ties nothing', () => {
    const isCandidate = { source: 'commit', isCandidate: true, why: '' } as const;
    assert.deepEqual(
      groups([
        findingFor({ id: '1', path: 'a/x.ts', requests: [request('PROD-12')] }),
        findingFor({ id: '2', path: 'b/y.ts', requests: [request('PROD-12')] }),
        findingFor({ id: '3', path: 'b/y.ts', requests: [request('PROD-9', { link: isCandidate })] }),
      ]),
      [
        ['acme.b', ['3']],
        ['acme.prod-12', ['1', '2']],
      ],
    );
  });

  it('one flag; a definition with its users; the customer’s own folder with imports of it; else a folder', () => {
    const flag = { key: 'acme-sso', provider: 'home-made' };
    assert.deepEqual(
      groups([
        findingFor({ id: 'f1', kind: 'flag', path: 'a/x.ts', flag }),
        findingFor({ id: 'f2', kind: 'flag', path: 'b/y.ts', flag }),
        findingFor({ id: 'd', kind: 'definition', path: 'prices/acme.ts', text: 'AcmePricing' }),
        findingFor({ id: 'u', path: 'cart/total.ts', text: 'plan instanceof AcmePricing' }),
        findingFor({ id: 'o', path: 'src/customers/acme/deep/er.ts' }),
        findingFor({ id: 'i', kind: 'import', path: 'src/jobs/run.ts', text: "dynamic '../customers/acme/edi-export.js'" }),
        findingFor({ id: 'p', path: 'src/jobs/run.ts' }),
      ]),
      [
        ['acme.acme-pricing', ['d', 'u']],
        ['acme.flag-acme-sso', ['f1', 'f2']],
        ['acme.src-customers-acme', ['o', 'i']],
        ['acme.src-jobs', ['p']],
      ],
    );
  });

  it('not by a name that only says who the customer is', () => {
    assert.deepEqual(
      groups([
        findingFor({ id: 'd', kind: 'definition', path: 'tenants/known.ts', text: 'isAcme' }),
        findingFor({ id: 'u', path: 'cart/total.ts', text: 'isAcme(tenant)' }),
      ]).map(([id]) => id),
      ['acme.cart', 'acme.tenants'],
    );
  });

  it('a place for two customers belongs to both; ids are those of files, each once, and do not hang on lines or order', () => {
    const paths = fc.constantFrom('src/a-b/x.ts', 'src/a/b/x.ts', 'src/ä/x.ts', 'x.ts', 'SRC/A B/y.ts');
    const findings = fc.array(fc.record({ path: paths, line: fc.integer({ min: 1, max: 99 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(findings, (places) => {
        const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 9 } });
        const all = places.map(({ path, line }, index) =>
          findingFor({ id: String(index), path, customers: ['acme', 'globex'], range: at(line), region: null }),
        );
        const made = groupSites(all, [customer('acme'), customer('globex')]);
        for (const { id } of made) assert.match(id, /^[a-z0-9][a-z0-9.-]*$/);
        assert.equal(new Set(made.map(({ id }) => id)).size, made.length);
        assert.equal(made.flatMap((group) => group.findings).length, 2 * all.length);
        const later = all.map((finding) => ({ ...finding, range: at(finding.range.start.line + 7) })).reverse();
        assert.deepEqual(
          groupSites(later, [customer('globex'), customer('acme')]).map(({ id }) => id),
          made.map(({ id }) => id),
        );
      }),
    );
  });
});

describe('what is suggested', () => {
  const active = [customer('acme', { status: 'active' })];
  const asked = [request('PROD-1', { state: 'done' })];
  const spread = ['a', 'b', 'c', 'd'].map((folder) => findingFor({ id: folder, path: `${folder}/x.ts`, requests: asked }));
  const constant = { key: 'k', provider: 'home-made', state: { kind: 'constant', value: true } } as const;
  const exports = item('PROD-1', 'Export invoices as EDIFACT for Acme', ['Acme']);
  const others = ['Globex', 'Hooli'].map((name, index) =>
    item(`PROD-${String(index + 5)}`, `${name} wants to export invoices as EDIFACT`, [name]),
  );
  const cases: readonly (readonly [string, Partial<PlanInput>, readonly Finding[], readonly Customer[], string | null])[] = [
    ['customer-gone', {}, [findingFor({ id: '1' })], [customer('acme', { status: 'gone' })], 'retire'],
    ['request-dropped', {}, [findingFor({ id: '1', requests: [request('PROD-1', { state: 'dropped' })] })], active, null],
    [
      'flag-constant',
      { items: [item('PROD-1', 'x', [], { createdAt: '2020-01-01T00:00:00Z' })] },
      [findingFor({ id: '1', kind: 'flag', flag: constant, requests: asked })],
      active,
      'retire',
    ],
    ['none', { items: [item('PROD-1', 'x', [])] }, [findingFor({ id: '1', kind: 'flag', flag: constant, requests: asked })], active, null],
    ['others-ask', { items: [exports, ...others] }, [findingFor({ id: '1', requests: asked })], active, 'generalise'],
    ['nobody-asked', { items: [exports] }, [findingFor({ id: '1' })], active, null],
    ['collateral-high', { debtOf: () => debtWith(6) }, [findingFor({ id: '1', requests: asked })], active, 'isolate'],
    ['none', { debtOf: () => debtWith(5) }, [findingFor({ id: '1', requests: asked })], active, null],
    ['spread-out', {}, spread, active, 'isolate'],
    ['none', {}, spread.slice(1), active, null],
    ['quiet', { debtOf: () => debtWith(0) }, [findingFor({ id: '1', requests: asked })], active, 'keep'],
    ['none', {}, [findingFor({ id: '1', requests: asked })], active, null],
  ];
  for (const [index, [rule, more, findings, customers, option]] of cases.entries())
    it(`${rule}: ${option ?? 'no option'} (${String(index + 1)})`, () => {
      const { suggestion } = only(findings, more, customers);
      assert.deepEqual([suggestion.rule, suggestion.option], [rule, option]);
      assert.ok(suggestion.because.length > 0);
    });

  it('shows the figures with their sources, and what is missing', () => {
    const { suggestion } = only(spread, { settings: { ...settings, folders: 2 } });
    assert.deepEqual(suggestion.terms, [
      { name: 'folders', value: 4, source: 'counted' },
      { name: 'folders', value: 2, source: 'oneoff.config.json, planning.folders' },
    ]);
    assert.match(
      suggestion.missing.join('\n'),
      /whether Acme is still served[^]*how often[^]*who asked[^]*within 3 years; generalising pays from 2\.5 on/,
    );
  });

  it('to generalise when the team expects enough customers, and names who asked for the same', () => {
    const decision = decide(only([findingFor({ id: '1', requests: asked })]), { expectedCustomers: 3 }, today, null);
    assert.ok('oneOffs' in decision);
    const withFacts = only([findingFor({ id: '1', requests: asked })], { decisions: [decision] });
    assert.deepEqual([withFacts.suggestion.rule, withFacts.suggestion.option], ['customers-expected', 'generalise']);
    const { similar } = only([findingFor({ id: '1', requests: asked })], {
      items: [exports, ...others, item('PROD-9', 'Dark mode', ['Initech'])],
    });
    assert.deepEqual(
      similar.map(({ name, requests }) => [name, requests]),
      [
        ['Globex', ['PROD-5']],
        ['Hooli', ['PROD-6']],
      ],
    );
  });

  it('keeps revenue and scores beside, as they were written', () => {
    const paid = item('PROD-1', 'x', [], { scores: { RICE: 12 }, customers: [{ name: 'Acme', value: 9000, currency: 'EUR' }] });
    const { revenue, scores, suggestion } = only([findingFor({ id: '1', requests: asked })], { items: [paid] }, active);
    assert.deepEqual(revenue, [{ amount: 9000, currency: 'EUR', source: 'PROD-1' }]);
    assert.deepEqual(scores, [{ name: 'RICE', value: 12, request: 'PROD-1', tracker: 'jira' }]);
    assert.equal(suggestion.terms.length, 0);
  });
});

describe('decisions', () => {
  const one = (more: Partial<PlanInput> = {}) => only([findingFor({ id: '1' })], more);
  const made = (verdict: Parameters<typeof decide>[1], more: Partial<PlanInput> = {}): Decision => {
    const decision = decide(one(more), verdict, today, 12);
    assert.ok('oneOffs' in decision);
    return decision;
  };

  it('come back after half a year, or when somebody says', () => {
    assert.equal(made({ option: 'keep' }).reviewOn, '2026-12-30');
    assert.equal(decideOn('2026-08-31').reviewOn, '2027-02-28');
    const decision = made({ option: 'keep', reviewOn: '2026-07-15' });
    assert.equal(one({ decisions: [decision] }).isDue, false);
    assert.equal(one({ decisions: [decision], today: '2026-07-15' }).isDue, true);
  });

  function decideOn(day: string): Decision {
    const decision = decide(one(), { option: 'keep' }, day, 12);
    assert.ok('oneOffs' in decision);
    return decision;
  }

  it('never retire before contract, use, owner and notice are known', () => {
    const blocked = decide(one(), { option: 'retire', owner: 'Ada' }, today, 12);
    assert.ok('blockers' in blocked);
    assert.equal(blocked.blockers.length, 3);
    const facts = { owner: 'Ada', contractChecked: today, usageChecked: today, noticeDate: '2026-09-30' };
    assert.equal(made({ option: 'retire', ...facts }).option, 'retire');
  });

  it('keep their date and evidence when a fact is added, so that forecast and outcome can be compared', () => {
    const decision = made({ option: 'isolate', owner: 'Ada' }, { debtOf: () => debtWith(6) });
    assert.deepEqual([decision.evidence.collateral, decision.evidence.months], [6, 12]);
    const later = only([findingFor({ id: '1' })], {
      report: {
        findings: [findingFor({ id: '1' })],
        customers: [customer('acme')],
        history: { head: null, from: '2026-03-31', to: '2026-12-30', commits: 9, notices: [] },
      },
      decisions: [decision],
      today: '2026-12-30',
      collateralSince: (_, __, date) => (date === today ? 1 : null),
    });
    assert.deepEqual(later.outcome, { months: 6, forecast: 3, happened: 1, sitesThen: 1, sitesNow: 1 });
    const noted = decide(later, { note: 'Half way.' }, '2026-12-30', 12);
    assert.ok('oneOffs' in noted);
    assert.deepEqual([noted.decidedOn, noted.evidence, noted.owner], [today, decision.evidence, 'Ada']);
  });

  it('are found again when the id has changed, and told as settled when the code is gone', () => {
    const decision = { ...made({ option: 'keep' }), customization: 'acme.old-folder' };
    assert.equal(one({ decisions: [decision] }).decision, decision);
    const other = { ...decision, oneOffs: ['gone'] };
    assert.deepEqual(plan([findingFor({ id: '1' })], { decisions: [other] }).settled, [other]);
  });
});

describe('what if', () => {
  const flag = { key: 'acme-sso', provider: 'home-made', definition: { path: 'flags.json', line: 3 } };
  const at = (first: number, last: number) => ({ start: { line: first, column: 1 }, end: { line: last, column: 9 } });
  const findings = [
    findingFor({ id: 'own', path: 'a.ts', range: at(1, 1), region: at(1, 10) }),
    findingFor({ id: 'inner', path: 'a.ts', range: at(4, 4), region: at(4, 6) }),
    findingFor({ id: 'flag', kind: 'flag', path: 'b/c.ts', flag, region: null }),
    findingFor({ id: 'shared', path: 'd/e.ts', customers: ['acme', 'globex'] }),
    findingFor({ id: 'other', path: 'd/f.ts', customers: ['globex'] }),
  ];
  const report = { findings };
  const { customizations } = plan(findings, {}, [customer('acme'), customer('globex')]);

  it('a customer leaves: every place of it, what others still need apart', () => {
    const { sites, shared, lines, files, flags, flagDefinitions } = ifLeaves(report, 'acme');
    assert.deepEqual(
      sites.map(({ id }) => id),
      ['own', 'inner', 'flag'],
    );
    assert.deepEqual(
      shared.map(({ id }) => id),
      ['shared'],
    );
    assert.deepEqual([lines, files, flags, flagDefinitions], [11, 2, ['acme-sso'], ['flags.json:3']]);
  });

  it('customizations are retired: shared places go only when they are retired for all', () => {
    const of = (id: string): Customization[] =>
      customizations.filter(({ customer: whose, folders }) => whose === id && folders.includes('d'));
    assert.deepEqual(
      ifRetired(report, of('acme')).shared.map(({ id }) => id),
      ['shared'],
    );
    assert.deepEqual(
      ifRetired(report, [...of('acme'), ...of('globex')]).sites.map(({ id }) => id),
      ['shared', 'other'],
    );
  });

  it('a flag that others ask for stays', () => {
    const more = [...findings, findingFor({ id: 'f2', kind: 'flag', customers: [], flag })];
    assert.deepEqual(ifLeaves({ findings: more }, 'acme').flags, []);
  });
});

describe('a plan as text', () => {
  const hostile = '[x](http://evil.example) <img src=x> @ada `| \u001B[31m\u202E';
  const findings = [
    findingFor({ id: '1', text: hostile, path: 'a/x.ts', requests: [request('PROD-1', { title: hostile, status: hostile })] }),
  ];

  it('says after how many months work is paid back, or that nobody has said what it takes to know', () => {
    const sites = [findingFor({ id: '1' })];
    const never = { low: null, high: null, formula: 'x', terms: [], widest: null };
    const payback = { isolate: { ...never, low: 2, high: 8 }, generalise: { ...never, low: 40 }, retire: never };
    const known = plan(sites, { debtOf: () => ({ ...debtWith(3), payback }) });
    const sentence = 'Paid back: isolate 2–8 months, generalise 40 months or never, retire never.';
    assert.ok(formatPlan(known, false).includes(sentence));
    assert.ok(formatPlanMarkdown(known).includes(sentence));
    const unknown = /When work is paid back is not known: "debt\.hoursPerChange"/;
    assert.doesNotMatch(formatPlan(known, false), unknown);
    assert.match(formatPlan(plan(sites, { debtOf: () => debtWith(3) }), false), unknown);
    assert.doesNotMatch(formatPlan(plan(sites, { debtOf: () => debtWith(0) }), false), unknown);
  });

  it('holds nothing that a terminal obeys', () => {
    assert.doesNotMatch(formatPlan(plan(findings), false), /[\u0000-\u0009\u000B-\u001F\u202E]/);
  });

  it('holds no link, image or mention in Markdown', () => {
    const text = formatPlanMarkdown(plan(findings));
    assert.doesNotMatch(text, /(?<!\\)\[x|(?<!\\)<img|@ada|:\/\/e|\u202E/);
    assert.match(text, /^# Customizations, 2026-06-30\n\n1 customization: 0 decided, 0 to look at again, 1 open\.\n/);
  });

  it('becomes the draft of a tracker item that no text breaks out of', () => {
    const { title, body } = trackerDraft(only([findingFor({ id: '1', text: '```\n# no' })]));
    assert.equal(title, 'Decide about src for Acme');
    const fences = body.split('\n').filter((line) => /^`{3,}/.test(line));
    assert.equal(fences.length % 2, 0);
    assert.match(body, /^`{4}text\nsrc\/a\.ts:1 ``` # no\n`{4}$/m);
  });
});
