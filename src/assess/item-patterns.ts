import type { TrackerItem } from '../model/tracker-item.js';
import type { TrackerConfig } from '../model/tracker.js';

/** How many forms of keys an export may bring along. */
const formLimit = 50;

/** An export brings the forms of its keys along: where it has PROD-12, PROD-123 is read as one of its keys too. */
export function withItemPatterns(trackers: readonly TrackerConfig[], items: readonly TrackerItem[]): readonly TrackerConfig[] {
  return trackers.map((tracker) => {
    if (tracker.type !== 'file') return tracker;
    const keys = items.filter((item) => item.tracker === tracker.id).map(({ key }) => key);
    const forms = new Set(keys.flatMap((key) => /^([^\s{}]*[^\s{}\d])\d+$/.exec(key)?.[1] ?? []));
    const patterns = [...forms].slice(0, formLimit).map((form) => `${form}{number}`);
    return { ...tracker, keyPatterns: [...tracker.keyPatterns, ...patterns] };
  });
}
