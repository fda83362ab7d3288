import {
  costlyOptions,
  type CostlyOption,
  type DebtConstant,
  type DebtTerm,
  type Estimate,
  type Option,
  type Payback,
  type Span,
} from '../model/debt.js';

const monthsInYear = 12;

/** When each option that takes work is paid back; null where the interest is not known. */
export function paybackOf(
  principal: Readonly<Record<Option, Estimate>>,
  interest: Estimate | null,
  saved: DebtConstant,
): Readonly<Record<CostlyOption, Payback>> | null {
  if (interest === null) return null;
  const [isolate, generalise, retire] = costlyOptions.map((option) => paidBack(option, principal[option], interest, saved));
  return isolate && generalise && retire ? { isolate, generalise, retire } : null;
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

/** All terms are factors, so that the ratio of a term's ends is that by which it stretches the answer. */
function widest(terms: readonly DebtTerm[]): string | null {
  const ratio = ({ value }: DebtTerm): number => (typeof value === 'number' ? 1 : value.high / value.low);
  const [first] = terms.toSorted((a, b) => ratio(b) - ratio(a));
  return first && ratio(first) > 1 ? first.name : null;
}
