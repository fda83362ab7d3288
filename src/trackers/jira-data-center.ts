import { z } from 'zod';
import type { TrackerItem } from '../model/tracker-item.js';
import { bearer } from './authorization.js';
import { batches } from './batches.js';
import { findMoved } from './find-moved.js';
import { jiraFields, jiraIssue, jiraItem, jqlIn, jqlTime } from './jira-issue.js';
import { searchJql } from './jira-query.js';
import { JiraSite } from './jira-site.js';
import { searchLimit } from './tracker.js';
import type { FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByTime } from './walk-by-time.js';

const searchPage = z.looseObject({ issues: z.array(jiraIssue) });

const batchSize = 50;
const pageSize = 100;

/** Jira Data Center and Server, REST version 2. Bodies are wiki markup, which is read as text. */
export class JiraDataCenter extends JiraSite implements Tracker {
  constructor(around: TrackerSurroundings) {
    super(around, 'rest/api/2', { authorize: bearer });
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const found = new Map<string, TrackerItem>();
    for (const batch of batches(keys, batchSize)) {
      const open = new Set(batch);
      for (let start = 0, page = await this.#page(jqlIn('key', batch), 0, batchSize, signal); page.length > 0;) {
        for (const item of page) if (open.has(item.key)) found.set(item.key, item);
        start += page.length;
        page = start < batch.length ? await this.#page(jqlIn('key', batch), start, batchSize, signal) : [];
      }
    }
    await findMoved(keys, found, async (key) => (await this.#page(jqlIn('key', [key]), 0, 1, signal))[0]);
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  search(query: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    return this.#page(searchJql(this.config, query), 0, searchLimit, signal);
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    const zone = await this.zone(signal);
    yield* walkByTime(this.config, since, async (start, skip) => {
      const from = start === null ? '' : ` AND updated >= ${jqlTime(start, zone)}`;
      const jql = `${jqlIn('project', this.config.projects)}${from} ORDER BY updated ASC, key ASC`;
      const items = await this.#page(jql, skip, pageSize, signal);
      return { items, length: items.length, isLast: false };
    });
  }

  async #page(jql: string, startAt: number, maxResults: number, signal: AbortSignal | undefined): Promise<readonly TrackerItem[]> {
    const fields = await this.customerFields(signal);
    // Without validation, a key that does not exist is passed over instead of failing the whole query.
    const body = { jql, startAt, maxResults, validateQuery: false, fields: [...jiraFields, ...fields] };
    const { value } = await this.client.ask({ path: `${this.api}/search`, body, schema: searchPage }, signal);
    return value.issues.map((issue) => jiraItem(this.config, issue, fields, (text) => (typeof text === 'string' ? text : '')));
  }
}
