import type { Request } from '../model/request.js';
import { closestWord } from './closest-word.js';
import type { Customers, KnownCustomer } from './customers.js';
import { normalize } from './words.js';

/** What the text behind `oneoff` in a comment says. */
export interface Annotation {
  readonly customers: readonly KnownCustomer[];
  readonly requests: readonly Request[];
  /** What is wrong with it, each with a remedy. */
  readonly faults: readonly { readonly message: string; readonly remedy: string }[];
}

/** More words than this are prose, not a misspelt name. */
const longestName = 3;

/**
 * Reads `CUSTOMER[, CUSTOMER] [REQUEST…] [-- note]`. Null for prose that happens to begin with the word: no customer is named, and what
 * stands there is too long for a name and has no request behind it.
 */
export function readAnnotation(text: string, known: Customers): Annotation | null {
  const [said = ''] = text.split(/(?:^|\s)--(?:\s|$)/);
  const segments = said.split(',').map((segment) => segment.trim());
  const last = readLast((segments.pop() ?? '').split(/\s+/).filter(Boolean), known);
  const names = [...segments, last.name];
  const customers = names.flatMap((name) => customerCalled(name, known) ?? []);
  const strangers = names.filter((name) => customerCalled(name, known) === null);
  const requests = last.rest.flatMap((word) => requestOf(word) ?? []);
  const [stranger = ''] = strangers;
  if (customers.length === 0 && requests.length === 0 && isProse(stranger, known)) return null;
  const stray = last.rest.filter((word) => requestOf(word) === null).join(' ');
  return {
    customers: [...new Set(customers)],
    requests,
    faults: [...strangers.map((name) => unknownCustomer(name, known)), ...(stray === '' ? [] : [noRequest(stray)])],
  };
}

/** The customer's name takes as many words as name one; where none do, all up to the first request. */
function readLast(words: readonly string[], known: Customers): { readonly name: string; readonly rest: readonly string[] } {
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ');
    if (customerCalled(name, known)) return { name, rest: words.slice(length) };
  }
  const first = words.findIndex((word) => requestOf(word) !== null);
  const length = first < 0 ? words.length : first;
  return { name: words.slice(0, length).join(' '), rest: words.slice(length) };
}

function customerCalled(name: string, known: Customers): KnownCustomer | null {
  if (name === '') return null;
  const spelling = normalize(name);
  return known.recognizeText(name)?.customer ?? known.all.find((customer) => isCalled(customer, spelling)) ?? null;
}

/** Imported names that are ordinary words are recognised only where somebody means them, as here. */
function isCalled(customer: KnownCustomer, spelling: string): boolean {
  return spelling !== '' && [customer.id, customer.name, ...customer.aliases].some((name) => normalize(name) === spelling);
}

function isProse(name: string, known: Customers): boolean {
  return name.split(/\s+/).length > 1 && (name.split(/\s+/).length > longestName || closestName(name, known) === undefined);
}

function closestName(name: string, known: Customers): string | undefined {
  return closestWord(name, [...new Set(known.all.flatMap((customer) => [customer.id, customer.name, ...customer.aliases]))]);
}

function unknownCustomer(name: string, known: Customers): Annotation['faults'][number] {
  const close = closestName(name, known);
  const message = name === '' ? 'The directive names no customer.' : `No customer "${name}" is known.`;
  const add = 'Write its id or name, or add it to "customers" in oneoff.config.json.';
  return { message, remedy: close === undefined || name === '' ? add : `Did you mean "${close}"?` };
}

function noRequest(text: string): Annotation['faults'][number] {
  const remedy = 'Write keys such as PROD-123 or #123, or addresses; a note goes behind " -- ".';
  return { message: `"${text}" is neither a customer nor a request.`, remedy };
}

/** `PROD-123`, `#123`, `owner/repository#123`, `!123`, or an address that ends in one. */
function requestOf(word: string): Request | null {
  if (/^https?:\/\/\S+$/.test(word)) {
    const last = /([^/?#]+)\/?(?:[?#].*)?$/.exec(word)?.[1] ?? word;
    return { tracker: null, key: /^\d+$/.test(last) ? `#${last}` : last, url: word };
  }
  return /^(?:[A-Za-z][A-Za-z0-9_]*-\d+|[\w./-]*[#!]\d+)$/.test(word) ? { tracker: null, key: word, url: null } : null;
}
