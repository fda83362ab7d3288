import { normalize, wordsOf } from '../link/words.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { KeyLink } from './key-reader.js';

/** Candidates of one finding; more are no help to whoever picks. */
const candidateLimit = 3;

interface CustomerItem {
  readonly item: TrackerItem;
  readonly words: ReadonlySet<string>;
  /** As the item writes the customer. */
  readonly named: string;
  readonly isLabel: boolean;
}

/** The items that name a customer in a field or label, by the customer's id. */
export class CustomerItems {
  readonly #items = new Map<string, CustomerItem[]>();

  constructor(items: readonly TrackerItem[], customers: readonly Customer[]) {
    const byName = new Map(
      customers.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((one) => [normalize(one), id] as const)),
    );
    for (const item of items) {
      const named = new Map(
        item.customers.flatMap(({ name }) => (byName.has(normalize(name)) ? [[byName.get(normalize(name)) ?? '', name]] : [])),
      );
      for (const [id = '', name = ''] of named) {
        const isLabel = item.labels.some((label) => normalize(label).endsWith(normalize(name)));
        const list = this.#items.get(id) ?? [];
        list.push({ item, words: new Set(wordsOf(`${item.title} ${item.body.slice(0, 2000)}`)), named: name, isLabel });
        this.#items.set(id, list);
      }
    }
  }

  of(customers: readonly string[]): readonly CustomerItem[] {
    return customers.flatMap((id) => this.#items.get(id) ?? []);
  }
}

/** Requests of a finding's customers, those first that share most words with its place and text. Words of the customer's name don't count. */
export function customerCandidates({ path, text, flag, customers }: Finding, known: CustomerItems): readonly KeyLink[] {
  const said = new Set(wordsOf(`${path} ${text} ${flag?.key ?? ''}`).filter((word) => word.length > 3));
  const ranked = known.of(customers).map((one) => {
    const own = new Set(wordsOf(one.named));
    return { ...one, shared: [...said].filter((word) => one.words.has(word) && !own.has(word)) };
  });
  const best = ranked.toSorted((a, b) => b.shared.length - a.shared.length || (a.item.updatedAt < b.item.updatedAt ? 1 : -1));
  return best.slice(0, candidateLimit).map(({ item, named, isLabel, shared }): KeyLink => {
    const key = { tracker: null, key: item.key, url: null, isDoubtful: false };
    const where = isLabel ? 'A label' : 'A field';
    const like = shared.length > 0 ? `, and it shares the words ${shared.slice(0, 4).join(', ')} with this place` : '';
    return {
      key,
      item,
      source: isLabel ? 'label' : 'customer-field',
      isCandidate: true,
      why: `${where} of the request names ${named}${like}.`,
    };
  });
}
