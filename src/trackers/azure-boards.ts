import { z } from 'zod';
import { itemKey, webUrl } from '../model/tracker-keys.js';
import type { RequestState } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { basic, bearer, slashed } from './authorization.js';
import { batches } from './batches.js';
import { customersIn, labelsOf } from './customer-labels.js';
import { htmlText } from './html-text.js';
import { HttpTracker } from './http-tracker.js';
import { bodyText, dateTime, spent, stateByWord, textsIn } from './item-parts.js';
import { searchLimit } from './tracker.js';
import type { Account, FetchedItems, ItemPage, ItemQuery, Tracker, TrackerSurroundings } from './tracker.js';
import { walkByToken } from './walk-by-token.js';

const workItem = z.looseObject({
  id: z.number(),
  fields: z.looseObject({
    'System.Title': z.string(),
    'System.Description': z.string().nullish(),
    'System.WorkItemType': z.string(),
    'System.State': z.string(),
    'System.Reason': z.string().nullish(),
    'System.Tags': z.string().nullish(),
    'System.CreatedDate': dateTime,
    'System.ChangedDate': dateTime,
    'Microsoft.VSTS.Common.Priority': z.number().nullish(),
    'Microsoft.VSTS.Common.ClosedDate': dateTime.nullish(),
    'Microsoft.VSTS.Scheduling.DueDate': dateTime.nullish(),
    /** Hours, unless the team writes something else there. */
    'Microsoft.VSTS.Scheduling.CompletedWork': z.number().nullish(),
  }),
});
/** With `errorPolicy: omit`, what cannot be read is null. */
const batch = z.looseObject({ value: z.array(workItem.nullable()) });
const hits = z.looseObject({ workItems: z.array(z.looseObject({ id: z.number() })) });
const revisions = z.looseObject({
  values: z.array(z.looseObject({ id: z.number(), fields: z.looseObject({ 'System.IsDeleted': z.boolean().nullish() }).nullish() })),
  nextLink: z.string().nullish(),
  isLastBatch: z.boolean().nullish(),
});
const connection = z.looseObject({ authenticatedUser: z.looseObject({ providerDisplayName: z.string().nullish(), id: z.string() }) });

const asked = Object.keys(workItem.shape.fields.shape);

const version = { 'api-version': '7.1' };
const batchSize = 200;

/** Azure DevOps Boards, REST 7.1; `url` holds the organisation. */
export class AzureBoards extends HttpTracker implements Tracker {
  constructor(around: TrackerSurroundings) {
    super(around, slashed(around.config.url), {
      authorize: (credentials) => (credentials.isBearer ? bearer(credentials) : basic({ ...credentials, user: '' })),
    });
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const query = { 'api-version': '7.1-preview' };
    const { value } = await this.client.ask({ path: '_apis/connectionData', query, schema: connection }, signal);
    return { name: value.authenticatedUser.providerDisplayName ?? value.authenticatedUser.id };
  }

  async fetchByKeys(keys: readonly string[], signal?: AbortSignal): Promise<FetchedItems> {
    const byNumber = new Map(keys.map((key) => [Number(/\d+$/.exec(key)?.[0]), key]));
    const found = new Map<string, TrackerItem>();
    for (const project of this.config.projects) {
      const open = [...byNumber].filter(([, key]) => !found.has(key)).map(([number]) => number);
      for (const item of await this.#read(project, open, signal)) {
        const key = byNumber.get(Number(/\d+$/.exec(item.key)?.[0]));
        if (key !== undefined) found.set(key, item);
      }
    }
    return { found, missing: keys.filter((key) => !found.has(key)) };
  }

  async search({ text, customer, labels = [] }: ItemQuery, signal?: AbortSignal): Promise<readonly TrackerItem[]> {
    const { customerLabels, customerFields } = this.config;
    const tag = (label: string): string => `[System.Tags] CONTAINS ${wiqlText(label)}`;
    const words = (said: string): string => `[System.Title] CONTAINS WORDS ${wiqlText(said)}`;
    const fields = customer === undefined ? [] : customerFields.map((field) => `[${field.replace(/[[\]]/g, '')}] = ${wiqlText(customer)}`);
    const named = customer === undefined ? [] : [...labelsOf(customer, customerLabels).map(tag), tag(customer), words(customer), ...fields];
    const clauses = [
      '[System.TeamProject] = @project',
      ...(text ? [words(text)] : []),
      ...labels.map(tag),
      ...(named.length > 0 ? [`(${named.join(' OR ')})`] : []),
    ];
    const query = `SELECT [System.Id] FROM WorkItems WHERE ${clauses.join(' AND ')} ORDER BY [System.ChangedDate] DESC`;
    const items: TrackerItem[] = [];
    for (const project of this.config.projects) {
      const path = `${encodeURIComponent(project)}/_apis/wit/wiql`;
      const { value } = await this.client.ask(
        { path, query: { ...version, $top: String(searchLimit) }, body: { query }, schema: hits },
        signal,
      );
      const ids = value.workItems.map(({ id }) => id);
      items.push(...(await this.#read(project, ids, signal)));
    }
    return items.slice(0, searchLimit);
  }

  /** The reporting list tells which items changed or were deleted; their texts come by number. */
  async *changedSince(since: string | null, signal?: AbortSignal): AsyncGenerator<ItemPage> {
    for (const project of this.config.projects) yield* this.#changedIn(project, since, signal);
  }

  async *#changedIn(project: string, since: string | null, signal: AbortSignal | undefined): AsyncGenerator<ItemPage> {
    const query = {
      ...version,
      ...{ fields: 'System.Id,System.IsDeleted', includeLatestOnly: 'true', includeDeleted: 'true' },
      ...(since !== null && { startDateTime: since }),
    };
    const path = `${encodeURIComponent(project)}/_apis/wit/reporting/workitemrevisions`;
    yield* walkByToken<URL>(this.config, async (link) => {
      const { value, url } = await this.client.ask(link ? { path: link, schema: revisions } : { path, query, schema: revisions }, signal);
      const deleted = value.values.filter(({ fields }) => fields?.['System.IsDeleted'] === true).map(({ id }) => id);
      const left = value.values.map(({ id }) => id).filter((id) => !deleted.includes(id));
      const items = await this.#read(project, left, signal);
      const isLast = value.isLastBatch === true || !value.nextLink;
      const next = isLast ? undefined : new URL(value.nextLink ?? '', url);
      return { page: { items, gone: deleted.map((id) => itemKey(this.config, project, id)) }, next };
    });
  }

  async #read(project: string, ids: readonly number[], signal: AbortSignal | undefined): Promise<readonly TrackerItem[]> {
    const items: TrackerItem[] = [];
    for (const some of batches(ids, batchSize)) {
      const body = { ids: some, fields: [...asked, ...this.config.customerFields], errorPolicy: 'omit' };
      const path = `${encodeURIComponent(project)}/_apis/wit/workitemsbatch`;
      const { value } = await this.client.ask({ path, query: version, body, schema: batch }, signal);
      items.push(...value.value.flatMap((one) => (one ? [this.#item(project, one)] : [])));
    }
    return items;
  }

  #item(project: string, { id, fields }: z.infer<typeof workItem>): TrackerItem {
    const labels = (fields['System.Tags'] ?? '').split(';').flatMap((tag) => tag.trim() || []);
    const key = itemKey(this.config, project, id);
    const named = this.config.customerFields.flatMap((field) => textsIn(fields[field]));
    return {
      tracker: this.config.id,
      key,
      title: fields['System.Title'],
      body: bodyText(htmlText(fields['System.Description'] ?? '')),
      type: fields['System.WorkItemType'],
      status: fields['System.State'],
      state: stateOf(fields['System.State'], fields['System.Reason'] ?? ''),
      labels,
      customers: customersIn(labels, this.config.customerLabels, named),
      priority: String(fields['Microsoft.VSTS.Common.Priority'] ?? ''),
      scores: {},
      ...spent(fields['Microsoft.VSTS.Scheduling.CompletedWork']),
      createdAt: fields['System.CreatedDate'],
      updatedAt: fields['System.ChangedDate'],
      closedAt: fields['Microsoft.VSTS.Common.ClosedDate'] ?? null,
      dueAt: fields['Microsoft.VSTS.Scheduling.DueDate']?.slice(0, 10) ?? null,
      url: webUrl({ ...this.config, projects: [project] }, key) ?? '',
    };
  }
}

/** States are the process template's; the reason tells done from dropped. */
function stateOf(state: string, reason: string): RequestState {
  const byState = stateByWord(state, null);
  return byState === 'done' ? stateByWord(`${state} ${reason}`, true) : byState;
}

/** A text in WIQL, quoted. */
function wiqlText(text: string): string {
  return `'${text.replace(/\p{Cc}/gu, ' ').replaceAll("'", "''")}'`;
}
