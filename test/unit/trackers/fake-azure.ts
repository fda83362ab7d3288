import { byNumber, created, field, notFound, pageSize, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

export function azure({ path, query, body }: FakeRequest, items: readonly FakeItem[], base: string): FakeAnswer {
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

function azureItem({ number, title, updatedAt, label, customer, isClosed, hours }: FakeItem): unknown {
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
      ...(hours > 0 && { 'Microsoft.VSTS.Scheduling.CompletedWork': hours }),
    },
  };
}
