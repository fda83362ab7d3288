import type { TrackerConfig } from '../model/tracker.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { exportedItems, type ExportedItems } from './exported-items.js';
import type { ExportReader } from './exported-table.js';
import { TrackerError } from './tracker-error.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';

/** A CSV or JSON export, read anew each time. */
export class ExportFile implements Tracker {
  readonly config: TrackerConfig;
  readonly origin = null;
  readonly overlap = 0;
  readonly #readExport: ExportReader;

  constructor({ config, readExport }: Pick<TrackerSurroundings, 'config' | 'readExport'>) {
    this.config = config;
    this.#readExport = readExport;
  }

  async whoAmI(): Promise<Account> {
    const { items } = await this.#read();
    return { name: `${this.config.path ?? ''}, ${items.length} ${items.length === 1 ? 'item' : 'items'}` };
  }

  async fetchByKeys(keys: readonly string[]): Promise<FetchedItems> {
    const { items } = await this.#read();
    const found = new Map(items.filter(({ key }) => keys.includes(key)).map((item) => [item.key, item]));
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async search(query: ItemQuery): Promise<readonly TrackerItem[]> {
    const { items } = await this.#read();
    return items.filter((item) => isMeant(item, query)).slice(0, searchLimit);
  }

  async *changedSince(): AsyncGenerator<ItemPage> {
    const { items, notices } = await this.#read();
    yield { items, gone: [], notices };
  }

  /** Items have their own addresses, where the export tells them. */
  webUrl(): null {
    return null;
  }

  async #read(): Promise<ExportedItems> {
    try {
      return exportedItems(this.config, await this.#readExport(this.config.path ?? ''));
    } catch (error) {
      throw new TrackerError('unexpected', this.config.id, error instanceof Error ? error.message : String(error));
    }
  }
}

function isMeant({ key, title, body, labels, customers }: TrackerItem, query: ItemQuery): boolean {
  const holds = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
  const { text, customer, labels: wanted = [] } = query;
  const isSaid = text === undefined || [key, title, body].some((one) => holds(one, text));
  const isFor = customer === undefined || customers.some(({ name }) => holds(name, customer)) || holds(title, customer);
  return isSaid && isFor && wanted.every((label) => labels.some((one) => one.toLowerCase() === label.toLowerCase()));
}
