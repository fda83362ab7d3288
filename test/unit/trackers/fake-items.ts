import type { FakeAnswer } from './fake-server.js';

/** An item as all fakes hold it. */
export interface FakeItem {
  number: number;
  title: string;
  /** ISO, whole seconds. */
  updatedAt: string;
  label: string;
  customer: string;
  isClosed: boolean;
  /** Logged on it. */
  hours: number;
  isDeleted: boolean;
  /** The number that it had before it was moved. */
  movedFrom?: number;
}

/** Entries of a page. */
export const pageSize = 2;
export const created = '2026-01-01T00:00:00Z';
export const notFound: FakeAnswer = { status: 404, body: { message: 'Not Found' } };

export function present(items: readonly FakeItem[]): FakeItem[] {
  return items.filter(({ isDeleted }) => !isDeleted).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
}

export function byNumber(items: readonly FakeItem[], number: number): FakeItem | undefined {
  return present(items).find((item) => item.number === number || item.movedFrom === number);
}

export function changedSince(items: readonly FakeItem[], since: string | null | undefined): FakeItem[] {
  return present(items).filter(({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since));
}

export function said(items: readonly FakeItem[], text: string): FakeItem[] {
  return present(items).filter(({ title, label }) => text.includes(label) || title.split(' ').some((word) => text.includes(word)));
}

export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}
