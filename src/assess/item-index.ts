import type { TrackerItem } from '../model/tracker-item.js';

/** Items by their keys, those that they had before included. */
export class ItemIndex {
  readonly #byTracker = new Map<string, TrackerItem>();
  /** By key alone, for trackers whose keys are not written in a form of their own, such as exports; null where two trackers have it. */
  readonly #byKey = new Map<string, TrackerItem | null>();

  constructor(items: readonly TrackerItem[]) {
    for (const item of items) {
      for (const key of [item.key, ...(item.formerKeys ?? [])]) {
        this.#byTracker.set(`${item.tracker} ${key}`, item);
        this.#byKey.set(key, this.#byKey.has(key) ? null : item);
      }
    }
  }

  /** `tracker` is null where the key alone is known. */
  of({ tracker, key }: { readonly tracker: { readonly id: string } | null; readonly key: string }): TrackerItem | undefined {
    return tracker ? this.#byTracker.get(`${tracker.id} ${key}`) : (this.#byKey.get(key) ?? undefined);
  }
}
