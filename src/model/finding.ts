/** What a one-off is. Order is the order in which kinds are listed to people. */
export const kinds = ['branch', 'definition', 'lookup', 'import', 'flag'] as const;
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

/** What a `flag` finding evaluates. `key` is null when it is computed at run time. */
export interface FlagUse {
  readonly key: string | null;
  /** Vendor of the SDK, `environment`, `home-made`, or `configured`. */
  readonly provider: string;
}

/** One place where code exists for particular customers, or behind a flag. */
export interface Finding {
  /** Fingerprint that survives moved lines and renamed neighbours. */
  readonly id: string;
  readonly kind: Kind;
  /** Posix path relative to the workspace root. */
  readonly path: string;
  /** The test, name, key or call itself. */
  readonly range: Range;
  /** The lines that exist because of the one-off; null where nothing but the range does. */
  readonly region: Range | null;
  /** Ids of the customers; empty for a flag that is not bound to one. */
  readonly customers: readonly string[];
  readonly confidence: Confidence;
  /** Why this was found, strongest reason first; complete sentences for people. */
  readonly evidence: readonly string[];
  /** The source of `range`, white space folded, at most 120 characters. */
  readonly text: string;
  readonly flag?: FlagUse;
}
