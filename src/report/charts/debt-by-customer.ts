import type { CustomerRow } from '../content/customer-rows.js';
import { printable } from '../printable.js';
import { count, listed, number } from '../words.js';
import { ink, shortened, type Chart } from './chart.js';
import { draw } from './draw.js';

const shownCustomers = 15;

/** Lines that exist because of each customer, as bars. */
export function debtByCustomer(rows: readonly CustomerRow[]): Chart {
  const byLines = rows.toSorted((a, b) => b.lines - a.lines);
  const shown = byLines.slice(0, shownCustomers);
  const rest = byLines.slice(shownCustomers);
  const left = rest.length === 0 ? '' : ` ${count(rest.length, 'customer')} with fewer lines are only in the table.`;
  return {
    id: 'debt-by-customer',
    title: 'Lines that exist because of each customer',
    summary: `Most lines exist because of ${listed(byLines.slice(0, 3).map(({ name }) => name))}.${left}`,
    svg: picture(shown),
    table: {
      headings: ['Customer', 'Lines', 'Places', 'Files'],
      rows: byLines.map(({ name, lines, sites, files }) => [name, lines, sites, files]),
    },
  };
}

function picture(shown: readonly CustomerRow[]): string {
  return draw(
    {
      grid: { left: 180, right: 150, top: 8, bottom: 24 },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink.text }, splitLine: { lineStyle: { color: ink.faint } } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ name }) => shortened(printable(name), 24)),
        axisLabel: { color: ink.text, interval: 0 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.faint } },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          barMaxWidth: 20,
          itemStyle: { color: ink.series[0] },
          data: shown.map(({ lines, sites }) => ({
            value: lines,
            label: { show: true, position: 'right', color: ink.text, formatter: `${number(lines)} in ${count(sites, 'place')}` },
          })),
        },
      ],
    },
    { width: 720, height: 40 + 28 * shown.length },
  );
}
