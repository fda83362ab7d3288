import type { TrackerConfig } from '../model/tracker.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { TrackerError } from './tracker-error.js';
import { pageLimit, type ItemPage } from './tracker.js';

export interface ListedPage {
  readonly items: readonly TrackerItem[];
  /** Whether the tracker says that nothing follows; false where it doesn't say. */
  readonly isLast: boolean;
  /** Entries on the page, those that are no items included. */
  readonly length: number;
}

/** The entries from a time (ISO) on, oldest change first, without the first `skip` ones. */
export type PageReader = (since: string | null, skip: number) => Promise<ListedPage>;

/**
 * Walks a list in order of change. Each page begins at the last change of the page before instead of at a position: whatever changes
 * meanwhile moves to the end, and would move an item that was not read yet to a page that was. Only where a page has one single time, as
 * after a bulk change, does the walk go on by position.
 */
export async function* walkByTime(config: TrackerConfig, since: string | null, read: PageReader): AsyncGenerator<ItemPage> {
  const seen = new Set<string>();
  let from = since;
  let skip = 0;
  let longest = 0;
  for (let page = 0; page < pageLimit; page++) {
    const { items, isLast, length } = await read(from, skip);
    longest = Math.max(longest, length);
    const fresh = items.filter((item) => !seen.has(stampOf(item)));
    for (const item of fresh) seen.add(stampOf(item));
    if (fresh.length > 0) yield { items: fresh, gone: [] };
    if (isLast || length === 0 || (fresh.length === 0 && items.length > 0 && length < longest)) return;
    const last = items.at(-1)?.updatedAt;
    if (fresh.length > 0 && last !== undefined && items[0]?.updatedAt !== last) [from, skip] = [last, 0];
    else skip += length;
  }
  throw tooLong(config);
}

export function tooLong({ id, projects }: TrackerConfig): TrackerError {
  const where = projects.length > 0 ? ` in ${projects.join(', ')}` : '';
  return new TrackerError(
    'too-large',
    id,
    `there are more than ${pageLimit} pages of items${where}; not all were read. Name fewer "projects".`,
  );
}

function stampOf({ key, updatedAt }: TrackerItem): string {
  return `${key} ${updatedAt}`;
}
