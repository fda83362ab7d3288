import type { DamageFact, Span } from '../facts.js';

/** What a data file says, in the one shape that all its languages share. An alias in YAML is the very node that it stands for. */
export type DataNode = DataMapping | DataList | DataScalar;

export interface DataMapping extends Span {
  readonly is: 'mapping';
  readonly entries: readonly DataEntry[];
}

/** `start`/`end` cover the key as written. */
export interface DataEntry extends Span {
  readonly key: string;
  /** Null for what has no value of a known kind. */
  readonly value: DataNode | null;
}

export interface DataList extends Span {
  readonly is: 'list';
  readonly items: readonly (DataNode | null)[];
}

export interface DataScalar extends Span {
  readonly is: 'scalar';
  readonly value: string | number | boolean | null;
}

/** A whole data file, and what could not be read of it. */
export interface DataDocument {
  readonly root: DataNode | null;
  readonly damage: readonly DamageFact[];
}

/** Longer mappings and lists are cut: they are data, not settings. */
export const sizeLimit = 2000;

/**
 * Text that nests deeper is refused before a parser recurses into it: when a native stack runs out, whatever happens to be compiled at
 * that moment can take the process down.
 */
export const nestingLimit = 500;
