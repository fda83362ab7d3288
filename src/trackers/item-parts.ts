import { z } from 'zod';
import type { RequestState } from '../model/request.js';

/** As `TrackerItem` allows. */
const bodyLimit = 20_000;

export function bodyText(text: string | null | undefined): string {
  return (text ?? '').slice(0, bodyLimit);
}

/** A date-time as trackers write it (`2026-01-02T03:04:05.000+0000` too), as ISO date-time in UTC. */
export const dateTime = z.string().transform((text, context) => {
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  context.addIssue({ code: 'custom', message: 'no date' });
  return z.NEVER;
});

/** Hours that were logged on an item, where any are. */
export function spent(hours: number | null | undefined): { readonly hoursSpent?: number } {
  return typeof hours === 'number' && hours > 0 ? { hoursSpent: hours } : {};
}

/** Words of any tracker for closing without doing. */
const dropping =
  /\b(?:won'?t|wont|will not|not planned|declined|rejected|duplicate|obsolete|invalid|cannot reproduce|cancell?ed|removed|abandoned|dropped)\b/i;

/** What closed items come to, by the word for their resolution or status. */
export function closedState(...words: readonly string[]): RequestState {
  return words.some((word) => dropping.test(word)) ? 'dropped' : 'done';
}

/** Where an item that no category tells of stands, by the word for its status. */
export function stateByWord(status: string, isClosed: boolean | null): RequestState {
  if (isClosed === true) return closedState(status);
  if (dropping.test(status)) return 'dropped';
  if (isClosed === null && /\b(?:done|closed|resolved|completed?|shipped|released|fixed|finished|implemented)\b/i.test(status))
    return 'done';
  if (/\b(?:in progress|doing|started|active|review|testing|in development|implementing|committed)\b/i.test(status)) return 'in-progress';
  return status === '' && isClosed === null ? 'unknown' : 'open';
}

/** The texts in the value of a field, whatever form the tracker gives it: a text, an option, a list of either. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one));
  const named = option.safeParse(value);
  return named.success ? textsIn(named.data.value ?? named.data.name) : [];
}

const option = z.looseObject({ value: z.union([z.string(), z.number()]).optional(), name: z.string().optional() });
