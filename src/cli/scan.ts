import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import type { ParserName } from '../facts/parse.js';
import { confidences, type Confidence } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { formatters, reportFormats, type ReportFormat } from '../report/registry.js';
import { isAtLeast } from '../report/selection.js';
import { UsageError } from './outcome.js';
import { requireConfig, runScan } from './run-scan.js';

interface ScanOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly config?: string;
  readonly cache: boolean;
  readonly forks: boolean;
  readonly parser: ParserName | 'auto';
  readonly minConfidence?: Confidence;
}

/** `oneoff scan [dir]` */
export function scanCommand(signal: AbortSignal): Command {
  return new Command('scan')
    .description('Find the code that exists for particular customers.')
    .argument('[dir]', 'folder to scan', '.')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(reportFormats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-forks', 'look for no files, folders and functions that were copied for a customer')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
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

export function parserOption(): Option {
  return new Option('--parser <parser>', 'auto takes the fastest that loads here')
    .choices(['auto', 'typescript-estree', 'oxc'])
    .default('auto');
}

async function scan(folder: string, options: ScanOptions, signal: AbortSignal): Promise<void> {
  const { format, output, minConfidence } = options;
  const { report, configuration } = await runScan(folder, options, signal);
  requireConfig(configuration);
  const selected = format === 'json' && minConfidence ? withoutLess(report, minConfidence) : report;
  const color = output === undefined && pc.isColorSupported && process.stdout.isTTY;
  const text = formatters[format](selected, { color, minConfidence: minConfidence ?? 'medium' });
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text);
}

export function withoutLess(report: Report, minimum: Confidence): Report {
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
