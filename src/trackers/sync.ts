import type { TrackerCoverage } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { ItemMemory } from './item-memory.js';
import type { ItemStore } from './item-store.js';
import { TrackerError } from './tracker-error.js';
import type { Tracker } from './tracker.js';

/** How long an item that code is linked to is taken for unchanged: lists of changes don't tell of deletions and moves. */
const checkInterval = 24 * 60 * 60_000;

export interface SyncOptions {
  /** Milliseconds since 1970; for what was asked when, never for what has changed since when. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of items known so far. */
  readonly onProgress?: (items: number) => void;
}

/** The items of one tracker as this machine knows them. */
export class TrackerItems {
  readonly tracker: Tracker;
  readonly #store: ItemStore;
  readonly #memory: ItemMemory;
  #problem: string | null = null;

  constructor(tracker: Tracker, store: ItemStore) {
    this.tracker = tracker;
    this.#store = store;
    this.#memory = store.load();
  }

  get items(): readonly TrackerItem[] {
    return this.#memory.items;
  }

  get coverage(): TrackerCoverage {
    const { asked, items, missing } = this.#memory;
    return { tracker: this.tracker.config.id, items: items.length, asked, problem: this.#problem, ...(missing.length > 0 && { missing }) };
  }

  /** Reads what has changed. What goes wrong is in `coverage`, and all read till then counts; rejects only when aborted. */
  async sync(options: SyncOptions): Promise<void> {
    await this.#attempt(options, () => this.#readChanges(options));
  }

  /** Asks for the items that code or commits name, as far as they are not known or were not asked for lately; false when there are none. */
  async fetchLinked(keys: readonly string[], options: SyncOptions): Promise<boolean> {
    const due = this.#memory.due(keys, new Date(options.now() - checkInterval).toISOString());
    if (due.length === 0) return false;
    await this.#attempt(options, async () => {
      const { found, missing } = await this.tracker.fetchByKeys(due, options.signal);
      for (const [key, item] of found) this.#memory.take(item, key);
      for (const key of missing) this.#memory.miss(key);
      for (const key of due) this.#memory.check(key, new Date(options.now()).toISOString());
    });
    return true;
  }

  async #readChanges({ signal, onProgress }: SyncOptions): Promise<void> {
    const { cursor } = this.#memory;
    const since = cursor === null ? null : new Date(Date.parse(cursor) - this.tracker.overlap).toISOString();
    const notices: string[] = [];
    let newest = cursor;
    for await (const page of this.tracker.changedSince(since, signal)) {
      signal?.throwIfAborted();
      for (const item of page.items) {
        this.#memory.take(item);
        // The tracker's own clock: this machine's may differ.
        if (newest === null || item.updatedAt > newest) newest = item.updatedAt;
      }
      for (const key of page.gone) this.#memory.miss(key);
      notices.push(...(page.notices ?? []));
      onProgress?.(this.#memory.items.length);
    }
    this.#memory.cursor = newest;
    if (notices.length > 0) this.#problem = notices.join(' ');
  }

  async #attempt({ now, signal }: SyncOptions, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#memory.asked = new Date(now()).toISOString();
    } catch (error) {
      if (signal?.aborted || !(error instanceof TrackerError)) throw error;
      this.#problem = error.message;
    } finally {
      this.#save();
    }
  }

  #save(): void {
    try {
      this.#store.save(this.#memory);
    } catch (error) {
      this.#problem ??= `The items could not be kept: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }
}
