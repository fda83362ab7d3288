import path from 'node:path';
import { Git, GitError } from '../history/git.js';
import type { Work } from '../workspace/build-snapshot.js';
import { defaultCacheFolder } from '../workspace/facts-cache.js';
import { PastScanner, type PastScan, type PastScannerOptions } from '../workspace/past-scanner.js';
import { UsageError } from './outcome.js';
import { showProgress } from './progress.js';
import { debugLog, type ScanSettings } from './run-scan.js';

/** Scans commits of a folder, as many as are asked for, and gives what was made of them. */
export interface PastScans {
  readonly git: Git;
  /** `day` is the ISO date by which flags are judged, `name` what the progress says of the commit. */
  readonly scan: (commit: string, day: string, name?: string) => Promise<PastScan>;
}

export type PastSettings = ScanSettings & Pick<PastScannerOptions, 'gitEvidence'>;

/** Lets `ask` scan past commits, with progress on stderr. Throws UsageError with what git says where it cannot answer. */
export async function withPast<T>(
  folder: string,
  { cache, config, parser, gitEvidence }: PastSettings,
  signal: AbortSignal,
  ask: (past: PastScans) => Promise<T>,
): Promise<T> {
  const root = path.resolve(folder);
  const git = new Git(root);
  const configFile = config === undefined ? undefined : path.resolve(config);
  const cacheFolder = cache ? defaultCacheFolder() : null;
  const scanner = await PastScanner.open({
    root,
    git,
    configFile,
    parser,
    cacheFolder,
    log: debugLog,
    ...(gitEvidence && { gitEvidence }),
  });
  const progress = showProgress(process.stderr);
  const scan: PastScans['scan'] = (commit, day, name = commit.slice(0, 7)) => {
    const onProgress: Work['onProgress'] = (step) => {
      progress.show(step, name);
    };
    return scanner.scan(commit, day, { signal, onProgress });
  };
  try {
    return await ask({ git, scan });
  } catch (error) {
    throw error instanceof GitError ? new UsageError(error.message) : error;
  } finally {
    progress.end();
    await scanner.dispose();
  }
}
