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

/** A commit by which lines of a one-off came to be what they are. */
export interface MakingCommit extends CommitMessage {
  /** Files that it changed; of a merge only those that are like in none of its parents. */
  readonly files: number;
  /** Whether it brought the test itself, in whatever wording; else it brought other lines of the region. */
  readonly isOrigin: boolean;
  /** Merges by which it came, the innermost first: their subjects name branches and pull requests. */
  readonly merges: readonly Merge[];
}

export interface Merge extends CommitMessage {
  /** Commits that came by it. */
  readonly brings: number;
}

/** A commit with the files that it touched; a merge has those alone that are like in none of its parents. Never part of a report. */
export interface WindowCommit extends CommitMessage {
  /** Posix paths. */
  readonly paths: readonly string[];
}

/** What git says of the lines of a one-off. */
export interface Age {
  /** The commit that brought the oldest line that still stands; null as long as none of them is committed. */
  readonly introduced: CommitReference | null;
  /** Set where the history that is here ends with `introduced`, as in a shallow clone: the lines may be older. */
  readonly isOlder?: true;
  /** The last commit that changed the lines; null as long as none of them is committed. */
  readonly lastTouched: CommitReference | null;
  /** Commits within the window that touched the lines. */
  readonly changes: number;
  /** Lines that are not committed yet. */
  readonly uncommitted: number;
  /** People with lines here, those with most first: who to ask, never a ranking. */
  readonly knownBy: readonly string[];
}

/** All that git says of one finding, as the assessment needs it. Never part of a report. */
export interface LineHistory {
  readonly age: Age;
  /** Commits within the window that touched the lines, the newest first. */
  readonly touches: readonly CommitMessage[];
  /** Commits that brought lines which still stand, the newest first, and those that brought the test. */
  readonly makers: readonly MakingCommit[];
  /** Full hash of the commit before which none of the lines was there in any form; null where the history here doesn't reach it. */
  readonly birth: string | null;
}

/** What happened to a file within the window. */
export interface FileChurn {
  /** Full hashes of the commits that changed it. */
  readonly revisions: readonly string[];
  /** Lines added and deleted; changes of white space alone don't count. */
  readonly churn: number;
}

/** What was read of the history, once for a report. */
export interface HistoryCoverage {
  /** Full hash of the commit that the working tree stands on; null where there is none. */
  readonly head: string | null;
  /** ISO dates of the window in which changes were counted. */
  readonly from: string;
  readonly to: string;
  /** Commits within the window. */
  readonly commits: number;
  /** What limits the history, as sentences for people: a shallow clone, a time limit. */
  readonly notices: readonly string[];
}
