import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { trendPoint } from '../assess/trend-point.js';
import { firstParents, spreadInTime } from '../history/commits-in-time.js';
import type { TrendPoint } from '../model/trend.js';
import { formatTrend, formatTrendJson, largest } from '../report/trend-pretty.js';
import type { ScanSettings } from './run-scan.js';
import { withPast } from './scan-past.js';
import { parserOption, writeOutput } from './scan.js';

const formats = ['pretty', 'json', 'svg'] as const;

interface TrendOptions extends ScanSettings {
  readonly points: number;
  readonly months: number;
  readonly format: (typeof formats)[number];
  readonly output?: string;
}

/** `oneoff trend [dir]` */
export function trendCommand(signal: AbortSignal): Command {
  return new Command('trend')
    .description('Tell how many one-offs there were at past commits. Nothing is checked out.')
    .argument('[dir]', 'folder to scan', '.')
    .option('--points <number>', 'how many commits, evenly in time', wholeNumber, 12)
    .option('--months <number>', 'how far back', wholeNumber, 12)
    .addOption(new Option('-f, --format <format>', 'what to write').choices(formats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (folder: string, options: TrendOptions) => {
      await trend(folder, options, signal);
    });
}

function wholeNumber(written: string): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}

async function trend(folder: string, options: TrendOptions, signal: AbortSignal): Promise<void> {
  const { points, names } = await withPast(folder, options, signal, async ({ git, scan }) => {
    const commits = spreadInTime(await firstParents(git, monthsAgo(options.months), signal), options.points);
    const found: TrendPoint[] = [];
    const known = new Map<string, string>();
    for (const commit of commits) {
      const { findings, customers } = await scan(
        commit.commit,
        commit.date.slice(0, 10),
        `${String(found.length + 1)}/${String(commits.length)}`,
      );
      found.push(trendPoint(commit, findings, customers));
      for (const { id, name } of customers) known.set(id, name);
    }
    return { points: found, names: known };
  });
  const color = options.output === undefined && pc.isColorSupported && process.stdout.isTTY;
  const text = await written(options.format, points, names, color);
  if (options.output === undefined) process.stdout.write(text);
  else writeOutput(options.output, text);
}

async function written(
  format: TrendOptions['format'],
  points: readonly TrendPoint[],
  names: ReadonlyMap<string, string>,
  color: boolean,
): Promise<string> {
  if (format === 'json') return formatTrendJson(points);
  const [first, last] = [points[0], points.at(-1)];
  if (format === 'pretty' || !first || !last) return formatTrend(points, names, color);
  // Charts take a while to load, and nothing else needs them.
  const { trendLines } = await import('../report/charts/trend-lines.js');
  return trendLines(
    points,
    largest(first, last).map((id) => ({ id, name: names.get(id) ?? id })),
  ).svg;
}

function monthsAgo(months: number): string {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString();
}
