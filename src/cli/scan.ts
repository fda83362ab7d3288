import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { formatReport } from '../report/registry.js';
import { monthsOption, wantedHistory, type HistoryOptions } from './history-options.js';
import { UsageError } from './outcome.js';
import { addReportOptions, chainsOf, reportInput, reportOptions, type ReportSettings } from './report-options.js';
import { requireConfig, scanThen, type ScanSettings } from './run-scan.js';

type ScanOptions = ReportSettings & ScanSettings & HistoryOptions;

/** `oneoff scan [dir]` */
export function scanCommand(signal: AbortSignal): Command {
  const command = new Command('scan')
    .description('Find the code that exists for particular customers.')
    .argument('[dir]', 'folder to scan', '.');
  return addReportOptions(command)
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .option('--history', 'say how old each one-off is and what it costs, from git')
    .addOption(monthsOption())
    .addOption(parserOption())
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
  const { report, configuration, chains } = await scanThen(folder, { ...options, assess: wantedHistory(options) }, signal, (session) => ({
    report: session.report(),
    configuration: session.configuration(),
    chains: chainsOf(session, options),
  }));
  requireConfig(configuration);
  const input = reportInput(report, options, chains);
  const text = await formatReport(options.format, input, reportOptions(configuration.config, options));
  if (options.output === undefined) process.stdout.write(text);
  else writeOutput(options.output, text);
}

/** Throws UsageError when the file cannot be written. */
export function writeOutput(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}. Give a file in a folder that exists.`);
  }
}
