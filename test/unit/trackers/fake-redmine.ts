import { byNumber, changedSince, created, notFound, present, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

function issue({ number, title, updatedAt, customer, isClosed, hours }: FakeItem): unknown {
  return {
    ...{ id: number, project: { id: 1, name: 'Shop' }, tracker: { id: 1, name: 'Feature' }, subject: title, description: 'As asked for.' },
    ...{ status: { id: 1, name: isClosed ? 'Closed' : 'New', is_closed: isClosed }, priority: { id: 2, name: 'Normal' } },
    ...{ author: { id: 1, name: 'Robin' }, start_date: '2026-01-01', due_date: null, done_ratio: 0, is_private: false },
    ...{
      estimated_hours: null,
      total_estimated_hours: null,
      spent_hours: hours,
      total_spent_hours: hours,
      custom_fields: [{ id: 1, name: 'Customer', value: customer }],
    },
    ...{ created_on: created, updated_on: updatedAt, closed_on: isClosed ? updatedAt : null },
  };
}

function hit({ number, title, updatedAt }: FakeItem): unknown {
  const name = `Feature #${number} (New): ${title}`;
  return { id: number, title: name, type: 'issue', url: `/issues/${number}`, description: 'As asked for.', datetime: updatedAt };
}

export function redmine({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/users/current.json') return { body: { user: { id: 1, login: 'robin' } } };
  const from = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 25);
  if (path === '/search.json') {
    const results = said(items, query.get('q') ?? '').map(hit);
    return { body: { results, total_count: results.length, offset: from, limit } };
  }
  if (path !== '/issues.json') return notFound;
  const open = query.get('status_id') === '*' ? present(items) : present(items).filter(({ isClosed }) => !isClosed);
  const ids = query.get('issue_id')?.split(',').map(Number);
  const found = ids ? ids.flatMap((id) => byNumber(open, id) ?? []) : changedSince(open, query.get('updated_on')?.replace('>=', ''));
  return { body: { issues: found.slice(from, from + limit).map(issue), total_count: found.length, offset: from, limit } };
}
