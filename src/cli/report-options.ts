import { Option, type Command } from 'commander';
import pc from 'picocolors';
import { confidences, type Confidence } from '../model/finding.js';
import { isLinkTemplate } from '../report/links.js';
import { reportFormats, type ReportFormat } from '../report/registry.js';
import { csvTables, type CsvTable } from '../report/report-input.js';
import { readEarlierReport, readTrend, type Unreadable } from '../workspace/read-written.js';
import type { ReportRequest } from '../workspace/write-report.js';
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

/** What the options ask for. Throws UsageError for an address that is none, and for files that cannot be read. */
export function reportRequest(settings: ReportSettings): ReportRequest {
  const { format, output, minConfidence, csvOf, link, sinceReport, trend } = settings;
  return {
    format,
    csvOf,
    color: output === undefined && pc.isColorSupported && process.stdout.isTTY,
    ...(minConfidence && { minConfidence }),
    ...(link !== undefined && { page: { nonce: null, links: { by: 'address', template: addressOf(link) } } }),
    ...(sinceReport !== undefined && { earlier: required(readEarlierReport(sinceReport)) }),
    ...(trend !== undefined && { trend: required(readTrend(trend)) }),
  };
}

function addressOf(link: string): string {
  if (isLinkTemplate(link)) return link;
  throw new UsageError(`${link} is no address of a place. Give one such as https://example.com/blob/main/{path}#L{line}.`);
}

function required<T extends object>(read: T | Unreadable): T {
  if ('problem' in read) throw new UsageError(read.problem);
  return read;
}
