import type { TrackerConfig } from '../model/tracker.js';
import { pageLimit, type ItemPage } from './tracker.js';
import { tooLong } from './walk-by-time.js';

/** A page with what leads to the next one; undefined at the end. */
export interface TokenPage<T> {
  readonly page: ItemPage;
  readonly next: T | undefined;
}

/** Walks a list whose pages say themselves where they go on: by token, cursor, number or address. The first page has none. */
export async function* walkByToken<T>(
  config: TrackerConfig,
  read: (token: T | undefined) => Promise<TokenPage<T>>,
): AsyncGenerator<ItemPage> {
  let token: T | undefined;
  for (let count = 0; count < pageLimit; count++) {
    const { page, next } = await read(token);
    yield page;
    if (next === undefined) return;
    token = next;
  }
  throw tooLong(config);
}
