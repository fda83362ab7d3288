import { InvalidArgumentError, Option } from 'commander';
import type { AssessRequest } from '../workspace/session.js';

export interface HistoryOptions {
  readonly history?: boolean;
  readonly drift?: boolean;
  readonly months?: number;
}

/** Ten years, as in the configuration. */
const maximumMonths = 120;

/** The window of `--history`. */
export function monthsOption(): Option {
  return new Option('--months <n>', 'count changes so many months back (default: 12, or as configured)').argParser((written) => {
    const months = Number(written);
    if (!Number.isInteger(months) || months < 1 || months > maximumMonths) throw new InvalidArgumentError(`Give 1 to ${maximumMonths}.`);
    return months;
  });
}

/** What to ask the session for; undefined where no history is wanted. */
export function wantedHistory({ history = false, drift = false, months }: HistoryOptions): AssessRequest | undefined {
  return history || drift ? { history, drift, items: [], ...(months !== undefined && { months }) } : undefined;
}

/** Debt as far as it is known without git. */
export const withoutHistory: AssessRequest = { history: false, items: [] };
