import type { TrendPoint } from '../../model/trend.js';
import type { CustomerRow } from '../content/customer-rows.js';
import { printable } from '../printable.js';
import { count, day, number } from '../words.js';
import { ink, shortened, type Chart } from './chart.js';
import { draw } from './draw.js';

const ownLines = 3;
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const;

/** One-offs over time, in all and for the largest customers. Needs two points or more. */
export function trendLines(points: readonly TrendPoint[], rows: readonly Pick<CustomerRow, 'id' | 'name'>[]): Chart {
  const [first, last] = [points[0], points.at(-1)];
  const named = rows.slice(0, ownLines).map(({ id, name }) => ({ name, values: points.map(({ byCustomer }) => byCustomer[id] ?? 0) }));
  const lines = [{ name: 'all', values: points.map(({ oneOffs }) => oneOffs) }, ...named];
  return {
    id: 'trend',
    title: 'One-offs over time',
    summary: `From ${count(first?.oneOffs ?? 0, 'one-off')} on ${day(first?.date ?? '')} to ${number(last?.oneOffs ?? 0)} on ${day(last?.date ?? '')}.`,
    svg: draw(
      {
        grid: { left: 50, right: 140, top: 14, bottom: 30 },
        xAxis: {
          type: 'category',
          data: points.map(({ date }) => day(date)),
          boundaryGap: false,
          axisLabel: { color: ink.text },
          axisTick: { lineStyle: { color: ink.faint } },
          axisLine: { lineStyle: { color: ink.faint } },
        },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink.text }, splitLine: { lineStyle: { color: ink.faint } } },
        series: lines.map(({ name, values }, index) => lineOf(shortened(printable(name), 18), values, index)),
      },
      { width: 720, height: 300 },
    ),
    table: {
      headings: ['Date', 'Commit', 'One-offs', 'Lines', ...named.map(({ name }) => name)],
      rows: points.map(({ date, commit, oneOffs, lines: amount }, index) => [
        day(date),
        commit.slice(0, 10),
        oneOffs,
        amount,
        ...named.map(({ values }) => values[index] ?? 0),
      ]),
    },
  };
}

function lineOf(name: string, values: readonly number[], index: number) {
  const color = ink.series[index] ?? ink.text;
  const dash = dashes[index] ?? 'solid';
  return {
    type: 'line' as const,
    name,
    silent: true,
    data: [...values],
    symbol: symbols[index] ?? 'circle',
    symbolSize: 7,
    itemStyle: { color },
    lineStyle: { color, width: 2, type: typeof dash === 'string' ? dash : [...dash] },
    endLabel: { show: true, color: ink.text, formatter: name },
    labelLayout: { moveOverlap: 'shiftY' as const },
  };
}
