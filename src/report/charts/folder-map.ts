import type { Finding } from '../../model/finding.js';
import { filesOfSeveral, folderOf, footprintOf } from '../../model/footprint.js';
import { groupBy } from '../../model/group-by.js';
import { printable } from '../printable.js';
import { count, listed } from '../words.js';
import { heat, heatSteps, ink, type Chart } from './chart.js';
import { draw } from './draw.js';

const shownFolders = 40;
/** Share of the map below which a folder has no room for a label. */
const leastLabelled = 0.012;

interface Folder {
  readonly path: string;
  readonly lines: number;
  readonly sites: number;
  readonly customers: number;
}

/** Folders as a map: the area says how many lines exist for customers, the shade and the figure for how many of them. */
export function folderMap(findings: readonly Finding[]): Chart {
  const folders = foldersOf(findings);
  const names = shortNames(folders.map(({ path }) => path));
  const total = folders.reduce((sum, { lines }) => sum + lines, 0);
  const busiest = Math.max(1, ...folders.map(({ customers }) => customers));
  return {
    id: 'folder-map',
    title: 'Where it is: folders by lines and number of customers',
    summary: `The larger, the more lines; the stronger the shade, the more customers. Most lines are in ${listed(folders.slice(0, 3).map(({ path }) => path))}.`,
    svg: draw(
      {
        series: [
          {
            type: 'treemap',
            silent: true,
            roam: false,
            nodeClick: false,
            breadcrumb: { show: false },
            ...{ left: 0, right: 0, top: 0, bottom: 0 },
            itemStyle: { gapWidth: 2, borderWidth: 0, borderColor: ink.paper },
            data: folders.slice(0, shownFolders).map((folder) => tile(folder, names.get(folder.path) ?? folder.path, busiest, total)),
          },
        ],
      },
      { width: 720, height: 380 },
    ),
    table: {
      headings: ['Folder', 'Lines', 'Places', 'Customers'],
      rows: folders.map(({ path, lines, sites, customers }) => [path, lines, sites, customers]),
    },
  };
}

function tile({ path, lines, customers }: Folder, name: string, busiest: number, total: number) {
  const { fill, text } = heat(Math.max(1, Math.ceil((customers / busiest) * heatSteps)));
  const said = [name, count(lines, 'line'), ...(customers === 0 ? [] : [count(customers, 'customer')])];
  return {
    name: path,
    // A folder whose one-offs take no lines of their own still has a place on the map.
    value: Math.max(1, lines),
    itemStyle: { color: fill },
    label: { show: lines > total * leastLabelled, color: text, fontSize: 12, overflow: 'truncate' as const, formatter: said.join('\n') },
  };
}

/** The ends of paths that tell them apart. */
function shortNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const end = (path: string, parts: number): string => path.split('/').slice(-parts).join('/');
  const lengths = [1, 2, 3, 4, 5];
  const uses = new Map(lengths.map((length) => [length, groupBy(paths, (path) => end(path, length))]));
  return new Map(
    paths.map((path) => {
      const length = lengths.find((parts) => uses.get(parts)?.get(end(path, parts))?.length === 1);
      return [path, printable(end(path, length ?? lengths.length))];
    }),
  );
}

function foldersOf(findings: readonly Finding[]): readonly Folder[] {
  const shared = filesOfSeveral(findings);
  return [...groupBy(findings, ({ path }) => folderOf(path))]
    .map(([path, inside]) => {
      const { lines, sites } = footprintOf(inside, shared);
      return { path, lines, sites, customers: new Set(inside.flatMap(({ customers }) => customers)).size };
    })
    .toSorted((a, b) => b.lines - a.lines || b.customers - a.customers || (a.path < b.path ? -1 : 1));
}
