import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import type { ParserName } from '../facts/parse.js';
import { confidences, type Confidence } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { formatters, reportFormats, type ReportFormat } from '../report/registry.js';
import { isAtLeast } from '../report/selection.js';
import { defaultCacheFolder } from '../workspace/facts-cache.js';
import { Incomplete, UsageError } from './outcome.js';
import { assessWithTrackers, type AskedRequests } from './requests.js';
import { requireConfig, scanThen, type Scanned } from './run-scan.js';

interface ScanOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly config?: string;
  readonly cache: boolean;
  readonly parser: ParserName | 'auto';
  readonly minConfidence?: Confidence;
  readonly history?: boolean;
  readonly months?: number;
  readonly requests?: boolean;
  readonly offline?: boolean;
}

/** Ten years. */
const maximumMonths = 120;

/** `oneoff scan [dir]` */
export function scanCommand(signal: AbortSignal): Command {
  return new Command('scan')
    .description('Find the code that exists for particular customers.')
    .argument('[dir]', 'folder to scan', '.')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(reportFormats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .option('--history', 'say how old each one-off is and what it costs, from git')
    .addOption(monthsOption())
    .option('--requests', 'ask the configured trackers for the requests behind the one-offs')
    .option('--offline', 'with --requests: use what was kept of the trackers, and ask none')
    .addOption(parserOption())
    .addOption(
      new Option('--min-confidence <confidence>', 'leave out what is less certain (default: medium in pretty, low in json)').choices(
        confidences,
      ),
    )
    .action(async (folder: string, options: ScanOptions) => {
      await scan(folder, options, signal);
    });
}

/** The window of `--history`. */
export function monthsOption(): Option {
  return new Option('--months <n>', 'count changes so many months back (default: 12, or as configured)').argParser((written) => {
    const months = Number(written);
    if (!Number.isInteger(months) || months < 1 || months > maximumMonths) throw new InvalidArgumentError(`Give 1 to ${maximumMonths}.`);
    return months;
  });
}

export function parserOption(): Option {
  return new Option('--parser <parser>', 'auto takes the fastest that loads here')
    .choices(['auto', 'typescript-estree', 'oxc'])
    .default('auto');
}

async function scan(folder: string, options: ScanOptions, signal: AbortSignal): Promise<void> {
  const { format, output, minConfidence } = options;
  const { report, configuration, problems } = await scanned(folder, options, signal);
  requireConfig(configuration);
  const selected = format === 'json' && minConfidence ? withoutLess(report, minConfidence) : report;
  const color = output === undefined && pc.isColorSupported && process.stdout.isTTY;
  const text = formatters[format](selected, { color, minConfidence: minConfidence ?? 'medium' });
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text);
  if (problems.length > 0)
    throw new Incomplete(`Not all requests could be asked for.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** Scans, and finds out what the options ask for besides. */
function scanned(folder: string, options: ScanOptions, signal: AbortSignal): Promise<Scanned & Pick<AskedRequests, 'problems'>> {
  const { history = false, months, requests = false, offline = false, cache } = options;
  const assess = history || requests ? { history, items: [], ...(months !== undefined && { months }) } : undefined;
  return scanThen(folder, { ...options, assess: requests ? undefined : assess }, signal, async (session) => {
    const configuration = session.configuration();
    if (!requests || !assess) return { report: session.report(), configuration, problems: [] };
    const settings = { isOffline: offline, cacheFolder: cache ? defaultCacheFolder() : null, signal };
    return { ...(await assessWithTrackers(session, folder, assess, settings)), configuration };
  });
}

function withoutLess(report: Report, minimum: Confidence): Report {
  return { ...report, findings: report.findings.filter(({ confidence }) => isAtLeast(confidence, minimum)) };
}

function writeOutput(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}. Give a file in a folder that exists.`);
  }
}
