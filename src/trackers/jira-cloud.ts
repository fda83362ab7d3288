import { z } from 'zod';
import type { TrackerItem } from '../model/tracker-item.js';
import { adfText } from './adf-text.js';
import { basic } from './authorization.js';
import { batches } from './batches.js';
import { findMoved } from './find-moved.js';
import { jiraFields, jiraIssue, jiraItem, jqlIn, jqlTime } from './jira-issue.js';
import { searchJql } from './jira-query.js';
import { JiraSite } from './jira-site.js';
import { searchLimit } from './tracker.js';
import type { FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByToken } from './walk-by-token.js';

const searchPage = z.looseObject({ issues: z.array(jiraIssue), nextPageToken: z.string().nullish(), isLast: z.boolean().optional() });
const bulkFetched = z.looseObject({ issues: z.array(jiraIssue) });

/** Keys that one bulk fetch takes. */
const batchSize = 100;

/** Jira Cloud, REST version 3. */
export class JiraCloud extends JiraSite implements Tracker {
  /** Its search index lags; connectors in production missed issues with two hours. */
  override readonly overlap = 24 * 60 * 60_000;

  constructor(around: TrackerSurroundings) {
    super(around, 'rest/api/3', { authorize: basic });
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const found = new Map<string, TrackerItem>();
    for (const batch of batches(keys, batchSize)) {
      for (const item of await this.#bulkFetch(batch, signal)) if (batch.includes(item.key)) found.set(item.key, item);
    }
    await findMoved(keys, found, async (key) => (await this.#bulkFetch([key], signal))[0]);
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async #bulkFetch(keys: readonly string[], signal: AbortSignal | undefined): Promise<readonly TrackerItem[]> {
    const fields = await this.customerFields(signal);
    const body = { issueIdsOrKeys: keys, fields: [...jiraFields, ...fields] };
    const { value } = await this.client.ask({ path: `${this.api}/issue/bulkfetch`, body, schema: bulkFetched }, signal);
    return value.issues.map((issue) => jiraItem(this.config, issue, fields, adfText));
  }

  async search(query: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const { items } = await this.#page(searchJql(this.config, query), searchLimit, undefined, signal);
    return items;
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    const from = since === null ? '' : ` AND updated >= ${jqlTime(since, await this.zone(signal))}`;
    const jql = `${jqlIn('project', this.config.projects)}${from} ORDER BY updated ASC`;
    yield* walkByToken<string>(this.config, async (token) => {
      const { items, next } = await this.#page(jql, 100, token, signal);
      return { page: { items, gone: [] }, next };
    });
  }

  async #page(
    jql: string,
    maxResults: number,
    nextPageToken: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly items: readonly TrackerItem[]; readonly next: string | undefined }> {
    const fields = await this.customerFields(signal);
    const body = { jql, maxResults, fields: [...jiraFields, ...fields], ...(nextPageToken !== undefined && { nextPageToken }) };
    const { value } = await this.client.ask({ path: `${this.api}/search/jql`, body, schema: searchPage }, signal);
    const items = value.issues.map((issue) => jiraItem(this.config, issue, fields, adfText));
    return { items, next: value.isLast === true ? undefined : (value.nextPageToken ?? undefined) };
  }
}
