import { byNumber, changedSince, created, field, notFound, pageSize, said, type FakeItem } from './fake-items.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';

const member = '5f3c1c1e-7a51-4d0b-9a43-3c0a6a1f2b10';

/** What every form of a story has. */
function story({ number, title, updatedAt, label, isClosed }: FakeItem): Record<string, unknown> {
  const moment = { created_at: created, updated_at: updatedAt, moved_at: null };
  return {
    ...{ id: number, global_id: `v2:s:1:${number}`, entity_type: 'story', story_type: 'feature', name: title, position: number },
    ...{ started: false, completed: isClosed, archived: false, blocker: false, blocked: false, estimate: null, deadline: null },
    ...{ completed_at: isClosed ? updatedAt : null, completed_at_override: null, started_at: null, started_at_override: null },
    ...{ workflow_id: 500, workflow_state_id: 501, epic_id: null, iteration_id: null, group_id: null, project_id: null },
    ...{ story_template_id: null, external_id: null, requested_by_id: member, owner_ids: [], follower_ids: [], mention_ids: [] },
    ...{ member_mention_ids: [], group_mention_ids: [], previous_iteration_ids: [], external_links: [], story_links: [] },
    ...{ label_ids: [7], labels: [labelOf(label)], custom_fields: [], stats: { num_related_documents: 0 } },
    app_url: `https://app.shortcut.com/ledgerly/story/${number}`,
    ...moment,
  };
}

function labelOf(name: string): Record<string, unknown> {
  return {
    ...{ id: 7, global_id: 'v2:l:1:7', entity_type: 'label', name, description: null, color: '#00ff00', archived: false },
    ...{ external_id: null, app_url: 'https://app.shortcut.com/ledgerly/label/7', created_at: created, updated_at: created },
  };
}

/** A story by its number, or as a search gives it: with its text, and with tasks and the like in full. */
function whole(item: FakeItem): unknown {
  return {
    ...story(item),
    description: 'As asked for.',
    ...{ branches: [], comments: [], commits: [], files: [], linked_files: [], pull_requests: [], tasks: [] },
  };
}

/** A story of a list: the text only where it is asked for. */
function slim(item: FakeItem, withText: boolean): unknown {
  const ids = { comment_ids: [], file_ids: [], linked_file_ids: [], task_ids: [], num_tasks_completed: 0 };
  return { ...story(item), ...ids, ...(withText && { description: 'As asked for.' }) };
}

export function shortcut({ path, query, body }: FakeRequest, items: readonly FakeItem[]): FakeAnswer {
  if (path === '/api/v3/member') return { body: { id: member, name: 'Robin', mention_name: 'robin' } };
  if (path === '/api/v3/search/stories') {
    const found = said(items, query.get('query') ?? '');
    const from = Number(query.get('next') ?? 0);
    const words = encodeURIComponent(query.get('query') ?? '');
    const next = from + pageSize < found.length ? `/api/v3/search/stories?query=${words}&next=${from + pageSize}` : null;
    return { body: { data: found.slice(from, from + pageSize).map(whole), next, total: found.length } };
  }
  if (path === '/api/v3/stories/search') {
    const withText = field(body, 'includes_description') === true;
    return { status: 201, body: changedSince(items, String(field(body, 'updated_at_start'))).map((item) => slim(item, withText)) };
  }
  const item = byNumber(items, Number(/^\/api\/v3\/stories\/(\d+)$/.exec(path)?.[1]));
  return item ? { body: whole(item) } : notFound;
}
