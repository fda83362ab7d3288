import type { CustomerRow } from '../content/customer-rows.js';
import { halfBelongsTo } from '../content/headline.js';
import { count, number, percent } from '../words.js';
import { ink, type Chart } from './chart.js';
import { draw } from './draw.js';

/** What share of one-offs the first, the first two, … customers have together, beside what it would be if all had equally many. */
export function concentrationCurve(rows: readonly CustomerRow[]): Chart {
  const total = rows.reduce((sum, { sites }) => sum + sites, 0);
  let reached = 0;
  const shares = rows.map(({ sites }) => (100 * (reached += sites)) / total);
  const half = halfBelongsTo(rows).length;
  const found = `${number(half)} of ${count(rows.length, 'customer')} ${half === 1 ? 'has' : 'have'} half of all one-offs.`;
  return {
    id: 'concentration',
    title: 'How few customers it is about',
    summary: `${found} The dashed line is what it would be if all had equally many.`,
    svg: picture(shares),
    table: {
      headings: ['Customer', 'One-offs', 'Share', 'Share with all before'],
      rows: rows.map(({ name, sites }, index) => [name, sites, percent(sites, total), percent(shares[index] ?? 0, 100)]),
    },
  };
}

function picture(shares: readonly number[]): string {
  const equal = [0, shares.length].map((x) => [x, (100 * x) / shares.length]);
  return draw(
    {
      grid: { left: 60, right: 130, top: 14, bottom: 46 },
      xAxis: {
        ...{ type: 'value', name: 'customers, largest first', nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: ink.text } },
        ...{ min: 0, max: shares.length, minInterval: 1, splitLine: { show: false } },
        axisLabel: { color: ink.text },
        axisLine: { lineStyle: { color: ink.faint } },
        axisTick: { lineStyle: { color: ink.faint } },
      },
      yAxis: {
        type: 'value',
        max: 100,
        axisLabel: { color: ink.text, formatter: '{value} %' },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: ink.faint } },
      },
      series: [
        curve('these customers', [[0, 0], ...shares.map((share, index) => [index + 1, share])], ink.series[0], 'solid'),
        curve('if all were equal', equal, ink.text, 'dashed'),
      ],
    },
    { width: 720, height: 300 },
  );
}

function curve(name: string, data: number[][], color: string, type: 'solid' | 'dashed') {
  return {
    type: 'line' as const,
    silent: true,
    data,
    symbol: type === 'solid' ? 'circle' : 'none',
    symbolSize: 6,
    itemStyle: { color },
    lineStyle: { color, type, width: type === 'solid' ? 2 : 1 },
    endLabel: { show: type === 'solid', color: ink.text, formatter: name, offset: [0, 8] },
  };
}
