import { byNumber, changedSince, created, field, notFound, pageSize, present, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

export function linear({ path, body, headers }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
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
