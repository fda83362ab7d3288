import type { Option } from './debt.js';

/** What was known when a decision was made, so that it can be held against what came of it. */
export interface DecisionEvidence {
  readonly sites: number;
  readonly files: number;
  readonly lines: number;
  readonly scatter: number;
  /** Changes within the window that the product paid for; null where no history was read. */
  readonly collateral: number | null;
  /** Length of the window in months; null likewise. */
  readonly months: number | null;
  /** The rule that suggested something, by its name. */
  readonly rule: string;
}

/** What only people know. Dates are ISO dates. */
export interface TeamFacts {
  /** How many further customers are expected to want the same within the years of the planning settings. */
  readonly expectedCustomers: number | null;
  /** When somebody checked that no contract promises it. */
  readonly contractChecked: string | null;
  /** When somebody checked that nobody uses it any more, or who still does. */
  readonly usageChecked: string | null;
  /** By when the customer has been told. */
  readonly noticeDate: string | null;
}

/** What a team decided about a customization; one file in `.oneoff/decisions`. */
export interface Decision extends TeamFacts {
  /** Id of the customization. */
  readonly customization: string;
  /** Its name then, for people. */
  readonly name: string;
  /** Id. */
  readonly customer: string;
  /** Null while only facts were noted. */
  readonly option: Option | null;
  /** Who sees to it; empty while nobody does. */
  readonly owner: string;
  /** ISO dates. */
  readonly decidedOn: string;
  readonly reviewOn: string | null;
  readonly note: string;
  readonly evidence: DecisionEvidence;
  /** Ids of its findings then, sorted; the customization is known again by them when its own id has changed. */
  readonly oneOffs: readonly string[];
}
