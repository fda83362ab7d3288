import type { Finding } from '../../model/finding.js';
import { folderOf } from '../../model/footprint.js';
import { groupBy } from '../../model/group-by.js';
import type { CustomerRow } from '../content/customer-rows.js';
import { printable } from '../printable.js';
import { count, number } from '../words.js';
import { heat, ink, shortened, shortenedPath, type Chart } from './chart.js';
import { draw } from './draw.js';

const shownCustomers = 12;
const shownAreas = 12;

/** What `.` is called for people. */
const topFolder = '(top folder)';

/** Which customers meet in which areas of the code: a row that is full is an area that nobody can change for one customer alone. */
export function tangleMatrix(findings: readonly Finding[], rows: readonly CustomerRow[]): Chart {
  const ids = new Set(rows.map(({ id }) => id));
  const served = findings.filter(({ customers }) => customers.some((id) => ids.has(id)));
  const areaOf = areasOf(served);
  const areas = [...groupBy(served, ({ path }) => areaOf(path))].toSorted(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  const counts = countsOf(served, areaOf);
  const shared = areas.map((name) => ({ name, customers: rows.filter(({ id }) => counts.has(key(id, name))).length }));
  const shownRows = rows.slice(0, shownCustomers);
  const shownIn = areas.filter((name) => shownRows.some(({ id }) => counts.has(key(id, name)))).slice(0, shownAreas);
  const leftOut =
    rows.length > shownCustomers ? [`The ${String(shownCustomers)} customers with most places are shown; all are in the table.`] : [];
  const [fullest] = shared.toSorted((a, b) => b.customers - a.customers);
  return {
    id: 'tangle-matrix',
    title: 'Who meets whom: customers by area of the code',
    summary: [
      ...(fullest ? [`The code of ${count(fullest.customers, 'customer')} meets in ${fullest.name}.`] : ['There are no areas.']),
      ...leftOut,
    ].join(' '),
    svg: picture(shownRows, shownIn, counts),
    table: {
      headings: ['Area', ...rows.map(({ name }) => name)],
      rows: areas.map((name) => [name, ...rows.map(({ id }) => counts.get(key(id, name)) ?? 0)]),
    },
  };
}

type Counts = ReadonlyMap<string, number>;

function picture(rows: readonly CustomerRow[], areas: readonly string[], counts: Counts): string {
  const side = { type: 'category' as const, splitLine: { show: true, lineStyle: { color: ink.faint } }, axisTick: { show: false } };
  const label = { color: ink.text, interval: 0 };
  return draw(
    {
      grid: { left: 230, right: 60, top: 110, bottom: 8 },
      xAxis: {
        ...side,
        position: 'top',
        axisLine: { show: false },
        data: rows.map(({ name }) => shortened(printable(name), 18)),
        axisLabel: { ...label, rotate: 45 },
      },
      yAxis: {
        ...side,
        inverse: true,
        axisLine: { show: false },
        data: areas.map((name) => shortenedPath(printable(name), 32)),
        axisLabel: label,
      },
      series: [{ type: 'scatter', silent: true, data: marks(rows, areas, counts) }],
    },
    { width: 720, height: 126 + 32 * areas.length },
  );
}

function marks(rows: readonly CustomerRow[], areas: readonly string[], counts: Counts) {
  const cells = areas.flatMap((name, y) => rows.map(({ id }, x) => ({ x, y, amount: counts.get(key(id, name)) ?? 0 })));
  const most = Math.max(1, ...cells.map(({ amount }) => amount));
  const { fill, text } = heat(2);
  return cells
    .filter(({ amount }) => amount > 0)
    .map(({ x, y, amount }) => ({
      value: [x, y],
      symbolSize: 14 + 14 * Math.sqrt(amount / most),
      itemStyle: { color: fill, opacity: 1 },
      label: { show: true, color: text, formatter: number(amount) },
    }));
}

/** Folders at the depth that tells most without being too many; all that is deeper counts for the folder above. */
function areasOf(findings: readonly Finding[]): (path: string) => string {
  const folders = [...new Set(findings.map(({ path }) => folderOf(path)))];
  const cut = (folder: string, depth: number): string => folder.split('/').slice(0, depth).join('/');
  const distinct = (depth: number): number => new Set(folders.map((folder) => cut(folder, depth))).size;
  const depth = [6, 5, 4, 3, 2].find((each) => distinct(each) <= shownAreas) ?? 1;
  return (path) => {
    const folder = cut(folderOf(path), depth);
    return folder === '.' ? topFolder : folder;
  };
}

function countsOf(findings: readonly Finding[], areaOf: (path: string) => string): Counts {
  const counts = new Map<string, number>();
  for (const { path, customers } of findings)
    for (const id of customers) {
      const cell = key(id, areaOf(path));
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  return counts;
}

function key(customer: string, area: string): string {
  return `${customer}\n${area}`;
}
