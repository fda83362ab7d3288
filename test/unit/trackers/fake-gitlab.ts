import { byNumber, created, pageSize, present, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

const robin = { id: 1, username: 'robin', name: 'Robin', state: 'active', web_url: 'https://gitlab.com/robin' };

function issue({ number, title, updatedAt, label, isClosed, hours }: FakeItem): unknown {
  return {
    ...{ id: 1000 + number, iid: number, project_id: 1, title, description: 'As asked for.', state: isClosed ? 'closed' : 'opened' },
    ...{ type: 'ISSUE', issue_type: 'issue', labels: [label], milestone: null, author: robin, assignees: [], weight: null, due_date: null },
    ...{ created_at: created, updated_at: updatedAt, closed_at: isClosed ? updatedAt : null, closed_by: isClosed ? robin : null },
    ...{ web_url: `https://gitlab.com/ledgerly/app/-/issues/${number}`, confidential: false, user_notes_count: 0, severity: 'UNKNOWN' },
    time_stats: { time_estimate: 0, total_time_spent: hours * 3600, human_time_estimate: null, human_total_time_spent: null },
  };
}

/**
 * Checked against no machine-readable description: the form of answers is that of the examples in GitLab's documentation of its issues API
 * (docs.gitlab.com/api/issues). Deleted and moved issues are missing from the list.
 */
export function gitlab({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/api/v4/user') return { body: robin };
  if (path !== '/api/v4/projects/ledgerly%2Fapp/issues') return { status: 404, body: { message: '404 Project Not Found' } };
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
