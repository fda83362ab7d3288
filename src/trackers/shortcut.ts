import { z } from 'zod';
import { itemKey } from '../model/tracker-keys.js';
import type { RequestState } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, dateTime, textsIn } from './item-parts.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';

const story = z.looseObject({
  id: z.number(),
  name: z.string(),
  description: z.string().nullish(),
  story_type: z.string(),
  started: z.boolean(),
  completed: z.boolean(),
  archived: z.boolean(),
  labels: z.array(z.looseObject({ name: z.string() })),
  custom_fields: z.array(z.looseObject({ field_id: z.string(), value: z.unknown().optional() })).nullish(),
  app_url: z.string(),
  created_at: dateTime,
  updated_at: dateTime.nullish(),
  completed_at: dateTime.nullish(),
  deadline: dateTime.nullish(),
});
const found = z.looseObject({ data: z.array(story), next: z.string().nullish() });
const account = z.looseObject({ name: z.string().nullish(), mention_name: z.string() });

/** Pages of a search that are read: 25 stories each. */
const searchPages = 2;

/** Shortcut, REST version 3. */
export class Shortcut extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    const { url } = around.config;
    const base = new URL(url === 'https://app.shortcut.com' ? 'https://api.app.shortcut.com/' : `${url ?? ''}/`);
    super(around, base, { authorize: ({ token }) => ({ 'shortcut-token': token }) });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: 'api/v3/member', schema: account }, signal);
    return { name: value.name ?? value.mention_name };
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const answers = await Promise.all(
      keys.map(async (key) => {
        const number = /\d+$/.exec(key)?.[0];
        const reply = number === undefined ? null : await this.client.find({ path: `api/v3/stories/${number}`, schema: story }, signal);
        return [key, reply] as const;
      }),
    );
    const items = new Map(answers.flatMap(([key, reply]) => (reply ? [[key, this.#item(reply.value)]] : [])));
    return { found: items, missing: keys.filter((key) => !items.has(key)) };
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const quoted = (words: string): string => `"${words.replace(/["\\]/g, ' ')}"`;
    const parts = [...labels.map((label) => `label:${quoted(label)}`), ...(text ? [quoted(text)] : [])];
    const named =
      customer === undefined
        ? [[]]
        : [[quoted(customer)], ...labelsOf(customer, this.config.customerLabels).map((label) => [`label:${quoted(label)}`])];
    const items = new Map<string, TrackerItem>();
    for (const more of named) for (const item of await this.#found([...parts, ...more].join(' '), signal)) items.set(item.key, item);
    return [...items.values()].slice(0, searchLimit);
  }

  async #found(query: string, signal: AbortSignal | undefined): Promise<readonly TrackerItem[]> {
    let reply = await this.client.ask({ path: 'api/v3/search/stories', query: { query, detail: 'full' }, schema: found }, signal);
    const items = reply.value.data.map((one) => this.#item(one));
    for (let page = 1; page < searchPages && reply.value.next; page++) {
      reply = await this.client.ask({ path: new URL(reply.value.next, reply.url), schema: found }, signal);
      items.push(...reply.value.data.map((one) => this.#item(one)));
    }
    return items;
  }

  /** One answer without pages; the first one asks for all stories from the beginning of time. */
  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    const body = { updated_at_start: since ?? '2010-01-01T00:00:00Z', includes_description: true };
    const { value } = await this.client.ask({ path: 'api/v3/stories/search', body, schema: z.array(story) }, signal);
    yield { items: value.map((one) => this.#item(one)), gone: [] };
  }

  /** The address has the name of the organisation, which only Shortcut knows. */
  override webUrl(): null {
    return null;
  }

  #item(one: z.infer<typeof story>): TrackerItem {
    const { customerFields, customerLabels } = this.config;
    const labels = one.labels.map(({ name }) => name);
    const fields = (one.custom_fields ?? [])
      .filter(({ field_id }) => customerFields.includes(field_id))
      .flatMap(({ value }) => textsIn(value));
    const state = stateOf(one);
    return {
      tracker: this.config.id,
      key: itemKey(this.config, '', one.id),
      title: one.name,
      body: bodyText(one.description),
      type: one.story_type,
      status: { open: 'Unstarted', 'in-progress': 'Started', done: 'Done', dropped: 'Archived', unknown: '' }[state],
      state,
      labels,
      customers: customersIn(labels, customerLabels, fields),
      priority: '',
      scores: {},
      createdAt: one.created_at,
      updatedAt: one.updated_at ?? one.created_at,
      closedAt: one.completed_at ?? null,
      dueAt: one.deadline?.slice(0, 10) ?? null,
      url: one.app_url,
    };
  }
}

function stateOf({ completed, started, archived }: z.infer<typeof story>): RequestState {
  if (completed) return 'done';
  if (archived) return 'dropped';
  return started ? 'in-progress' : 'open';
}
