import type { CustomerStatus } from './customer.js';
import type { Debt, DebtTerm, Option } from './debt.js';
import type { Decision } from './decision.js';
import type { Kind } from './finding.js';
import type { Footprint } from './footprint.js';
import type { Request } from './request.js';

/** What makes several places one customization, in the order in which it counts. */
export const groupings = ['request', 'flag', 'name', 'folder'] as const;
export type Grouping = (typeof groupings)[number];

/** A place of a customization. */
export interface Site {
  /** Of the finding. */
  readonly id: string;
  readonly kind: Kind;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** Ids of all customers that the place serves. */
  readonly customers: readonly string[];
}

/** Another customer that asked for much the same. */
export interface SimilarCustomer {
  /** Id where the customer is known here, else null. */
  readonly customer: string | null;
  readonly name: string;
  /** Keys of its requests. */
  readonly requests: readonly string[];
  /** A sentence for people. */
  readonly why: string;
}

/** A figure that a tracker computed; shown as it is. */
export interface ImportedScore {
  readonly name: string;
  readonly value: number;
  /** Key of the item that has it. */
  readonly request: string;
  readonly tracker: string;
}

/** What the customer pays: beside the evidence, never part of a figure. */
export interface RevenueNote {
  readonly amount: number;
  readonly currency: string | null;
  /** Where it was read: `crm/accounts.csv:12`, `PROD-12`. */
  readonly source: string;
}

/** Rules of the decision aid, in the order in which they are tried. The first that fires suggests. */
export const planningRules = [
  'customer-gone',
  'request-dropped',
  'flag-constant',
  'others-ask',
  'customers-expected',
  'nobody-asked',
  'collateral-high',
  'spread-out',
  'quiet',
  'none',
] as const;
export type PlanningRule = (typeof planningRules)[number];

/** A suggestion, never a decision. */
export interface Suggestion {
  /** Null where the rule suggests to find something out first. */
  readonly option: Option | null;
  readonly rule: PlanningRule;
  /** Sentences for people: why the rule fired. */
  readonly because: readonly string[];
  /** The figures that it looked at, each with its source. */
  readonly terms: readonly DebtTerm[];
  /** What nobody has said yet and could change the suggestion. */
  readonly missing: readonly string[];
}

/** What became of a decision. */
export interface Outcome {
  /** Whole months since it was made. */
  readonly months: number;
  /** Collateral changes since, had they come as often as before; null where that is not known. */
  readonly forecast: number | null;
  /** Those that came; null where no history was read. */
  readonly happened: number | null;
  readonly sitesThen: number;
  readonly sitesNow: number;
}

/** What a team can decide about as one: code for one customer that belongs together. */
export interface Customization {
  /** Readable, also as a file name; survives moved lines. */
  readonly id: string;
  readonly name: string;
  /** Id. */
  readonly customer: string;
  readonly customerName: string;
  readonly groupedBy: Grouping;
  readonly sites: readonly Site[];
  readonly folders: readonly string[];
  /** Keys of its flags. */
  readonly flags: readonly string[];
  readonly footprint: Footprint;
  /** Null where debt was not assessed. */
  readonly debt: Debt | null;
  readonly requests: readonly Request[];
  readonly status: CustomerStatus;
  readonly revenue: readonly RevenueNote[];
  readonly similar: readonly SimilarCustomer[];
  readonly scores: readonly ImportedScore[];
  /** From how many further customers on it pays to generalise; a fraction, never below 0. */
  readonly generaliseFrom: number;
  readonly suggestion: Suggestion;
  readonly decision: Decision | null;
  readonly outcome: Outcome | null;
  /** Whether its decision is to be looked at again. */
  readonly isDue: boolean;
}

/** All that a planning session works on; plain data. */
export interface Plan {
  /** ISO date. */
  readonly asOf: string;
  /** Those to be decided or looked at again first, then by customer and size. */
  readonly customizations: readonly Customization[];
  /** Decisions whose code is not found any more. */
  readonly settled: readonly Decision[];
  /** How much of this rests on what: sentences for people. */
  readonly notices: readonly string[];
}

/** What goes when customizations are retired, at most. */
export interface WhatIf {
  /** Places that go. */
  readonly sites: readonly Site[];
  /** Places that other customers need too: they get simpler, and stay. */
  readonly shared: readonly Site[];
  /** Lines of the places that go, each once. Of an `if` with an `else`, both arms count, and one of them stays. */
  readonly lines: number;
  readonly files: number;
  /** Keys of flags that nothing asks for any more. */
  readonly flags: readonly string[];
  /** Where these are defined: `path:line`. */
  readonly flagDefinitions: readonly string[];
}
