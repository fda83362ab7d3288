import type { TrackerType } from '../../../src/model/tracker.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

/** An item as all fakes hold it. */
export interface FakeItem {
  number: number;
  title: string;
  /** ISO, whole seconds. */
  updatedAt: string;
  label: string;
  customer: string;
  isClosed: boolean;
  isDeleted: boolean;
  /** The number that it had before it was moved. */
  movedFrom?: number;
}

export interface FakeTracker {
  readonly type: TrackerType;
  readonly project: string;
  readonly customerField: string;
  readonly keyOf: (number: number) => string;
  readonly handle: (request: FakeRequest, items: readonly FakeItem[], base: string) => FakeAnswer;
}

const pageSize = 2;
const created = '2026-01-01T00:00:00Z';
const notFound: FakeAnswer = { status: 404, body: { message: 'Not Found' } };

function present(items: readonly FakeItem[]): FakeItem[] {
  return items.filter(({ isDeleted }) => !isDeleted).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
}

function byNumber(items: readonly FakeItem[], number: number): FakeItem | undefined {
  return present(items).find((item) => item.number === number || item.movedFrom === number);
}

function changedSince(items: readonly FakeItem[], since: string | null | undefined): FakeItem[] {
  return present(items).filter(({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since));
}

function said(items: readonly FakeItem[], text: string): FakeItem[] {
  return present(items).filter(({ title, label }) => text.includes(label) || title.split(' ').some((word) => text.includes(word)));
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

function jiraIssue({ number, title, updatedAt, label, customer, isClosed }: FakeItem): unknown {
  return {
    id: String(10000 + number),
    key: `PROD-${number}`,
    fields: {
      summary: title,
      description: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As asked for.' }] }] },
      status: { name: isClosed ? 'Done' : 'To Do', statusCategory: { key: isClosed ? 'done' : 'new' } },
      issuetype: { name: 'Story' },
      labels: [label],
      priority: { name: 'High' },
      resolution: isClosed ? { name: 'Done' } : null,
      created: '2026-01-01T00:00:00.000+0000',
      updated: updatedAt.replace('Z', '.000+0000'),
      resolutiondate: isClosed ? updatedAt.replace('Z', '.000+0000') : null,
      duedate: null,
      customfield_10050: { value: customer },
    },
  };
}

/** As much of JQL as the adapters write. */
function jqlItems(items: readonly FakeItem[], jql: string): FakeItem[] {
  const [, keys] = /key in \(([^)]*)\)/.exec(jql) ?? [];
  if (keys !== undefined) return [...keys.matchAll(/PROD-(\d+)/g)].flatMap(([, number]) => byNumber(items, Number(number)) ?? []);
  const [, day, time] = /updated >= "(\S+) (\S+)"/.exec(jql) ?? [];
  if (day !== undefined) return changedSince(items, `${day}T${time ?? ''}:00Z`);
  return / (?:text ~|labels)/.test(jql) ? said(items, jql) : present(items);
}

function jiraCloud({ path, body, method }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/rest/api/3/myself') return { body: { displayName: 'Robin', timeZone: 'UTC', accountId: 'x' } };
  if (path === '/rest/api/3/field') return { body: [{ id: 'customfield_10050', name: 'Customer', custom: true }] };
  if (path === '/rest/api/3/issue/bulkfetch') {
    const keys = field(body, 'issueIdsOrKeys') as string[];
    return { body: { issues: keys.flatMap((key) => byNumber(items, Number(key.split('-')[1])) ?? []).map(jiraIssue) } };
  }
  if (path !== '/rest/api/3/search/jql' || method !== 'POST')
    return { status: 410, body: { errorMessages: ['The requested API has been removed.'] } };
  const found = jqlItems(items, String(field(body, 'jql')));
  const from = Number(field(body, 'nextPageToken') ?? 0);
  const next = from + pageSize;
  return { body: { issues: found.slice(from, next).map(jiraIssue), ...(next < found.length && { nextPageToken: String(next) }) } };
}

function jiraDataCenter({ path, body }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/rest/api/2/myself') return { body: { displayName: 'Robin', timeZone: 'UTC' } };
  if (path === '/rest/api/2/field') return { body: [{ id: 'customfield_10050', name: 'Customer' }] };
  if (path !== '/rest/api/2/search') return notFound;
  const found = jqlItems(items, String(field(body, 'jql')));
  const from = Number(field(body, 'startAt'));
  return { body: { startAt: from, total: found.length, issues: found.slice(from, from + pageSize).map(jiraIssue) } };
}

function githubIssue({ number, title, updatedAt, label, isClosed }: FakeItem): Record<string, unknown> {
  return {
    ...{ number, title, body: 'As asked for.', state: isClosed ? 'closed' : 'open', state_reason: isClosed ? 'completed' : null },
    ...{ labels: [{ id: 1, name: label }], html_url: `https://github.com/ledgerly/app/issues/${number}` },
    ...{ created_at: created, updated_at: updatedAt, closed_at: isClosed ? updatedAt : null },
  };
}

function github({ path, query }: FakeRequest, items: readonly FakeItem[], base: string): FakeAnswer {
  if (path === '/api/v3/user') return { body: { login: 'robin' } };
  if (path === '/api/v3/search/issues')
    return { body: { total_count: 1, incomplete_results: false, items: said(items, query.get('q') ?? '').map(githubIssue) } };
  const [, number] = /^\/api\/v3\/repos\/ledgerly\/app\/issues(?:\/(\d+))?$/.exec(path) ?? [];
  if (number !== undefined) {
    const item = items.find((one) => one.number === Number(number));
    if (item?.isDeleted) return { status: 410, body: { message: 'This issue was deleted' } };
    const moved = byNumber(items, Number(number));
    if (!moved) return notFound;
    if (moved.number !== Number(number))
      return { status: 301, headers: { location: `${base}/api/v3/repos/ledgerly/app/issues/${moved.number}` } };
    return { body: githubIssue(moved) };
  }
  const page = Number(query.get('page') ?? 1);
  const found = changedSince(items, query.get('since'));
  const pull = {
    ...githubIssue({
      ...(found[0] ?? { number: 99, title: 'x', updatedAt: created, label: 'x', customer: '', isClosed: false, isDeleted: false }),
      number: 99,
    }),
    pull_request: {},
  };
  const isLast = page * pageSize >= found.length;
  const link = isLast ? {} : { link: `<${base}${path}?page=${page + 1}>; rel="next"` };
  return { headers: link, body: [...(page === 1 ? [pull] : []), ...found.slice((page - 1) * pageSize, page * pageSize).map(githubIssue)] };
}

function gitlab({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  const issue = ({ number, title, updatedAt, label, isClosed }: FakeItem): unknown => ({
    ...{ iid: number, title, description: 'As asked for.', state: isClosed ? 'closed' : 'opened', issue_type: 'issue', labels: [label] },
    ...{ web_url: `https://gitlab.com/ledgerly/app/-/issues/${number}`, created_at: created, updated_at: updatedAt, due_date: null },
  });
  if (path === '/api/v4/user') return { body: { username: 'robin' } };
  if (path !== '/api/v4/projects/ledgerly%2Fapp/issues') return notFound;
  const numbers = query.getAll('iids[]').map(Number);
  if (numbers.length > 0) return { body: numbers.flatMap((number) => byNumber(items, number) ?? []).map(issue) };
  const text = query.get('search') ?? query.get('labels');
  if (text !== null) return { body: said(items, text).map(issue) };
  const after = query.get('updated_after');
  const found = present(items).filter(({ updatedAt }) => after === null || Date.parse(updatedAt) > Date.parse(after));
  const page = Number(query.get('page') ?? 1);
  const link =
    page * pageSize < found.length ? { link: '<https://gitlab.com/x>; rel="next"' } : { link: '<https://gitlab.com/x>; rel="first"' };
  return { headers: link, body: found.slice((page - 1) * pageSize, page * pageSize).map(issue) };
}

function linear({ path, body, headers }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path !== '/graphql') return notFound;
  if (headers.authorization?.startsWith('Bearer lin_api'))
    return { status: 400, body: { errors: [{ message: 'no Bearer for personal keys' }] } };
  const issue = ({ number, title, updatedAt, label, customer, isClosed }: FakeItem): unknown => ({
    ...{
      identifier: `ENG-${number}`,
      title,
      description: null,
      url: `https://linear.app/ledgerly/issue/ENG-${number}`,
      createdAt: created,
      updatedAt,
    },
    ...{ completedAt: isClosed ? updatedAt : null, canceledAt: null, dueDate: null, priorityLabel: 'High' },
    state: { name: isClosed ? 'Shipped' : 'Todo', type: isClosed ? 'completed' : 'unstarted' },
    ...{ labels: { nodes: [{ name: label }] }, needs: { nodes: [{ customer: { name: customer, revenue: 5000 } }] } },
  });
  const query = String(field(body, 'query'));
  const variables = field(body, 'variables');
  if (query.includes('viewer')) return { body: { data: { viewer: { name: 'Robin' } } } };
  if (query.startsWith('query One')) {
    const item = byNumber(items, Number(String(field(variables, 'id')).split('-')[1]));
    return item ? { body: { data: { issue: issue(item) } } } : { body: { data: null, errors: [{ message: 'Entity not found: Issue' }] } };
  }
  if (query.startsWith('query Search'))
    return {
      body: {
        data: {
          searchIssues: {
            nodes: said(items, String(field(variables, 'term'))).map(issue),
            pageInfo: { hasNextPage: false, endCursor: null },
          },
        },
      },
    };
  const filter = field(variables, 'filter');
  const numbers = field(field(filter, 'number'), 'in') as number[] | undefined;
  const since = field(field(filter, 'updatedAt'), 'gte') as string | undefined;
  const all = numbers ? present(items).filter(({ number }) => numbers.includes(number)) : changedSince(items, since).reverse();
  const from = Number(field(variables, 'after') ?? 0);
  const hasNextPage = from + pageSize < all.length;
  return {
    body: {
      data: {
        issues: {
          nodes: all.slice(from, from + pageSize).map(issue),
          pageInfo: { hasNextPage, endCursor: hasNextPage ? String(from + pageSize) : null },
        },
      },
    },
  };
}

function azure({ path, query, body }: FakeRequest, items: readonly FakeItem[], base: string): FakeAnswer {
  const prefix = '/ledgerly/Shop/_apis/wit';
  if (path === '/ledgerly/_apis/connectionData') return { body: { authenticatedUser: { id: 'x', providerDisplayName: 'Robin' } } };
  if (path === `${prefix}/wiql`)
    return { body: { workItems: said(items, String(field(body, 'query'))).map(({ number }) => ({ id: number, url: '' })) } };
  if (path === `${prefix}/workitemsbatch`) {
    const ids = field(body, 'ids') as number[];
    return { body: { count: ids.length, value: ids.map((id) => byNumber(items, id)).map((item) => (item ? azureItem(item) : null)) } };
  }
  if (path !== `${prefix}/reporting/workitemrevisions`) return notFound;
  const since = query.get('startDateTime');
  const found = [...items].filter(({ updatedAt }) => since === null || Date.parse(updatedAt) >= Date.parse(since));
  const from = Number(query.get('continuationToken') ?? 0);
  const isLastBatch = from + pageSize >= found.length;
  const values = found
    .slice(from, from + pageSize)
    .map(({ number, isDeleted }) => ({ id: number, rev: 1, fields: { 'System.IsDeleted': isDeleted } }));
  const next = new URLSearchParams([
    ...[...query].filter(([name]) => name !== 'continuationToken'),
    ['continuationToken', String(from + pageSize)],
  ]);
  return { body: { values, isLastBatch, ...(!isLastBatch && { nextLink: `${base}${path}?${String(next)}` }) } };
}

function azureItem({ number, title, updatedAt, label, customer, isClosed }: FakeItem): unknown {
  return {
    id: number,
    rev: 1,
    fields: {
      'System.Title': title,
      'System.Description': '<div>As asked for.</div>',
      'System.WorkItemType': 'User Story',
      'System.State': isClosed ? 'Closed' : 'New',
      'System.Tags': `${label}; other`,
      'System.CreatedDate': created,
      'System.ChangedDate': updatedAt,
      'Custom.Customer': customer,
    },
  };
}

function aha({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  const record =
    (kind: string) =>
    ({ number, title, updatedAt, label, customer, isClosed }: FakeItem): unknown => ({
      ...{ reference_num: `SHOP-${kind}${number}`, name: title, description: { body: '<p>As asked for.</p>' }, tags: [label] },
      workflow_status: { name: isClosed ? 'Shipped' : 'New', complete: isClosed },
      ...{
        score: 34,
        score_facts: [{ name: 'Population', value: 7 }],
        endorsements_count: kind === 'I-' ? 1 : 0,
        created_at: created,
        updated_at: updatedAt,
      },
      custom_fields: [{ key: 'customer', name: 'Customer', value: customer }],
      url: `https://ledgerly.aha.io/x/SHOP-${kind}${number}`,
    });
  if (path === '/api/v1/me') return { body: { user: { name: 'Robin' } } };
  if (/\/ideas\/SHOP-I-\d+\/endorsements$/.test(path))
    return { body: { idea_endorsements: [{ value: 12000, associated_idea_organizations: [{ name: 'Globex' }] }] } };
  const [, kind, number] = /^\/api\/v1\/(ideas|features)\/SHOP-(?:I-)?(\d+)$/.exec(path) ?? [];
  if (kind !== undefined) {
    const item = byNumber(items, Number(number));
    return item ? { body: kind === 'ideas' ? { idea: record('I-')(item) } : { feature: record('')(item) } } : notFound;
  }
  const [, list] = /^\/api\/v1\/products\/SHOP\/(ideas|features)$/.exec(path) ?? [];
  if (list === undefined) return notFound;
  const text = query.get('q') ?? query.get('tag');
  const found = text === null ? changedSince(items, query.get('updated_since')) : said(items, text);
  const page = Number(query.get('page') ?? 1);
  const records = found.slice((page - 1) * pageSize, page * pageSize).map(record(list === 'ideas' ? 'I-' : ''));
  return {
    body: {
      [list]: records,
      pagination: { total_records: found.length, total_pages: Math.ceil(found.length / pageSize), current_page: page },
    },
  };
}

function redmine({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  const issue = ({ number, title, updatedAt, customer, isClosed }: FakeItem): unknown => ({
    ...{ id: number, project: { id: 1, name: 'Shop' }, tracker: { id: 1, name: 'Feature' }, subject: title, description: 'As asked for.' },
    ...{ status: { id: 1, name: isClosed ? 'Closed' : 'New', is_closed: isClosed }, priority: { id: 2, name: 'Normal' } },
    ...{
      custom_fields: [{ id: 1, name: 'Customer', value: customer }],
      created_on: created,
      updated_on: updatedAt,
      closed_on: isClosed ? updatedAt : null,
    },
  });
  if (path === '/users/current.json') return { body: { user: { id: 1, login: 'robin' } } };
  if (path === '/search.json')
    return { body: { results: said(items, query.get('q') ?? '').map(({ number }) => ({ id: number, title: 'x' })), total_count: 1 } };
  if (path !== '/issues.json') return notFound;
  const open = query.get('status_id') === '*' ? present(items) : present(items).filter(({ isClosed }) => !isClosed);
  const ids = query.get('issue_id')?.split(',').map(Number);
  const found = ids ? ids.flatMap((id) => byNumber(open, id) ?? []) : changedSince(open, query.get('updated_on')?.replace('>=', ''));
  const from = Number(query.get('offset') ?? 0);
  return {
    body: {
      issues: found.slice(from, from + Number(query.get('limit') ?? 25)).map(issue),
      total_count: found.length,
      offset: from,
      limit: 100,
    },
  };
}

function shortcut({ path, query, body }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  const story = ({ number, title, updatedAt, label, isClosed }: FakeItem): unknown => ({
    ...{
      id: number,
      name: title,
      description: 'As asked for.',
      story_type: 'feature',
      started: false,
      completed: isClosed,
      archived: false,
    },
    ...{
      labels: [{ name: label }],
      custom_fields: [],
      app_url: `https://app.shortcut.com/ledgerly/story/${number}`,
      created_at: created,
      updated_at: updatedAt,
    },
  });
  if (path === '/api/v3/member') return { body: { id: 'x', name: 'Robin', mention_name: 'robin' } };
  if (path === '/api/v3/search/stories') {
    const found = said(items, query.get('query') ?? '');
    const from = Number(query.get('next') ?? 0);
    const next =
      from + pageSize < found.length
        ? `/api/v3/search/stories?query=${encodeURIComponent(query.get('query') ?? '')}&next=${from + pageSize}`
        : null;
    return { body: { data: found.slice(from, from + pageSize).map(story), next, total: found.length } };
  }
  if (path === '/api/v3/stories/search')
    return { status: 201, body: changedSince(items, String(field(body, 'updated_at_start'))).map(story) };
  const item = byNumber(items, Number(/^\/api\/v3\/stories\/(\d+)$/.exec(path)?.[1]));
  return item ? { body: story(item) } : notFound;
}

/** Stateful stand-ins for every tracker that is asked over HTTP. Pages have two items. */
export const fakeTrackers: readonly FakeTracker[] = [
  { type: 'jira-cloud', project: 'PROD', customerField: 'Customer', keyOf: (number) => `PROD-${number}`, handle: jiraCloud },
  { type: 'jira-data-center', project: 'PROD', customerField: 'Customer', keyOf: (number) => `PROD-${number}`, handle: jiraDataCenter },
  { type: 'github', project: 'ledgerly/app', customerField: 'x', keyOf: (number) => `#${number}`, handle: github },
  { type: 'gitlab', project: 'ledgerly/app', customerField: 'x', keyOf: (number) => `#${number}`, handle: gitlab },
  { type: 'linear', project: 'ENG', customerField: 'x', keyOf: (number) => `ENG-${number}`, handle: linear },
  { type: 'azure-boards', project: 'Shop', customerField: 'Custom.Customer', keyOf: (number) => `AB#${number}`, handle: azure },
  { type: 'aha', project: 'SHOP', customerField: 'Customer', keyOf: (number) => `SHOP-${number}`, handle: aha },
  { type: 'redmine', project: 'shop', customerField: 'Customer', keyOf: (number) => `#${number}`, handle: redmine },
  { type: 'shortcut', project: 'x', customerField: 'x', keyOf: (number) => `sc-${number}`, handle: shortcut },
];
