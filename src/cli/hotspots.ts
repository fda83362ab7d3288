import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { formatHotspotsJson, formatHotspotsPretty } from '../report/hotspots.js';
import { monthsOption, wantedHistory } from './history-options.js';
import { UsageError } from './outcome.js';
import { requireConfig, runScan, type ScanSettings } from './run-scan.js';
import { parserOption } from './scan.js';

const formats = ['pretty', 'json'] as const;

interface HotspotOptions extends ScanSettings {
  readonly format: (typeof formats)[number];
  readonly months?: number;
  readonly limit: number;
}

/** `oneoff hotspots [dir]` */
export function hotspotsCommand(signal: AbortSignal): Command {
  return new Command('hotspots')
    .description('Rank the files and folders with one-offs by how often they change and how complex they are.')
    .argument('[dir]', 'folder to scan', '.')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(formats).default('pretty'))
    .addOption(new Option('-n, --limit <n>', 'rows of the table').argParser(readLimit).default(20))
    .addOption(monthsOption())
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the caches')
    .addOption(parserOption())
    .action(async (folder: string, options: HotspotOptions) => {
      await hotspots(folder, options, signal);
    });
}

function readLimit(written: string): number {
  const limit = Number(written);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return limit;
}

async function hotspots(folder: string, options: HotspotOptions, signal: AbortSignal): Promise<void> {
  const { format, limit } = options;
  const assess = wantedHistory({ ...options, history: true });
  const { report, configuration } = await runScan(folder, { ...options, assess }, signal);
  requireConfig(configuration);
  const { history } = report;
  if (history && report.findings.length > 0 && report.findings.every(({ age }) => !age))
    throw new UsageError(`There are no hotspots without a history. ${history.notices.join(' ')}`);
  const color = pc.isColorSupported && process.stdout.isTTY;
  process.stdout.write(format === 'json' ? formatHotspotsJson(report) : formatHotspotsPretty(report, limit, color));
}
