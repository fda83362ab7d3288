import { Command, Option } from 'commander';
import pc from 'picocolors';
import { confidences, type Confidence } from '../model/finding.js';
import { formatForksJson } from '../report/forks-json.js';
import { formatForksPretty } from '../report/forks-pretty.js';
import { usualConfidence } from '../report/registry.js';
import { wantedHistory, type HistoryOptions } from './history-options.js';
import { requireConfig, runScan, type ScanSettings } from './run-scan.js';
import { gitOption, parserOption } from './scan.js';

const formats = ['pretty', 'json'] as const;

interface ForksOptions extends ScanSettings, Pick<HistoryOptions, 'drift'> {
  readonly format: (typeof formats)[number];
  readonly minConfidence?: Confidence;
}

/** `oneoff forks [dir]` */
export function forksCommand(signal: AbortSignal): Command {
  return new Command('forks')
    .description('List what was copied for customers, by family.')
    .argument('[dir]', 'folder to scan', '.')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(formats).default('pretty'))
    .option('--drift', 'ask git how far copies and branches of customers have drifted, and which fixes they missed')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .addOption(gitOption())
    .option('--no-cache', 'neither read nor write the caches')
    .addOption(parserOption())
    .addOption(
      new Option('--min-confidence <confidence>', 'leave out what is less certain (default: medium in pretty, low in json)').choices(
        confidences,
      ),
    )
    .action(async (folder: string, options: ForksOptions) => {
      const { report, configuration } = await runScan(folder, { ...options, assess: wantedHistory(options) }, signal);
      requireConfig(configuration);
      const { format, minConfidence = usualConfidence(format) } = options;
      const color = pc.isColorSupported && process.stdout.isTTY;
      process.stdout.write(
        format === 'json' ? formatForksJson(report, minConfidence) : formatForksPretty(report, { color, minConfidence }),
      );
    });
}
