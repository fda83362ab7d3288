import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { starterConfig } from '../report/starter-config.js';
import { configFileName } from '../workspace/find-config.js';
import { UsageError } from './outcome.js';
import { runScan, type ScanSettings } from './run-scan.js';
import { parserOption } from './scan.js';

interface InitOptions extends ScanSettings {
  readonly force: boolean;
}

/** `oneoff init [dir]` */
export function initCommand(signal: AbortSignal): Command {
  return new Command('init')
    .description(`Write a starter ${configFileName} from the customers that the code speaks of.`)
    .argument('[dir]', 'folder to scan and to write to', '.')
    .option('--force', 'write over a configuration that is there; its customers are kept', false)
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (folder: string, options: InitOptions) => {
      await init(folder, options, signal);
    });
}

async function init(folder: string, { force, cache, parser }: InitOptions, signal: AbortSignal): Promise<void> {
  const file = path.join(path.resolve(folder), configFileName);
  if (existsSync(file) && !force) throw new UsageError(`${file} is there already. Edit it, or write over it with --force.`);
  const { report, configuration } = await runScan(folder, { cache, parser }, signal);
  writeFileSync(file, starterConfig(report.customers, configuration.config));
  const inferred = report.customers.filter(({ source }) => source === 'inferred').length;
  process.stdout.write(
    `Wrote ${file} with ${inferred} inferred ${inferred === 1 ? 'customer' : 'customers'}. Check them, then run oneoff scan.\n`,
  );
}
