import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { formatConfigProblem } from '../workspace/config-document.js';
import { writeReport } from '../workspace/write-report.js';
import { monthsOption, type HistoryOptions } from './history-options.js';
import { UsageError } from './outcome.js';
import { addReportOptions, reportRequest, type ReportSettings } from './report-options.js';
import { askTrackers, assessedAtOnce, offlineOption, requestsOption, requireAnswers, type RequestOptions } from './requests.js';
import { requireConfig, scanThen, type ScanSettings } from './run-scan.js';

type ScanOptions = ReportSettings & ScanSettings & HistoryOptions & RequestOptions;

/** `oneoff scan [dir]` */
export function scanCommand(signal: AbortSignal): Command {
  const command = new Command('scan')
    .description('Find the code that exists for particular customers.')
    .argument('[dir]', 'folder to scan', '.');
  return addReportOptions(command)
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-forks', 'look for no files, folders and functions that were copied for a customer')
    .addOption(gitOption())
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .option('--history', 'say how old each one-off is and what it costs, from git')
    .addOption(monthsOption())
    .option('--drift', 'say how far copies have drifted from their origins, and which fixes they missed, from git')
    .addOption(requestsOption())
    .addOption(offlineOption())
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

export function gitOption(): Option {
  return new Option('--no-git', 'judge forks by names and texts alone, without asking git whence they were copied');
}

async function scan(folder: string, options: ScanOptions, signal: AbortSignal): Promise<void> {
  const request = reportRequest(options);
  const { text, problems, unasked } = await scanThen(folder, { ...options, assess: assessedAtOnce(options) }, signal, async (session) => {
    requireConfig(session.configuration());
    const { report, problems: unasked } = await askTrackers(session, folder, options, signal);
    return { ...(await writeReport(session, report, request)), unasked };
  });
  for (const problem of problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
  if (options.output === undefined) process.stdout.write(text);
  else writeOutput(options.output, text);
  requireAnswers(unasked);
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
