import type { Facts, Span } from '../facts/facts.js';
import type { Constant } from './constant.js';
import {
  genericValues,
  hostWords,
  identifyingWords,
  integrationNames,
  legalForms,
  partyWords,
  rehearsalWords,
  weakPartyWords,
  propertyWords,
} from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/** What a constant calls a customer. */
export interface Naming {
  readonly name: string;
  /** The opaque id behind the name, or null when the name itself stands in the code. */
  readonly id: string | null;
}

/** Uuids, prefixed and random keys, and numbers: texts that tell a reader nothing. */
export function isOpaque(text: string): boolean {
  if (/^\d+$/.test(text)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return true;
  if (/^[a-z]{2,8}_[A-Za-z0-9]{8,}$/.test(text)) return /\d/.test(text) || /[A-Z]/.test(text.slice(text.indexOf('_')));
  return /^(?=[^\d]*\d[^\d]*\d)[A-Za-z0-9]{16,}$/.test(text);
}

/** A host name with at least one dot and a top-level domain of letters. */
export function isDomain(text: string): boolean {
  return (
    /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(text) && !/\.(ts|tsx|js|jsx|json|css|svg|png|html?|vue|svelte|astro|md|pdf|csv)$/.test(text)
  );
}

/** The part of a host name that names its owner: `www.acme.co.uk` is acme. */
export function ownerOfDomain(domain: string): string {
  const labels = domain.toLowerCase().split('.');
  const last = labels.at(-2) ?? '';
  return /^(co|com|org|net|gov|ac|edu)$/.test(last) && labels.length > 2 ? (labels.at(-3) ?? last) : last;
}

/** A text without what only says where it belongs in a longer one: `.acme.com`, `@acme.com`, `acme-`, `/acme/`. */
export function withoutMarks(text: string): string {
  return text.replace(/^[@./_-]+|[/_.-]+$/g, '');
}

/** Whether a text could be somebody's name: not a placeholder, role, plan or service, and not prose. */
export function isPlausibleName(text: string): boolean {
  if (text.length < 2 || text.length > 40 || !/^[\p{L}\p{N}][\p{L}\p{N} &'._-]*$/u.test(text)) return false;
  if (text.split(' ').length > 4 || (/\s/.test(text) && !/^\p{Lu}/u.test(text))) return false;
  const normal = normalize(text);
  if ([genericValues, integrationNames, legalForms].some((words) => words.has(normal)) || genericValues.has(singular(normal))) return false;
  const words = wordsOf(text);
  if (words.some((word) => rehearsalWords.has(word)) || isFieldName(text, words) || roleAtEnd.test(normal)) return false;
  return !words.every(
    (word) => genericValues.has(word) || genericValues.has(singular(word)) || isStructural(word) || /^(\d+|\p{L})$/u.test(word),
  );
}

/** `superAdmins`, `acmeadmin`: people who look after parties. */
const roleAtEnd = /(?:admin|administrator)s?$/;

/** `demo`, `test-tenant`, `acme-sandbox`: the name of a party made up for demonstrations and tests. */
export function isRehearsalName(text: string): boolean {
  const words = wordsOf(text);
  const rest = words.filter((word) => !rehearsalWords.has(word));
  if (rest.length === words.length || words.length > 4 || !/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(text)) return false;
  if (rest.every((word) => partyWords.has(word) || weakPartyWords.has(word))) return words.some((word) => rehearsalParties.has(word));
  return isPlausibleName(rest.join('-'));
}

/** Of the words of rehearsal, those that a party may be called by alone; the others are environments and test doubles. */
const rehearsalParties: ReadonlySet<string> = new Set(['demo', 'test', 'sandbox', 'example', 'sample', 'dummy']);

/** `primary_color`, `firstName`, `messengerPageId`: named like a field, after what it holds. */
function isFieldName(text: string, words: readonly string[]): boolean {
  const head = singular(words.at(-1) ?? '');
  if (!/^\p{Ll}/u.test(text) || text.includes('-')) return false;
  return propertyWords.has(head) || (words.length > 1 && identifyingWords.has(head));
}

/** The best name that the code offers for a constant: the text itself, else the constant's name, else a comment, else the opaque id. */
export function nameOfConstant(constant: Constant, facts: Facts | undefined): Naming | null {
  const { value } = constant;
  const fromName = nameFromIdentifier(constant.names);
  if (value === null) return fromName === null ? null : { name: fromName, id: null };
  const text = withoutMarks(String(value));
  if (isDomain(text)) {
    const name = labelInName(text, constant.names) ?? ownerOfDomain(text);
    return isPlausibleName(name) ? { name, id: text } : null;
  }
  if (!isOpaque(text)) return isPlausibleName(text) ? { name: text, id: null } : null;
  const name = fromName ?? (facts && nameFromNote(facts, constant.span));
  return { name: name ?? text, id: text };
}

/** `ACME_HOST = 'acme.tidywork.io'`: the label that the constant is called after. */
function labelInName(domain: string, names: readonly string[]): string | undefined {
  const words = wordsOf(names.at(-1) ?? '');
  return domain.split('.').find((label) => words.includes(label) && isPlausibleName(label));
}

/** The customer in `INITECH_TENANT_ID`, `Tenant.Initech` or `brands.initech`; null when nothing is left that could be a name. */
export function nameFromIdentifier(names: readonly string[]): string | null {
  const last = names.at(-1);
  if (last === undefined) return null;
  const left = wordsOf(last).filter((word) => !isStructural(word));
  const name = left.join('-');
  return left.length > 0 && left.length <= 3 && isPlausibleName(name) && !left.some((word) => positionWords.has(word)) ? name : null;
}

/** `DEFAULT_TENANT`, `fallbackBrand`: whoever it is, the code asks whether it is somebody in particular. */
export function isPlaceholder(names: readonly string[]): boolean {
  return wordsOf(names.at(-1) ?? '').some(
    (word) => word === 'default' || word === 'fallback' || word === 'placeholder' || rehearsalWords.has(word),
  );
}

/** Words that tell which of several, not who. */
const positionWords: ReadonlySet<string> = new Set([
  'parent',
  'child',
  'first',
  'last',
  'old',
  'legacy',
  'source',
  'target',
  'selected',
  'max',
  'min',
  'allowed',
  'excluded',
  'included',
  'eligible',
  'list',
  'map',
  'set',
  'ids',
  'all',
  'supported',
  'disabled',
  'enabled',
  'exempt',
  'hidden',
  'special',
  'known',
  'valid',
  'invalid',
  'regex',
  'pattern',
]);

function isStructural(word: string): boolean {
  const one = singular(word);
  return (
    partyWords.has(one) ||
    weakPartyWords.has(one) ||
    identifyingWords.has(one) ||
    hostWords.has(one) ||
    /^(next|public|vite|react|env|is|the)$/.test(one)
  );
}

/** `'e4b0…', // Initech (INI)`: the comment beside an opaque literal, up to its first bracket or dash. */
function nameFromNote(facts: Facts, span: Span): string | null {
  const line = lineOf(facts, span.start);
  const note =
    facts.notes.find((candidate) => lineOf(facts, candidate.start) === line) ??
    facts.notes.find((candidate) => candidate.isAlone && lineOf(facts, candidate.end) === line - 1);
  const text = note?.text.split(/\s[-–—(:]|[(,;:]/)[0]?.trim() ?? '';
  return isPlausibleName(text) ? text : null;
}

/** 0-based line of an offset. */
export function lineOf(facts: Facts, offset: number): number {
  let low = 0;
  let high = facts.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((facts.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
