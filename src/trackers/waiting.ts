/** First pause in milliseconds; each further one doubles. */
const firstPause = 500;
const longestPause = 30_000;

/** How many times a request is sent in all. */
export const tries = 5;

/** A server that asks for more than this is not waited for. */
export const longestWait = 120_000;

/** Pause in milliseconds before the next try; `tried` counts from 1, `random` from 0 to 1. Half of it is chance, so that clients spread. */
export function pauseAfter(tried: number, random: number): number {
  return Math.min(longestPause, firstPause * 2 ** (tried - 1)) * (0.5 + random / 2);
}

/**
 * How long the server asks to wait, in milliseconds; null where it doesn't. `Retry-After` is seconds or a date; without it, a budget that is
 * used up says when it is filled again: in seconds or milliseconds since 1970, or as a date. Dates are by the server's clock, as `Date` has it;
 * `ours` (milliseconds since 1970) stands in where it says none.
 */
export function wantedPause(headers: Headers, ours: number): number | null {
  const theirs = Date.parse(headers.get('date') ?? '');
  const now = Number.isNaN(theirs) ? ours : theirs;
  const asked = headers.get('retry-after');
  if (asked !== null && asked.trim() !== '') {
    const wait = /^\s*\d+(?:\.\d+)?\s*$/.test(asked) ? Number(asked) * 1000 : untilDate(asked, now);
    if (wait !== null) return wait;
  }
  const isUsedUp = [
    'x-ratelimit-remaining',
    'ratelimit-remaining',
    'x-ratelimit-requests-remaining',
    'x-ratelimit-complexity-remaining',
  ].some((name) => headers.get(name)?.trim() === '0');
  if (!isUsedUp) return null;
  const resets = ['x-ratelimit-reset', 'ratelimit-reset', 'x-ratelimit-requests-reset', 'x-ratelimit-complexity-reset'];
  const reset = resets.flatMap((name) => headers.get(name) ?? [])[0];
  if (reset === undefined) return null;
  if (!/^\d+$/.test(reset)) return untilDate(reset, now);
  const written = Number(reset);
  return Math.max(0, (written > 1e11 ? written : written * 1000) - now);
}

function untilDate(text: string, now: number): number | null {
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
