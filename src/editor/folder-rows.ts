import { compareText, planFiles, type Entry } from './file-rows.js';
import { countOneOffs, type Translate } from './translate.js';
import { once, type FolderRow } from './tree-rows.js';

/** One row a folder that holds files with one-offs, by path. */
export function planFolders(t: Translate, entries: readonly Entry[], isNamed: boolean): readonly FolderRow[] {
  const groups = new Map<string, { readonly path: string; readonly entries: Entry[] }>();
  for (const entry of entries) {
    const path = entry.path.slice(0, Math.max(0, entry.path.lastIndexOf('/')));
    const key = `${entry.source.key}/${path}`;
    const group = groups.get(key) ?? { path, entries: [] };
    groups.set(key, group);
    group.entries.push(entry);
  }
  const rows = [...groups].map(([uri, group]) => planFolder(t, uri, group.path, group.entries, isNamed));
  return rows.sort((a, b) => compareText(a.uri, b.uri));
}

function planFolder(t: Translate, uri: string, path: string, entries: readonly Entry[], isNamed: boolean): FolderRow {
  const root = entries[0]?.source.name ?? '';
  const label = path === '' ? root : path;
  const description = [countOneOffs(t, entries.length), isNamed && path !== '' ? root : ''].filter(Boolean).join(' · ');
  const files = once(() => planFiles(t, 'folder', entries, false));
  return {
    is: 'folder',
    id: `folder/${uri}`,
    label,
    description,
    spoken: `${label}, ${description}`,
    uri,
    count: entries.length,
    get files() {
      return files();
    },
  };
}
