import { linesOf } from '../model/footprint.js';
import { printable } from './printable.js';
import { problemsOf, type Problem } from './problems.js';
import type { ReportInput, ReportOptions } from './report-input.js';

const commands: Readonly<Record<Problem['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub Actions turns into annotations, what is new first. GitHub shows ten of each level a step. */
export function formatGithub(input: ReportInput, options: ReportOptions): string {
  const problems = problemsOf(input, options);
  const news = problems.filter(({ isNew }) => isNew === true);
  const others = problems.filter(({ isNew }) => isNew !== true);
  return [...news, ...others].map((problem) => `${commandOf(problem)}\n`).join('');
}

function commandOf({ finding, severity, message, isNew }: Problem): string {
  const { start, end } = finding.range;
  const [, last] = linesOf({ range: finding.range, region: null });
  // GitHub refuses columns for more than one line.
  const columns = last === start.line ? { col: start.column, endColumn: end.line === start.line ? end.column : start.column } : {};
  const title = `One-Off: ${finding.kind}${isNew === true ? ', new' : ''}`;
  const properties = Object.entries({ file: finding.path, line: start.line, endLine: last, ...columns, title });
  const written = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',');
  return `::${commands[severity]} ${written}::${escapedData(`${message} (${finding.confidence} confidence)`)}`;
}

function escapedData(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
