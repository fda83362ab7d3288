import type { Kind } from './finding.js';

/** An accepted one-off, as much of it as it takes to know it again. */
export interface BaselineEntry {
  /** The finding's id when it was accepted. */
  readonly id: string;
  readonly kind: Kind;
  /** Posix path relative to the folder of the baseline. */
  readonly path: string;
  readonly customers: readonly string[];
  readonly text: string;
  /** Key of the flag; null for other kinds, and where it is computed. */
  readonly flag: string | null;
}
