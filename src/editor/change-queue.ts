import type { Change } from '../workspace/session.js';

/** Work that is due: everything again, or only what changed. */
export type Job = { readonly scan: true } | { readonly scan: false; readonly changes: readonly Change[] };

export interface QueueOptions {
  /** Does one job; the next waits for it. Must not reject. */
  readonly run: (job: Job) => Promise<void>;
  /** More changes than this at once are cheaper as a scan. */
  readonly scanAbove?: number;
}

/**
 * One line for all work on a folder: at most one job runs, later changes of a path replace earlier ones that still wait, and a burst
 * of changes becomes one job.
 */
export class ChangeQueue {
  readonly #run: QueueOptions['run'];
  readonly #scanAbove: number;
  readonly #waiting = new Map<string, Change>();
  #scanWaits = false;
  #running = false;
  #disposed = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #due = Infinity;

  constructor({ run, scanAbove = 1000 }: QueueOptions) {
    this.#run = run;
    this.#scanAbove = scanAbove;
  }

  /** The change is on its way within `delay` milliseconds, sooner if another one is. */
  push(change: Change, delay: number): void {
    this.#waiting.set(change.path, change);
    this.#schedule(delay);
  }

  /** Everything is read again; changes that waited are part of it, but for unsaved text. */
  scan(): void {
    this.#scanWaits = true;
    this.#schedule(0);
  }

  /** True while a change of this path has not been answered. */
  waitsFor(path: string): boolean {
    return this.#waiting.has(path);
  }

  get idle(): boolean {
    return !this.#running && !this.#scanWaits && this.#waiting.size === 0;
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    const due = Date.now() + delay;
    if (this.#disposed || due >= this.#due) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.#timer = null;
      void this.#next();
    }, delay);
  }

  async #next(): Promise<void> {
    if (this.#running || this.#disposed) return;
    const job = this.#take();
    if (!job) return;
    this.#running = true;
    await this.#run(job);
    this.#running = false;
    if (!this.idle) this.#schedule(0);
  }

  #take(): Job | null {
    if (this.#scanWaits || this.#waiting.size > this.#scanAbove) {
      this.#scanWaits = false;
      for (const [path, { text }] of this.#waiting) if (text === undefined) this.#waiting.delete(path);
      return { scan: true };
    }
    if (this.#waiting.size === 0) return null;
    const changes = [...this.#waiting.values()];
    this.#waiting.clear();
    return { scan: false, changes };
  }
}
