import { z } from 'zod';
import { itemKey } from '../model/tracker-keys.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { slashed } from './authorization.js';
import { batches } from './batches.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, closedState, dateTime, spent } from './item-parts.js';
import { numberedKeys } from './numbered-keys.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByTime, type ListedPage } from './walk-by-time.js';

const issue = z.looseObject({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.string(),
  issue_type: z.string().nullish(),
  labels: z.array(z.string()),
  web_url: z.string(),
  created_at: dateTime,
  updated_at: dateTime,
  closed_at: dateTime.nullish(),
  due_date: z.string().nullish(),
  weight: z.number().nullish(),
  /** Seconds. */
  time_stats: z.looseObject({ total_time_spent: z.number() }).nullish(),
});
const issues = z.array(issue);
const account = z.looseObject({ username: z.string() });

const pageSize = 100;

/** GitLab.com and self-managed GitLab, REST version 4. */
export class GitLab extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    super(around, new URL('api/v4/', slashed(around.config.url)), { authorize: ({ token }) => ({ 'private-token': token }) });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: 'user', schema: account }, signal);
    return { name: value.username };
  }

  fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    return numberedKeys(this.config, keys, async (project, numbers) => {
      const found = new Map<number, TrackerItem>();
      for (const batch of batches(numbers, pageSize)) {
        const query = { 'iids[]': batch.map(String), scope: 'all', per_page: String(pageSize) };
        const answer = await this.client.find({ path: issuesOf(project), query, schema: issues }, signal);
        for (const one of answer?.value ?? []) found.set(one.iid, this.#item(project, one));
      }
      return numbers.map((number) => found.get(number) ?? null);
    });
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const common = { scope: 'all', order_by: 'updated_at', sort: 'desc', per_page: String(searchLimit) };
    const all = {
      ...common,
      ...(text && { search: text, in: 'title,description' }),
      ...(labels.length > 0 && { labels: labels.join(',') }),
    };
    const asked = customer === undefined ? [all] : this.#forCustomer(customer, all);
    const items = new Map<string, TrackerItem>();
    for (const project of this.config.projects) {
      for (const query of asked) {
        const { value } = await this.client.ask({ path: issuesOf(project), query, schema: issues }, signal);
        for (const one of value) items.set(itemKey(this.config, project, one.iid), this.#item(project, one));
      }
    }
    return [...items.values()].slice(0, searchLimit);
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    for (const project of this.config.projects)
      yield* walkByTime(this.config, since, (from, skip) => this.#page(project, from, skip, signal));
  }

  /** All labels of a list have to be there, so that each spelling is a question of its own. */
  #forCustomer(customer: string, query: Readonly<Record<string, string>>): Readonly<Record<string, string>>[] {
    const wanted = query['labels'] === undefined ? [] : [query['labels']];
    const labels = labelsOf(customer, this.config.customerLabels).map((label) => ({ ...query, labels: [...wanted, label].join(',') }));
    const said = query['search'] === undefined ? [{ ...query, search: customer, in: 'title,description' }] : [];
    return [...labels, ...said];
  }

  async #page(project: string, since: string | null, skip: number, signal: AbortSignal | undefined): Promise<ListedPage> {
    const query = {
      ...{ scope: 'all', order_by: 'updated_at', sort: 'asc', per_page: String(pageSize) },
      ...(skip > 0 && { page: String(1 + Math.floor(skip / pageSize)) }),
      ...(since !== null && { updated_after: justBefore(since) }),
    };
    const { value, headers } = await this.client.ask({ path: issuesOf(project), query, schema: issues }, signal);
    const link = headers.get('link');
    const isLast = link === null ? value.length < pageSize : !/\brel="next"/.test(link);
    return { items: value.map((one) => this.#item(project, one)), length: value.length, isLast };
  }

  #item(project: string, one: z.infer<typeof issue>): TrackerItem {
    const { labels } = one;
    const begun = labels.some((label) => /\b(?:in progress|doing|in dev|in review)\b/i.test(label));
    return {
      tracker: this.config.id,
      key: itemKey(this.config, project, one.iid),
      title: one.title,
      body: bodyText(one.description),
      type: one.issue_type ?? '',
      status: one.state,
      state: one.state === 'closed' ? closedState(...labels) : begun ? 'in-progress' : 'open',
      labels,
      customers: customersIn(labels, this.config.customerLabels, []),
      priority: labels.find((label) => /^priority(?:::|:|-)/i.test(label)) ?? '',
      scores: one.weight === undefined || one.weight === null ? {} : { weight: one.weight },
      ...spent((one.time_stats?.total_time_spent ?? 0) / 3600),
      createdAt: one.created_at,
      updatedAt: one.updated_at,
      closedAt: one.closed_at ?? null,
      dueAt: one.due_date ?? null,
      url: one.web_url,
    };
  }
}

function issuesOf(project: string): string {
  return `projects/${encodeURIComponent(project)}/issues`;
}

/** `updated_after` may leave out the time itself. */
function justBefore(iso: string): string {
  return new Date(Date.parse(iso) - 1).toISOString();
}
