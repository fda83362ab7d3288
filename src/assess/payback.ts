import type { CostlyOption, DebtConstant, DebtTerm, Estimate, Option, Payback, Span } from '../model/debt.js';

const monthsInYear = 12;

/** When each option that takes work is paid back; null where the interest is not known. */
export function paybackOf(
  principal: Readonly<Record<Option, Estimate>>,
  interest: Estimate | null,
  saved: DebtConstant,
): Readonly<Record<CostlyOption, Payback>> | null {
  if (interest === null) return null;
  const of = (option: CostlyOption): Payback => paidBack(option, principal[option], interest, saved);
  return { isolate: of('isolate'), generalise: of('generalise'), retire: of('retire') };
}

/** The soonest with the least work and the most interest, the latest the other way round. */
function paidBack(option: CostlyOption, principal: Estimate, interest: Estimate, saved: DebtConstant): Payback {
  const months = (work: number, hoursAYear: number, share: number): number | null => {
    const saving = (hoursAYear * share) / monthsInYear;
    return saving <= 0 ? null : Math.round((work / saving) * 10) / 10;
  };
  const share: DebtTerm = { name: 'share saved', value: spanOf(saved), source: saved.source };
  return {
    low: months(principal.low, interest.high, saved.high),
    high: months(principal.high, interest.low, saved.low),
    formula: `hours to ${option} ÷ (interest a year × share saved ÷ ${monthsInYear})`,
    terms: [
      { name: `hours to ${option}`, value: spanOf(principal), source: 'principal' },
      { name: 'interest a year', value: spanOf(interest), source: 'interest' },
      share,
    ],
    widest: widest([...principal.terms, ...interest.terms, share]),
  };
}

function spanOf({ low, high }: Span): number | Span {
  return low === high ? low : { low, high };
}

/** By the ratio of a term's ends: nearly all are factors, which stretch the answer by just that. */
function widest(terms: readonly DebtTerm[]): string | null {
  const ratio = ({ value }: DebtTerm): number => (typeof value === 'number' ? 1 : value.high / value.low);
  const [first] = terms.toSorted((a, b) => ratio(b) - ratio(a));
  return first && ratio(first) > 1 ? first.name : null;
}
