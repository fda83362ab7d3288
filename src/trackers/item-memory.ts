import type { TrackerItem } from '../model/tracker-item.js';

/** What is kept of a tracker between syncs. */
export interface KeptItems {
  /** ISO time of the newest change that a whole sync has seen; null before the first one. */
  readonly cursor: string | null;
  /** ISO time of the last answer. */
  readonly asked: string | null;
  readonly items: readonly TrackerItem[];
  /** ISO time at which a key was last asked for by itself. */
  readonly checked: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/** Items by key, the newest version of each. */
export class ItemMemory {
  cursor: string | null;
  asked: string | null;
  readonly #items: Map<string, TrackerItem>;
  readonly #checked: Map<string, string>;
  readonly #missing: Set<string>;

  constructor(kept: KeptItems = { cursor: null, asked: null, items: [], checked: {}, missing: [] }) {
    this.cursor = kept.cursor;
    this.asked = kept.asked;
    this.#items = new Map(kept.items.map((item) => [item.key, item]));
    this.#checked = new Map(Object.entries(kept.checked));
    this.#missing = new Set(kept.missing);
  }

  get items(): readonly TrackerItem[] {
    return [...this.#items.values()];
  }

  get missing(): readonly string[] {
    return [...this.#missing].sort();
  }

  /** Takes up an item unless a newer version is known: an index that lags lists old ones. `asked` is the key that found it, if one did. */
  take(item: TrackerItem, asked: string = item.key): void {
    const known = this.#items.get(item.key);
    const former = [...new Set([...(known?.formerKeys ?? []), ...(asked === item.key ? [] : [asked])])];
    const newest = known && known.updatedAt > item.updatedAt ? known : item;
    this.#items.set(item.key, { ...newest, ...(former.length > 0 && { formerKeys: former }) });
    if (asked !== item.key) this.#items.delete(asked);
    for (const key of [item.key, ...former]) this.#missing.delete(key);
  }

  /** What a tracker does not find by its key any more is not shown as if it were there. */
  miss(key: string): void {
    this.#items.delete(key);
    this.#missing.add(key);
  }

  check(key: string, now: string): void {
    this.#checked.set(key, now);
  }

  /** Keys to ask for by themselves: those unknown so far, and those not asked for since a time (ISO). */
  due(keys: readonly string[], since: string): readonly string[] {
    return keys.filter((key) => {
      const checked = this.#checked.get(key);
      return checked === undefined ? true : checked < since;
    });
  }

  kept(): KeptItems {
    return {
      cursor: this.cursor,
      asked: this.asked,
      items: this.items,
      checked: Object.fromEntries(this.#checked),
      missing: this.missing,
    };
  }
}
