import { Option, type Command } from 'commander';
import pc from 'picocolors';
import { compareReports } from '../assess/compare-reports.js';
import { redFlags } from '../assess/red-flags.js';
import type { Config } from '../model/config.js';
import { confidences, type Confidence } from '../model/finding.js';
import type { Step } from '../model/explanation.js';
import type { Report } from '../model/report.js';
import { editorLinks, isLinkTemplate } from '../report/links.js';
import { reportFormats, usualConfidence, type ReportFormat } from '../report/registry.js';
import { csvTables, type CsvTable, type ReportInput, type ReportOptions } from '../report/report-input.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import { readOpinions } from '../workspace/read-opinions.js';
import { readEarlierReport, readTrend, type Unreadable } from '../workspace/read-written.js';
import type { Session } from '../workspace/session.js';
import { UsageError } from './outcome.js';

/** Options of every command that writes a report. */
export interface ReportSettings {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly minConfidence?: Confidence;
  readonly sinceReport?: string;
  readonly trend?: string;
  readonly csvOf: CsvTable;
  readonly link?: string;
}

export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('-f, --format <format>', 'what to write').choices(reportFormats).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(
      new Option(
        '--min-confidence <confidence>',
        'leave out what is less certain (default: low in json and csv, medium in the others)',
      ).choices(confidences),
    )
    .option('--since-report <file>', 'say what came and went since this JSON report')
    .option('--trend <file>', 'draw what oneoff trend --format json wrote, in html')
    .addOption(new Option('--csv-of <rows>', 'what a row of csv is').choices(csvTables).default('findings'))
    .option('--link <address>', 'how html links to code, with {path}, {line}, {column} and {root} in it (default: opens VS Code)');
}

/** All that a format may draw on, from a finished scan. Problems of files that it reads besides go to stderr. */
export function reportInput(report: Report, { format, sinceReport, trend }: ReportSettings, chains: ReportInput['chains']): ReportInput {
  const changes = sinceReport === undefined ? {} : { changes: compareReports(required(readEarlierReport(sinceReport)), report.findings) };
  if (format !== 'html') return { report, ...changes, ...(chains && { chains }) };
  const { opinions, problems } = readOpinions(report.root);
  for (const problem of problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
  const past = trend === undefined ? {} : { trend: required(readTrend(trend)) };
  const { from, to } = report.history ?? {};
  const window = from !== undefined && to !== undefined ? { from, to } : null;
  return {
    report,
    ...changes,
    ...past,
    ...(chains && { chains }),
    opinions,
    redFlags: redFlags({ report, items: null, commits: null, window }),
  };
}

export function reportOptions({ severities }: Config, { format, output, minConfidence, csvOf, link }: ReportSettings): ReportOptions {
  if (link !== undefined && !isLinkTemplate(link))
    throw new UsageError(`${link} is no address of a place. Give one such as https://example.com/blob/main/{path}#L{line}.`);
  return {
    color: output === undefined && pc.isColorSupported && process.stdout.isTTY,
    minConfidence: minConfidence ?? usualConfidence(format),
    severityOf: ({ kind }) => severities[kind],
    csvTable: csvOf,
    page: { nonce: null, links: link === undefined ? editorLinks : { by: 'address', template: link } },
  };
}

/** The chains behind all findings, for the formats that show them. */
export function chainsOf(session: Session, { format }: ReportSettings): ReadonlyMap<string, readonly Step[]> | undefined {
  if (format !== 'sarif' && format !== 'html') return undefined;
  return new Map(session.findings().map(({ id }) => [id, session.explain(id)?.steps ?? []]));
}

function required<T extends object>(read: T | Unreadable): T {
  if ('problem' in read) throw new UsageError(read.problem);
  return read;
}
