import type { Severity } from '../model/config.js';
import type { Step } from '../model/explanation.js';
import type { Confidence, Finding } from '../model/finding.js';
import type { Opinion } from '../model/red-flag.js';
import type { ReportChanges } from '../model/report-changes.js';
import type { Report } from '../model/report.js';
import type { TrendPoint } from '../model/trend.js';

/** All that a format may draw on. What is left out was not asked for or could not be had; formats say so and guess nothing. */
export interface ReportInput {
  readonly report: Report;
  /** Since an earlier report. */
  readonly changes?: ReportChanges;
  /** Oldest first. */
  readonly trend?: readonly TrendPoint[];
  readonly opinions?: readonly Opinion[];
  /** The chain behind a finding, by its id. */
  readonly chains?: ReadonlyMap<string, readonly Step[]>;
}

export const csvTables = ['findings', 'customers'] as const;
export type CsvTable = (typeof csvTables)[number];

export interface ReportOptions {
  /** For a terminal. */
  readonly color: boolean;
  /** Findings of less confidence are left out. */
  readonly minConfidence: Confidence;
  /** What the team makes of each kind; those that are `off` are no problems, so lists of problems leave them out. */
  readonly severityOf: (finding: Finding) => Severity;
  readonly csvTable: CsvTable;
  readonly page: PageSettings;
}

/** What surrounds an HTML report. */
export interface PageSettings {
  /** Of the policy of a webview; null for a file, whose own policy names the only script and style that may run. */
  readonly nonce: string | null;
  readonly links: PlaceLinks;
}

/**
 * How a link to a place is written: as an address with `{root}`, `{path}`, `{line}` and `{column}` in it, or as a message
 * `{ type: 'open', path, line, column }` to the window around the page.
 */
export type PlaceLinks = { readonly by: 'address'; readonly template: string } | { readonly by: 'message' };
