import type { ForkDrift } from './drift.js';
import type { Range } from './finding.js';

/** What was copied. `branch` is a git branch that is kept for a customer. */
export const forkUnits = ['file', 'folder', 'function', 'class', 'branch'] as const;
export type ForkUnit = (typeof forkUnits)[number];

/** One name that the fork has throughout where its origin has another. */
export interface Substitution {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A file of a copied folder beside what it was copied from. */
export interface ForkMember {
  readonly path: string;
  readonly origin: string;
  readonly similarity: number;
}

/** How likely a missed change is one that the fork wants too. Order is that of the ranking. */
export const missedStandings = ['likely', 'possible', 'unlikely'] as const;
export type MissedStanding = (typeof missedStandings)[number];

/** A later commit of the origin, inside shared code, that the fork never got. */
export interface MissedFix {
  readonly commit: string;
  /** ISO date. */
  readonly date: string;
  readonly subject: string;
  /** The file of the fork, relative to the root, and its lines, 1-based, that the commit would change. */
  readonly path: string;
  readonly lines: readonly number[];
  readonly standing: MissedStanding;
  /** What the standing rests on; complete sentences, the strongest first. */
  readonly reasons: readonly string[];
}

/** Something that was copied for a customer and then adapted. */
export interface Fork {
  readonly unit: ForkUnit;
  /** Where it was most likely copied from. `range` is null for folders. */
  readonly origin: { readonly path: string; readonly range: Range | null };
  /** Id of all copies of one thing; the origin belongs to it too. */
  readonly family: string;
  /** Whom it was copied for, as the code writes it. */
  readonly subject: string;
  /** Twice the shared tokens by the tokens of both sides, 0 to 1. */
  readonly similarity: number;
  /** Lines of the fork that its origin has too, but for renamed customers. */
  readonly sharedLines: number;
  /** Lines with code. */
  readonly forkLines: number;
  readonly originLines: number;
  /** Lines of the first origin that every copy of the family still has; what could be extracted. */
  readonly coreLines: number;
  /** What tells which of the two came first; `none` where nothing does and the order is a guess. */
  readonly direction: 'git' | 'names' | 'leftovers' | 'family' | 'none';
  /** Consistent renames, the most frequent first; at most five. */
  readonly substitutions: readonly Substitution[];
  /** Names of the origin that stand in the fork although they were renamed elsewhere. */
  readonly leftBehind: readonly string[];
  /** For folders: the files that have a counterpart. */
  readonly members?: readonly ForkMember[];
  readonly forkedAt?: { readonly commit: string; readonly date: string };
  /** The likeliest first. */
  readonly missedFixes?: readonly MissedFix[];
  /** Left out where no history was read. */
  readonly drift?: ForkDrift;
}
