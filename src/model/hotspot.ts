/** A file or folder with one-offs, ranked by revisions × complexity. */
export interface Hotspot {
  /** Posix path relative to the root. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Commits within the window that changed it. */
  readonly revisions: number;
  /** Lines added and deleted within the window. */
  readonly churn: number;
  /** Lines that it has now. */
  readonly lines: number;
  /** Decisions in the code: branches, loops, cases, logical operators; lines where nothing was parsed. */
  readonly complexity: number;
  readonly oneOffs: number;
  /** Ids. */
  readonly customers: readonly string[];
}
