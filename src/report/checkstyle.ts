import { groupBy } from '../model/group-by.js';
import { printable } from './printable.js';
import { problemsOf, type Problem } from './problems.js';
import type { ReportInput, ReportOptions } from './report-input.js';
import { xmlDocument } from './xml.js';

const severities: Readonly<Record<Problem['severity'], string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'info' };

/** For whatever reads Checkstyle's XML: Jenkins, reviewdog, editors. */
export function formatCheckstyle(input: ReportInput, options: ReportOptions): string {
  const files = groupBy(problemsOf(input, options), ({ finding }) => finding.path);
  return xmlDocument({
    name: 'checkstyle',
    attributes: { version: '4.3' },
    children: [...files].map(([path, problems]) => ({
      name: 'file',
      attributes: { name: printable(path) },
      children: problems.map(({ finding, severity, message }) => ({
        name: 'error',
        attributes: {
          ...{ line: finding.range.start.line, column: finding.range.start.column, severity: severities[severity] },
          ...{ message: printable(message), source: `oneoff.${finding.kind}` },
        },
      })),
    })),
  });
}
