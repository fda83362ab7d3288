import { z } from 'zod';
import { itemKey } from '../model/tracker-keys.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { bearer, slashed } from './authorization.js';
import { batches } from './batches.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { findMoved } from './find-moved.js';
import { aliasOf, githubIssue, nodesAnswer, nodesAtOnce, nodesQuery, type GitHubIssue } from './github-issue.js';
import type { Answer } from './http-client.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText } from './item-parts.js';
import { numberedKeys } from './numbered-keys.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByTime, type ListedPage } from './walk-by-time.js';

const account = z.looseObject({ login: z.string() });
const found = z.looseObject({ items: z.array(githubIssue) });

const pageSize = 100;

/** GitHub and GitHub Enterprise: REST, and GraphQL where many items are asked for by their numbers. */
export class GitHub extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
    super(around, apiOf(around.config.url), { authorize: bearer, headers, isLimit });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: 'user', schema: account }, signal);
    return { name: value.login };
  }

  fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    return numberedKeys(this.config, keys, (project, numbers) => this.#numbered(project, numbers, signal));
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const repositories = this.config.projects.map((project) => `repo:${project}`);
    const quoted = (words: string): string => `"${words.replace(/["\\]/g, ' ')}"`;
    const parts = [...repositories, 'is:issue', ...labels.map((label) => `label:${quoted(label)}`), ...(text ? [quoted(text)] : [])];
    const byText =
      customer === undefined
        ? [[]]
        : [[quoted(customer)], [`label:${labelsOf(customer, this.config.customerLabels).map(quoted).join(',')}`]];
    const items = new Map<string, TrackerItem>();
    for (const more of byText) {
      const query = { q: [...parts, ...more].join(' '), per_page: String(searchLimit) };
      const { value } = await this.client.ask({ path: 'search/issues', query, schema: found }, signal);
      for (const one of value.items) {
        const item = this.#item(repositoryOf(one.html_url) ?? this.config.projects[0] ?? '', one);
        items.set(item.key, item);
      }
    }
    return [...items.values()].slice(0, searchLimit);
  }

  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    for (const project of this.config.projects)
      yield* walkByTime(this.config, since, (from, skip) => this.#page(project, from, skip, signal));
  }

  /** REST alone follows an issue that was transferred. */
  async #numbered(project: string, numbers: readonly number[], signal: AbortSignal | undefined): Promise<(TrackerItem | null)[]> {
    const known = new Map<number, TrackerItem | null>();
    for (const batch of batches(numbers, nodesAtOnce))
      for (const [number, item] of await this.#batch(project, batch, signal)) known.set(number, item);
    await findMoved(numbers, known, (number) => this.#one(project, number, signal));
    return numbers.map((number) => known.get(number) ?? null);
  }

  /** Null for pull requests; what is not there has no entry. A server whose GraphQL does not know the query is asked by REST. */
  async #batch(
    project: string,
    numbers: readonly number[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<number, TrackerItem | null>> {
    const [owner = '', name = ''] = project.split('/');
    const body = { query: nodesQuery(numbers), variables: { owner, name } };
    const reply = await this.client.find({ path: '../graphql', body, schema: nodesAnswer }, signal);
    const data = reply?.value.data;
    if (!data)
      return new Map(await Promise.all(numbers.map(async (number) => [number, await this.#one(project, number, signal)] as const)));
    return new Map(
      numbers.flatMap((number) => {
        const node = data.repository?.[aliasOf(number)];
        return node ? [[number, node === 'pull request' ? null : this.#item(project, node)]] : [];
      }),
    );
  }

  async #one(project: string, number: number, signal: AbortSignal | undefined): Promise<TrackerItem | null> {
    const answer = await this.client.find({ path: `repos/${project}/issues/${number}`, schema: githubIssue }, signal);
    return !answer || answer.value.pull_request ? null : this.#item(project, answer.value);
  }

  async #page(project: string, since: string | null, skip: number, signal: AbortSignal | undefined): Promise<ListedPage> {
    const query = {
      ...{ state: 'all', sort: 'updated', direction: 'asc', per_page: String(pageSize) },
      ...(skip > 0 && { page: String(1 + Math.floor(skip / pageSize)) }),
      ...(since !== null && { since }),
    };
    const { value, headers } = await this.client.ask({ path: `repos/${project}/issues`, query, schema: z.array(githubIssue) }, signal);
    const items = value.filter((one) => !one.pull_request).map((one) => this.#item(project, one));
    return { items, length: value.length, isLast: !/\brel="next"/.test(headers.get('link') ?? '') };
  }

  #item(project: string, one: GitHubIssue): TrackerItem {
    const labels = one.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
    const isDropped = one.state_reason === 'not_planned' || one.state_reason === 'duplicate';
    const closed = isDropped ? 'dropped' : 'done';
    return {
      tracker: this.config.id,
      key: itemKey(this.config, repositoryOf(one.html_url) ?? project, one.number),
      title: one.title,
      body: bodyText(one.body),
      type: one.type?.name ?? '',
      status: one.state_reason ? `${one.state} (${one.state_reason.replaceAll('_', ' ')})` : one.state,
      state: one.state === 'closed' ? closed : 'open',
      labels,
      customers: customersIn(labels, this.config.customerLabels, []),
      priority: '',
      scores: {},
      createdAt: one.created_at,
      updatedAt: one.updated_at,
      closedAt: one.closed_at ?? null,
      dueAt: null,
      url: one.html_url,
    };
  }
}

/** GraphQL tells of a budget that is used up with status 200. */
function isLimit({ text }: Answer): boolean {
  return /"type":\s*"RATE_LIMIT(?:ED)?"/.test(text);
}

/** `api.github.com` for github.com, `api.NAME.ghe.com` for GitHub with data residency, else the API of an Enterprise Server. */
function apiOf(url: string | null): URL {
  const site = slashed(url);
  if (site.host === 'github.com' || site.host.endsWith('.ghe.com')) return new URL(`${site.protocol}//api.${site.host}/`);
  return new URL('api/v3/', site);
}

/** An issue that was transferred answers from its new repository. */
function repositoryOf(address: string): string | undefined {
  return /\/([\w.-]+\/[\w.-]+)\/issues\/\d+$/.exec(address)?.[1];
}
