import { z } from 'zod';
import { webUrl } from '../model/tracker-keys.js';
import type { TrackerConfig } from '../model/tracker.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { customersIn } from './customer-labels.js';
import { bodyText, closedState, dateTime, spent, textsIn } from './item-parts.js';
import type { TrackerClient } from './tracker-client.js';

const named = z.looseObject({ name: z.string() });

/** An issue as Jira Cloud and Data Center give it, with the fields that are asked for. */
export const jiraIssue = z.looseObject({
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    description: z.unknown().optional(),
    status: z.looseObject({ name: z.string(), statusCategory: z.looseObject({ key: z.string() }).optional() }),
    issuetype: named.nullish(),
    labels: z.array(z.string()).nullish(),
    priority: named.nullish(),
    resolution: named.nullish(),
    created: dateTime,
    updated: dateTime,
    resolutiondate: dateTime.nullish(),
    duedate: z.string().nullish(),
    /** Seconds. */
    timespent: z.number().nullish(),
  }),
});

export const jiraFields = [
  'summary',
  'description',
  'status',
  'issuetype',
  'labels',
  'priority',
  'resolution',
  'created',
  'updated',
  'resolutiondate',
  'duedate',
  'timespent',
];

export const jiraAccount = z.looseObject({ displayName: z.string(), timeZone: z.string().optional() });

const fieldList = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** The ids of the fields that hold customers; names that the site does not know are taken for ids. */
export async function customerFieldIds(
  client: TrackerClient,
  path: string,
  { customerFields }: TrackerConfig,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  if (customerFields.every((field) => field.startsWith('customfield_'))) return customerFields;
  const { value } = await client.ask({ path, schema: fieldList }, signal);
  const byName = new Map(value.map(({ id, name }) => [name.toLowerCase(), id]));
  return customerFields.map((field) => byName.get(field.toLowerCase()) ?? field);
}

/** `body` turns the description into text. */
export function jiraItem(
  config: TrackerConfig,
  { key, fields }: z.infer<typeof jiraIssue>,
  customerFields: readonly string[],
  body: (description: unknown) => string,
): TrackerItem {
  const labels = fields.labels ?? [];
  const category = fields.status.statusCategory?.key;
  const isDone = category === undefined ? Boolean(fields.resolutiondate) : category === 'done';
  const dropped = closedState(fields.resolution?.name ?? '', fields.status.name);
  return {
    tracker: config.id,
    key,
    title: fields.summary,
    body: bodyText(body(fields.description)),
    type: fields.issuetype?.name ?? '',
    status: fields.status.name,
    state: isDone ? dropped : category === 'indeterminate' ? 'in-progress' : 'open',
    labels,
    customers: customersIn(
      labels,
      config.customerLabels,
      customerFields.flatMap((id) => textsIn(fields[id])),
    ),
    priority: fields.priority?.name ?? '',
    scores: {},
    ...spent((fields.timespent ?? 0) / 3600),
    createdAt: fields.created,
    updatedAt: fields.updated,
    closedAt: fields.resolutiondate ?? null,
    dueAt: fields.duedate ?? null,
    url: webUrl(config, key) ?? '',
  };
}

/** A text in JQL, quoted. */
export function jqlText(text: string): string {
  return `"${text.replace(/\p{Cc}/gu, ' ').replace(/[\\"]/g, '\\$&')}"`;
}

export function jqlIn(field: string, values: readonly string[]): string {
  return `${field} in (${values.map(jqlText).join(', ')})`;
}

/** A time in JQL, which has minutes and means the user's own time zone. */
export function jqlTime(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `"${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}"`;
}
