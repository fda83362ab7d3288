import type { Coverage, Indicator, Period, Quarter } from '../model/red-flag.js';

/** One of the things that are counted. */
export interface Case {
  readonly isHit: boolean;
  /** ISO date or date-time that puts it into a quarter; null where it has none. */
  readonly date: string | null;
}

/** How many of the cases are hits, in all and, where there is a window, in each of its last four quarters. */
export function indicatorOf(name: string, cases: readonly Case[], window: Period | null, coverage: Coverage | null = null): Indicator {
  return { name, ...shareOf(cases), coverage, window, quarters: window ? quartersOf(cases, window.to) : [] };
}

/** As `indicatorOf`, for the state of today: cases are counted whatever their date, which only tells the trend. */
export function stateOf(name: string, cases: readonly Case[], window: Period | null, coverage: Coverage | null = null): Indicator {
  return { ...indicatorOf(name, cases, window, coverage), window: null };
}

export function isWithin(date: string, { from, to }: Period): boolean {
  const day = date.slice(0, 10);
  return day >= from && day <= to;
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** An ISO date so many months before another, on the last day of a month where that has no such day. */
export function monthsBefore(date: string, months: number): string {
  const then = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const dayOfMonth = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(dayOfMonth, lastDay));
  return then.toISOString().slice(0, 10);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

function quartersOf(cases: readonly Case[], end: string): readonly Quarter[] {
  const dated = cases.filter(({ date }) => date !== null);
  if (dated.length === 0) return [];
  return [12, 9, 6, 3].map((months) => {
    const period = { from: monthsBefore(end, months), to: months === 3 ? end : dayBefore(monthsBefore(end, months - 3)) };
    return { ...period, ...shareOf(dated.filter(({ date }) => date !== null && isWithin(date, period))) };
  });
}

function shareOf(cases: readonly Case[]): { readonly numerator: number; readonly denominator: number } {
  return { numerator: cases.filter(({ isHit }) => isHit).length, denominator: cases.length };
}
