import { costlyOptions, options, type Debt, type DebtTerm, type Estimate, type Option, type Span } from '../model/debt.js';
import type { Customization, Plan, RevenueNote, WhatIf } from '../model/plan.js';
import type { Request } from '../model/request.js';
import {
  boardGroups,
  type BoardCard,
  type BoardDecision,
  type BoardFact,
  type BoardGroup,
  type BoardView,
} from '../webview/board-messages.js';
import { boardLabels, nameGroup, nameOption, tellOption } from './board-labels.js';
import { describePayback } from './figures-plan.js';
import { countLines, type Translate } from './translate.js';

/** The planning board of one folder, every text ready to be read. */
export function planBoard(t: Translate, plan: Plan): BoardView {
  const { customizations } = plan;
  const decided = customizations.filter(({ decision }) => (decision?.option ?? null) !== null).length;
  const due = customizations.filter(({ isDue }) => isDue).length;
  return {
    headline: [
      customizations.length === 1 ? t('1 customization') : t('{0} customizations', customizations.length),
      t('{0} decided', decided),
      due > 0 ? t('{0} to review', due) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    groups: boardGroups.map((id) => ({ id, label: nameGroup(t, id) })),
    options: options.map((id) => ({ id, label: nameOption(t, id), meaning: tellOption(t, id) })),
    cards: customizations.map((customization) => planCard(t, customization)),
    notices: [...plan.notices],
    labels: boardLabels(t),
  };
}

function planCard(t: Translate, customization: Customization): BoardCard {
  const { id, name, sites, requests, suggestion } = customization;
  return {
    id,
    title: name,
    summary: summaryOf(t, customization),
    group: groupOf(customization),
    facts: factsOf(t, customization),
    places: sites.map(({ path, line, text }) => ({ label: `${path}:${line}`, code: text })),
    requests: requests.map((request) => ({ label: describeRequest(t, request), isLink: request.url !== null })),
    suggested: suggestion.option,
    reasons: [...suggestion.because],
    missing: [...suggestion.missing],
    decision: decisionOf(customization),
    outcome: outcomeOf(t, customization),
  };
}

function groupOf({ isDue, decision }: Customization): BoardGroup {
  return isDue ? 'review' : (decision?.option ?? 'undecided');
}

function summaryOf(t: Translate, { customerName, footprint: { sites, files, lines } }: Customization): string {
  const places = sites === 1 ? t('1 site') : files === 1 ? t('{0} sites in 1 file', sites) : t('{0} sites in {1} files', sites, files);
  return [customerName, places, countLines(t, lines)].join(' · ');
}

function describeRequest(t: Translate, { key, title, status, link }: Request): string {
  const candidate = link?.isCandidate === true ? t('perhaps') : '';
  return [[key, title].filter(Boolean).join(' '), status, candidate].filter(Boolean).join(' · ');
}

function decisionOf({ decision }: Customization): BoardDecision | null {
  return (
    decision && {
      option: decision.option,
      owner: decision.owner,
      reviewOn: decision.reviewOn ?? '',
      note: decision.note,
      expectedCustomers: decision.expectedCustomers === null ? '' : String(decision.expectedCustomers),
      isContractChecked: decision.contractChecked !== null,
      isUsageChecked: decision.usageChecked !== null,
      noticeDate: decision.noticeDate ?? '',
    }
  );
}

function outcomeOf(t: Translate, { outcome }: Customization): string {
  // On the day of the decision there is nothing to hold it against.
  if (!outcome || outcome.months === 0) return '';
  const { months, forecast, happened, sitesThen, sitesNow } = outcome;
  const changes =
    forecast !== null && happened !== null
      ? t('Forecast in {0} months: {1} collateral changes; happened: {2}.', months, round(forecast), happened)
      : t('Decided {0} months ago; the changes since are not known.', months);
  return `${changes} ${t('Sites then: {0}, now: {1}.', sitesThen, sitesNow)}`;
}

function factsOf(t: Translate, customization: Customization): BoardFact[] {
  const { debt, footprint, status, revenue, similar, scores, generaliseFrom, flags } = customization;
  const reach = [
    { name: t('files'), value: String(footprint.files), source: t('counted') },
    { name: t('folders'), value: String(footprint.scatter), source: t('counted') },
    { name: t('files shared with other customers'), value: String(footprint.tangle), source: t('counted') },
  ];
  return [
    { label: t('Reach'), value: summaryOf(t, customization), terms: reach },
    ...(debt ? debtFacts(t, debt) : []),
    plain(t('Worth generalising from'), t('{0} further customers on', round(generaliseFrom))),
    plain(t('Customer'), { active: t('active'), gone: t('gone'), unknown: t('not known whether still there') }[status]),
    ...similar.map(({ name, requests, why }) => plain(t('Asks for much the same'), `${name} (${requests.join(', ')}): ${why}`)),
    ...revenue.map((note) => plain(t('Revenue, beside the figures'), describeRevenue(note))),
    ...scores.map(({ name, value, request }) => plain(name, `${value} (${request})`)),
    ...(flags.length > 0 ? [plain(t('Flags'), flags.join(', '))] : []),
  ];
}

function plain(label: string, value: string): BoardFact {
  return { label, value, terms: [] };
}

function debtFacts(t: Translate, debt: Debt): BoardFact[] {
  const { changes, ownChanges, collateral, principal, interest } = debt;
  const git = t('git');
  const changeTerms = [
    { name: t('commits that touched the lines'), value: String(changes ?? 0), source: git },
    { name: t('of these for the customer’s own requests'), value: String(ownChanges ?? 0), source: git },
  ];
  const paid =
    collateral === null
      ? plain(t('Collateral changes'), t('not known without a history'))
      : { label: t('Collateral changes'), value: String(collateral), terms: changeTerms };
  const costs = costlyOptions.map((option) => costFact(t, option, principal[option]));
  return [paid, ...costs, ...(interest ? [estimateFact(t, t('To carry, a year'), interest)] : []), ...paybackFacts(t, debt)];
}

/** When work is paid back; said to be unknown where there is something that it would save. */
function paybackFacts(t: Translate, { payback, collateral }: Debt): BoardFact[] {
  if (!payback) return collateral ? [plain(t('Paid back'), t('not known: nobody has said how long a collateral change takes'))] : [];
  return costlyOptions.map((option) => {
    const { formula, terms } = payback[option];
    const label = t('Paid back, to {0}', nameOption(t, option).toLowerCase());
    return { label, value: describePayback(t, payback[option]), terms: openTerms(terms, formula) };
  });
}

function costFact(t: Translate, option: Option, estimate: Estimate): BoardFact {
  return estimateFact(t, t('To {0}', nameOption(t, option).toLowerCase()), estimate);
}

function estimateFact(t: Translate, label: string, estimate: Estimate): BoardFact {
  return { label, value: t('{0} hours', describeValue(estimate)), terms: openTerms(estimate.terms, estimate.formula) };
}

function openTerms(terms: readonly DebtTerm[], formula: string): BoardFact['terms'] {
  const opened = terms.map(({ name, value, source }) => ({ name, value: describeValue(value), source }));
  return [...opened, { name: formula, value: '', source: '' }];
}

function describeValue(value: number | Span): string {
  if (typeof value === 'number') return String(round(value));
  return value.low === value.high ? String(round(value.low)) : `${round(value.low)}–${round(value.high)}`;
}

function describeRevenue({ amount, currency, source }: RevenueNote): string {
  return `${amount.toLocaleString('en-US')}${currency === null ? '' : ` ${currency}`} (${source})`;
}

/** One decimal below ten, none above: ranges this wide say no more. */
function round(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** What goes when the chosen customizations are retired: `If these go: 84 lines in 3 files, 2 flags. 1 place stays for other customers.` */
export function describeWhatIf(t: Translate, { sites, shared, lines, files, flags }: WhatIf): string {
  const reach = files === 1 ? t('{0} in 1 file', countLines(t, lines)) : t('{0} in {1} files', countLines(t, lines), files);
  const gone = [sites.length === 1 ? t('1 place') : t('{0} places', sites.length), reach];
  if (flags.length > 0) gone.push(flags.length === 1 ? t('1 flag') : t('{0} flags', flags.length));
  const kept = shared.length === 0 ? '' : t('Shared with other customers and kept: {0}.', shared.length);
  return [t('If these go, at most: {0}.', gone.join(', ')), kept].filter(Boolean).join(' ');
}
