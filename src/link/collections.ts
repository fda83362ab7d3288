import type { TableFact } from '../facts/facts.js';
import { hostWords, identifyingWords, integrationNames, partyWords, propertyWords, thingWords, weakPartyWords } from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/** Weight of a collection that is called after a party: `brands`, `TENANT_SETTINGS_BY_ID`, `enum Tenant`. */
export const strongCollection = 0.4;
const weakCollection = 0.15;
/** `TENANT_SEATS` may hold seats by tenant, or what there is to say about one tenant's seats. */
export const looseCollection = 0.36;

/** What a collection says by its shape: an enum or union lists alternatives even where its name is singular; plain values may be fields. */
export type CollectionShape = 'table' | 'alternatives' | 'tableOfTables' | 'values';

/** How likely the members of a collection with this name are customers. The fields of one party (`customerData`) are not. */
export function collectionWeight(name: string, shape: CollectionShape = 'table'): number {
  const plural = wordsOf(name);
  const words = plural.map(singular);
  if (words.some((word) => thingWords.has(word) || fieldWords.has(word) || (propertyWords.has(word) && !containerWords.has(word))))
    return 0;
  const party = words.findIndex((word) => partyWords.has(word));
  if (party === -1) {
    const weak = words.findIndex((word) => weakPartyWords.has(word));
    return weak !== -1 && plural[weak] !== words[weak] ? weakCollection : 0;
  }
  const rest = words.slice(party + 1);
  const isContainer = rest.every((word) => containerWords.has(word));
  if (!isContainer) return plural.at(-1) === words.at(-1) ? 0 : looseCollection;
  if (plural[party] !== words[party] || rest.some((word) => indexWords.has(word))) return strongCollection;
  const isPlural = rest.some((word, position) => plural[party + 1 + position] !== word);
  if (shape === 'values') return isPlural ? looseCollection : 0;
  return isPlural || shape !== 'table' ? strongCollection : 0;
}

/** Whether so many of several names are services that the others will be, too: means of payment, identity providers. */
export function areServices(names: readonly string[]): boolean {
  const known = names.filter((name) => integrationNames.has(normalize(name))).length;
  return known >= 2 && known * 4 >= names.length;
}

/** Fields of a record that say whose it is: `slug`, `tenantId`, `organization`. */
export function isIdentifyingKey(key: string): boolean {
  const words = wordsOf(key).map(singular);
  const head = words.at(-1) ?? '';
  if (partyWords.has(head) || hostWords.has(head)) return words.length <= 2;
  return (
    identifyingWords.has(head) &&
    (words.length > 1 || !/^(name|title|alias|label|prefix|ref|reference)$/.test(head)) &&
    words.slice(0, -1).every((word) => partyWords.has(word) || weakPartyWords.has(word))
  );
}

/** Tables of settings per customer hold the same kind of thing under each key; a single customer's settings don't. */
export function isHomogeneous(table: TableFact): boolean {
  return kindsOf(table).size === 1;
}

/** Whether every entry is a plain value, as limits per customer are and limits of one customer too. */
export function holdsValues(table: TableFact): boolean {
  return [...kindsOf(table)].every((kind) => kind === 'literal');
}

/** Whether every entry is a table or list of its own, as settings per customer are and fields of a customer are not. */
export function holdsTables(table: TableFact): boolean {
  return [...kindsOf(table)].every((kind) => kind === 'table' || kind === 'list' || kind === 'function');
}

function kindsOf(table: TableFact): ReadonlySet<string> {
  return new Set(table.entries.filter((entry) => entry.key !== null).map((entry) => entry.value.is));
}

/** Words of our own vocabulary are no names: `brands/config`, `tenants/list`. */
export function isVocabulary(name: string): boolean {
  const words = wordsOf(name).map(singular);
  return words.every(
    (word) =>
      propertyWords.has(word) || identifyingWords.has(word) || partyWords.has(word) || weakPartyWords.has(word) || containerWords.has(word),
  );
}

/** What a collection of customers may be called besides the party. */
const containerWords: ReadonlySet<string> = new Set([
  ...['map', 'by', 'config', 'setting', 'override', 'registry', 'list', 'id', 'slug', 'name', 'key', 'code', 'domain', 'host', 'theme'],
  ...['option', 'data', 'info', 'logo', 'color', 'label', 'content', 'secret', 'rule', 'limit', 'discount', 'price', 'template'],
]);

/** Of these, the ones that say that there are several. */
const indexWords: ReadonlySet<string> = new Set(['map', 'by', 'registry', 'list']);

/** Collections of the fields, texts or steps of one party. */
const fieldWords: ReadonlySet<string> = new Set([
  ...['header', 'prop', 'attribute', 'form', 'cache', 'mock', 'default', 'initial', 'schema', 'endpoint', 'service', 'hook', 'api'],
  ...['translation', 'metric', 'stat', 'permission', 'dto', 'input', 'output', 'payload'],
]);
