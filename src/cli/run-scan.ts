import type { ParserName } from '../facts/parse.js';
import type { Report } from '../model/report.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import { defaultCacheFolder } from '../workspace/facts-cache.js';
import { openSession, SessionError } from '../workspace/open-session.js';
import type { Configuration, Session } from '../workspace/session.js';
import { UsageError } from './outcome.js';
import { showProgress } from './progress.js';

export interface ScanSettings {
  readonly cache: boolean;
  readonly config?: string;
  readonly parser: ParserName | 'auto';
}

export interface Scanned {
  readonly report: Report;
  readonly configuration: Configuration;
}

/** Scans a folder once, with progress on stderr. Problems of the configuration go to stderr; the caller decides what they mean. */
export async function runScan(folder: string, { cache, config, parser }: ScanSettings, signal: AbortSignal): Promise<Scanned> {
  const session = await open(folder, { cache, parser, ...(config !== undefined && { config }) });
  const progress = showProgress(process.stderr);
  try {
    const report = await session.scan(signal, (step) => {
      progress.show(step);
    });
    progress.end();
    const configuration = session.configuration();
    for (const problem of configuration.problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
    return { report, configuration };
  } finally {
    progress.end();
    await session.dispose();
  }
}

async function open(folder: string, { cache, config, parser }: ScanSettings): Promise<Session> {
  const debug = process.env['ONEOFF_DEBUG'] !== undefined;
  try {
    return await openSession({
      root: folder,
      configFile: config,
      parser,
      cacheFolder: cache ? defaultCacheFolder() : null,
      log: (line) => {
        if (debug) process.stderr.write(`${line}\n`);
      },
    });
  } catch (error) {
    throw error instanceof SessionError ? new UsageError(error.message) : error;
  }
}
