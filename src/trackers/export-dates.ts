import type { DateOrder } from '../model/tracker.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date as an export writes it, as ISO date-time in UTC; null for what is none, or can be read in two ways and `order` doesn't say. */
export function exportedDate(text: string, order: DateOrder | null): string | null {
  if (/^\d{4}-\d\d-\d\d(?:$|[T ])/.test(text)) return iso(Date.parse(text.replace(' ', 'T')));
  const [, first = '', second = '', third = '', rest = ''] =
    /^(\d{1,4})[./ -](\d{1,2}|[A-Za-z]{3,9})[./ -](\d{1,4})(?:,?[ T]+(.*))?$/.exec(text) ?? [];
  const named = months.indexOf(second.slice(0, 3).toLowerCase()) + 1;
  const inOrder = named > 0 && order === null ? 'day-month-year' : order;
  if (first === '' || inOrder === null) return null;
  const numbers = [Number(first), named > 0 ? named : Number(second), Number(third)];
  const [day = 0, month = 0, year = 0] = {
    'day-month-year': numbers,
    'month-day-year': [numbers[1], numbers[0], numbers[2]],
    'year-month-day': [numbers[2], numbers[1], numbers[0]],
  }[inOrder];
  const [hours, minutes] = timeOf(rest);
  const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hours, minutes));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString() : null;
}

/** `16:05`, `4:05 PM` */
function timeOf(text: string): readonly [number, number] {
  const [, hours, minutes, half] = /^(\d{1,2}):(\d\d)(?::\d\d)?\s*([AaPp][Mm])?/.exec(text) ?? [];
  if (hours === undefined) return [0, 0];
  const past = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return [past, Number(minutes)];
}

function iso(time: number): string | null {
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
