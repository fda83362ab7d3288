import type { ParserName } from '../facts/parse.js';
import type { Report } from '../model/report.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import { defaultCacheFolder } from '../workspace/facts-cache.js';
import { openSession } from '../workspace/open-session.js';
import { SessionError } from '../workspace/choose-parser.js';
import type { AssessRequest, Configuration, Progress, Session } from '../workspace/session.js';
import { UsageError } from './outcome.js';
import { showProgress } from './progress.js';

export interface ScanSettings {
  readonly cache: boolean;
  readonly config?: string;
  readonly parser: ParserName | 'auto';
  readonly forks?: boolean;
  /** False to start no git to see whence forks were copied. */
  readonly git?: boolean;
  /** What to find out besides the findings. */
  readonly assess?: AssessRequest | undefined;
}

export interface Scanned {
  readonly report: Report;
  readonly configuration: Configuration;
  /** What git showed of the files of forks. */
  readonly gitEvidence: ReturnType<Session['gitEvidence']>;
}

/** Scans a folder once, with progress on stderr. Problems of the configuration go to stderr; the caller decides what they mean. */
export function runScan(folder: string, settings: ScanSettings, signal: AbortSignal): Promise<Scanned> {
  return scanThen(folder, settings, signal, (session) => ({
    report: session.report(),
    configuration: session.configuration(),
    gitEvidence: session.gitEvidence(),
  }));
}

/** As `runScan`, and asks the session before it is closed. */
export async function scanThen<T>(
  folder: string,
  { cache, config, parser, forks, git = true, assess }: ScanSettings,
  signal: AbortSignal,
  ask: (session: Session) => T | Promise<T>,
): Promise<T> {
  const session = await open(folder, { cache, parser, ...(config !== undefined && { config }), ...(forks !== undefined && { forks }) });
  const progress = showProgress(process.stderr);
  try {
    const show = (step: Progress): void => {
      progress.show(step);
    };
    await session.scan(signal, show);
    if (git && !assess?.drift) await session.readCopies(signal, show);
    if (assess) await session.assess(assess, signal, show);
    progress.end();
    for (const problem of session.configuration().problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
    return await ask(session);
  } finally {
    progress.end();
    await session.dispose();
  }
}

/** Throws when the configuration is not in force; nothing that is said without it would be what the team asked for. */
export function requireConfig({ problems }: Configuration): void {
  if (problems.some(({ severity }) => severity === 'error'))
    throw new UsageError('Nothing was reported, because the configuration is not in force. Correct it and scan again.');
}

/** What goes wrong without harm is told to whoever asks for it. */
export function debugLog(line: string): void {
  if (process.env['ONEOFF_DEBUG'] !== undefined) process.stderr.write(`${line}\n`);
}

async function open(folder: string, { cache, config, parser, forks }: ScanSettings): Promise<Session> {
  try {
    return await openSession({
      root: folder,
      configFile: config,
      parser,
      ...(forks !== undefined && { forks }),
      cacheFolder: cache ? defaultCacheFolder() : null,
      log: debugLog,
    });
  } catch (error) {
    throw error instanceof SessionError ? new UsageError(error.message) : error;
  }
}
