import type { FlagBasis, Indicator } from '../../model/red-flag.js';
import { day, number, percent } from '../words.js';

/** Fewer than this many of a kind say little; planning sessions are told so. */
const smallSample = 20;

export const bases: Readonly<Record<FlagBasis, string>> = {
  measured: 'measured',
  proxy: 'by a proxy',
  trace: 'a weak trace',
  unobservable: 'not observable from code',
};

/** What a row of a table says of an indicator. */
export interface IndicatorWords {
  readonly share: string;
  readonly isSmall: boolean;
  /** `3 of 12`. */
  readonly counted: string;
  /** How much was known well enough to count. */
  readonly known: string;
  /** First and last day; null for the state of today. */
  readonly window: readonly [from: string, to: string] | null;
  readonly quarters: string;
}

export function indicatorWords({ numerator, denominator, coverage, window, quarters }: Indicator): IndicatorWords {
  return {
    share: percent(numerator, denominator) || 'none counted',
    isSmall: denominator > 0 && denominator < smallSample,
    counted: `${number(numerator)} of ${number(denominator)}`,
    known: coverage ? `${number(coverage.known)} of ${number(coverage.of)} ${coverage.what}` : 'all',
    window: window && [day(window.from), day(window.to)],
    quarters: quarters.map((quarter) => percent(quarter.numerator, quarter.denominator) || '–').join(' → ') || '–',
  };
}
