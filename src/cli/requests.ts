import path from 'node:path';
import { linkedKeys, missingKeys, withTrackers } from '../assess/tracker-coverage.js';
import type { Report } from '../model/report.js';
import type { TrackerItems } from '../trackers/sync.js';
import type { AssessRequest, Session } from '../workspace/session.js';
import { openTrackers } from './open-trackers.js';

export interface AskedRequests {
  readonly report: Report;
  /** Sentences about trackers that could not be asked, or not wholly. */
  readonly problems: readonly string[];
}

export interface RequestSettings {
  readonly isOffline: boolean;
  readonly cacheFolder: string | null;
  readonly signal: AbortSignal;
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
  const coverage = trackers.map((one) => one.coverage);
  const report = await session.assess({ ...request, items: itemsOf(trackers), missing: missingKeys(coverage) }, signal);
  return { report: withTrackers(report, coverage), problems: coverage.flatMap(({ problem }) => problem ?? []) };
}

function itemsOf(trackers: readonly TrackerItems[]): AssessRequest['items'] {
  return trackers.flatMap(({ items }) => items);
}
