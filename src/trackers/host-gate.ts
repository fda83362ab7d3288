import type { World } from './world.js';

/** How many requests to one host may be under way at a time. */
const atOnce = 4;

/** Lets few requests at a time to each host, and none while the host has asked for a pause. */
export class HostGate {
  readonly #world: World;
  readonly #hosts = new Map<string, { open: number; pausedUntil: number; readonly waiting: (() => void)[] }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Runs the work when it is its turn. */
  async pass<T>(host: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const state = this.#state(host);
    while (state.open >= atOnce) await new Promise<void>((resolve) => state.waiting.push(resolve));
    state.open++;
    try {
      signal?.throwIfAborted();
      const wait = state.pausedUntil - this.#world.now();
      if (wait > 0) await this.#world.sleep(wait, signal);
      return await work();
    } finally {
      state.open--;
      state.waiting.shift()?.();
    }
  }

  /** Holds back whatever comes next for this host. */
  pause(host: string, milliseconds: number): void {
    const state = this.#state(host);
    state.pausedUntil = Math.max(state.pausedUntil, this.#world.now() + milliseconds);
  }

  #state(host: string): { open: number; pausedUntil: number; readonly waiting: (() => void)[] } {
    const known = this.#hosts.get(host);
    if (known) return known;
    const state = { open: 0, pausedUntil: 0, waiting: [] };
    this.#hosts.set(host, state);
    return state;
  }
}
