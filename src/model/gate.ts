import type { Kind } from './finding.js';

/** How many one-offs there may be of what the other keys name together. */
export interface Budget {
  /** Id of a customer. */
  readonly customer?: string;
  readonly kind?: Kind;
  /** Posix path of a folder, relative to the folder of the configuration. */
  readonly folder?: string;
  readonly most: number;
}

export interface BudgetUse {
  readonly budget: Budget;
  readonly count: number;
}

/** What a gate decided, and from what. */
export interface Gate {
  readonly passed: boolean;
  /** With what was compared, as people write it: `oneoff.baseline.json`, `main (1a2b3c4)`. */
  readonly comparedWith: readonly string[];
  /** Findings that fail the gate. */
  readonly new: number;
  readonly unchanged: number;
  /** Of what was compared with: how many are no longer there. */
  readonly absent: number;
  readonly budgets: readonly BudgetUse[];
}
