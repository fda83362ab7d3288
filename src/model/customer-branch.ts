import type { CommitReference } from './age.js';
import type { MissedStanding } from './drift.js';

/** A commit of the base that a customer's branch never got, and where the branch still stands as before it. */
export interface NeverTaken extends CommitReference {
  readonly standing: MissedStanding;
  /** Complete sentences, the strongest reason first. */
  readonly reasons: readonly string[];
  /** Paths from the root, and lines (1-based) of the branch's versions. */
  readonly places: readonly { readonly path: string; readonly lines: readonly number[] }[];
}

/** A git branch that is kept for a customer. */
export interface CustomerBranch {
  /** As git shows it: `acme/main`, `origin/customers/acme`. */
  readonly name: string;
  /** Ids of the customers that it is named for. */
  readonly customers: readonly string[];
  /** The branch that the product is developed on. */
  readonly base: string;
  readonly tip: CommitReference;
  readonly mergeBase: CommitReference;
  /** Commits that only the branch has, and that only the base has; merges are not counted. */
  readonly ahead: number;
  readonly behind: number;
  /** Commits of the base that the branch has as copies (cherry-picks), and those whose changes it has by other commits. */
  readonly picked: number;
  readonly adapted: number;
  /** Source files that are not the same on both; paths from the root. */
  readonly differing: readonly string[];
  /** Those of them that both sides changed since they parted. */
  readonly changedOnBoth: readonly string[];
  /** The likeliest fixes first. */
  readonly neverTaken: readonly NeverTaken[];
  /** Complete sentences. */
  readonly evidence: readonly string[];
  readonly notices: readonly string[];
}
