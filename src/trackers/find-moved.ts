import type { TrackerItem } from '../model/tracker-item.js';

/** Keys that are looked for one by one when none of a batch answers to them. */
const movedLimit = 20;

/** A moved item answers to its old key by itself, but in a batch not at all, or so that nobody can tell which of several it was. */
export async function findMoved<K>(
  keys: readonly K[],
  found: Map<K, TrackerItem | null>,
  read: (key: K) => Promise<TrackerItem | null | undefined>,
): Promise<void> {
  for (const key of keys.filter((one) => !found.has(one)).slice(0, movedLimit)) {
    const item = await read(key);
    if (item) found.set(key, item);
  }
}
