import { applyEdits, modify, parse, type FormattingOptions, type JSONPath, type ModificationOptions, type ParseError } from 'jsonc-parser';
import { usualUrl, type TrackerConfig } from '../model/tracker.js';

/** The text of a new configuration. */
export const emptyConfig = '{\n  "customers": []\n}\n';

/** The file cannot be changed by machine as long as it is not valid JSON. */
export class BrokenConfigError extends Error {
  override readonly name = 'BrokenConfigError';
}

export interface NewCustomer {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Adds the customer unless its id is there already; takes it off the list of words that are none. Keeps comments and layout. */
export function confirmCustomer(text: string, { id, name, aliases }: NewCustomer): string {
  const config = readLists(text);
  if (config.customerIds.includes(id)) return text;
  const entry = { id, name, ...(aliases.length > 0 ? { aliases } : {}) };
  return removeFrom(append(text, 'customers', entry), 'notCustomers', (word) => word === id);
}

/** Gives a configured customer another name; one that was only inferred becomes configured. */
export function renameCustomer(text: string, customer: NewCustomer): string {
  const index = readLists(text).customerIds.indexOf(customer.id);
  return index >= 0 ? set(text, ['customers', index, 'name'], customer.name) : confirmCustomer(text, customer);
}

/** Notes that the word is no customer here. */
export function rejectCustomer(text: string, word: string): string {
  return readLists(text).notCustomers.includes(word) ? text : append(text, 'notCustomers', word);
}

/**
 * Makes one customer another's alias: all that it is called goes to `into`, which becomes configured if it was only inferred. An entry of
 * its own is taken out; what that had besides names goes along.
 */
export function mergeCustomers(text: string, merged: NewCustomer, into: NewCustomer): string {
  const confirmed = confirmCustomer(text, into);
  const { customers, customerIds } = readLists(confirmed);
  const index = customerIds.indexOf(into.id);
  const own = customers[customerIds.indexOf(merged.id)];
  const listed = (key: string): readonly unknown[] => [...listAt(customers[index], key), ...listAt(own, key)];
  const isNew = (name: unknown): boolean => name !== into.id && name !== into.name;
  const names = [...listAt(customers[index], 'aliases'), merged.id, merged.name, ...merged.aliases, ...listAt(own, 'aliases')].filter(
    isNew,
  );
  let result = set(confirmed, ['customers', index, 'aliases'], [...new Set(names)]);
  for (const key of ['ids', 'domains'])
    if (listAt(own, key).length > 0) result = set(result, ['customers', index, key], [...new Set(listed(key))]);
  return own === undefined ? result : set(result, ['customers', customerIds.indexOf(merged.id)], undefined);
}

/** Adds a tracker, with nothing in it that the defaults say already. */
export function addTracker(text: string, { id, type, url, projects }: TrackerConfig): string {
  const isUsual = url === null || url === usualUrl(type);
  return append(text, 'trackers', { id, type, ...(isUsual ? {} : { url }), ...(projects.length > 0 ? { projects } : {}) });
}

/** Takes a tracker out; what was linked to it stays linked. */
export function removeTracker(text: string, id: string): string {
  return removeFrom(text, 'trackers', (tracker) => member(tracker, 'id') === id);
}

/** Ties a request to one finding, in place of the word that it has nothing to do with it. */
export function addLink(text: string, request: string, finding: string): string {
  return append(removeLink(text, request, finding), 'links', { request, finding });
}

/** Takes the tie between a request and one finding out, and the word against it too. */
export function removeLink(text: string, request: string, finding: string): string {
  return removeFrom(text, 'links', (link) => member(link, 'request') === request && member(link, 'finding') === finding);
}

/** Notes that the request has nothing to do with the finding, whatever commits and comments say. */
export function refuseLink(text: string, request: string, finding: string): string {
  return append(removeLink(text, request, finding), 'links', { request, finding, unlink: true });
}

interface Lists {
  readonly customers: readonly unknown[];
  readonly customerIds: readonly unknown[];
  readonly notCustomers: readonly unknown[];
}

function readLists(text: string): Lists {
  const config = read(text);
  const customers = listAt(config, 'customers');
  return { customers, customerIds: customers.map((customer) => member(customer, 'id')), notCustomers: listAt(config, 'notCustomers') };
}

function read(text: string): unknown {
  const errors: ParseError[] = [];
  const config: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new BrokenConfigError();
  return config;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = member(value, key);
  return Array.isArray(list) ? list : [];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}

function append(text: string, key: string, value: unknown): string {
  const { length } = listAt(read(text), key);
  return length > 0 ? change(text, [key, length], value, { isArrayInsertion: true }) : set(text, [key], [value]);
}

function removeFrom(text: string, key: string, isMeant: (entry: unknown) => boolean): string {
  const index = listAt(read(text), key).findIndex(isMeant);
  return index >= 0 ? set(text, [key, index], undefined) : text;
}

function set(text: string, path: JSONPath, value: unknown): string {
  return change(text, path, value, {});
}

function change(text: string, path: JSONPath, value: unknown, options: ModificationOptions): string {
  return applyEdits(text, modify(text, path, value, { ...options, formattingOptions: layoutOf(text) }));
}

/** How the file is indented now. */
function layoutOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
