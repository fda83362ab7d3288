/** How much code and trackers can say of a sign. */
export const flagBases = ['measured', 'proxy', 'trace', 'unobservable'] as const;
export type FlagBasis = (typeof flagBases)[number];

/** Numbers of the ten signs that sales steers the product. */
export const signNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type SignNumber = (typeof signNumbers)[number];

export interface Period {
  /** ISO date of the first day. */
  readonly from: string;
  /** ISO date of the last day. */
  readonly to: string;
}

/** A share with all that is needed to doubt it. */
export interface Indicator {
  /** What is counted of what: `Closed requests for exactly one customer, of closed requests with a customer`. */
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  /** How much of what could be counted was known well enough to count; null where everything was. */
  readonly coverage: Coverage | null;
  /** Null for the state of today. */
  readonly window: Period | null;
  /** The same share in the last four quarters, oldest first; empty where there are no dates. */
  readonly quarters: readonly Quarter[];
}

export interface Coverage {
  readonly known: number;
  readonly of: number;
  /** `closed requests that name a customer`. */
  readonly what: string;
}

export interface Quarter extends Period {
  readonly numerator: number;
  readonly denominator: number;
}

/** One of the ten signs, as far as this workspace shows it. */
export interface RedFlag {
  readonly number: SignNumber;
  readonly sign: string;
  readonly basis: FlagBasis;
  /** What the figures can't tell; a sentence for people. */
  readonly caveat: string;
  readonly indicators: readonly Indicator[];
  /** What could not be counted, and what it takes; sentences for people. */
  readonly missing: readonly string[];
}

export const opinionAnswers = ['yes', 'partly', 'no', 'unsure'] as const;
export type OpinionAnswer = (typeof opinionAnswers)[number];

/** What the team thinks of a sign. Shown apart from whatever was counted. */
export interface Opinion {
  readonly sign: SignNumber;
  /** Whether the team sees the sign at work. */
  readonly answer: OpinionAnswer;
  /** ISO date of the answer. */
  readonly date: string;
  readonly note: string;
}
