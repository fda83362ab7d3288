import path from 'node:path';
import { Option } from 'commander';
import { linkedKeys, missingKeys, withTrackers } from '../assess/tracker-coverage.js';
import type { Report } from '../model/report.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { TrackerItems } from '../trackers/sync.js';
import { defaultCacheFolder } from '../workspace/facts-cache.js';
import type { AssessRequest, Session } from '../workspace/session.js';
import { wantedHistory, withoutHistory, type HistoryOptions } from './history-options.js';
import { openTrackers } from './open-trackers.js';
import { Incomplete } from './outcome.js';

export interface AskedRequests {
  readonly report: Report;
  /** All that is known of the trackers; empty where they were not asked. */
  readonly items: readonly TrackerItem[];
  /** Sentences about trackers that could not be asked, or not wholly. */
  readonly problems: readonly string[];
}

export interface RequestSettings {
  readonly isOffline: boolean;
  readonly cacheFolder: string | null;
  readonly signal: AbortSignal;
}

export interface RequestOptions {
  readonly requests?: boolean;
  readonly offline?: boolean;
}

export const requestsOption = (): Option => new Option('--requests', 'ask the configured trackers for the requests behind the one-offs');
export const offlineOption = (): Option => new Option('--offline', 'with --requests: use what was kept of the trackers, and ask none');

/** What a session is assessed for as it is scanned, `usual` where nothing is asked for; undefined where `askTrackers` does it. */
export function assessedAtOnce(options: RequestOptions & HistoryOptions, usual?: AssessRequest): AssessRequest | undefined {
  return options.requests ? undefined : (wantedHistory(options) ?? usual);
}

/** The report of what was scanned, with requests where they are asked for. */
export async function askTrackers(
  session: Session,
  folder: string,
  options: RequestOptions & HistoryOptions & { readonly cache: boolean },
  signal: AbortSignal,
): Promise<AskedRequests> {
  if (!options.requests) return { report: session.report(), items: [], problems: [] };
  const settings = { isOffline: options.offline === true, cacheFolder: options.cache ? defaultCacheFolder() : null, signal };
  return assessWithTrackers(session, folder, wantedHistory(options) ?? withoutHistory, settings);
}

/** To be called when the result is written. Throws Incomplete where a tracker could not be asked. */
export function requireAnswers(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Incomplete(`Not all requests could be asked for.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** Links findings to requests: asks the trackers for what has changed, links, and asks for the items that are named and still unknown. */
export async function assessWithTrackers(
  session: Session,
  folder: string,
  request: AssessRequest,
  { isOffline, cacheFolder, signal }: RequestSettings,
): Promise<AskedRequests> {
  const trackers = openTrackers(path.resolve(folder), session.configuration(), cacheFolder);
  const asked = trackers.filter(({ tracker }) => !isOffline || tracker.origin === null);
  const options = { now: () => Date.now(), signal };
  await Promise.all(asked.map((one) => one.sync(options)));
  const first = await session.assess({ ...request, items: itemsOf(trackers) }, signal);
  await Promise.all(asked.map((one) => one.fetchLinked(linkedKeys(first, one.tracker.config.id), options)));
  const items = itemsOf(trackers);
  const coverage = trackers.map((one) => one.coverage);
  const report = await session.assess({ ...request, items, missing: missingKeys(coverage) }, signal);
  return { report: withTrackers(report, coverage), items, problems: coverage.flatMap(({ problem }) => problem ?? []) };
}

function itemsOf(trackers: readonly TrackerItems[]): AssessRequest['items'] {
  return trackers.flatMap(({ items }) => items);
}
