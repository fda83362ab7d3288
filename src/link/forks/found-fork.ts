import type { Span } from '../../facts/facts.js';
import type { Confidence } from '../../model/finding.js';
import type { Fork } from '../../model/fork.js';

/** A fork as matching found it, before it is a finding. */
export interface FoundFork {
  /** What was copied; empty at the start for files and folders. */
  readonly span: Span;
  /** Name of the function or class; the last segment of the path for files and folders. */
  readonly name: string;
  readonly fork: Fork;
  /** Ids of the customers that the subject is known as. */
  readonly customers: readonly string[];
  readonly confidence: Confidence;
  /** Complete sentences, the strongest first. */
  readonly evidence: readonly string[];
  /** What speaks against it; complete sentences. */
  readonly against: readonly string[];
}

/** The forks in one file, or the one that a folder is. */
export interface ForksOfFile {
  /** Offset of each line, as in facts: most forks stand in files that were not parsed. */
  readonly lineStarts: readonly number[];
  readonly forks: readonly FoundFork[];
}
