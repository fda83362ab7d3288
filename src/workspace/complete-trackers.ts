import { usualUrl, type ConfiguredLink, type TrackerConfig } from '../model/tracker.js';
import type { WrittenConfig } from './config-schema.js';

export type WrittenTracker = NonNullable<WrittenConfig['trackers']>[number];
type WrittenLink = NonNullable<WrittenConfig['links']>[number];

export function completeTracker(written: WrittenTracker): TrackerConfig {
  const columns = Object.entries(written.columns ?? {}).filter(([, header]) => header !== undefined);
  return {
    id: written.id,
    type: written.type,
    url: written.type === 'file' ? null : (written.url?.replace(/\/+$/, '') ?? usualUrl(written.type)),
    projects: written.projects ?? [],
    keyPatterns: written.keyPatterns ?? [],
    customerFields: written.customerFields ?? [],
    customerLabels: written.customerLabels ?? [],
    path: written.path ?? null,
    columns: Object.fromEntries(columns),
    dateOrder: written.dateOrder ?? null,
  };
}

export function completeLink({ request, finding, path, customer, unlink }: WrittenLink): ConfiguredLink {
  return { request, finding: finding ?? null, path: path ?? null, customer: customer ?? null, isUnlinked: unlink ?? false };
}
