import { z } from 'zod';
import type { CustomerReference, TrackerItem } from '../model/tracker-item.js';
import { bearer, slashed } from './authorization.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { htmlText } from './html-text.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, dateTime, stateByWord, textsIn } from './item-parts.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByToken } from './walk-by-token.js';

const record = z.looseObject({
  reference_num: z.string(),
  name: z.string(),
  description: z.looseObject({ body: z.string().nullish() }).nullish(),
  workflow_kind: z.looseObject({ name: z.string() }).nullish(),
  workflow_status: z.looseObject({ name: z.string(), complete: z.boolean().nullish() }).nullish(),
  tags: z.array(z.string()).nullish(),
  custom_fields: z.array(z.looseObject({ key: z.string(), name: z.string().nullish(), value: z.unknown().optional() })).nullish(),
  score: z.number().nullish(),
  score_facts: z.array(z.looseObject({ name: z.string(), value: z.number().nullish() })).nullish(),
  endorsements_count: z.number().nullish(),
  created_at: dateTime,
  updated_at: dateTime.nullish(),
  due_date: z.string().nullish(),
  url: z.string(),
});
type AhaRecord = z.infer<typeof record>;

const paging = z.looseObject({ total_pages: z.number() });
const lists = {
  ideas: z.looseObject({ ideas: z.array(record), pagination: paging }),
  features: z.looseObject({ features: z.array(record), pagination: paging }),
};
const single = { ideas: z.looseObject({ idea: record }), features: z.looseObject({ feature: record }) };

const organization = z.looseObject({ name: z.string() });
const endorsements = z.looseObject({
  idea_endorsements: z.array(
    z.looseObject({
      idea_organization: organization.nullish(),
      associated_idea_organizations: z.array(organization).nullish(),
      value: z.union([z.number(), z.string()]).nullish(),
    }),
  ),
});
const account = z.looseObject({ user: z.looseObject({ name: z.string() }) });

const fields = [
  ...['reference_num', 'name', 'description', 'workflow_kind', 'workflow_status', 'tags', 'custom_fields', 'score', 'score_facts'],
  ...['endorsements_count', 'created_at', 'updated_at', 'due_date', 'url'],
].join(',');

type Kind = keyof typeof lists;
const kinds = ['ideas', 'features'] as const;

/** Aha!, REST version 1: ideas with their endorsements, and features. */
export class Aha extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    super(around, new URL('api/v1/', slashed(around.config.url)), { authorize: bearer });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: 'me', schema: account }, signal);
    return { name: value.user.name };
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const found = new Map<string, TrackerItem>();
    const one = async (key: string): Promise<void> => {
      const path = `${key.includes('-I-') ? 'ideas' : 'features'}/${encodeURIComponent(key)}`;
      const read = key.includes('-I-')
        ? (await this.client.find({ path, query: { fields }, schema: single.ideas }, signal))?.value.idea
        : (await this.client.find({ path, query: { fields }, schema: single.features }, signal))?.value.feature;
      if (read) found.set(key, await this.#item(kindOf(key), read, signal));
    };
    await Promise.all(keys.map(one));
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const words = [text, customer].filter((word): word is string => Boolean(word)).join(' ');
    const tags = labels.length > 0 ? labels : customer === undefined ? [] : labelsOf(customer, this.config.customerLabels);
    const byTag = tags.map((tag) => ({ tag, ...(text && { q: text }) }));
    const queries = labels.length > 0 ? byTag : [{ q: words }, ...byTag];
    const items = new Map<string, TrackerItem>();
    for (const product of this.config.projects) {
      for (const kind of kinds) {
        for (const query of queries) {
          const { records } = await this.#list(kind, product, { ...query, per_page: String(searchLimit) }, signal);
          for (const item of records) items.set(item.key, item);
        }
      }
    }
    return [...items.values()].slice(0, searchLimit);
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    for (const product of this.config.projects) {
      for (const kind of kinds) {
        yield* walkByToken<number>(this.config, async (page = 1) => {
          const query = { per_page: '200', page: String(page), ...(since !== null && { updated_since: since }) };
          const { records, pages } = await this.#list(kind, product, query, signal);
          return { page: { items: records, gone: [] }, next: page < pages ? page + 1 : undefined };
        });
      }
    }
  }

  async #list(
    kind: Kind,
    product: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly records: readonly TrackerItem[]; readonly pages: number }> {
    const call = { path: `products/${encodeURIComponent(product)}/${kind}`, query: { ...query, fields } };
    const { records, pagination } =
      kind === 'ideas'
        ? await this.client.ask({ ...call, schema: lists.ideas }, signal).then(({ value }) => ({ ...value, records: value.ideas }))
        : await this.client.ask({ ...call, schema: lists.features }, signal).then(({ value }) => ({ ...value, records: value.features }));
    const items: TrackerItem[] = [];
    for (const one of records) items.push(await this.#item(kind, one, signal));
    return { records: items, pages: pagination.total_pages };
  }

  async #item(kind: Kind, one: AhaRecord, signal: AbortSignal | undefined): Promise<TrackerItem> {
    const { customerFields, customerLabels } = this.config;
    const labels = one.tags ?? [];
    const fieldValues = (one.custom_fields ?? [])
      .filter(({ key, name }) => customerFields.includes(key) || customerFields.includes(name ?? ''))
      .flatMap(({ value }) => textsIn(value));
    const endorsed = kind === 'ideas' && (one.endorsements_count ?? 0) > 0 ? await this.#endorsements(one.reference_num, signal) : [];
    const status = one.workflow_status?.name ?? '';
    const isComplete = one.workflow_status?.complete;
    return {
      tracker: this.config.id,
      key: one.reference_num,
      title: one.name,
      body: bodyText(htmlText(one.description?.body ?? '')),
      type: one.workflow_kind?.name ?? (kind === 'ideas' ? 'Idea' : 'Feature'),
      status,
      state: stateByWord(status, isComplete ?? null),
      labels,
      customers: [
        ...customersIn(labels, customerLabels, fieldValues).filter(({ name }) => !endorsed.some((other) => other.name === name)),
        ...endorsed,
      ],
      priority: '',
      scores: scoresOf(one),
      createdAt: one.created_at,
      updatedAt: one.updated_at ?? one.created_at,
      closedAt: null,
      dueAt: one.due_date ?? null,
      url: one.url,
    };
  }

  /** Who wants an idea, with the value that the tracker gives to it. */
  async #endorsements(key: string, signal: AbortSignal | undefined): Promise<readonly CustomerReference[]> {
    const path = `ideas/${encodeURIComponent(key)}/endorsements`;
    const query = { fields: '*,associated_idea_organizations', per_page: '200' };
    const reply = await this.client.find({ path, query, schema: endorsements }, signal);
    const named = new Map<string, number>();
    for (const { idea_organization, associated_idea_organizations, value } of reply?.value.idea_endorsements ?? []) {
      for (const { name } of associated_idea_organizations ?? (idea_organization ? [idea_organization] : []))
        named.set(name, (named.get(name) ?? 0) + (Number(value) || 0));
    }
    return [...named].map(([name, value]) => ({ name, ...(value > 0 && { value }) }));
  }
}

function kindOf(key: string): Kind {
  return key.includes('-I-') ? 'ideas' : 'features';
}

/** The score as the account's own equation gives it, beside the facts that went into it. */
function scoresOf({ score, score_facts }: AhaRecord): Readonly<Record<string, number>> {
  const facts = (score_facts ?? []).flatMap(({ name, value }) => (typeof value === 'number' ? [[name, value] as const] : []));
  return { ...Object.fromEntries(facts), ...(typeof score === 'number' && { score }) };
}
