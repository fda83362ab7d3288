import type { Progress } from '../workspace/session.js';
import type { Translate } from './translate.js';

/** How far a folder's history is read. */
export type HistoryReading =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly progress: Progress | null }
  | { readonly is: 'read' }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly message: string };

export interface HistorySource {
  readonly isEnabled: boolean;
  readonly isTrusted: boolean;
  /** One a folder. */
  readonly readings: readonly HistoryReading[];
  readonly hotspots: number;
}

/** What the history as a whole is doing; picks the welcome text of the hotspots. */
export const historyStates = ['off', 'untrusted', 'waiting', 'reading', 'failed', 'cancelled', 'none', 'ready'] as const;
export type HistoryState = (typeof historyStates)[number];

export function historyState({ isEnabled, isTrusted, readings, hotspots }: HistorySource): HistoryState {
  if (!isTrusted) return 'untrusted';
  if (!isEnabled) return 'off';
  if (readings.some(({ is }) => is === 'reading')) return 'reading';
  if (hotspots > 0) return 'ready';
  if (readings.some(({ is }) => is === 'failed')) return 'failed';
  if (readings.some(({ is }) => is === 'cancelled')) return 'cancelled';
  return readings.length > 0 && readings.every(({ is }) => is === 'read') ? 'none' : 'waiting';
}

/** `Reading the history: 120 of 300`, summed over the folders; empty where none is read. */
export function describeReading(t: Translate, readings: readonly HistoryReading[]): string {
  let [done, total] = [0, 0];
  const running = readings.flatMap((reading) => (reading.is === 'reading' ? [reading.progress] : []));
  for (const progress of running) {
    done += progress?.done ?? 0;
    total += progress?.total ?? 0;
  }
  if (running.length === 0) return '';
  return total > 0 ? t('Reading the history: {0} of {1}', done, total) : t('Reading the history');
}
