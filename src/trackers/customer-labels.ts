import { usualCustomerLabels } from '../model/tracker.js';
import type { CustomerReference } from '../model/tracker-item.js';

const mark = '{customer}';

function patternsOr(patterns: readonly string[]): readonly string[] {
  return patterns.length > 0 ? patterns : usualCustomerLabels;
}

/** Customers that labels and fields name, each once. Without patterns, labels count in the usual forms: `customer-acme`, `customer:acme`. */
export function customersIn(labels: readonly string[], patterns: readonly string[], fields: readonly string[]): CustomerReference[] {
  const named = labels.flatMap((label) => patternsOr(patterns).flatMap((pattern) => customerIn(label, pattern) ?? []));
  return [...new Set([...fields, ...named])].map((name) => ({ name }));
}

function customerIn(label: string, pattern: string): string | null {
  const [before = '', after = ''] = pattern.toLowerCase().split(mark);
  const folded = label.toLowerCase();
  const isLike = folded.startsWith(before) && folded.endsWith(after) && label.length > before.length + after.length;
  return isLike ? label.slice(before.length, label.length - after.length).trim() : null;
}

/** The labels that a customer's requests may have, with the name as written and as one word. */
export function labelsOf(customer: string, patterns: readonly string[]): readonly string[] {
  const word = customer.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return patternsOr(patterns).flatMap((pattern) => [...new Set([pattern.replace(mark, word), pattern.replace(mark, customer)])]);
}
