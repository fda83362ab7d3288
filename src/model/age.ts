/** A commit, as much of it as reports show. */
export interface CommitReference {
  /** Full hash. */
  readonly commit: string;
  /** ISO date-time at which it was written. */
  readonly date: string;
  /** First line of its message. */
  readonly subject: string;
}

/** A commit with all that its author wrote, in which keys of requests are looked for. Never part of a report. */
export interface CommitMessage extends CommitReference {
  /** What follows the first line; empty where nothing does. */
  readonly body: string;
}

/** What git says of the lines of a one-off. */
export interface Age {
  /** The commit that brought the oldest line that still stands. */
  readonly introduced: CommitReference;
  readonly lastTouched: CommitReference;
  /** Commits within the window that touched the lines. */
  readonly changes: number;
  /** People with lines here, those with most first: who to ask, never a ranking. */
  readonly knownBy: readonly string[];
}

/** What was read of the history, once for a report. */
export interface HistoryCoverage {
  /** Full hash of the commit that the working tree stands on. */
  readonly head: string;
  /** ISO dates of the window in which changes were counted. */
  readonly from: string;
  readonly to: string;
  /** Commits within the window. */
  readonly commits: number;
  /** What limits the history, as sentences for people: a shallow clone, a time limit. */
  readonly notices: readonly string[];
}
