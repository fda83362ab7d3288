import type { Fork } from './fork.js';
import type { Request } from './request.js';

/** What a one-off is. Order is the order in which kinds are listed to people. */
export const kinds = ['branch', 'definition', 'lookup', 'import', 'flag', 'fork'] as const;
export type Kind = (typeof kinds)[number];

/** `high` is right at least 95 times in 100, `medium` at least 80, `low` the rest. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** 1-based line and column; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What a `flag` finding evaluates or, where it stands in a definition file, defines. `key` is null when it is computed at run time. */
export interface FlagUse {
  readonly key: string | null;
  /** Vendor of the SDK, `environment`, `home-made`, or `configured`. */
  readonly provider: string;
  /** Where the flag is defined, when a definition file of the workspace does. */
  readonly definition?: { readonly path: string; readonly line: number };
  readonly state?: FlagState;
}

/** What the definition files say of a flag, in the order of what says more. */
export const flagStateKinds = ['dead-key', 'unknown-key', 'constant', 'one-customer', 'cohort', 'percentage', 'varying'] as const;
export type FlagStateKind = (typeof flagStateKinds)[number];

/** State of a flag as far as the workspace's definition files tell it. */
export interface FlagState {
  readonly kind: FlagStateKind;
  /** The value that everybody gets in all environments; for `constant` only. */
  readonly value?: string | number | boolean | null;
  /** Ids, or names of segments, of those who get another value; for `one-customer` and `cohort` only. */
  readonly targets?: readonly string[];
  /** Set where everybody but the targets gets the other value. */
  readonly isInverted?: true;
  /** Share of everybody that gets another value, from 0 to 100; for `percentage` only. */
  readonly percent?: number;
  /** ISO date that has passed and after which the flag should be gone. */
  readonly expired?: string;
  /** Set for kill switches, permissions and other flags that are meant to stay. */
  readonly isPermanent?: true;
}

/** One place where code exists for particular customers, or behind a flag. */
export interface Finding {
  /** Fingerprint that survives moved lines and renamed neighbours. */
  readonly id: string;
  readonly kind: Kind;
  /** Posix path relative to the workspace root; of a folder where one was copied. */
  readonly path: string;
  /** The test, name, key or call itself. */
  readonly range: Range;
  /** The lines that exist because of the one-off; null where nothing but the range does. */
  readonly region: Range | null;
  /** Ids of the customers; empty for a flag that is not bound to one, and for a fork for a party that nothing else tells of. */
  readonly customers: readonly string[];
  readonly confidence: Confidence;
  /** Why this was found, strongest reason first; complete sentences for people. */
  readonly evidence: readonly string[];
  /** The source of `range`, white space folded, at most 120 characters. */
  readonly text: string;
  readonly flag?: FlagUse;
  readonly fork?: Fork;
  /** What asked for it, as far as known; left out where nothing is. */
  readonly requests?: readonly Request[];
}
