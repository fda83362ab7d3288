import type { FolderState } from './folder-session.js';
import { countOneOffs, type Translate } from './translate.js';

export interface StatusSource {
  readonly states: readonly FolderState[];
  /** One-offs that the surfaces show. */
  readonly shown: number;
  readonly hidden: number;
  readonly trusted: boolean;
}

/** What the window as a whole is doing; picks the welcome text too. */
export const windowStates = ['unsupported', 'scanning', 'failed', 'cancelled', 'hidden', 'nothing', 'ready'] as const;
export type WindowState = (typeof windowStates)[number];

export function windowState({ states, shown, hidden }: StatusSource): WindowState {
  if (states.length === 0) return 'unsupported';
  if (states.some((state) => state.is === 'scanning')) return 'scanning';
  if (states.some((state) => state.is === 'failed')) return 'failed';
  if (states.some((state) => state.is === 'cancelled')) return 'cancelled';
  if (shown > 0) return 'ready';
  return hidden > 0 ? 'hidden' : 'nothing';
}

export interface StatusPlan {
  readonly text: string;
  readonly spoken: string;
  readonly tooltip: string;
}

export function planStatus(t: Translate, source: StatusSource): StatusPlan | null {
  const state = windowState(source);
  if (state === 'unsupported') return null;
  const count = countOneOffs(t, source.shown);
  const tooltip = describeState(t, state, source);
  switch (state) {
    case 'scanning':
      return { text: `$(sync~spin) ${describeProgress(t, source.states)}`, spoken: tooltip, tooltip };
    case 'failed':
      return { text: `$(warning) ${count}`, spoken: tooltip, tooltip };
    case 'cancelled':
    case 'hidden':
    case 'nothing':
    case 'ready':
      return { text: `$(tag) ${count}`, spoken: tooltip, tooltip };
  }
}

/** `Scanning 120 of 300 files`, summed over the folders. */
export function describeProgress(t: Translate, states: readonly FolderState[]): string {
  let done = 0;
  let total = 0;
  for (const state of states) {
    if (state.is !== 'scanning' || state.progress?.step !== 'parse') continue;
    done += state.progress.done;
    total += state.progress.total;
  }
  return total > 0 ? t('Scanning {0} of {1} files', done, total) : t('Scanning');
}

function describeState(t: Translate, state: WindowState, { states, shown, hidden, trusted }: StatusSource): string {
  if (state === 'scanning') return describeProgress(t, states);
  if (state === 'failed')
    return t('The scan failed: {0}', states.flatMap((each) => (each.is === 'failed' ? [each.message] : [])).join(' '));
  if (state === 'cancelled') return t('The scan was cancelled; {0} so far.', countOneOffs(t, shown));
  const lines = [t('{0} in this window', countOneOffs(t, shown))];
  if (hidden > 0) lines.push(t('Hidden for low confidence: {0}', hidden));
  if (!trusted) lines.push(t('Restricted Mode: code is parsed and never run'));
  return lines.join('\n');
}
