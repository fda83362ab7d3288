/** `1 file`, `1,234 files`. */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

export function number(amount: number): string {
  return amount.toLocaleString('en-US');
}
