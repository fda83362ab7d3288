/** `1 file`, `1,234 files`. */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

export function number(amount: number): string {
  return amount.toLocaleString('en-US');
}

/** A part of a whole in whole per cent; what is neither none nor all is never rounded to it. Empty for a part of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '';
  const exact = (100 * part) / whole;
  if (exact > 0 && exact < 1) return 'under 1\u00a0%';
  if (exact < 100 && exact > 99) return 'over 99\u00a0%';
  return `${String(Math.round(exact))}\u00a0%`;
}

/** `a, b and c`; of more than `limit` names the rest is counted, unless it is one. */
export function listed(names: readonly string[], limit = 3): string {
  const shown = names.length > limit + 1 ? [...names.slice(0, limit), `${number(names.length - limit)} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** The day of an ISO date or date-time. */
export function day(date: string): string {
  return date.slice(0, 10);
}
