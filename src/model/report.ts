import type { HistoryCoverage } from './age.js';
import type { Customer } from './customer.js';
import type { DirectiveReport } from './directive.js';
import type { DriftCoverage } from './drift.js';
import type { Finding } from './finding.js';
import type { Gate } from './gate.js';
import type { Hotspot } from './hotspot.js';
import type { RedFlag } from './red-flag.js';
import type { RequestCoverage } from './request.js';

export const schemaVersion = 1;

export interface CopyCoverage {
  /** Sentences for people; empty where nothing did. */
  readonly notices: readonly string[];
}

/** A file, or a part of it, that was not read. */
export interface SkippedFile {
  readonly path: string;
  /** A sentence that names the place and, where there is one, the remedy. */
  readonly reason: string;
}

export interface ScanStats {
  /** Source files that the scan looked at. */
  readonly files: number;
  /** Files parsed now, as opposed to read from the cache or passed over by the word test. */
  readonly parsed: number;
  readonly cached: number;
  readonly lines: number;
  readonly bytes: number;
  /** Pairs of similar code that were not compared, to bound the work; left out where forks were not looked for. */
  readonly droppedPairs?: number;
  /** Milliseconds per step. */
  readonly ms: Readonly<Record<string, number>>;
}

/** The public JSON report. Its schema is media/report.schema.json. */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  readonly tool: { readonly name: string; readonly version: string };
  /** Absolute path of the scanned folder. */
  readonly root: string;
  readonly customers: readonly Customer[];
  readonly findings: readonly Finding[];
  readonly directives: DirectiveReport;
  readonly skipped: readonly SkippedFile[];
  readonly stats: ScanStats;
  /** Left out where no history was read. */
  readonly history?: HistoryCoverage;
  /** Those with most revisions × complexity first. */
  readonly hotspots?: readonly Hotspot[];
  readonly requests?: RequestCoverage;
  /** The ten signs that sales steers the product; left out where they were not looked for. */
  readonly redFlags?: readonly RedFlag[];
  /** Left out where nothing was checked. */
  readonly gate?: Gate;
  /** Left out where drift was not asked for. */
  readonly drift?: DriftCoverage;
  /** What kept git from showing whence forks were copied; left out where it was not asked. */
  readonly copies?: CopyCoverage;
}
