import { setImmediate } from 'node:timers/promises';

/** How long a stretch of work may keep its thread before timers, messages and aborts are heard, in milliseconds. */
const stretch = 12;

/** Gives long synchronous work its pauses: `await breath.take()` at each step costs nothing until a stretch is over. */
export class Breath {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** True when a pause is due; then await `take`. */
  get due(): boolean {
    return performance.now() - this.#since > stretch;
  }

  /** Lets other work run, then throws the signal's reason if it was aborted meanwhile. */
  async take(): Promise<void> {
    await setImmediate();
    this.#since = performance.now();
    this.#signal?.throwIfAborted();
  }
}
