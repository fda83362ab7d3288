import pc from 'picocolors';
import type { Decision } from '../model/decision.js';
import { groupBy } from '../model/group-by.js';
import type { Customization, Plan, RevenueNote, WhatIf } from '../model/plan.js';
import {
  decisionInWords,
  evidenceInWords,
  outcomeInWords,
  paybackSentence,
  placeInWords,
  suggestionInWords,
  termsInWords,
  whatIfInWords,
} from './plan-words.js';
import { printable } from './printable.js';
import { count, number } from './words.js';

type Colors = ReturnType<typeof pc.createColors>;

/** For people at a terminal: those to look at again, then by customer. Ends with a line break. */
export function formatPlan(plan: Plan, color: boolean): string {
  return new PlanText(plan, pc.createColors(color)).text();
}

class PlanText {
  readonly #plan: Plan;
  readonly #colors: Colors;
  /** What nobody has said of any customization; it is told once. */
  readonly #unknown: readonly string[];

  constructor(plan: Plan, colors: Colors) {
    this.#plan = plan;
    this.#colors = colors;
    const [first, ...others] = plan.customizations.map(({ suggestion }) => suggestion.missing);
    this.#unknown = others.length === 0 ? [] : (first ?? []).filter((fact) => others.every((missing) => missing.includes(fact)));
  }

  text(): string {
    const sections = [this.#due(), ...this.#byCustomer(), this.#settled(), this.#closing()];
    const filled = sections.filter((lines) => lines.length > 0);
    return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  }

  #due(): readonly string[] {
    const due = this.#plan.customizations.filter(({ isDue }) => isDue);
    return due.length === 0 ? [] : [this.#colors.bold('To look at again'), ...due.flatMap((each) => this.#card(each))];
  }

  #byCustomer(): readonly (readonly string[])[] {
    const { bold, dim } = this.#colors;
    const groups = groupBy(
      this.#plan.customizations.filter(({ isDue }) => !isDue),
      ({ customer }) => customer,
    );
    return [...groups.values()].map((own) => {
      const [first] = own;
      const status = first === undefined || first.status === 'unknown' ? '' : dim(`  ${first.status}`);
      const heading = `${bold(printable(first?.customerName ?? ''))}  ${count(own.length, 'customization')}${status}`;
      return [heading, ...own.flatMap((each) => this.#card(each))];
    });
  }

  #settled(): readonly string[] {
    const lines = this.#plan.settled.map(
      ({ customization, option, decidedOn }) => `  ${customization}  ${decisionInWords(option)}, ${decidedOn}`,
    );
    return lines.length === 0 ? [] : [this.#colors.bold('Decided, and gone from the code'), ...lines];
  }

  #closing(): readonly string[] {
    const { customizations, notices } = this.#plan;
    const nothing = customizations.length === 0 ? ['There is nothing to decide: no one-offs of customers were found.'] : [];
    const unknown = this.#unknown.length === 0 ? [] : [`Not known of any: ${this.#unknown.join('; ')}.`];
    return [...nothing, ...[...unknown, ...notices].map(this.#colors.dim)];
  }

  #card(customization: Customization): readonly string[] {
    const { id, name, suggestion, decision, outcome, requests, similar, revenue, scores } = customization;
    const { cyan, dim, yellow, green } = this.#colors;
    const asked = requests.map(({ key, status }) => (status === undefined ? key : `${key} (${status})`));
    const advice = suggestionInWords(suggestion);
    const paidBack = paybackSentence(customization);
    const terms = suggestion.terms.length > 0 ? ` (${termsInWords(suggestion.terms)})` : '';
    const missing = suggestion.missing.filter((fact) => !this.#unknown.includes(fact));
    const lines = [
      evidenceInWords(customization),
      ...(paidBack === null ? [] : [paidBack]),
      ...(asked.length > 0 ? [`Asked for by ${asked.join(', ')}.`] : []),
      ...similar.map(({ why, name: other }) => `${other} too: ${why}`),
      ...revenue.map(revenueLine),
      ...scores.map(({ name: score, value, request }) => `${score} ${String(value)} (${request}).`),
    ].map(printable);
    const suggested = printable(`. ${suggestion.because.join(' ')}${terms}`);
    return [
      `  ${cyan(id)}  ${printable(name)}`,
      ...lines.map((line) => `    ${line}`),
      `    ${yellow(advice === null ? 'No suggestion' : `Suggestion: ${advice}`)}${suggested}`,
      ...(missing.length > 0 ? [`    ${dim(printable(`Not known: ${missing.join('; ')}.`))}`] : []),
      ...(decision === null ? [] : [`    ${green(printable(decidedLine(decision)))}`]),
      ...(outcome === null ? [] : [`    ${outcomeInWords(outcome)}`]),
    ];
  }
}

function revenueLine({ amount, currency, source }: RevenueNote): string {
  return `Revenue ${[number(amount), currency].filter(Boolean).join(' ')} (${source}).`;
}

function decidedLine({ option, owner, decidedOn, reviewOn }: Decision): string {
  const who = owner === '' ? '' : `, ${owner}`;
  return `Decided: ${decisionInWords(option)}${who}, ${decidedOn}; review ${reviewOn ?? 'never'}.`;
}

/** For people: what goes, what stays, and every place. Ends with a line break. */
export function formatWhatIf(title: string, whatIf: WhatIf, color: boolean): string {
  const { bold, cyan, dim } = pc.createColors(color);
  const { sites, shared, flags, flagDefinitions } = whatIf;
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', cyan(heading), ...lines.map((line) => `  ${printable(line)}`)];
  const lines = [
    bold(printable(title)),
    whatIfInWords(whatIf),
    ...list('Goes', sites.map(placeInWords)),
    ...list(
      'Stays for others',
      shared.map((site) => `${placeInWords(site)}  (${site.customers.join(', ')})`),
    ),
    ...list('Flags that nothing asks for any more', flags),
    ...list('where they are defined', flagDefinitions),
    '',
    dim(
      'Of an if with an else both arms are counted, and one of them stays. Nothing is to go before contract, use and notice were checked.',
    ),
  ];
  return `${lines.join('\n')}\n`;
}
