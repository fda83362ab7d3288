import { compareReports } from '../assess/compare-reports.js';
import { redFlags } from '../assess/red-flags.js';
import type { Config } from '../model/config.js';
import type { Confidence } from '../model/finding.js';
import type { Step } from '../model/explanation.js';
import type { RedFlag } from '../model/red-flag.js';
import type { EarlierReport } from '../model/report-changes.js';
import type { Report } from '../model/report.js';
import type { TrendPoint } from '../model/trend.js';
import { editorLinks } from '../report/links.js';
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
  session: Pick<Session, 'findings' | 'explain' | 'configuration'>,
  report: Report,
  request: ReportRequest,
): Promise<WrittenReport> {
  const { format, earlier, trend } = request;
  const chains = chainsOf(session, format);
  const { opinions, problems } = format === 'html' ? readOpinions(report.root) : { opinions: [], problems: [] };
  const input = {
    report,
    ...(earlier && { changes: compareReports(earlier, report.findings) }),
    ...(trend && { trend }),
    ...(chains && { chains }),
    ...(format === 'html' && { opinions, redFlags: signsIn(report) }),
  };
  return { text: await formatReport(format, input, reportOptions(session.configuration().config, request)), problems };
}

export function reportOptions({ severities }: Config, request: ReportRequest): ReportOptions {
  const { format, minConfidence = usualConfidence(format), csvOf = 'findings', color = false } = request;
  const { page = { nonce: null, links: editorLinks } } = request;
  return { color, minConfidence, severityOf: ({ kind }) => severities[kind], csvTable: csvOf, page };
}

function signsIn(report: Report): readonly RedFlag[] {
  const { from, to } = report.history ?? {};
  const window = from !== undefined && to !== undefined ? { from, to } : null;
  return redFlags({ report, items: null, commits: null, window });
}

/** The chains behind all findings, for the formats that show them. */
function chainsOf(session: Pick<Session, 'findings' | 'explain'>, format: ReportFormat): ReadonlyMap<string, readonly Step[]> | undefined {
  if (format !== 'sarif' && format !== 'html') return undefined;
  return new Map(session.findings().map(({ id }) => [id, session.explain(id)?.steps ?? []]));
}
