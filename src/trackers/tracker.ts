import type { ExportReader } from './exported-table.js';
import type { HttpClient } from './http-client.js';
import type { TrackerConfig } from '../model/tracker.js';
import type { TrackerItem } from '../model/tracker-item.js';

/** A token with the origin (`https://acme.example`) that its owner has confirmed for it. */
export interface Credentials {
  readonly token: string;
  /** Name for Basic authorization, for trackers that want one. */
  readonly user: string | null;
  readonly origin: string;
  /** Set for a token of a sign-in, where the tracker takes others as a password. */
  readonly isBearer?: boolean;
}

/** Gives the token of a tracker whose API has this origin. Rejects with TrackerError when there is none or it is meant for another origin. */
export type TokenProvider = (tracker: TrackerConfig, origin: string, signal?: AbortSignal) => Promise<Credentials>;

export interface Account {
  readonly name: string;
}

export interface ItemPage {
  readonly items: readonly TrackerItem[];
  /** Keys of items that the tracker says are deleted; most trackers don't. */
  readonly gone: readonly string[];
  /** What could not be read, as sentences for people. */
  readonly notices?: readonly string[];
}

export interface FetchedItems {
  /** By the key that was asked for; a moved item has another one now. */
  readonly found: ReadonlyMap<string, TrackerItem>;
  /** Not there, or not for this token: trackers don't tell one from the other. */
  readonly missing: readonly string[];
}

/** Parts that are given are wanted all together. */
export interface ItemQuery {
  readonly text?: string;
  /** Name of a customer, as fields, labels or texts have it. */
  readonly customer?: string;
  readonly labels?: readonly string[];
}

/** One issue tracker, read only. All methods reject with TrackerError when it cannot answer, and with the signal's reason when aborted. */
export interface Tracker {
  readonly config: TrackerConfig;
  /** Origin of its API, which a token has to be bound to; null for files. */
  readonly origin: string | null;
  /** Milliseconds by which changes may be listed late: minutes of granularity, index lag, clocks that differ. */
  readonly overlap: number;
  /** Whose token it is; the cheapest question that proves that the connection works. */
  whoAmI(signal?: AbortSignal): Promise<Account>;
  fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems>;
  /** At most 50 items, for people to pick from. */
  search(query: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]>;
  /** Items changed at or after a time (ISO), in any order; null means all. An item may come more than once. */
  changedSince(since: string | null, signal?: AbortSignal): AsyncIterable<ItemPage>;
  webUrl(key: string): string | null;
}

/** Items that a search gives at most. */
export const searchLimit = 50;

/** A list with more pages than this is not read to its end, and says so. */
export const pageLimit = 1000;

/** What an adapter is given to do its work. */
export interface TrackerSurroundings {
  readonly config: TrackerConfig;
  readonly http: HttpClient;
  readonly provider: TokenProvider;
  /** Reads the export of a `file` tracker. */
  readonly readExport: ExportReader;
}
