import { servedRows, type CustomerRow } from '../content/customer-rows.js';
import { missing } from '../content/missing.js';
import type { ReportInput } from '../report-input.js';
import { agePyramid } from './age-pyramid.js';
import type { Chart } from './chart.js';
import { concentrationCurve } from './concentration-curve.js';
import { debtByCustomer } from './debt-by-customer.js';
import { folderMap } from './folder-map.js';
import { tangleMatrix } from './tangle-matrix.js';
import { trendLines } from './trend-lines.js';

/** What stands in the place of a chart that there are no figures for. */
export interface MissingChart {
  readonly id: string;
  readonly title: string;
  /** Why, and how to get it. */
  readonly missing: string;
}

/** All charts of a report in the order in which they are shown. */
export function chartsOf(input: ReportInput, rows: readonly CustomerRow[]): readonly (Chart | MissingChart)[] {
  const { findings, history } = input.report;
  const served = servedRows(rows);
  const few = 'No customer has code of its own.';
  return [
    served.length > 0 ? debtByCustomer(served) : absent('debt-by-customer', 'Lines that exist because of each customer', few),
    served.length > 1
      ? concentrationCurve(served)
      : absent('concentration', 'How few customers it is about', 'It takes two customers to compare them.'),
    findings.length > 0 ? folderMap(findings) : absent('folder-map', 'Where it is', 'No one-offs were found.'),
    served.length > 1
      ? tangleMatrix(findings, served)
      : absent('tangle-matrix', 'Who meets whom: customers by area of the code', 'It takes two customers to meet.'),
    history && findings.some(({ age }) => age) ? agePyramid(findings, history.to) : absent('age-pyramid', 'How old it is', missing.history),
    input.trend && input.trend.length > 1 ? trendLines(input.trend, served) : absent('trend', 'One-offs over time', missing.trend),
  ];
}

function absent(id: string, title: string, reason: string): MissingChart {
  return { id, title, missing: reason };
}
