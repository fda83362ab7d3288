import pc from 'picocolors';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Budget, Gate } from '../model/gate.js';
import { printable } from './printable.js';

import { count, number } from './words.js';

export interface GateOutcome {
  readonly gate: Gate;
  /** Findings that fail the gate. */
  readonly added: readonly Finding[];
  /** Findings that each exceeded budget counts, in the order of budgets; empty for those that are kept. */
  readonly exceeding: readonly (readonly Finding[])[];
  readonly customers: readonly Customer[];
}

type Colors = ReturnType<typeof pc.createColors>;

/** New one-offs and files that are listed; the rest is counted. */
const listed = 50;
const listedFiles = 3;

/** For people: what passed or failed, where, why, and how to go on. Ends with a line break. */
export function formatGate(outcome: GateOutcome, color: boolean): string {
  const colors = pc.createColors(color);
  const { gate } = outcome;
  const sections = [newOnes(outcome, colors), budgets(outcome, colors), gate.passed ? passed(gate, colors) : remedies(gate, colors)];
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function newOnes({ gate, added, customers }: GateOutcome, { red, bold, cyan, dim, yellow }: Colors): string[] {
  if (added.length === 0) return [];
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const lines = added.slice(0, listed).flatMap(({ path, range, kind, customers: ids, text, evidence }) => {
    const whose = ids.map((id) => printable(names.get(id) ?? id)).join(', ');
    const place = cyan(printable(`${path}:${String(range.start.line)}`));
    const because = evidence.slice(0, 1).map((sentence) => dim(`    ${printable(sentence)}`));
    return [`  ${place}  ${yellow(kind)}  ${whose}  ${printable(text)}`, ...because];
  });
  const more = added.length > listed ? [`  … and ${number(added.length - listed)} more; --format json lists them all.`] : [];
  return [
    `${red(bold(count(added.length, 'new one-off')))}  ${dim(`compared with ${gate.comparedWith.join(' and ')}`)}`,
    ...lines,
    ...more,
  ];
}

function budgets({ gate, exceeding, customers }: GateOutcome, { red, bold }: Colors): string[] {
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const over = gate.budgets.flatMap(({ budget, count: used }, index) => {
    if (used <= budget.most) return [];
    const files = [...groupBy(exceeding[index] ?? [], ({ path }) => path)]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, listedFiles);
    const where = files.map(([path, findings]) => `${printable(path)} (${number(findings.length)})`).join(', ');
    return [`  ${describeBudget(budget, names)}: ${count(used, 'one-off')}, at most ${number(budget.most)}. Most are in ${where}.`];
  });
  return over.length === 0 ? [] : [red(bold('Over budget')), ...over];
}

/** `Acme, branch, in src/billing`; `Everything` for a budget of the whole. */
function describeBudget({ customer, kind, folder }: Budget, names: ReadonlyMap<string, string>): string {
  const whose = customer === undefined ? [] : [names.get(customer) ?? customer];
  const parts = [...whose, ...(kind === undefined ? [] : [kind]), ...(folder === undefined ? [] : [`in ${folder}`])];
  return parts.length === 0 ? 'Everything' : printable(parts.join(', '));
}

function passed({ unchanged, comparedWith, budgets: used }: Gate, { green, bold }: Colors): string[] {
  const known =
    comparedWith.length > 0 ? [`no new one-offs beside the ${number(unchanged)} known, compared with ${comparedWith.join(' and ')}`] : [];
  const kept = used.length > 0 ? [`${count(used.length, 'budget')} kept`] : [];
  return [`${green(bold('Passed'))}: ${[...known, ...kept].join('; ')}.`];
}

function remedies({ new: added, budgets: used }: Gate, { bold }: Colors): string[] {
  const fresh = [
    'Take them out, or turn them into a setting that any customer can have.',
    'If they were decided on, accept them: run oneoff baseline and commit oneoff.baseline.json.',
    'For a single place that is no one-off: // oneoff-ignore-next-line REASON',
  ];
  const over = ['Remove some, or raise "most" of the budget in oneoff.config.json, on purpose.'];
  const lines = [...(added > 0 ? fresh : []), ...(used.some(({ budget, count: amount }) => amount > budget.most) ? over : [])];
  return [bold('How to go on'), ...lines.map((line) => `  ${line}`)];
}
