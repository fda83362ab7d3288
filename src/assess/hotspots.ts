import type { FileChurn } from '../model/age.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Hotspot } from '../model/hotspot.js';

export interface HotspotInput {
  readonly findings: readonly Finding[];
  readonly churn: ReadonlyMap<string, FileChurn>;
  readonly sizes: ReadonlyMap<string, FileSize>;
}

export interface FileSize {
  readonly lines: number;
  /** Decisions in the code; null where nothing was parsed. */
  readonly complexity: number | null;
}

/**
 * Files with one-offs, and folders that hold several of them, by revisions × complexity, the highest first. A folder counts its files with
 * one-offs, at any depth; a commit that changed several of them is one revision. Of folders with the same files the innermost counts. What
 * nobody changed within the window is no hotspot.
 */
export function hotspots({ findings, churn, sizes }: HotspotInput): readonly Hotspot[] {
  const byPath = groupBy(findings, ({ path }) => path);
  const places = new Map<string, string[]>([...byPath.keys()].map((path) => [path, [path]]));
  for (const path of byPath.keys()) {
    for (const folder of foldersOf(path)) places.set(folder, [...(places.get(folder) ?? []), path]);
  }
  const all = [...places].flatMap(([place, paths]) => {
    if (!byPath.has(place) && isNarrower(place, paths)) return [];
    const spot = hotspotOf(place, paths);
    return spot.revisions > 0 ? [spot] : [];
  });
  return all.sort((a, b) => weight(b) - weight(a) || b.oneOffs - a.oneOffs || (a.path < b.path ? -1 : 1));

  /** A folder that was copied as a whole has a finding too. */
  function isFile(place: string): boolean {
    return byPath.get(place)?.some(({ fork }) => fork?.unit !== 'folder') ?? false;
  }

  function hotspotOf(place: string, paths: readonly string[]): Hotspot {
    const inPlace = paths.flatMap((path) => byPath.get(path) ?? []);
    const sum = (value: (path: string) => number): number => paths.reduce((total, path) => total + value(path), 0);
    return {
      path: place,
      isFolder: !isFile(place),
      revisions: new Set(paths.flatMap((path) => churn.get(path)?.revisions ?? [])).size,
      churn: sum((path) => churn.get(path)?.churn ?? 0),
      lines: sum((path) => sizes.get(path)?.lines ?? 0),
      complexity: sum((path) => sizes.get(path)?.complexity ?? sizes.get(path)?.lines ?? 0),
      oneOffs: inPlace.length,
      customers: [...new Set(inPlace.flatMap(({ customers }) => customers))].sort(),
    };
  }
}

/** Whether a file or folder further in holds all of a folder's files. */
function isNarrower(folder: string, paths: readonly string[]): boolean {
  return new Set(paths.map((path) => path.slice(folder.length + 1).split('/', 1)[0])).size < 2;
}

function weight({ revisions, complexity }: Hotspot): number {
  return revisions * complexity;
}

/** Every folder above a path, the root left out. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
