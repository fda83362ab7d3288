import type { CommitReference } from './age.js';
import type { CustomerBranch } from './customer-branch.js';
import type { MissedFix } from './fork.js';

/** One side of a fork: a file, or the lines of a function or class in it. */
export interface ForkSide {
  /** Posix path relative to the root. */
  readonly path: string;
  /** 1-based, the last one included; null for a whole file. */
  readonly lines: { readonly first: number; readonly last: number } | null;
}

/**
 * When a fork was made. `copied`: its file was added while the origin was there; `rewritten`: the file was there already and was made like
 * the origin; `together`: both were added by one commit; `reversed`: the origin is the younger one, so it may be the copy.
 */
export type ForkOrder = 'copied' | 'rewritten' | 'together' | 'reversed';

export interface ForkPoint extends CommitReference {
  readonly order: ForkOrder;
  /** Where the fork and the origin were at that time. */
  readonly path: string;
  readonly from: string;
  /** Likeness of the two then, 0 to 1, by words. */
  readonly similarity: number;
}

/** What one side changed since the fork. */
export interface SideChanges {
  readonly commits: number;
  readonly addedLines: number;
  readonly removedLines: number;
}

/** Why a later commit of the origin is no missed fix. */
export type PassedOver =
  | 'applied'
  | 'diverged'
  | 'elsewhere'
  | 'reverted'
  | 'gone'
  | 'formatting'
  | 'comments'
  | 'imports'
  | 'rename'
  | 'move'
  | 'mass-change'
  | 'whole-file';

export interface LeftBehind {
  /** As the fork writes it. */
  readonly name: string;
  /** Relative to the root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What stands elsewhere in its place. */
  readonly expected: string;
}

/** How far a fork and its origin have come apart. Sums over its files for a folder. */
export interface ForkDrift {
  /** Null when the history that could be read does not tell. */
  readonly forkPoint: ForkPoint | null;
  /** Likeness of the two now, 0 to 1, by words. */
  readonly similarityNow: number;
  readonly fork: SideChanges | null;
  readonly origin: SideChanges | null;
  /** Later commits of the origin that are no missed fixes, by reason. */
  readonly passedOver: Readonly<Partial<Record<PassedOver, number>>>;
  readonly leftBehind: readonly LeftBehind[];
  /** What limits all this, as sentences for people. */
  readonly notices: readonly string[];
}

export interface Drift extends ForkDrift {
  /** The likeliest first. */
  readonly missedFixes: readonly MissedFix[];
}

/** What was read of forks and branches, once for a report. */
export interface DriftCoverage {
  readonly branches: readonly CustomerBranch[];
  /** What limits it, as sentences for people. */
  readonly notices: readonly string[];
}
