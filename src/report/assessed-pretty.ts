import type { CommitReference, HistoryCoverage } from '../model/age.js';
import { costlyOptions, type CostlyOption, type Debt, type DebtTerm, type Estimate, type Payback, type Span } from '../model/debt.js';
import type { Finding } from '../model/finding.js';
import { counted, timeSince } from './age-words.js';
import { paybackInWords, unknownInterest } from './payback-words.js';

/** For people: age and cost of one finding, a fact a line, every estimate with its terms. */
export function assessedLines({ age, debt }: Finding, { from, to }: HistoryCoverage): readonly string[] {
  const history = age
    ? [
        ...(age.introduced
          ? [`${label('brought')}${commitInWords(age.introduced, to)}${age.isOlder ? ', or earlier: the history here ends there' : ''}`]
          : []),
        ...(age.lastTouched ? [`${label('last changed')}${commitInWords(age.lastTouched, to)}`] : []),
        ...(age.uncommitted > 0 ? [counted(age.uncommitted, 'line', ' not committed yet')] : []),
        ...(age.knownBy.length > 0 ? [`${label('known by')}${age.knownBy.join(', ')}`] : []),
      ]
    : ['Git knows nothing of these lines.'];
  return [...history, ...(debt ? debtLines(debt, from) : [])];
}

function debtLines(debt: Debt, from: string): readonly string[] {
  const { changes, ownChanges, collateral, relativeChurn, principal, interest, payback } = debt;
  const counts =
    changes === null || ownChanges === null || collateral === null
      ? []
      : [`${label('changes')}${changes} since ${from}: ${ownChanges} of its own, ${collateral} collateral`];
  const churn = relativeChurn === null ? [] : [`${label('churn')}${relativeChurn} lines changed since then by line of the file`];
  const paths = costlyOptions.flatMap((option) => estimateLines(`to ${option}`, principal[option], 'h'));
  const yearly = interest
    ? estimateLines('interest', interest, 'h a year')
    : (collateral ?? 0) === 0
      ? []
      : [`${label('interest')}${unknownInterest}`];
  return [
    ...counts,
    ...churn,
    ...paths,
    ...yearly,
    ...(payback ? costlyOptions.flatMap((option) => paybackLines(option, payback[option])) : []),
  ];
}

function paybackLines(option: CostlyOption, payback: Payback): readonly string[] {
  const widest = payback.widest === null ? '' : `; the widest range within is that of ${payback.widest}`;
  return [
    `${label('paid back')}to ${option}: ${paybackInWords(payback)} = ${payback.formula}`,
    `${label('')}${termsInWords(payback.terms)}${widest}`,
  ];
}

function estimateLines(name: string, estimate: Estimate, unit: string): readonly string[] {
  return [`${label(name)}${spanInWords(estimate)} ${unit} = ${estimate.formula}`, `${label('')}${termsInWords(estimate.terms)}`];
}

function termsInWords(terms: readonly DebtTerm[]): string {
  return terms.map(({ name, value, source }) => `${name} ${spanInWords(value)} (${source})`).join(', ');
}

function label(name: string): string {
  return name.padEnd('to generalise '.length);
}

function commitInWords({ commit, date, subject }: CommitReference, day: string): string {
  return `${commit.slice(0, 10)}  ${date.slice(0, 10)} (${timeSince(date, day)} ago)  ${subject}`;
}

function spanInWords(value: number | Span): string {
  if (typeof value === 'number') return String(value);
  return value.low === value.high ? String(value.low) : `${value.low}–${value.high}`;
}
