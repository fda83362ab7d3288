import { existsSync, openSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const schedstat = '/proc/self/schedstat';

/**
 * Milliseconds that the main thread has worked: on Linux what the kernel counts, so that other processes that keep the machine busy do
 * not; elsewhere the time of day.
 */
function workClock(): () => number {
  if (!existsSync(schedstat)) return () => performance.now();
  const file = openSync(schedstat, 'r');
  const buffer = Buffer.alloc(64);
  return () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 64, 0)).split(' ')[0]) / 1e6;
}

const clock = workClock();

/** The longest stretch, in milliseconds, that the event loop was held up by work while `work` ran. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let running = true;
  let last = clock();
  const tick = (): void => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = clock();
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  running = false;
  return longest;
}
