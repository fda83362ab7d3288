import { Command, Option } from 'commander';
import pc from 'picocolors';
import { ifLeaves, ifRetired } from '../assess/what-if.js';
import { closestWord } from '../link/closest-word.js';
import type { Customization, WhatIf } from '../model/plan.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { formatPlanMarkdown } from '../report/plan-markdown.js';
import { formatPlan, formatWhatIf } from '../report/plan-pretty.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import type { Session } from '../workspace/session.js';
import { monthsOption, withoutHistory, type HistoryOptions } from './history-options.js';
import { UsageError } from './outcome.js';
import { askTrackers, assessedAtOnce, offlineOption, requestsOption, requireAnswers, type RequestOptions } from './requests.js';
import { requireConfig, scanThen, type ScanSettings } from './run-scan.js';
import { parserOption, writeOutput } from './scan.js';

const formats = ['pretty', 'json', 'markdown'] as const;

interface PlanOptions extends Omit<ScanSettings, 'assess'>, HistoryOptions, RequestOptions {
  readonly format: (typeof formats)[number];
  readonly output?: string;
  readonly ifLeaves?: string;
  readonly retire?: readonly string[];
}

/** `oneoff plan [dir]` */
export function planCommand(signal: AbortSignal): Command {
  return new Command('plan')
    .description('Show what a team can decide about: code for one customer that belongs together, with evidence and decisions.')
    .argument('[dir]', 'folder to scan', '.')
    .option('--if-leaves <customer>', 'list every place that would be concerned if this customer left')
    .option('--retire <id...>', 'tell what would go if these customizations were retired')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(formats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('--history', 'read from git what changed because of each')
    .addOption(monthsOption())
    .addOption(requestsOption())
    .addOption(offlineOption())
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (folder: string, options: PlanOptions) => {
      const color = options.output === undefined && pc.isColorSupported && process.stdout.isTTY;
      const assess = assessedAtOnce(options, withoutHistory);
      const { text, problems } = await scanThen(folder, { ...options, assess }, signal, async (session) => {
        requireConfig(session.configuration());
        const { items, problems } = await askTrackers(session, folder, options, signal);
        return { text: answer(session, items, options, color), problems };
      });
      if (options.output === undefined) process.stdout.write(text);
      else writeOutput(options.output, text);
      requireAnswers(problems);
    });
}

function answer(
  session: Session,
  items: readonly TrackerItem[],
  { format, ifLeaves: leaver, retire }: PlanOptions,
  color: boolean,
): string {
  if (leaver !== undefined) return leaving(session, leaver, format, color);
  const { plan, problems } = session.plan({ items });
  for (const problem of problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
  if (retire !== undefined) return retiring(session, plan.customizations, retire, format, color);
  if (format === 'json') return `${JSON.stringify(plan, null, 2)}\n`;
  return format === 'markdown' ? formatPlanMarkdown(plan) : formatPlan(plan, color);
}

function leaving(session: Session, written: string, format: PlanOptions['format'], color: boolean): string {
  const report = session.report();
  const wanted = written.toLowerCase();
  const customer = report.customers.find(({ id, name, aliases }) => [id, name, ...aliases].some((each) => each.toLowerCase() === wanted));
  if (!customer) {
    const close = closestWord(
      written,
      report.customers.map(({ id }) => id),
    );
    throw new UsageError(
      `There is no customer "${written}". ${close === undefined ? 'oneoff scan lists them.' : `Did you mean "${close}"?`}`,
    );
  }
  return whatIfText(`If ${customer.name} leaves`, ifLeaves(report, customer.id), format, color);
}

function retiring(
  session: Session,
  customizations: readonly Customization[],
  ids: readonly string[],
  format: PlanOptions['format'],
  color: boolean,
): string {
  const chosen = ids.map((id) => {
    const found = customizations.find((candidate) => candidate.id === id);
    if (found) return found;
    const close = closestWord(
      id,
      customizations.map((each) => each.id),
    );
    throw new UsageError(
      `There is no customization "${id}". ${close === undefined ? 'oneoff plan lists them.' : `Did you mean "${close}"?`}`,
    );
  });
  return whatIfText(
    `If ${chosen.map(({ id }) => id).join(', ')} ${chosen.length === 1 ? 'is' : 'are'} retired`,
    ifRetired(session.report(), chosen),
    format,
    color,
  );
}

function whatIfText(title: string, whatIf: WhatIf, format: PlanOptions['format'], color: boolean): string {
  if (format === 'markdown') throw new UsageError('What-ifs are written as pretty or json.');
  return format === 'json' ? `${JSON.stringify(whatIf, null, 2)}\n` : formatWhatIf(title, whatIf, color);
}
