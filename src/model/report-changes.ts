import type { Finding, FlagUse } from './finding.js';

/** As much of a finding as an earlier report has to tell. */
export interface EarlierFinding extends Pick<Finding, 'id' | 'kind' | 'path' | 'range' | 'customers' | 'confidence' | 'text'> {
  readonly flag?: Pick<FlagUse, 'key'>;
}

/** What an earlier report held. */
export interface EarlierReport {
  readonly findings: readonly EarlierFinding[];
}

/** What became of the one-offs since an earlier report. */
export interface ReportChanges {
  /** Ids of findings that the earlier report did not have. */
  readonly added: ReadonlySet<string>;
  /** Ids of findings that the earlier report had under another one: they stood in another file or function then. */
  readonly moved: ReadonlySet<string>;
  /** As they were then. */
  readonly gone: readonly EarlierFinding[];
}
