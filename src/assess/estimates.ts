import type { DebtConstant, DebtSettings, DebtTerm, Estimate, Option, Span } from '../model/debt.js';

/** What the estimates are made of. */
export interface Counts {
  readonly sites: number;
  readonly lines: number;
  /** Customers that the code serves; 1 where it is bound to none. */
  readonly customers: number;
}

/** Hours to get to each option, once. */
export function principalOf(counts: Counts, settings: DebtSettings): Readonly<Record<Option, Estimate>> {
  return {
    keep: { low: 0, high: 0, formula: '0', terms: [] },
    isolate: perSite(counts, settings.isolateMinutesPerSite, 'test hours', settings.isolateTestHours),
    generalise: generalise(counts, settings),
    retire: perSite(counts, settings.retireMinutesPerSite, 'notice hours', settings.retireNoticeHours),
  };
}

/** Hours a year for changes that the product makes because of a customer; null as long as nobody has said how long one takes. */
export function interestOf(collateral: number | null, { months, hoursPerChange }: DebtSettings): Estimate | null {
  if (collateral === null || hoursPerChange === null) return null;
  return {
    ...each((end) => (collateral * hoursPerChange[end] * 12) / months),
    formula: 'collateral changes × hours per change × 12 ÷ months',
    terms: [
      counted('collateral changes', collateral, 'git'),
      constant('hours per change', hoursPerChange),
      counted('months', months, 'window'),
    ],
  };
}

function perSite({ sites }: Counts, minutes: DebtConstant, extraName: string, extra: DebtConstant): Estimate {
  return {
    ...each((end) => (sites * minutes[end]) / 60 + extra[end]),
    formula: `sites × minutes per site ÷ 60 + ${extraName}`,
    terms: [counted('sites', sites), constant('minutes per site', minutes), constant(extraName, extra)],
  };
}

function generalise({ lines, customers }: Counts, { minutesPerLine, writeForReuse, reuse }: DebtSettings): Estimate {
  return {
    ...each((end) => ((lines * minutesPerLine[end]) / 60) * (writeForReuse[end] + reuse[end] * customers)),
    formula: 'lines × minutes per line ÷ 60 × (writing for reuse + reuse × customers)',
    terms: [
      counted('lines', lines),
      constant('minutes per line', minutesPerLine),
      constant('writing for reuse', writeForReuse),
      constant('reuse', reuse),
      counted('customers', customers),
    ],
  };
}

/** Hours to a hundredth: what is beyond was never known. */
function each(value: (end: keyof Span) => number): Span {
  const rounded = (end: keyof Span): number => Math.round(value(end) * 100) / 100;
  return { low: rounded('low'), high: rounded('high') };
}

function counted(name: string, value: number, source = 'counted'): DebtTerm {
  return { name, value, source };
}

function constant(name: string, { low, high, source }: DebtConstant): DebtTerm {
  return { name, value: low === high ? low : { low, high }, source };
}
