import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { countLines, nameConfidence, nameKind, type Translate } from './translate.js';
import {
  countChanges,
  dayOf,
  describeAge,
  explainRequest,
  planDebt,
  planEstimates,
  requestsInOrder,
  webAddress,
  type FigureLine,
  type Reading,
} from './figures-plan.js';
import { explainDecision } from './decision-words.js';
import { explainFork } from './fork-words.js';
import { describeFlag, regionLines } from './finding-words.js';

/** A line of a card; one that leads somewhere has the address. */
export interface CardLine {
  readonly text: string;
  readonly url: string | null;
}

/** A card about something, for hover and tooltip; all text is plain and escaped by who shows it. */
export interface Card {
  /** Empty where something else is the title. */
  readonly title: string;
  readonly facts: readonly string[];
  /** Age, changes and requests, a line each. */
  readonly history: readonly CardLine[];
  /** What it costs. */
  readonly figures: readonly FigureLine[];
  readonly reasons: readonly string[];
}

export function planTitle(t: Translate, finding: Finding, customers: readonly Customer[]): string {
  const names = finding.customers.map((id) => customers.find((customer) => customer.id === id)?.name ?? id);
  const what = finding.kind === 'flag' ? describeFlag(t, finding) : nameKind(t, finding.kind);
  return names.length > 0 ? t('One-off for {0}: {1}', names.join(', '), what) : t('One-off: {0}', what);
}

export function planFindingCard(t: Translate, finding: Finding, customers: readonly Customer[], reading: Reading): Card {
  const key = finding.flag?.key;
  return {
    title: planTitle(t, finding, customers),
    facts: [
      ...(key ? [t('Flag {0}', key)] : []),
      ...(finding.flag?.definition ? [t('Defined in {0}, line {1}', finding.flag.definition.path, finding.flag.definition.line)] : []),
      ...(finding.region ? [describeRegion(t, finding)] : []),
      nameConfidence(t, finding.confidence),
    ],
    history: [
      ...[...explainFork(t, finding), ...describeHistory(t, finding, reading)].map(plainLine),
      ...describeAsked(t, finding, reading),
      ...explainDecision(t, finding, reading.decisions).map(plainLine),
    ],
    figures: finding.debt ? planEstimates(t, finding.debt) : [],
    reasons: finding.evidence,
  };
}

/** What the problem of the same place, which the editor shows in the same hover, does not say already. */
export function planBesideProblem(card: Card): Card {
  return { ...card, title: '', reasons: card.reasons.slice(1) };
}

function plainLine(text: string): CardLine {
  return { text, url: null };
}

function describeHistory(t: Translate, { age, debt }: Finding, { today, from }: Reading): readonly string[] {
  if (!age) return [];
  const { introduced, lastTouched, changes, uncommitted, knownBy } = age;
  if (!introduced) return [t('Not committed yet')];
  const since = t('Since {0}, {1}: {2}', dayOf(introduced.date), describeAge(t, age, today), introduced.subject);
  const touched = lastTouched && t('Last touched {0}: {1}', dayOf(lastTouched.date), lastTouched.subject);
  const rest = [
    from === null ? countChanges(t, changes) : t('{0} since {1}', countChanges(t, changes), dayOf(from)),
    debt?.collateral ? t('{0} collateral, made for no request of the customer', debt.collateral) : '',
    uncommitted > 0 ? t('{0} not committed', countLines(t, uncommitted)) : '',
    knownBy.length > 0 ? t('known by {0}', knownBy.join(', ')) : '',
  ];
  return [since, ...(touched && lastTouched.commit !== introduced.commit ? [touched] : []), rest.filter(Boolean).join(' · ')];
}

function describeAsked(t: Translate, finding: Finding, { isAsked }: Reading): readonly CardLine[] {
  const requests = requestsInOrder(finding);
  if (requests.length === 0) return isAsked ? [plainLine(t('No request known'))] : [];
  return requests.map((request) => ({ text: explainRequest(t, request), url: webAddress(request) }));
}

function describeRegion(t: Translate, finding: Finding): string {
  const { start, end } = finding.region ?? finding.range;
  const lines = countLines(t, regionLines(finding));
  return start.line === end.line ? lines : t('{0} ({1}–{2})', lines, start.line, end.line);
}

export function planCustomerCard(t: Translate, customer: Customer): Card {
  const aliases = customer.aliases.length > 0 ? [t('Also written {0}', customer.aliases.join(', '))] : [];
  const origin =
    customer.source === 'configured'
      ? t('Named in oneoff.config.json')
      : customer.source === 'imported'
        ? t('From a customer file')
        : t('Inferred from the code, {0}', nameConfidence(t, customer.confidence));
  return {
    title: customer.name,
    facts: [origin, ...aliases],
    history: [],
    figures: customer.debt ? planDebt(t, customer.debt) : [],
    reasons: customer.evidence,
  };
}

/** Findings whose range or region starts on the line and holds the column; 1-based. */
export function findingsAtPosition(findings: readonly Finding[], line: number, column: number): readonly Finding[] {
  return findings.filter(({ range: { start, end } }) => {
    const afterStart = line > start.line || (line === start.line && column >= start.column);
    const beforeEnd = line < end.line || (line === end.line && column <= end.column);
    return afterStart && beforeEnd;
  });
}
