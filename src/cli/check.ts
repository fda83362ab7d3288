import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { compare, countsFor, useBudgets, type Comparison } from '../assess/gate.js';
import { baselineEntry } from '../assess/match-baseline.js';
import { mergeBase } from '../history/commit-tree.js';
import type { Config } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { Gate } from '../model/gate.js';
import type { Report } from '../model/report.js';
import { formatGate, type GateOutcome } from '../report/gate-pretty.js';
import { formatReport, reportFormats, type ReportFormat } from '../report/registry.js';
import { count } from '../report/words.js';
import { baselineFileName } from '../workspace/baseline-file.js';
import { comparable, prefixOf, shrunkBaseline } from '../workspace/compare-baseline.js';
import { reportOptions } from '../workspace/write-report.js';
import { acceptAll, openBaseline, type OpenBaseline } from './baseline.js';
import { GateFailed, UsageError } from './outcome.js';
import { requireConfig, runScan, type Scanned, type ScanSettings } from './run-scan.js';
import { withPast, type PastSettings } from './scan-past.js';
import { gitOption, parserOption, writeOutput } from './scan.js';

interface CheckOptions extends ScanSettings {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly since?: string;
  readonly shrink: boolean;
  readonly updateBaseline: boolean;
}

/** Formats that say of each finding how it stands to what was compared; the others get the new ones only. */
const statefulFormats: readonly string[] = ['json', 'sarif'];

/** `oneoff check [dir]` */
export function checkCommand(signal: AbortSignal): Command {
  return new Command('check')
    .description('Fail when there are one-offs that nobody has accepted, or more than a budget lets pass.')
    .argument('[dir]', 'folder to scan', '.')
    .option('--since <revision>', 'let pass what was there where this branch left the other: --since origin/main')
    .option('--update-baseline', `accept all that is there now: write ${baselineFileName}`, false)
    .option('--no-shrink', `leave ${baselineFileName} as it is when accepted one-offs are gone`)
    .addOption(new Option('-f, --format <format>', 'what to write').choices(reportFormats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .addOption(gitOption())
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (folder: string, options: CheckOptions) => {
      await check(folder, options, signal);
    });
}

async function check(folder: string, options: CheckOptions, signal: AbortSignal): Promise<void> {
  const scanned = await runScan(folder, options, signal);
  requireConfig(scanned.configuration);
  if (options.updateBaseline) {
    acceptAll(scanned);
    return;
  }
  const baseline = openBaseline(scanned);
  const since =
    options.since === undefined ? null : await earlier(folder, options.since, { ...options, gitEvidence: scanned.gitEvidence }, signal);
  const { config } = scanned.configuration;
  if (!baseline && !since && config.budgets.length === 0) {
    const remedy = 'Write one with oneoff baseline, compare with a branch (--since origin/main), or set "budgets" in the configuration.';
    throw new UsageError(`There is no ${baselineFileName} to compare with. ${remedy}`);
  }
  const checked = judge(scanned, baseline, since);
  await write(checked, config, options);
  if (checked.outcome.gate.passed && options.shrink && baseline) shrink(baseline, checked);
  if (!checked.outcome.gate.passed) throw new GateFailed();
}

/** What was there at the merge base with another branch. */
interface Earlier extends Comparison {
  readonly name: string;
  readonly findings: readonly Finding[];
}

async function earlier(folder: string, revision: string, settings: PastSettings, signal: AbortSignal): Promise<Earlier> {
  const root = path.resolve(folder);
  return withPast(folder, settings, signal, async ({ git, scan }) => {
    const commit = await mergeBase(git, revision, signal);
    const { findings, holds } = await scan(commit, new Date().toISOString().slice(0, 10));
    return {
      name: `${revision} (${commit.slice(0, 7)})`,
      findings,
      entries: findings.map((finding) => baselineEntry(finding)),
      prefix: '',
      holds: (file) => holds(readFileSync(path.join(root, file))),
    };
  });
}

interface Checked {
  readonly outcome: GateOutcome;
  /** With the state of each finding. */
  readonly report: Report;
  /** The new text of the baseline, where one was compared. */
  readonly baseline: string | null;
}

function judge({ report, configuration }: Scanned, baseline: OpenBaseline | null, since: Earlier | null): Checked {
  const { config, file } = configuration;
  const prefix = baseline ? prefixOf(report.root, baseline.file) : '';
  const accepted = baseline && comparable(baseline.content, prefix, report.skipped);
  const { added, matches, findings } = compare(report, [...(accepted ? [accepted] : []), ...(since ? [since] : [])]);
  const fromConfig = file === null ? '' : prefixOf(report.root, file);
  const budgets = useBudgets(config.budgets, report.findings, fromConfig);
  const isCompared = matches.length > 0;
  const over = budgets.some(({ budget, count: used }) => used > budget.most);
  const gate: Gate = {
    passed: !over && (!isCompared || added.length === 0),
    comparedWith: [...(baseline ? [baselineFileName] : []), ...(since ? [since.name] : [])],
    new: isCompared ? added.length : 0,
    unchanged: findings.filter(({ baselineState }) => baselineState === 'unchanged').length,
    absent: matches.reduce((sum, { gone }) => sum + gone.length, 0),
    budgets,
  };
  const exceeding = config.budgets.map((budget) => report.findings.filter((finding) => countsFor(budget, finding, fromConfig)));
  const absent = new Set(since ? matches.at(-1)?.gone.map(({ id }) => id) : []);
  const gone = (since?.findings ?? [])
    .filter(({ id }) => absent.has(id))
    .map((finding) => ({ ...finding, baselineState: 'absent' as const }));
  const compared = isCompared ? [...findings, ...gone] : report.findings;
  const [match] = matches;
  return {
    outcome: { gate, added: isCompared ? added : [], exceeding, customers: report.customers },
    report: { ...report, findings: compared, gate },
    baseline: baseline && accepted && match ? shrunkBaseline(baseline.content, accepted, match) : null,
  };
}

async function write({ outcome, report }: Checked, config: Config, { format, output }: CheckOptions): Promise<void> {
  const color = output === undefined && pc.isColorSupported && process.stdout.isTTY;
  if (format !== 'pretty') process.stderr.write(formatGate(outcome, pc.isColorSupported && process.stderr.isTTY));
  const text = format === 'pretty' ? formatGate(outcome, color) : await machineText(format, outcome, report, config);
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text);
}

async function machineText(format: ReportFormat, { added }: GateOutcome, report: Report, config: Config): Promise<string> {
  const shown = statefulFormats.includes(format) ? report : { ...report, findings: added };
  return formatReport(format, { report: shown }, reportOptions(config, { format, minConfidence: 'low' }));
}

/** Takes out what is gone, so that it cannot come back unseen. */
function shrink({ file, content, text }: OpenBaseline, { baseline }: Checked): void {
  if (baseline === null || baseline === text) return;
  writeFileSync(file, baseline);
  const gone = content.entries.length - entriesIn(baseline);
  const what = gone > 0 ? `${count(gone, 'accepted one-off')} ${gone === 1 ? 'is' : 'are'} gone from it` : 'it follows what was moved';
  process.stderr.write(`${baselineFileName} was written anew: ${what}. Commit it.\n`);
}

/** Lines but for the braces and the version. */
function entriesIn(baseline: string): number {
  return baseline.trimEnd().split('\n').length - 3;
}
