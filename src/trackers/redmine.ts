import { z } from 'zod';
import { webUrl } from '../model/tracker-keys.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { slashed } from './authorization.js';
import { batches } from './batches.js';
import { customersIn } from './customer-labels.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, dateTime, spent, stateByWord, textsIn } from './item-parts.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByTime, type ListedPage } from './walk-by-time.js';

const named = z.looseObject({ name: z.string() });
const issue = z.looseObject({
  id: z.number(),
  subject: z.string(),
  description: z.string().nullish(),
  tracker: named.nullish(),
  status: z.looseObject({ name: z.string(), is_closed: z.boolean().optional() }),
  priority: named.nullish(),
  category: named.nullish(),
  custom_fields: z.array(z.looseObject({ id: z.number(), name: z.string(), value: z.unknown().optional() })).optional(),
  created_on: dateTime,
  updated_on: dateTime,
  closed_on: dateTime.nullish(),
  due_date: z.string().nullish(),
  /** Left out for those who may not see time entries. */
  spent_hours: z.number().nullish(),
});
const issues = z.looseObject({ issues: z.array(issue) });
const account = z.looseObject({ user: z.looseObject({ login: z.string() }) });
const hits = z.looseObject({ results: z.array(z.looseObject({ id: z.number() })) });

const pageSize = 100;

/** Closed issues are left out of every list that does not ask for them. */
const everyStatus = { status_id: '*' };

/** Redmine, REST; an administrator has to switch that on. */
export class Redmine extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    super(around, slashed(around.config.url), { authorize: ({ token }) => ({ 'x-redmine-api-key': token }) });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: 'users/current.json', schema: account }, signal);
    return { name: value.user.login };
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const found = new Map<string, TrackerItem>();
    for (const batch of batches(keys, pageSize)) {
      const ids = batch.flatMap((key) => /\d+$/.exec(key)?.[0] ?? []);
      if (ids.length === 0) continue;
      const query = { ...everyStatus, issue_id: ids.join(','), limit: String(pageSize) };
      for (const item of (await this.#list(query, signal)).items) found.set(item.key, item);
    }
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const words = [text, customer, ...labels].filter((word): word is string => Boolean(word)).join(' ');
    const query = { q: words, issues: '1', all_words: '1', limit: String(searchLimit) };
    const { value } = await this.client.ask({ path: 'search.json', query, schema: hits }, signal);
    const keys = value.results.map(({ id }) => `#${id}`);
    const { found } = await this.fetchByKeys(keys, signal);
    return [...found.values()];
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    const { projects } = this.config;
    for (const project of projects.length > 0 ? projects : [null])
      yield* walkByTime(this.config, since, (from, skip) => this.#page(project, from, skip, signal));
  }

  #page(project: string | null, since: string | null, skip: number, signal: AbortSignal | undefined): Promise<ListedPage> {
    const query = {
      ...everyStatus,
      ...{ sort: 'updated_on:asc,id:asc', limit: String(pageSize), offset: String(skip) },
      ...(project !== null && { project_id: project }),
      // Seconds, without fractions.
      ...(since !== null && { updated_on: `>=${since.slice(0, 19)}Z` }),
    };
    return this.#list(query, signal);
  }

  async #list(query: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<ListedPage> {
    const { value } = await this.client.ask({ path: 'issues.json', query, schema: issues }, signal);
    return { items: value.issues.map((one) => this.#item(one)), length: value.issues.length, isLast: value.issues.length < pageSize };
  }

  #item(one: z.infer<typeof issue>): TrackerItem {
    const { customerFields, customerLabels } = this.config;
    const isCustomer = (field: { id: number; name: string }): boolean =>
      customerFields.some((wanted) => wanted.toLowerCase() === field.name.toLowerCase() || wanted === `cf_${field.id}`);
    const fields = (one.custom_fields ?? []).filter(isCustomer).flatMap(({ value }) => textsIn(value));
    const labels = one.category ? [one.category.name] : [];
    const key = `#${one.id}`;
    return {
      tracker: this.config.id,
      key,
      title: one.subject,
      body: bodyText(one.description),
      type: one.tracker?.name ?? '',
      status: one.status.name,
      state: stateByWord(one.status.name, one.status.is_closed ?? Boolean(one.closed_on)),
      labels,
      customers: customersIn(labels, customerLabels, fields),
      priority: one.priority?.name ?? '',
      scores: {},
      ...spent(one.spent_hours),
      createdAt: one.created_on,
      updatedAt: one.updated_on,
      closedAt: one.closed_on ?? null,
      dueAt: one.due_date ?? null,
      url: webUrl(this.config, key) ?? '',
    };
  }
}
