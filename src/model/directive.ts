import type { Range } from './finding.js';

/** A comment for One-Off that does not do what its writer meant. */
export interface DirectiveProblem {
  /** Posix path relative to the workspace root. */
  readonly path: string;
  /** The whole comment. */
  readonly range: Range;
  readonly message: string;
  readonly remedy: string;
  /** Whether the comment does nothing, so that it can be removed without a change. */
  readonly unused: boolean;
}

/** What comments for One-Off did. */
export interface DirectiveReport {
  /** How many findings comments keep out of the report. */
  readonly ignored: number;
  readonly problems: readonly DirectiveProblem[];
}
