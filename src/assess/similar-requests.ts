import type { Customer } from '../model/customer.js';
import type { SimilarCustomer } from '../model/plan.js';
import type { Request } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { ItemIndex } from './item-index.js';

/** Titles are alike when they share this part of their words together, and at least so many. */
const sharedPart = 0.5;
const sharedWords = 2;

/** Words of titles that say nothing of what is asked for. */
const fillers = new Set(
  'a an and as at be by can do for from have in into is it need needs of on or our should that the their this to via want wants when with add support allow enable please request feature customer client'.split(
    ' ',
  ),
);

/** Finds out who else asked for much the same. Made once for all items: each is looked at only for words that it has. */
export class SimilarRequests {
  readonly #items: readonly TrackerItem[];
  readonly #index: ItemIndex;
  readonly #words: ReadonlyMap<TrackerItem, ReadonlySet<string>>;
  readonly #byWord = new Map<string, TrackerItem[]>();
  readonly #idOf: (name: string) => string | null;

  constructor(items: readonly TrackerItem[], customers: readonly Customer[]) {
    this.#items = items;
    this.#index = new ItemIndex(items);
    this.#idOf = idByName(customers);
    const named = [...customers.flatMap(({ id, name, aliases }) => [id, name, ...aliases]), ...items.flatMap(namesIn)];
    const ignored = new Set([...fillers, ...named.flatMap(wordsOf)]);
    this.#words = new Map(items.map((item) => [item, new Set(wordsOf(item.title).filter((word) => !ignored.has(word)))]));
    for (const [item, words] of this.#words) {
      for (const word of words) {
        const list = this.#byWord.get(word);
        if (list) list.push(item);
        else this.#byWord.set(word, [item]);
      }
    }
  }

  /** Items behind requests, as far as trackers have told of them. */
  itemsOf(requests: readonly Request[]): readonly TrackerItem[] {
    return requests.flatMap(({ tracker, key }) => this.#index.of({ tracker: tracker === null ? null : { id: tracker }, key }) ?? []);
  }

  /** Customers other than `customer` (an id) with these requests or such as are alike, by name. */
  others(customer: string, requests: readonly Request[]): readonly SimilarCustomer[] {
    const found = new Map<string, { name: string; id: string | null; keys: Set<string>; why: string }>();
    const add = (item: TrackerItem, why: string): void => {
      for (const { name } of item.customers) {
        const id = this.#idOf(name);
        if (id === customer) continue;
        const party = found.get(id ?? folded(name)) ?? { name, id, keys: new Set(), why };
        party.keys.add(item.key);
        found.set(id ?? folded(name), party);
      }
    };
    for (const item of this.itemsOf(requests)) {
      add(item, `${item.key} names them too.`);
      for (const other of this.#alike(item)) add(other, `“${other.title}” (${other.key}) is much like “${item.title}” (${item.key}).`);
    }
    const parties = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return parties.map(({ name, id, keys, why }) => ({ customer: id, name, requests: [...keys].sort(), why }));
  }

  #alike(item: TrackerItem): readonly TrackerItem[] {
    const words = this.#words.get(item) ?? new Set();
    const shared = new Map<TrackerItem, number>();
    for (const word of words) for (const other of this.#byWord.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    shared.delete(item);
    return this.#items.filter((other) => {
      const common = shared.get(other) ?? 0;
      const all = words.size + (this.#words.get(other)?.size ?? 0) - common;
      return common >= sharedWords && common >= sharedPart * all;
    });
  }
}

function namesIn({ customers }: TrackerItem): readonly string[] {
  return customers.map(({ name }) => name);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(name: string): string {
  return wordsOf(name).join(' ');
}

/** Id of the customer that goes by a name, or null. */
export function idByName(customers: readonly Customer[]): (name: string) => string | null {
  const ids = new Map(customers.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((each) => [folded(each), id] as const)));
  return (name) => ids.get(folded(name)) ?? null;
}
