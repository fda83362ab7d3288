import type { Customer } from '../model/customer.js';
import type { Hotspot } from '../model/hotspot.js';
import { countChanges, type FigureLine } from './figures-plan.js';
import type { Card } from './hover-plan.js';
import { countLines, countOneOffs, type Translate } from './translate.js';

/** One folder's hotspots. */
export interface HotspotSource {
  /** Address of the folder. */
  readonly key: string;
  readonly name: string;
  readonly customers: readonly Customer[];
  /** The hottest first. */
  readonly hotspots: readonly Hotspot[];
}

export interface HotspotRow {
  readonly is: 'hotspot';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** For screen readers, which skip descriptions. */
  readonly spoken: string;
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly hotspot: Hotspot;
  /** Names. */
  readonly customers: readonly string[];
}

/** Folders and files are ranked apart: a folder sums up what is in it. */
export interface HotspotGroup {
  readonly is: 'hotspots';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly isExpanded: boolean;
  readonly rows: readonly HotspotRow[];
}

/** More rows than this are no ranking any more. */
const rowLimit = 50;

export function planHotspots(t: Translate, sources: readonly HotspotSource[]): readonly HotspotGroup[] {
  const all = sources
    .flatMap((source) => source.hotspots.map((hotspot) => ({ source, hotspot })))
    .sort((a, b) => heat(b.hotspot) - heat(a.hotspot));
  const rows = (isFolder: boolean): readonly HotspotRow[] =>
    all
      .filter(({ hotspot }) => hotspot.isFolder === isFolder)
      .slice(0, rowLimit)
      .map(({ source, hotspot }) => planHotspot(t, source, hotspot, sources.length > 1));
  return [planGroup('files', t('Files'), rows(false), true), planGroup('folders', t('Folders'), rows(true), false)].filter(
    (group) => group.rows.length > 0,
  );
}

function heat({ revisions, complexity }: Hotspot): number {
  return revisions * complexity;
}

function planGroup(id: string, label: string, rows: readonly HotspotRow[], isExpanded: boolean): HotspotGroup {
  return { is: 'hotspots', id, label, description: String(rows.length), spoken: `${label}, ${rows.length}`, isExpanded, rows };
}

function planHotspot(t: Translate, source: HotspotSource, hotspot: Hotspot, isNamed: boolean): HotspotRow {
  const { path, isFolder, revisions, complexity, oneOffs } = hotspot;
  const slash = isFolder ? -1 : path.lastIndexOf('/');
  const figures = [countChanges(t, revisions), countDecisions(t, complexity), countOneOffs(t, oneOffs)].join(' · ');
  return {
    is: 'hotspot',
    id: `${isFolder ? 'folder' : 'file'}/${source.key}/${path}`,
    label: path === '' ? source.name : path.slice(slash + 1),
    description: [figures, isNamed ? source.name : '', path.slice(0, Math.max(0, slash))].filter(Boolean).join(' · '),
    spoken: `${path}, ${figures}`,
    folder: source.key,
    hotspot,
    customers: hotspot.customers.map((id) => source.customers.find((customer) => customer.id === id)?.name ?? id),
  };
}

function countDecisions(t: Translate, count: number): string {
  return count === 1 ? t('1 decision') : t('{0} decisions', count);
}

/** Why it is ranked where it is, in words. */
export function planHotspotCard(t: Translate, { hotspot, customers }: HotspotRow): Card {
  const { path, revisions, churn, lines, complexity, oneOffs } = hotspot;
  const rank: FigureLine = {
    text: t('Ranked by changes × decisions'),
    terms: [
      t('changes {0}: commits within the window that touched it', revisions),
      t('decisions {0}: branches, loops, cases and logical operators in it', complexity),
    ],
  };
  return {
    title: path,
    facts: [countOneOffs(t, oneOffs), ...(customers.length > 0 ? [t('for {0}', customers.join(', '))] : [])],
    history: [{ text: t('{0} added or deleted, {1} now', countLines(t, churn), countLines(t, lines)), url: null }],
    figures: [rank],
    reasons: [],
  };
}
