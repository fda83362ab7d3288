import type { Facts } from '../facts/facts.js';
import type { FactsCache, FactsStore } from './facts-cache.js';

/**
 * Facts of past commits. What the working tree has in common with them is read from its cache, which is left as it is; the rest has a cache
 * of its own. One store serves any number of scans, and `close` keeps what any of them used.
 */
export class PastFacts implements FactsStore {
  readonly #present: FactsCache;
  readonly #past: FactsCache;

  constructor(present: FactsCache, past: FactsCache) {
    this.#present = present;
    this.#past = past;
  }

  get(hash: string): Facts | undefined {
    return this.#past.get(hash) ?? this.#present.get(hash);
  }

  put(hash: string, json: string): void {
    this.#past.put(hash, json);
  }

  keep(hash: string): void {
    this.#past.keep(hash);
  }

  /** Waits for `close`: each scan would write the facts of all. */
  save(): void {
    return;
  }

  close(): void {
    this.#past.save();
  }
}
