import type { Report } from '../model/report.js';
import { formatJson } from './json.js';
import { formatPretty, type PrettyOptions } from './pretty.js';

export const reportFormats = ['pretty', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Every report that can be asked for by name. */
export const formatters: Readonly<Record<ReportFormat, (report: Report, options: PrettyOptions) => string>> = {
  pretty: formatPretty,
  json: formatJson,
};
