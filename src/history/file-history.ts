import type { LineDiff } from './line-diff.js';

/** How a version came from an earlier one. */
export interface Origin {
  /** Index into `versions`; -1 where the history that is here ends before. */
  readonly version: number;
  readonly diff: LineDiff;
}

/** A file as one commit left it. */
export interface FileVersion {
  /** Full hash. */
  readonly commit: string;
  /** Hash of its content. */
  readonly blob: string;
  /** Lines added and deleted, against the first origin. */
  readonly churn: number;
  readonly isMerge: boolean;
  /** One for each parent that had the file, under this name or an earlier one; empty where the commit brought it. */
  readonly origins: readonly Origin[];
}

/** All that has to be known of a file to trace any of its lines. Without keys and versions where HEAD doesn't have the file. */
export interface FileHistory {
  /** `KeyedLines.keys` of the file's content in HEAD. */
  readonly keys: Float64Array;
  /** The newest first; each comes before those that it came from. The first is that in HEAD. */
  readonly versions: readonly FileVersion[];
}
