import { formatCheckstyle } from './checkstyle.js';
import { formatCsv } from './csv.js';
import { formatGithub } from './github.js';
import { formatGitlab } from './gitlab.js';
import { formatJson } from './json.js';
import { formatJunit } from './junit.js';
import { formatMarkdown } from './markdown.js';
import { formatPretty } from './pretty.js';
import type { ReportInput, ReportOptions } from './report-input.js';
import { formatSarif } from './sarif.js';
import { isAtLeast } from './selection.js';
import type { Confidence } from '../model/finding.js';

export const reportFormats = ['pretty', 'json', 'html', 'markdown', 'csv', 'sarif', 'gitlab', 'github', 'checkstyle', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What a format leaves out unless told otherwise: programs that filter themselves get everything, people what is likely. */
export function usualConfidence(format: ReportFormat): Confidence {
  return format === 'json' || format === 'csv' ? 'low' : 'medium';
}

/** A report in the words of a format. One input gives one text, whichever front asks. */
export async function formatReport(format: ReportFormat, input: ReportInput, options: ReportOptions): Promise<string> {
  const { report } = input;
  // The summary counts what it leaves out itself.
  if (format === 'pretty') return formatPretty(report, options);
  const selected = withoutLess(input, options.minConfidence);
  const hidden = { findings: report.findings.length - selected.report.findings.length, minimum: options.minConfidence };
  switch (format) {
    case 'json':
      return formatJson(selected.report);
    case 'html': {
      // Charts take a while to load, and nothing else needs them.
      const { formatHtml } = await import('./html/format.js');
      return formatHtml(selected, hidden, options.page);
    }
    case 'markdown':
      return formatMarkdown(selected, hidden);
    case 'csv':
      return formatCsv(selected, options.csvTable);
    case 'sarif':
      return formatSarif(selected, options);
    case 'gitlab':
      return formatGitlab(selected, options);
    case 'github':
      return formatGithub(selected, options);
    case 'checkstyle':
      return formatCheckstyle(selected, options);
    case 'junit':
      return formatJunit(selected, options);
  }
}

function withoutLess(input: ReportInput, minimum: Confidence): ReportInput {
  const enough = ({ confidence }: { readonly confidence: Confidence }): boolean => isAtLeast(confidence, minimum);
  const { report, changes } = input;
  const findings = report.findings.filter(enough);
  const selected = { ...input, report: { ...report, findings } };
  if (!changes) return selected;
  const listed = new Set(findings.map(({ id }) => id));
  const added = new Set([...changes.added].filter((id) => listed.has(id)));
  return { ...selected, changes: { ...changes, added, gone: changes.gone.filter(enough) } };
}
