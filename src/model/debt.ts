/** What can become of a customization. */
export const options = ['keep', 'isolate', 'generalise', 'retire'] as const;
export type Option = (typeof options)[number];

/** Those that take work. */
export const costlyOptions = ['isolate', 'generalise', 'retire'] as const satisfies readonly Option[];
export type CostlyOption = (typeof costlyOptions)[number];

/** From low to high; ranges are carried, never averaged. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** A constant of the debt model: a range, and who says so. */
export interface DebtConstant extends Span {
  readonly source: string;
}

/** What turns counts into hours; each can be set in `oneoff.config.json`. */
export interface DebtSettings {
  /** Length of the window in which changes are counted. */
  readonly months: number;
  /** Minutes to write one line anew. */
  readonly minutesPerLine: DebtConstant;
  /** Minutes to move one site behind an extension point. */
  readonly isolateMinutesPerSite: DebtConstant;
  /** Hours to test what was isolated, once. */
  readonly isolateTestHours: DebtConstant;
  /** Minutes to remove one site. */
  readonly retireMinutesPerSite: DebtConstant;
  /** Hours to tell the customer and see the change through, once. */
  readonly retireNoticeHours: DebtConstant;
  /** What writing for reuse costs, as a multiple of writing for one use. */
  readonly writeForReuse: DebtConstant;
  /** What using it once more costs, as a fraction of writing it. */
  readonly reuse: DebtConstant;
  /** Hours that a collateral change takes; null as long as the team has not said: then those logged in trackers count, if they suffice. */
  readonly hoursPerChange: DebtConstant | null;
  /** From how many requests with logged time on hours per change are taken from these. */
  readonly loggedRequests: number;
  /** Share of the interest that is no longer paid once the work is done. */
  readonly interestSaved: DebtConstant;
}

/** The source of what a team has set. */
export const configuredSource = 'oneoff.config.json';

const nobody = 'not given';

/** In force until the configuration says otherwise. docs/debt-model.md says where each comes from. */
export const defaultDebtSettings: DebtSettings = {
  months: 12,
  minutesPerLine: { low: 30, high: 30, source: 'SonarQube, default cost to develop a line' },
  isolateMinutesPerSite: { low: 15, high: 60, source: 'proposal of One-Off' },
  isolateTestHours: { low: 0, high: 0, source: nobody },
  retireMinutesPerSite: { low: 10, high: 30, source: 'proposal of One-Off' },
  retireNoticeHours: { low: 0, high: 0, source: nobody },
  writeForReuse: { low: 1.5, high: 1.5, source: 'Poulin 1997, relative cost of writing for reuse' },
  reuse: { low: 0.2, high: 0.2, source: 'Poulin 1997, relative cost of reuse' },
  hoursPerChange: null,
  loggedRequests: 20,
  interestSaved: { low: 1, high: 1, source: 'all of it: the best case' },
};

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

/** After how many months work is paid back by interest that is no longer paid; null means never. */
export interface Payback {
  readonly low: number | null;
  readonly high: number | null;
  readonly formula: string;
  readonly terms: readonly DebtTerm[];
  /** Name of the input, of this and of the estimates within, whose range moves the answer most; null where none has a range. */
  readonly widest: string | null;
}

/** What one or more one-offs cost. Whatever needs a history is null without one, and counts only the one-offs that have one. */
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
  /** Those that brought a one-off of the same customer, or name a request of one. */
  readonly ownChanges: number | null;
  /** The others: the product paying for the customer. */
  readonly collateral: number | null;
  /** Lines added and deleted within the window in the files that hold the one-offs, by line of them. */
  readonly relativeChurn: number | null;
  /** Hours to get there, once. */
  readonly principal: Readonly<Record<Option, Estimate>>;
  /** Hours a year; null unless the team gave or logged hours. */
  readonly interest: Estimate | null;
  /** Null where the interest is not known. */
  readonly payback: Readonly<Record<CostlyOption, Payback>> | null;
}
