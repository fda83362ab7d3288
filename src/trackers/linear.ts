import { z } from 'zod';
import type { RequestState } from '../model/request.js';
import type { CustomerReference, TrackerItem } from '../model/tracker-item.js';
import { batches } from './batches.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { findMoved } from './find-moved.js';
import type { Answer } from './http-client.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, dateTime } from './item-parts.js';
import { inForm } from './tracker-client.js';
import { TrackerError } from './tracker-error.js';
import { searchLimit } from './tracker.js';
import type { Account, Credentials, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByToken } from './walk-by-token.js';

const issue = z.looseObject({
  identifier: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  url: z.string(),
  createdAt: dateTime,
  updatedAt: dateTime,
  completedAt: dateTime.nullish(),
  canceledAt: dateTime.nullish(),
  dueDate: z.string().nullish(),
  priorityLabel: z.string(),
  state: z.looseObject({ name: z.string(), type: z.string() }),
  labels: z.looseObject({ nodes: z.array(z.looseObject({ name: z.string() })) }),
  needs: z.looseObject({
    nodes: z.array(z.looseObject({ customer: z.looseObject({ name: z.string(), revenue: z.number().nullish() }).nullish() })),
  }),
});
const issuePage = z.looseObject({
  nodes: z.array(issue),
  pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

const fields = `identifier title description url createdAt updatedAt completedAt canceledAt dueDate priorityLabel
  state { name type } labels { nodes { name } } needs { nodes { customer { name revenue } } }`;

const listQuery = `query Issues($filter: IssueFilter, $after: String, $first: Int) {
  issues(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor }
  }
}`;

const searchQuery = `query Search($term: String!, $filter: IssueFilter, $first: Int) {
  searchIssues(term: $term, filter: $filter, first: $first) { nodes { ${fields} } pageInfo { hasNextPage endCursor } }
}`;

const oneQuery = `query One($id: String!) { issue(id: $id) { ${fields} } }`;

/** Small, as each issue brings labels and customers along, and complexity is limited. */
const pageSize = 50;

const states: Readonly<Record<string, RequestState>> = {
  triage: 'open',
  backlog: 'open',
  unstarted: 'open',
  started: 'in-progress',
  completed: 'done',
  canceled: 'dropped',
  duplicate: 'dropped',
};

/** Linear, GraphQL. */
export class Linear extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    const { url } = around.config;
    const base = new URL(url === 'https://linear.app' ? 'https://api.linear.app/' : `${url ?? ''}/`);
    // Personal keys stand alone; OAuth tokens need the word before them.
    const authorize = ({ token }: Credentials): Record<string, string> => ({
      authorization: token.startsWith('lin_oauth_') ? `Bearer ${token}` : token,
    });
    super(around, base, { authorize, isLimit });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { viewer } = await this.#ask(
      'query { viewer { name } }',
      {},
      z.looseObject({ viewer: z.looseObject({ name: z.string() }) }),
      signal,
    );
    return { name: viewer.name };
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const found = new Map<string, TrackerItem>();
    for (const [team, numbers] of byTeam(keys)) {
      for (const batch of batches(numbers, pageSize)) {
        const filter = { team: { key: { eq: team } }, number: { in: batch } };
        const { items } = await this.#list(filter, undefined, signal);
        for (const item of items) found.set(item.key, item);
      }
    }
    await findMoved(keys, found, (key) => this.#one(key, signal));
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const named = customer === undefined ? [] : [this.#ofCustomer(customer)];
    const all = [...named, ...labels.map((name) => ({ labels: { some: { name: { eqIgnoreCase: name } } } }))];
    const filter = { ...this.#teams(), ...(all.length > 0 && { and: all }) };
    if (!text) return (await this.#list(filter, undefined, signal)).items;
    const variables = { term: text, filter, first: searchLimit };
    const { searchIssues } = await this.#ask(searchQuery, variables, z.looseObject({ searchIssues: issuePage }), signal);
    return searchIssues.nodes.map((one) => this.#item(one));
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    const filter = { ...this.#teams(), ...(since !== null && { updatedAt: { gte: since } }) };
    yield* walkByToken<string>(this.config, async (after) => {
      const { items, next } = await this.#list(filter, after, signal);
      return { page: { items, gone: [] }, next };
    });
  }

  /** The address has the name of the workspace, which only Linear knows. */
  override webUrl(): null {
    return null;
  }

  #teams(): Readonly<Record<string, unknown>> {
    const { projects } = this.config;
    return projects.length > 0 ? { team: { key: { in: projects } } } : {};
  }

  #ofCustomer(customer: string): Readonly<Record<string, unknown>> {
    const labels = labelsOf(customer, this.config.customerLabels).map((name) => ({ labels: { some: { name: { eqIgnoreCase: name } } } }));
    const need = { needs: { some: { customer: { name: { eqIgnoreCase: customer } } } } };
    return { or: [need, ...labels, { title: { containsIgnoreCase: customer } }] };
  }

  async #one(id: string, signal: AbortSignal | undefined): Promise<TrackerItem | null> {
    try {
      const { issue: one } = await this.#ask(oneQuery, { id }, z.looseObject({ issue }), signal);
      return this.#item(one);
    } catch (error) {
      if (error instanceof TrackerError && error.failure === 'not-found') return null;
      throw error;
    }
  }

  async #list(
    filter: unknown,
    after: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly items: readonly TrackerItem[]; readonly next: string | undefined }> {
    const variables = { filter, first: pageSize, ...(after !== undefined && { after }) };
    const { issues } = await this.#ask(listQuery, variables, z.looseObject({ issues: issuePage }), signal);
    const { hasNextPage, endCursor } = issues.pageInfo;
    return { items: issues.nodes.map((one) => this.#item(one)), next: hasNextPage ? (endCursor ?? undefined) : undefined };
  }

  /** GraphQL may answer with errors under status 200. */
  async #ask<T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const { value } = await this.client.ask({ path: 'graphql', body: { query, variables }, schema: envelope }, signal);
    const [first] = value.errors ?? [];
    if (first === undefined) return inForm(value.data, schema, (message) => this.#error('unexpected', message));
    const { message, extensions } = first;
    if (extensions?.code === 'AUTHENTICATION_ERROR')
      throw this.#error('unauthorized', 'the token is wrong or has expired. Make a new one.');
    if (/not found/i.test(message)) throw this.#error('not-found', 'there is no such thing, or the token may not see it.');
    throw this.#error('unexpected', `it answers with an error: ${message.slice(0, 200)}`);
  }

  #error(failure: TrackerError['failure'], message: string): TrackerError {
    return new TrackerError(failure, this.config.id, `POST ${this.origin}/graphql: ${message}`);
  }

  #item(one: z.infer<typeof issue>): TrackerItem {
    const labels = one.labels.nodes.map(({ name }) => name);
    const needs = one.needs.nodes.flatMap(({ customer }): CustomerReference[] =>
      customer ? [{ name: customer.name, ...(customer.revenue && { value: customer.revenue }) }] : [],
    );
    const named = new Map([...customersIn(labels, this.config.customerLabels, []), ...needs].map((customer) => [customer.name, customer]));
    return {
      tracker: this.config.id,
      key: one.identifier,
      title: one.title,
      body: bodyText(one.description),
      type: '',
      status: one.state.name,
      state: states[one.state.type] ?? 'unknown',
      labels,
      customers: [...named.values()],
      priority: one.priorityLabel,
      scores: {},
      createdAt: one.createdAt,
      updatedAt: one.updatedAt,
      closedAt: one.completedAt ?? one.canceledAt ?? null,
      dueAt: one.dueDate ?? null,
      url: one.url,
    };
  }
}

const envelope = z.looseObject({
  data: z.unknown().optional(),
  errors: z.array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string().optional() }).optional() })).optional(),
});

/** The budget is told of with status 400. */
function isLimit({ text }: Answer): boolean {
  return text.includes('"RATELIMITED"');
}

function byTeam(keys: readonly string[]): Map<string, number[]> {
  const teams = new Map<string, number[]>();
  for (const key of keys) {
    const [, team, number] = /^(\w+)-(\d+)$/.exec(key) ?? [];
    if (team !== undefined) teams.set(team, [...(teams.get(team) ?? []), Number(number)]);
  }
  return teams;
}
