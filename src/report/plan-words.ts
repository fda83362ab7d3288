import { costlyOptions, type DebtTerm, type Option } from '../model/debt.js';
import type { Customization, Outcome, PlanningRule, Site, Suggestion, WhatIf } from '../model/plan.js';
import { paybackInWords } from './payback-words.js';
import { count, number } from './words.js';

const doing: Readonly<Record<Option, string>> = {
  keep: 'keep it',
  isolate: 'isolate it',
  generalise: 'make it a feature for all',
  retire: 'retire it',
};

const asking: Readonly<Partial<Record<PlanningRule, string>>> = {
  'request-dropped': 'talk about it',
  'nobody-asked': 'find its owner',
};

/** `isolate it`; null where no rule fired. */
export function suggestionInWords({ option, rule }: Suggestion): string | null {
  return option === null ? (asking[rule] ?? null) : doing[option];
}

export function decisionInWords(option: Option | null): string {
  return option === null ? 'not decided' : doing[option];
}

/** `4 places, 31 lines, 3 files in 2 folders, 2 shared with others · 3 changes, 2 of them collateral`. */
export function evidenceInWords({ footprint, debt }: Pick<Customization, 'footprint' | 'debt'>): string {
  const { sites, lines, files, scatter, tangle } = footprint;
  const where = `${count(files, 'file')} in ${count(scatter, 'folder')}`;
  const shared = tangle > 0 ? `, ${count(tangle, 'file')} shared with other customers` : '';
  const { changes, collateral } = debt ?? { changes: null, collateral: null };
  const cost = changes === null || collateral === null ? '' : ` · ${count(changes, 'change')}, ${number(collateral)} of them collateral`;
  return `${count(sites, 'place')}, ${count(lines, 'line')}, ${where}${shared}${cost}`;
}

/** `Paid back: isolate 2.4–12 months, generalise never, retire 1–6 months.`; null where that is not known. */
export function paybackSentence({ debt }: Pick<Customization, 'debt'>): string | null {
  if (!debt?.payback) return null;
  const { payback } = debt;
  return `Paid back: ${costlyOptions.map((option) => `${option} ${paybackInWords(payback[option])}`).join(', ')}.`;
}

/** `folders 5 (counted), folders 3 (default)`. */
export function termsInWords(terms: readonly DebtTerm[]): string {
  return terms
    .map(
      ({ name, value, source }) =>
        `${name} ${typeof value === 'number' ? String(value) : `${String(value.low)}–${String(value.high)}`} (${source})`,
    )
    .join(', ');
}

/** `After 6 months: 3 of 4 places are left; 1 collateral change came, 2.5 would have been as before.` */
export function outcomeInWords({ months, forecast, happened, sitesThen, sitesNow }: Outcome): string {
  const places = `${number(sitesNow)} of ${count(sitesThen, 'place')} ${sitesNow === 1 ? 'is' : 'are'} there`;
  const changes =
    forecast === null || happened === null
      ? 'what changed since is not known without the history of both times'
      : `${count(happened, 'collateral change')} came, ${String(forecast)} would have come as before`;
  return `After ${count(months, 'month')}: ${places}; ${changes}.`;
}

export function placeInWords({ path, line, kind, text }: Site): string {
  return `${path}:${String(line)}  ${kind}  ${text}`;
}

/** `At most 31 lines in 4 files and 2 flags go: …`. */
export function whatIfInWords({ sites, shared, lines, files, flags }: WhatIf): string {
  const gone = `At most ${count(lines, 'line')} in ${count(files, 'file')} and ${count(flags.length, 'flag')} go, at ${count(sites.length, 'place')}.`;
  const rest = shared.length === 1 ? 'gets simpler and stays' : 'get simpler and stay';
  return shared.length === 0 ? gone : `${gone} ${count(shared.length, 'place')} that other customers need too ${rest}.`;
}
