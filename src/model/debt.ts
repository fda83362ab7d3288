/** What can become of a customization. */
export const options = ['keep', 'isolate', 'generalise', 'retire'] as const;
export type Option = (typeof options)[number];

/** From low to high; ranges are carried, never averaged. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** One input of a figure, so that whoever doubts the figure can open it. */
export interface DebtTerm {
  /** `sites`, `minutes per site`. */
  readonly name: string;
  readonly value: number | Span;
  /** Where the value comes from: `counted`, `git`, `oneoff.config.json`, or the author of a constant. */
  readonly source: string;
}

/** A figure with its inputs. Hours. */
export interface Estimate extends Span {
  /** How the terms make the figure: `sites × minutes per site`. */
  readonly formula: string;
  readonly terms: readonly DebtTerm[];
}

/** What one or more one-offs cost. Whatever needs a history is null without one. */
export interface Debt {
  readonly sites: number;
  readonly files: number;
  /** Lines that exist because of the one-offs; each line once. */
  readonly lines: number;
  /** Folders that the one-offs are spread over. */
  readonly scatter: number;
  /** Files shared with at least one other customer. */
  readonly tangle: number;
  /** Commits within the window that touched the lines. */
  readonly changes: number | null;
  /** Those that name a request of the same customer. */
  readonly ownChanges: number | null;
  /** The others: the product paying for the customer. */
  readonly collateral: number | null;
  /** Lines added and deleted within the window in the files that hold the one-offs, by line of them. */
  readonly relativeChurn: number | null;
  /** Hours to get there, once. */
  readonly principal: Readonly<Record<Option, Estimate>>;
  /** Hours a year; null unless the team gave or logged hours. */
  readonly interest: Estimate | null;
}
