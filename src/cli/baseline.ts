import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { baselineEntry } from '../assess/match-baseline.js';
import { count } from '../report/words.js';
import { baselineFileName, baselinePath, readBaseline, writeBaseline, type Baseline } from '../workspace/baseline-file.js';
import { prefixOf } from '../workspace/compare-baseline.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import { UsageError } from './outcome.js';
import { requireConfig, runScan, type Scanned, type ScanSettings } from './run-scan.js';
import { gitOption, parserOption } from './scan.js';

/** `oneoff baseline [dir]` */
export function baselineCommand(signal: AbortSignal): Command {
  return new Command('baseline')
    .description(`Accept the one-offs that are there now: write ${baselineFileName} for oneoff check.`)
    .argument('[dir]', 'folder to scan', '.')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .addOption(gitOption())
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (folder: string, options: ScanSettings) => {
      const scanned = await runScan(folder, options, signal);
      requireConfig(scanned.configuration);
      acceptAll(scanned);
    });
}

/** A baseline that can be compared with. */
export interface OpenBaseline {
  readonly file: string;
  readonly text: string;
  readonly content: Baseline;
}

/** Null where there is none; throws UsageError with place and remedy where it is broken. */
export function openBaseline({ report, configuration }: Scanned): OpenBaseline | null {
  const file = baselinePath(report.root, configuration.file);
  const content = readBaseline(file);
  if (!content) return null;
  if (content.problems.length === 0) return { file, text: readFileSync(file, 'utf8'), content };
  throw new UsageError(`Nothing was checked, because the baseline is broken.\n${content.problems.map(formatConfigProblem).join('\n')}`);
}

/** Writes the baseline anew. What other scanned folders have in it stays. */
export function acceptAll({ report, configuration }: Scanned): void {
  const file = baselinePath(report.root, configuration.file);
  const prefix = prefixOf(report.root, file);
  const others = (readBaseline(file)?.entries ?? []).filter((entry) => !entry.path.startsWith(prefix));
  const entries = report.findings.map((finding) => baselineEntry(finding, prefix));
  try {
    writeBaseline(file, [...others, ...entries]);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file) || file} with ${count(entries.length, 'one-off')}. Commit it.\n`);
}
