import type { FlagState } from '../model/finding.js';

/** Puts values into a text, as `vscode.l10n.t` does in the reader's language. */
export type Say = (message: string, ...values: (string | number)[]) => string;

/** For fronts that speak English only. */
export const inEnglish: Say = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));

/** `constant: on, expired 2026-01-01`; empty where nothing is known that says more than that it is a flag. */
export function describeFlagState(t: Say, state: FlagState): string {
  const { expired, isPermanent } = state;
  const parts = [kindInWords(t, state), expired === undefined ? '' : t('expired {0}', expired), isPermanent ? t('permanent') : ''];
  return parts.filter(Boolean).join(', ');
}

function kindInWords(t: Say, { kind, value, targets = [], isInverted, percent = 0 }: FlagState): string {
  const names = targets.slice(0, 3).join(', ') + (targets.length > 3 ? ' …' : '');
  switch (kind) {
    case 'constant':
      return t('constant: {0}', valueInWords(t, value));
    case 'one-customer':
    case 'cohort':
      return isInverted ? t('all but {0}', names) : t('only {0}', names);
    case 'percentage':
      return t('{0} % rollout', percent);
    case 'dead-key':
      return t('never asked for');
    case 'unknown-key':
      return t('not defined');
    case 'varying':
      return '';
  }
}

function valueInWords(t: Say, value: FlagState['value']): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? t('on') : t('off');
}
