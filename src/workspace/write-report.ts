import { compareReports } from '../assess/compare-reports.js';
import type { RedFlagInput } from '../assess/red-flag-facts.js';
import { redFlags } from '../assess/red-flags.js';
import type { Config } from '../model/config.js';
import type { Confidence } from '../model/finding.js';
import type { Step } from '../model/explanation.js';
import type { EarlierReport } from '../model/report-changes.js';
import type { Report } from '../model/report.js';
import type { TrendPoint } from '../model/trend.js';
import { editorLinks } from '../report/links.js';
import { isAtLeast } from '../report/selection.js';
import { formatReport, usualConfidence, type ReportFormat } from '../report/registry.js';
import type { CsvTable, PageSettings, ReportOptions } from '../report/report-input.js';
import type { ConfigProblem } from './config-document.js';
import { readOpinions } from './read-opinions.js';
import type { Session } from './session.js';

/** What to write of a finished scan. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** Left out for what is usual in the format. */
  readonly minConfidence?: Confidence;
  readonly csvOf?: CsvTable;
  /** Left out for a file whose links open VS Code. */
  readonly page?: PageSettings;
  /** For a terminal. */
  readonly color?: boolean;
  /** To say what came and went since. */
  readonly earlier?: EarlierReport;
  /** Oldest first. */
  readonly trend?: readonly TrendPoint[];
}

export interface WrittenReport {
  readonly text: string;
  /** Of files that were read besides. */
  readonly problems: readonly ConfigProblem[];
}

/** What the command line writes and the editor exports: one report gives one text, whoever asks. */
export async function writeReport(
  session: Pick<Session, 'findings' | 'explain' | 'configuration' | 'workDone'>,
  report: Report,
  request: ReportRequest,
): Promise<WrittenReport> {
  const { format, earlier, trend } = request;
  const { config } = session.configuration();
  const chains = chainsOf(session, format);
  const { opinions, problems } = format === 'html' ? readOpinions(report.root) : { opinions: [], problems: [] };
  const input = {
    report: withRedFlags(report, request, { ...session.workDone(), trackers: config.trackers }),
    ...(earlier && { changes: compareReports(earlier, report) }),
    ...(trend && { trend }),
    ...(chains && { chains }),
    ...(format === 'html' && { opinions }),
  };
  return { text: await formatReport(format, input, reportOptions(config, request)), problems };
}

export function reportOptions({ severities }: Config, request: ReportRequest): ReportOptions {
  const { format, minConfidence = usualConfidence(format), csvOf = 'findings', color = false } = request;
  const { page = { nonce: null, links: editorLinks } } = request;
  return { color, minConfidence, severityOf: ({ kind }) => severities[kind], csvTable: csvOf, page };
}

/** Formats that say of the ten signs what was counted once the history or trackers were asked; a page has them in any case. */
const formatsWithSigns: readonly ReportFormat[] = ['html', 'markdown', 'json'];

/** Counts what the format lists. */
function withRedFlags(report: Report, { format, minConfidence }: ReportRequest, known: Omit<RedFlagInput, 'report'>): Report {
  if (!formatsWithSigns.includes(format) || (format !== 'html' && !report.requests)) return report;
  const minimum = minConfidence ?? usualConfidence(format);
  const findings = report.findings.filter(({ confidence }) => isAtLeast(confidence, minimum));
  return { ...report, redFlags: redFlags({ report: { ...report, findings }, ...known }) };
}

/** The chains behind all findings, for the formats that show them. */
function chainsOf(session: Pick<Session, 'findings' | 'explain'>, format: ReportFormat): ReadonlyMap<string, readonly Step[]> | undefined {
  if (format !== 'sarif' && format !== 'html') return undefined;
  return new Map(session.findings().map(({ id }) => [id, session.explain(id)?.steps ?? []]));
}
