import { byNumber, changedSince, created, field, notFound, pageSize, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

const api = 'https://api.github.com';
const site = 'https://github.com/ledgerly/app';

function user(login: string): Record<string, unknown> {
  const own = `${api}/users/${login}`;
  return {
    ...{ login, id: 1, node_id: 'MDQ6VXNlcjE=', avatar_url: '', gravatar_id: '', type: 'User', site_admin: false },
    ...{ url: own, html_url: `https://github.com/${login}`, followers_url: `${own}/followers`, following_url: `${own}/following` },
    ...{ gists_url: `${own}/gists`, starred_url: `${own}/starred`, subscriptions_url: `${own}/subscriptions` },
    ...{ organizations_url: `${own}/orgs`, repos_url: `${own}/repos`, events_url: `${own}/events`, received_events_url: `${own}/events` },
  };
}

const robin = {
  ...user('robin'),
  ...{ name: 'Robin', company: null, blog: null, location: null, email: null, hireable: null, bio: null },
  ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0, created_at: created, updated_at: created },
};

function githubIssue({ number, title, updatedAt, label, isClosed }: FakeItem): Record<string, unknown> {
  const own = `${api}/repos/ledgerly/app/issues/${number}`;
  return {
    ...{ id: 1000 + number, node_id: `I_${number}`, number, title, body: 'As asked for.', user: user('robin') },
    ...{ state: isClosed ? 'closed' : 'open', state_reason: isClosed ? 'completed' : null, locked: false, comments: 0 },
    ...{ labels: [{ id: 1, node_id: 'L_1', url: `${own}/x`, name: label, color: '00ff00', default: false, description: null }] },
    ...{ assignee: null, assignees: [], milestone: null, author_association: 'MEMBER' },
    ...{ url: own, repository_url: `${api}/repos/ledgerly/app`, html_url: `${site}/issues/${number}` },
    ...{ labels_url: `${own}/labels{/name}`, comments_url: `${own}/comments`, events_url: `${own}/events` },
    ...{ created_at: created, updated_at: updatedAt, closed_at: isClosed ? updatedAt : null },
  };
}

/** A pull request, as lists of issues hold it too. */
function pull(like: FakeItem | undefined): Record<string, unknown> {
  const plain = { title: 'x', updatedAt: created, label: 'x', customer: '', hours: 0, isClosed: false, isDeleted: false, ...like };
  const url = `${api}/repos/ledgerly/app/pulls/99`;
  const pull_request = { url, html_url: `${site}/pull/99`, diff_url: `${site}/pull/99.diff`, patch_url: `${site}/pull/99.patch` };
  return { ...githubIssue({ ...plain, number: 99 }), html_url: `${site}/pull/99`, pull_request };
}

/** One issue by its number: a moved one redirects, a deleted one is gone. */
function single(number: number, items: readonly FakeItem[], base: string): FakeAnswer {
  if (number === 99) return { body: pull(undefined) };
  if (items.some((one) => one.number === number && one.isDeleted)) return { status: 410, body: { message: 'This issue was deleted' } };
  const item = byNumber(items, number);
  if (!item) return notFound;
  if (item.number === number) return { body: githubIssue(item) };
  const url = `${base}/api/v3/repos/ledgerly/app/issues/${item.number}`;
  return { status: 301, headers: { location: url }, body: { message: 'Moved Permanently', url } };
}

/** Issues under the aliases of a query. Numbers of deleted, moved and unknown issues are null, with an error for each. */
function nodes(query: string, items: readonly FakeItem[]): FakeAnswer {
  const asked = [...query.matchAll(/(\w+): issueOrPullRequest\(number: (\d+)\)/g)];
  const found = asked.map(([, alias = '', digits]): readonly [string, unknown] => {
    const number = Number(digits);
    const item = items.find((one) => one.number === number && !one.isDeleted);
    return [alias, number === 99 ? { __typename: 'PullRequest' } : item ? node(item) : null];
  });
  const errors = found
    .filter(([, one]) => one === null)
    .map(([alias]) => ({
      ...{ type: 'NOT_FOUND', path: ['repository', alias], locations: [{ line: 1, column: 1 }] },
      message: `Could not resolve to an issue or pull request with the number of ${alias.slice(1)}.`,
    }));
  return { body: { data: { repository: Object.fromEntries(found) }, ...(errors.length > 0 && { errors }) } };
}

function node({ number, title, updatedAt, label, isClosed }: FakeItem): unknown {
  return {
    ...{ __typename: 'Issue', number, title, body: 'As asked for.', state: isClosed ? 'CLOSED' : 'OPEN', issueType: null },
    ...{ stateReason: isClosed ? 'COMPLETED' : null, url: `${site}/issues/${number}`, labels: { nodes: [{ name: label }] } },
    ...{ createdAt: created, updatedAt, closedAt: isClosed ? updatedAt : null },
  };
}

export function github({ path, query, body }: FakeRequest, items: readonly FakeItem[], base: string): FakeAnswer {
  if (path === '/api/v3/user') return { body: robin };
  if (path === '/api/graphql') return nodes(String(field(body, 'query')), items);
  if (path === '/api/v3/search/issues') {
    const found = said(items, query.get('q') ?? '').map((item) => ({ ...githubIssue(item), score: 1 }));
    return { body: { total_count: found.length, incomplete_results: false, search_type: 'lexical', items: found } };
  }
  const [isList, number] = /^\/api\/v3\/repos\/ledgerly\/app\/issues(?:\/(\d+))?$/.exec(path) ?? [];
  if (number !== undefined) return single(Number(number), items, base);
  if (isList === undefined) return notFound;
  const page = Number(query.get('page') ?? 1);
  const found = changedSince(items, query.get('since'));
  const isLast = page * pageSize >= found.length;
  const link = isLast ? {} : { link: `<${base}${path}?page=${page + 1}>; rel="next"` };
  const issues = found.slice((page - 1) * pageSize, page * pageSize).map(githubIssue);
  return { headers: link, body: [...(page === 1 ? [pull(found[0])] : []), ...issues] };
}
