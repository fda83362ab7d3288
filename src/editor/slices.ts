import type { Disposable } from './disposable-store.js';

/** Milliseconds of work at a stretch; a third of a frame. */
const budget = 5;

/** Long work in short stretches, with other events of the extension host in between. What is asked for twice before its turn is done once. */
export class Slices<T> implements Disposable {
  readonly #work: (items: readonly T[]) => void;
  readonly #keyOf: (item: T) => string;
  readonly #waiting = new Map<string, T>();
  #next: ReturnType<typeof setImmediate> | undefined;

  /** `work` is given few items at a time. */
  constructor(keyOf: (item: T) => string, work: (items: readonly T[]) => void) {
    this.#keyOf = keyOf;
    this.#work = work;
  }

  add(items: Iterable<T>): void {
    for (const item of items) this.#waiting.set(this.#keyOf(item), item);
    this.#schedule();
  }

  dispose(): void {
    clearImmediate(this.#next);
    this.#waiting.clear();
  }

  #schedule(): void {
    if (this.#waiting.size === 0) return;
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      const end = performance.now() + budget;
      while (this.#waiting.size > 0 && performance.now() < end) this.#work(this.#take(10));
      this.#schedule();
    });
  }

  #take(count: number): readonly T[] {
    const taken: T[] = [];
    for (const [key, item] of this.#waiting) {
      if (taken.length === count) break;
      taken.push(item);
      this.#waiting.delete(key);
    }
    return taken;
  }
}
