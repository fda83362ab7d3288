import { byNumber, changedSince, created, notFound, pageSize, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

function record(prefix: 'I-' | ''): (item: FakeItem) => unknown {
  return ({ number, title, updatedAt, label, customer, isClosed }) => {
    const key = `SHOP-${prefix}${number}`;
    const moments = { created_at: created, updated_at: updatedAt };
    return {
      ...{ id: String(1000 + number), reference_num: key, name: title, tags: [label], score: 34, ...moments },
      description: { id: '1', body: '<p>As asked for.</p>', ...moments, attachments: [] },
      workflow_status: { id: '1', name: isClosed ? 'Shipped' : 'New', position: 1, complete: isClosed, color: '#dce7c6' },
      ...{ score_facts: [{ id: '1', name: 'Population', value: 7 }], endorsements_count: prefix === 'I-' ? 1 : 0 },
      custom_fields: [{ key: 'customer', name: 'Customer', value: customer, type: 'string' }],
      ...{ url: `https://ledgerly.aha.io/x/${key}`, resource: `https://ledgerly.aha.io/api/v1/x/${key}` },
    };
  };
}

/**
 * Checked against no description: the form of answers is that of the examples in Aha!'s documentation of its API (aha.io/api), of which
 * public copies exist.
 */
export function aha({ path, query }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
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
