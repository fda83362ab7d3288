import { linesOf } from '../model/footprint.js';
import { jsonText } from './json-text.js';
import { printable } from './printable.js';
import { problemsOf, type Problem } from './problems.js';
import type { ReportInput, ReportOptions } from './report-input.js';

const severities: Readonly<Record<Problem['severity'], string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A Code Quality report of GitLab CI. GitLab compares fingerprints of two branches itself, so known ones are listed too. */
export function formatGitlab(input: ReportInput, options: ReportOptions): string {
  const entries = problemsOf(input, options).map(({ finding, severity, message }) => {
    const [begin, end] = linesOf({ range: finding.range, region: null });
    return {
      description: printable(message),
      check_name: `oneoff/${finding.kind}`,
      fingerprint: finding.id,
      severity: severities[severity],
      location: { path: finding.path, lines: { begin, end } },
    };
  });
  return `${jsonText(entries, 2)}\n`;
}
