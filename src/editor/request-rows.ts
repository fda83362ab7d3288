import type { Request } from '../model/request.js';
import { isCandidate } from './figures-plan.js';
import { compareText, planFiles, type Entry } from './file-rows.js';
import { countOneOffs, type Translate } from './translate.js';
import { once, type RequestRow } from './tree-rows.js';

interface Group {
  readonly request: Request | null;
  readonly entries: Entry[];
}

/** One row a request, those with most one-offs first; last the one-offs that no request is known of. A mere candidate counts as none. */
export function planRequests(t: Translate, entries: readonly Entry[], isNamed: boolean): readonly RequestRow[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const sure = (entry.finding.requests ?? []).filter((request) => !isCandidate(request));
    for (const request of sure.length > 0 ? sure : [null]) {
      const id = request ? `${request.tracker ?? ''}/${request.key}` : '';
      const group = groups.get(id) ?? { request, entries: [] };
      groups.set(id, group);
      group.entries.push(entry);
    }
  }
  return [...groups].map(([id, group]) => planRequest(t, id, group, isNamed)).sort(compareRequests);
}

function planRequest(t: Translate, id: string, { request, entries }: Group, isNamed: boolean): RequestRow {
  const label = request ? [request.key, request.title].filter(Boolean).join(' ') : t('No request known');
  const description = [request?.status, countOneOffs(t, entries.length)].filter(Boolean).join(' · ');
  const files = once(() => planFiles(t, `request/${id}`, entries, isNamed));
  return {
    is: 'request',
    id: `request/${id}`,
    label,
    description,
    spoken: `${label}, ${description}`,
    request,
    count: entries.length,
    get files() {
      return files();
    },
  };
}

function compareRequests(a: RequestRow, b: RequestRow): number {
  return Number(a.request === null) - Number(b.request === null) || b.count - a.count || compareText(a.label, b.label);
}
