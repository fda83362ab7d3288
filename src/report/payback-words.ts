import type { Payback } from '../model/debt.js';

/** Why there is neither interest nor payback. */
export const unknownInterest =
  'not known: nobody has said how long a collateral change takes ("debt.hoursPerChange"), and too little time is logged on requests';

/** `2.4–12 months`, `2.4 months or never`, `never`. */
export function paybackInWords({ low, high }: Pick<Payback, 'low' | 'high'>): string {
  if (low === null) return 'never';
  if (high === null) return `${low} months or never`;
  return low === high ? `${low} months` : `${low}–${high} months`;
}
