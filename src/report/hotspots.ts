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

/** For people: files, then folders, at most `limit` of each. Ends with a line break. */
export function formatHotspotsPretty({ customers, history, hotspots = [] }: Report, limit: number, color: boolean): string {
  const { dim, yellow } = pc.createColors(color);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const notices = (history?.notices ?? []).map((notice) => yellow(printable(notice)));
  const window = history ? `${history.from} to ${history.to}` : '';
  if (hotspots.length === 0) return `${[`Nobody changed a file with one-offs from ${window}.`, ...notices].join('\n')}\n`;
  const tables = [false, true].map((isFolder) => {
    const spots = hotspots.filter((spot) => spot.isFolder === isFolder);
    const more =
      spots.length > limit ? [`… and ${counted(spots.length - limit, isFolder ? 'more folder' : 'more file')}; --limit shows them.`] : [];
    return [...table(spots.slice(0, limit), names, color), ...more];
  });
  const legend = `By revisions × complexity, ${window}. A folder counts its files with one-offs.`;
  const sections = [...tables, [dim(legend), ...notices]].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const headings = ['revisions', 'complexity', 'churn', 'lines', 'one-offs'];

function table(spots: readonly Hotspot[], names: ReadonlyMap<string, string>, color: boolean): readonly string[] {
  if (spots.length === 0) return [];
  const { bold, cyan, dim } = pc.createColors(color);
  const rows = spots.map((spot) => ({ spot, figures: figuresOf(spot) }));
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map(({ figures }) => figures[column]?.length ?? 0)));
  const aligned = (cells: readonly string[]): string => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ');
  const lines = rows.map(({ spot: { path, isFolder, customers }, figures }) => {
    const place = cyan(printable(isFolder ? `${path}/` : path));
    return customers.length === 0
      ? `${aligned(figures)}  ${place}`
      : `${aligned(figures)}  ${place}  ${dim(namedParties(customers, names))}`;
  });
  return [bold(aligned(headings)), ...lines];
}

function figuresOf({ revisions, complexity, churn, lines, oneOffs }: Hotspot): readonly string[] {
  return [revisions, complexity, churn, lines, oneOffs].map((figure) => figure.toLocaleString('en-US'));
}

const shownParties = 3;

function namedParties(customers: readonly string[], names: ReadonlyMap<string, string>): string {
  const shown = customers.slice(0, shownParties).map((id) => printable(names.get(id) ?? id));
  const more = customers.length > shownParties ? [`${customers.length - shownParties} more`] : [];
  return [...shown, ...more].join(', ');
}
