import type { Finding } from '../../model/finding.js';
import { count, number } from '../words.js';
import { ink, type Chart } from './chart.js';
import { draw } from './draw.js';

const bands = [
  { name: 'under 3 months', months: 3 },
  { name: '3 to 6 months', months: 6 },
  { name: '6 to 12 months', months: 12 },
  { name: '1 to 2 years', months: 24 },
  { name: '2 to 4 years', months: 48 },
  { name: 'over 4 years', months: Infinity },
] as const;

const daysPerMonth = 365.25 / 12;

/** How old one-offs are beside how long ago they were last touched, of those that are committed. `today` is the end of the history that was read, an ISO date. */
export function agePyramid(findings: readonly Finding[], today: string): Chart {
  const ages = findings.flatMap(({ age }) =>
    age?.introduced && age.lastTouched ? [{ came: age.introduced.date, touched: age.lastTouched.date }] : [],
  );
  const introduced = banded(
    ages.map(({ came }) => came),
    today,
  );
  const touched = banded(
    ages.map(({ touched }) => touched),
    today,
  );
  const old = (introduced[4] ?? 0) + (introduced[5] ?? 0);
  const still = (touched[3] ?? 0) + (touched[4] ?? 0) + (touched[5] ?? 0);
  return {
    id: 'age-pyramid',
    title: 'How old it is',
    summary: `${number(old)} of ${count(ages.length, 'one-off')} are older than 2 years; ${number(still)} were not touched for a year.`,
    svg: draw(
      {
        grid: { left: 180, right: 60, top: 8, bottom: 8 },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          data: [...bands.map(({ name }) => name), ''],
          axisLabel: { color: ink.text, margin: 60 },
          axisTick: { show: false },
          axisLine: { show: false },
        },
        series: [side('◀ came', introduced, -1), side('last touched ▶', touched, 1)],
      },
      { width: 720, height: 16 + 32 * (bands.length + 1) },
    ),
    table: {
      headings: ['Age', 'One-offs that came then', 'One-offs last touched then'],
      rows: bands.map(({ name }, index) => [name, introduced[index] ?? 0, touched[index] ?? 0]),
    },
  };
}

/** Bars to one side of the middle, with their amounts beside them, and the name of the side as a row of its own above. */
function side(name: string, amounts: readonly number[], direction: -1 | 1) {
  const label = { show: true, position: direction === -1 ? ('left' as const) : ('right' as const), color: ink.text };
  return {
    type: 'bar' as const,
    stack: 'ages',
    silent: true,
    barMaxWidth: 22,
    itemStyle: { color: ink.series[direction === -1 ? 0 : 1] },
    data: [
      ...amounts.map((amount) => ({ value: amount * direction, label: { ...label, show: amount > 0, formatter: number(amount) } })),
      { value: 0, label: { ...label, formatter: name } },
    ],
  };
}

function banded(dates: readonly string[], today: string): readonly number[] {
  const now = Date.parse(today);
  const amounts = bands.map(() => 0);
  for (const date of dates) {
    const months = (now - Date.parse(date)) / 86_400_000 / daysPerMonth;
    const index = bands.findIndex((band) => months < band.months);
    amounts[index] = (amounts[index] ?? 0) + 1;
  }
  return amounts;
}
