import type { Customization, Plan } from '../model/plan.js';
import { plainMarkdown } from './plain-markdown.js';
import { decisionInWords, evidenceInWords, suggestionInWords, outcomeInWords, paybackSentence, termsInWords } from './plan-words.js';
import { printable } from './printable.js';
import { count, number } from './words.js';

/** The record of a planning session, for a wiki or a pull request. */
export function formatPlanMarkdown(plan: Plan): string {
  const { asOf, customizations, settled, notices } = plan;
  const isDecided = ({ decision }: Customization): boolean => decision !== null && decision.option !== null;
  const decided = customizations.filter((each) => isDecided(each) && !each.isDue);
  const due = customizations.filter(({ isDue }) => isDue);
  const open = customizations.filter((each) => !isDecided(each) && !each.isDue);
  const part = (title: string, cards: readonly Customization[]): string[] =>
    cards.length === 0 ? [] : [`## ${title}`, '', ...cards.flatMap((each) => [...card(each), ''])];
  const lines = [
    `# Customizations, ${asOf}`,
    '',
    `${count(customizations.length, 'customization')}: ${String(decided.length)} decided, ${String(due.length)} to look at again, ${String(open.length)} open.`,
    '',
    ...summary(customizations),
    ...part('To look at again', due),
    ...part('Decided', decided),
    ...part('Open', open),
    ...(settled.length === 0
      ? []
      : [
          '## Gone from the code',
          '',
          ...settled.map(({ customization, option, decidedOn, note }) =>
            text`- ${customization}: ${decisionInWords(option)}, decided ${decidedOn}. ${note}`.trim(),
          ),
          '',
        ]),
    '## What this rests on',
    '',
    ...notices.map((notice) => text`- ${notice}`),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function summary(customizations: readonly Customization[]): string[] {
  if (customizations.length === 0) return [];
  const rows = customizations.map(
    ({ customerName, name, footprint, suggestion, decision }) =>
      text`| ${customerName} | ${name} | ${String(footprint.sites)} | ${String(footprint.lines)} | ${suggestionInWords(suggestion) ?? ''} | ${
        decision ? decisionInWords(decision.option) : ''
      } | ${decision?.owner ?? ''} | ${decision?.reviewOn ?? ''} |`,
  );
  return [
    '| customer | customization | places | lines | suggested | decided | owner | review |',
    '| --- | --- | --: | --: | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function card(customization: Customization): string[] {
  const { id, customerName, name, requests, similar, revenue, scores, suggestion, decision, outcome, sites } = customization;
  const terms = suggestion.terms.length > 0 ? ` (${termsInWords(suggestion.terms)})` : '';
  const note = decision?.note ?? '';
  const paidBack = paybackSentence(customization);
  const lines = [
    text`Evidence: ${evidenceInWords(customization)}.`,
    ...(paidBack === null ? [] : [text`${paidBack}`]),
    ...requests.map(({ key, title, status, url }) => text`Request: ${[key, title, status, url].filter(Boolean).join(' · ')}`),
    ...similar.map(({ name: other, why }) => text`Others: ${other}. ${why}`),
    ...revenue.map(({ amount, currency, source }) => text`Revenue: ${number(amount)} ${currency ?? ''} (${source})`),
    ...scores.map(({ name: score, value, request }) => text`Score: ${score} ${String(value)} (${request})`),
    text`Suggested: ${suggestionInWords(suggestion) ?? 'nothing'}. ${suggestion.because.join(' ')}${terms}`,
    ...(suggestion.missing.length === 0 ? [] : [text`Not known: ${suggestion.missing.join('; ')}.`]),
    ...(decision === null
      ? []
      : [
          text`Decided: **${decisionInWords(decision.option)}**, ${decision.decidedOn}, owner ${decision.owner || 'nobody yet'}, review ${decision.reviewOn ?? 'never'}.`,
        ]),
    ...(note === '' ? [] : [text`Note: ${note}`]),
    ...(outcome === null ? [] : [text`Outcome: ${outcomeInWords(outcome)}`]),
  ];
  const places = sites.map(({ path, line, kind, text: source }) => text`  - ${path}:${String(line)} ${kind} ${source}`);
  return [text`### ${customerName}: ${name}`, '', `\`${id}\``, '', ...lines.map((line) => `- ${line}`), '- Places:', ...places];
}

/** Values of a template as text that Markdown does not take for more: source and titles come from anybody. */
function text(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts.map((part) => part) }, ...values.map((value) => plainMarkdown(printable(value))));
}
