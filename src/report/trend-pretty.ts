import pc from 'picocolors';
import type { TrendPoint } from '../model/trend.js';
import { printable } from './printable.js';
import { count, number } from './words.js';

/** Customers that have a column of their own: those with most one-offs at the end, then at the beginning. */
const columns = 5;

/** For people: a row a commit, oldest first. Ends with a line break. */
export function formatTrend(points: readonly TrendPoint[], names: ReadonlyMap<string, string>, color: boolean): string {
  const { bold, dim } = pc.createColors(color);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'There are no commits yet.\n';
  const ids = largest(first, last).slice(0, columns);
  const heading = ['date', 'commit', 'one-offs', 'lines', ...ids.map((id) => printable(names.get(id) ?? id))];
  const rows = points.map(({ date, commit, oneOffs, lines, byCustomer }) => [
    ...[date, commit.slice(0, 7), number(oneOffs), number(lines)],
    ...ids.map((id) => number(byCustomer[id] ?? 0)),
  ]);
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  const change = last.oneOffs - first.oneOffs;
  const moved = change === 0 ? 'as many as' : `${number(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than`;
  const summary = `${count(last.oneOffs, 'one-off')} at the last commit, ${moved} on ${first.date}.`;
  return `${[dim(line(heading)), ...rows.map(line), '', bold(summary)].join('\n')}\n`;
}

/** Ids of customers: those with most one-offs at the end first, then at the beginning. */
export function largest(first: TrendPoint, last: TrendPoint): readonly string[] {
  const ids = [...new Set([...Object.keys(last.byCustomer), ...Object.keys(first.byCustomer)])].sort();
  const size = ({ byCustomer }: TrendPoint, id: string): number => byCustomer[id] ?? 0;
  return ids.sort((a, b) => size(last, b) - size(last, a) || size(first, b) - size(first, a));
}

/** The points as data, oldest first, as docs/planning.md describes them. */
export function formatTrendJson(points: readonly TrendPoint[]): string {
  return `${JSON.stringify({ points }, null, 2)}\n`;
}
