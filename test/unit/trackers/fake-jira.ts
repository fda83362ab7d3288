import { byNumber, changedSince, field, pageSize, present, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

const robin = { accountId: '5b10a2844c20165700ede21g', accountType: 'atlassian', displayName: 'Robin', active: true, timeZone: 'UTC' };

function jiraIssue(
  { number, title, updatedAt, label, customer, isClosed, hours }: FakeItem,
  description: unknown,
): Record<string, unknown> {
  const id = String(10000 + number);
  return {
    ...{ id, key: `PROD-${number}`, self: `https://ledgerly.atlassian.net/rest/api/3/issue/${id}` },
    fields: {
      summary: title,
      description,
      status: { id: '1', name: isClosed ? 'Done' : 'To Do', statusCategory: { id: 2, key: isClosed ? 'done' : 'new', name: 'x' } },
      issuetype: { id: '10001', name: 'Story', subtask: false },
      labels: [label],
      priority: { id: '2', name: 'High' },
      resolution: isClosed ? { id: '1', name: 'Done' } : null,
      created: '2026-01-01T00:00:00.000+0000',
      updated: updatedAt.replace('Z', '.000+0000'),
      resolutiondate: isClosed ? updatedAt.replace('Z', '.000+0000') : null,
      duedate: null,
      timespent: hours === 0 ? null : hours * 3600,
      customfield_10050: { id: '1', value: customer },
    },
  };
}

const rich = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As asked for.' }] }] };

function cloudIssue(item: FakeItem): unknown {
  return jiraIssue(item, rich);
}

/** Bodies are wiki markup. */
function serverIssue(item: FakeItem): unknown {
  return jiraIssue(item, 'As *asked* for.');
}

const customerField = {
  ...{ id: 'customfield_10050', name: 'Customer', custom: true, orderable: true, navigable: true, searchable: true },
  ...{ clauseNames: ['cf[10050]', 'Customer'], schema: { type: 'option', custom: 'select', customId: 10050 } },
};

/** As much of JQL as the adapters write. */
function jqlItems(items: readonly FakeItem[], jql: string): FakeItem[] {
  const [, keys] = /key in \(([^)]*)\)/.exec(jql) ?? [];
  if (keys !== undefined) return [...keys.matchAll(/PROD-(\d+)/g)].flatMap(([, number]) => byNumber(items, Number(number)) ?? []);
  const [, day, time] = /updated >= "(\S+) (\S+)"/.exec(jql) ?? [];
  if (day !== undefined) return changedSince(items, `${day}T${time ?? ''}:00Z`);
  return / (?:text ~|labels)/.test(jql) ? said(items, jql) : present(items);
}

export function jiraCloud({ path, body, method }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/rest/api/3/myself') return { body: robin };
  if (path === '/rest/api/3/field') return { body: [{ ...customerField, key: customerField.id }] };
  if (path === '/rest/api/3/issue/bulkfetch') {
    const keys = field(body, 'issueIdsOrKeys') as string[];
    const found = keys.flatMap((key) => byNumber(items, Number(key.split('-')[1])) ?? []);
    return { body: { issues: found.map(cloudIssue), issueErrors: [] } };
  }
  if (path !== '/rest/api/3/search/jql' || method !== 'POST')
    return { status: 410, body: { errorMessages: ['The requested API has been removed.'] } };
  const found = jqlItems(items, String(field(body, 'jql')));
  const from = Number(field(body, 'nextPageToken') ?? 0);
  const next = from + pageSize;
  const isLast = next >= found.length;
  return { body: { issues: found.slice(from, next).map(cloudIssue), isLast, ...(!isLast && { nextPageToken: String(next) }) } };
}

/**
 * No machine-readable description of it is published that we know of. The form of its answers is that of the reference of REST version 2
 * (docs.atlassian.com/software/jira/docs/api/REST): a list with `startAt`, `maxResults` and `total`.
 */
export function jiraDataCenter({ path, body }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/rest/api/2/myself') return { body: { name: 'robin', key: 'robin', displayName: 'Robin', active: true, timeZone: 'UTC' } };
  if (path === '/rest/api/2/field') return { body: [customerField] };
  if (path !== '/rest/api/2/search') return { status: 404, body: { errorMessages: ['Not found'], errors: {} } };
  const found = jqlItems(items, String(field(body, 'jql')));
  const startAt = Number(field(body, 'startAt'));
  const issues = found.slice(startAt, startAt + pageSize).map(serverIssue);
  return { body: { expand: 'schema,names', startAt, maxResults: pageSize, total: found.length, issues } };
}
