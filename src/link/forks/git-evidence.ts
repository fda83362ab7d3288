/** A copy that git shows; found in the commit that added `path`, or rewrote it. */
export interface GitCopy {
  readonly from: string;
  /** Share of the text that was the same then, 0 to 1. */
  readonly score: number;
  readonly commit: string;
  /** ISO date. */
  readonly date: string;
}

/** What git shows of the files of forks. */
export interface GitEvidence {
  /** What was like older files when it was added, by path of the copy; the likest origin first. */
  readonly copies: ReadonlyMap<string, readonly GitCopy[]>;
  /** ISO date of the commit that added a file, by its path of today. */
  readonly births: ReadonlyMap<string, string>;
}

/** Where history may not be read. */
export const noGitEvidence: GitEvidence = { copies: new Map(), births: new Map() };
