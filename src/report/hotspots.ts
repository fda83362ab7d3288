import pc from 'picocolors';
import type { Hotspot } from '../model/hotspot.js';
import { schemaVersion, type Report } from '../model/report.js';
import { counted } from './age-words.js';
import { orderedHistory, orderedHotspot } from './assessed-json.js';
import { printable } from './printable.js';
import { tool } from './tool.js';

/** What `oneoff hotspots --format json` writes. */
export function formatHotspotsJson({ root, history, hotspots = [] }: Report): string {
  const read = history ? { history: orderedHistory(history) } : {};
  return `${JSON.stringify({ schemaVersion, tool, root, ...read, hotspots: hotspots.map(orderedHotspot) }, null, 2)}\n`;
}

/** A table for people, at most `limit` rows of it. Ends with a line break. */
export function formatHotspotsPretty({ customers, history, hotspots = [] }: Report, limit: number, color: boolean): string {
  const { bold, cyan, dim, yellow } = pc.createColors(color);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const rows = hotspots.slice(0, limit).map((spot) => rowOf(spot, names));
  const headings = ['revisions', 'complexity', 'churn', 'lines', 'one-offs'];
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map(({ figures }) => figures[column]?.length ?? 0)));
  const aligned = (cells: readonly string[]): string => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ');
  const table = rows.map(({ figures, path, parties }) => `${aligned(figures)}  ${cyan(path)}${parties === '' ? '' : `  ${dim(parties)}`}`);
  const notices = (history?.notices ?? []).map((notice) => yellow(printable(notice)));
  const window = history ? `${history.from} to ${history.to}` : '';
  if (rows.length === 0) return `${[`Nobody changed a file with one-offs from ${window}.`, ...notices].join('\n')}\n`;
  const more = hotspots.length > limit ? [`… and ${counted(hotspots.length - limit, 'more place')}; --limit shows them.`] : [];
  const legend = `By revisions × complexity, ${window}. A folder counts its files with one-offs.`;
  return `${[bold(aligned(headings)), ...table, ...more, '', dim(legend), ...notices].join('\n')}\n`;
}

function rowOf(spot: Hotspot, names: ReadonlyMap<string, string>): { figures: string[]; path: string; parties: string } {
  const { revisions, complexity, churn, lines, oneOffs, path, isFolder, customers } = spot;
  return {
    figures: [revisions, complexity, churn, lines, oneOffs].map((figure) => figure.toLocaleString('en-US')),
    path: printable(isFolder ? `${path}/` : path),
    parties: printable(customers.map((id) => names.get(id) ?? id).join(', ')),
  };
}
