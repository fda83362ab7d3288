import type { Age } from '../model/age.js';
import { costlyOptions, options, type Debt, type DebtTerm, type Estimate, type Option, type Payback, type Span } from '../model/debt.js';
import type { Finding } from '../model/finding.js';
import type { Request } from '../model/request.js';
import type { Decisions } from './decision-words.js';
import type { Translate } from './translate.js';

/** What the words about a one-off depend on besides the one-off. */
export interface Reading {
  /** ISO date-time up to which ages are counted. */
  readonly today: string;
  /** ISO date from which changes were counted; null where no history was read. */
  readonly from: string | null;
  /** Whether requests were looked for, so that it means something when none is known. */
  readonly isAsked: boolean;
  readonly decisions: Decisions;
}

const day = 24 * 60 * 60 * 1000;
/** Years are said from here on; `14 months` tells more than `1 year`. */
const monthsLimit = 24;

/** How old the lines are: `14 months`, `over 3 years` where the history does not reach back to their making, `not committed`. */
export function describeAge(t: Translate, { introduced, isOlder }: Age, today: string): string {
  if (!introduced) return t('not committed');
  const passed = describeTime(t, introduced.date, today);
  return isOlder ? t('over {0}', passed) : passed;
}

/** How long ago: `14 months`, `3 years`, `new`; empty for a date that is none. */
export function describeTime(t: Translate, from: string, today: string): string {
  const days = Math.floor((Date.parse(today) - Date.parse(from)) / day);
  if (Number.isNaN(days)) return '';
  if (days < 1) return t('new');
  if (days === 1) return t('1 day');
  const months = monthsBetween(new Date(from), new Date(today));
  if (months < 2) return t('{0} days', days);
  return months < monthsLimit ? t('{0} months', months) : t('{0} years', Math.floor(months / 12));
}

function monthsBetween(from: Date, to: Date): number {
  const begun = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? begun - 1 : begun;
}

/** The date alone, as readers of every language take it. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** Requests that are sure first. */
export function requestsInOrder({ requests = [] }: Finding): readonly Request[] {
  return [...requests.filter((request) => !isCandidate(request)), ...requests.filter(isCandidate)];
}

export function isCandidate({ link }: Request): boolean {
  return link?.isCandidate ?? false;
}

/** What a row says of the requests: `PROD-123 Done +1`, `PROD-9 candidate`, `no request known`; empty where none was looked for. */
export function describeRequests(t: Translate, finding: Finding, { isAsked }: Reading): string {
  return nameFirst(t, finding, isAsked, (key, words) => [key, ...words].join(' '));
}

/** The same as it stands at the end of a line: `PROD-123 (Done)`. */
export function describeRequestsInline(t: Translate, finding: Finding, { isAsked }: Reading): string {
  return nameFirst(t, finding, isAsked, (key, words) => (words.length > 0 ? `${key} (${words.join(', ')})` : key));
}

function nameFirst(t: Translate, finding: Finding, isAsked: boolean, write: (key: string, words: readonly string[]) => string): string {
  const [first, ...others] = requestsInOrder(finding);
  if (!first) return isAsked ? t('no request known') : '';
  const words = [...(first.status === undefined ? [] : [first.status]), ...(isCandidate(first) ? [t('candidate')] : [])];
  return [write(first.key, words), ...(others.length > 0 ? [`+${others.length}`] : [])].join(' ');
}

/** What a hover says of one request: its key, title and status, and what tied it to the place. */
export function explainRequest(t: Translate, request: Request): string {
  const { key, title, status, link } = request;
  const what = [key, title].filter(Boolean).join(' ');
  const words = [...(status === undefined ? [] : [status]), ...(isCandidate(request) ? [t('candidate')] : [])];
  return [words.length > 0 ? `${what} (${words.join(', ')})` : what, link?.why].filter(Boolean).join(' · ');
}

/** Where a request can be read; null for anything that is no plain web address. */
export function webAddress({ url }: Request): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:'
    ? href.replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`)
    : null;
}

export function countCollateral(t: Translate, count: number): string {
  return count === 1 ? t('1 collateral change') : t('{0} collateral changes', count);
}

export function countChanges(t: Translate, count: number): string {
  return count === 1 ? t('1 change') : t('{0} changes', count);
}

/** A figure with the terms that make it; terms are read when the figure is opened. */
export interface FigureLine {
  readonly text: string;
  readonly terms: readonly string[];
}

const optionNames: Readonly<Record<Option, (t: Translate) => string>> = {
  keep: (t) => t('to keep'),
  isolate: (t) => t('to isolate'),
  generalise: (t) => t('to generalise'),
  retire: (t) => t('to retire'),
};

/** What the debt of a customer is, in words; each figure with its terms. */
export function planDebt(t: Translate, debt: Debt): readonly FigureLine[] {
  return [{ text: describeExtent(t, debt), terms: [] }, ...describeWork(t, debt), ...planEstimates(t, debt)];
}

/** The hours of each option that takes any, with the terms of all; what it costs a year and when work is paid back, where that is known. */
export function planEstimates(t: Translate, { principal, interest, payback, collateral }: Debt): readonly FigureLine[] {
  const costly = options.filter((option) => principal[option].high > 0);
  const work = costly.map((option) => `${optionNames[option](t)} ${hours(t, principal[option])}`).join(' · ');
  const terms = options.map((option) => openEstimate(optionNames[option](t), principal[option]));
  return [
    ...(work === '' ? [] : [{ text: t('Work: {0}', work), terms }]),
    ...(interest ? [{ text: t('Interest: {0} a year', hours(t, interest)), terms: [openEstimate('', interest)] }] : []),
    ...(payback ? [planPayback(t, payback)] : []),
    ...(!interest && collateral ? [{ text: t('Interest: not known; nobody has said how long a collateral change takes'), terms: [] }] : []),
  ];
}

function planPayback(t: Translate, payback: NonNullable<Debt['payback']>): FigureLine {
  const each = costlyOptions.map((option) => `${optionNames[option](t)} ${describePayback(t, payback[option])}`);
  const terms = costlyOptions.map((option) => {
    const { widest } = payback[option];
    const most = widest === null ? [] : [t('the widest range within is that of {0}', widest)];
    return [openEstimate(optionNames[option](t), payback[option]), ...most].join('; ');
  });
  return { text: t('Paid back after: {0}', each.join(' · ')), terms };
}

/** `2.4–12 months`, `never`. */
export function describePayback(t: Translate, { low, high }: Pick<Payback, 'low' | 'high'>): string {
  if (low === null) return t('never');
  if (high === null) return t('{0} months or never', rounded(low));
  return t('{0} months', spanOf({ low, high }));
}

function describeExtent(t: Translate, { sites, files, lines, scatter, tangle }: Debt): string {
  const parts = [
    sites === 1 ? t('1 place') : t('{0} places', sites),
    files === 1 ? t('1 file') : t('{0} files', files),
    lines === 1 ? t('1 line') : t('{0} lines', lines),
    scatter === 1 ? '' : t('{0} folders', scatter),
    tangle === 0 ? '' : t('{0} of the files shared with other customers', tangle),
  ];
  return parts.filter(Boolean).join(' · ');
}

function describeWork(t: Translate, { changes, ownChanges, collateral, relativeChurn }: Debt): readonly FigureLine[] {
  if (changes === null) return [];
  const parts = [
    countChanges(t, changes),
    ownChanges === null ? '' : t('{0} for requests of the customer', ownChanges),
    collateral === null ? '' : t('{0} collateral, made for no request of the customer', collateral),
  ];
  const churn = relativeChurn === null ? [] : [t('{0} lines added or deleted in these files by line of them', rounded(relativeChurn))];
  return [{ text: parts.filter(Boolean).join(' · '), terms: churn }];
}

function openEstimate(name: string, { formula, terms }: Pick<Estimate, 'formula' | 'terms'>): string {
  return [name, `${formula}: ${terms.map(openTerm).join(', ')}`].filter(Boolean).join(' = ');
}

function openTerm({ name, value, source }: DebtTerm): string {
  return `${name} ${typeof value === 'number' ? rounded(value) : spanOf(value)} (${source})`;
}

function hours(t: Translate, span: Span): string {
  return t('{0} h', spanOf(span));
}

function spanOf({ low, high }: Span): string {
  const [from, to] = [rounded(low), rounded(high)];
  return from === to ? from : `${from}–${to}`;
}

/** One digit behind the point below ten, none above: more would feign precision. */
function rounded(value: number): string {
  return String(Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
