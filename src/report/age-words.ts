import type { Age } from '../model/age.js';
import type { Finding } from '../model/finding.js';

/** `14 months`, `3 days`: how long ago an ISO date-time was, on an ISO day, in the largest unit of which two have passed. */
export function timeSince(date: string, day: string): string {
  const days = Math.max(0, Math.floor((Date.parse(`${day}T23:59:59Z`) - Date.parse(date)) / 86_400_000));
  const [amount, unit] = days < 60 ? [days, 'day'] : days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** How old the lines are, in a few words; `day` is the ISO date of the report. */
export function ageInWords({ introduced, isOlder }: Age, day: string): string {
  if (!introduced) return 'not committed yet';
  return `${isOlder ? 'over ' : ''}${timeSince(introduced.date, day)}`;
}

/** `14 months`, `12 collateral changes`: what a history has to say of a finding; nothing without one. */
export function historyWords({ age, debt }: Pick<Finding, 'age' | 'debt'>, day: string | undefined): readonly string[] {
  if (!age || day === undefined) return [];
  const collateral = debt?.collateral ?? 0;
  const uncommitted = age.introduced && age.uncommitted > 0 ? [counted(age.uncommitted, 'line', ' not committed yet')] : [];
  return [ageInWords(age, day), ...uncommitted, ...(collateral > 0 ? [counted(collateral, 'collateral change')] : [])];
}

export function counted(amount: number, noun: string, after = ''): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}${after}`;
}
