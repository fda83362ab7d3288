import type { Finding, Kind } from '../model/finding.js';
import type { Report } from '../model/report.js';

/** How far a scan has come. */
export interface Progress {
  readonly step: 'discover' | 'parse' | 'link' | 'detect';
  readonly done: number;
  /** 0 while the total is not known. */
  readonly total: number;
}

/** A file that changed since the last scan or update. */
export interface Change {
  /** Posix path relative to the root. */
  readonly path: string;
  readonly type: 'changed' | 'deleted';
  /** Unsaved text of an editor; without it the file is read from disk. */
  readonly text?: string;
}

export interface FindingFilter {
  readonly path?: string;
  readonly kind?: Kind;
  readonly customer?: string;
}

/** What an update changed; paths whose findings are as before are left out. */
export interface Delta {
  readonly files: ReadonlyMap<string, readonly Finding[]>;
  /** True when customers changed too; ask `report()` for them. */
  readonly customersChanged: boolean;
}

/** Why a finding was made, for hover and command line. */
export interface Explanation {
  readonly finding: Finding;
  readonly steps: readonly string[];
}

/** One workspace folder. The only state of One-Off; the extension, the command line and the tests all drive this. */
export interface Session {
  scan(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report>;
  update(changes: readonly Change[], signal?: AbortSignal): Promise<Delta>;
  report(): Report;
  findings(filter?: FindingFilter): readonly Finding[];
  explain(id: string): Explanation | undefined;
  dispose(): Promise<void>;
}
