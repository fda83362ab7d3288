import { groupBy } from '../model/group-by.js';
import { printable } from './printable.js';
import { problemsOf, type Problem } from './problems.js';
import type { ReportInput, ReportOptions } from './report-input.js';
import { xmlDocument, type Element } from './xml.js';

/**
 * A suite a file and a case a one-off, for CI systems that show nothing else. A case fails when the team calls its kind an error or a warning
 * and no earlier report had it; any other is skipped with its message, so that old debt fails no build.
 */
export function formatJunit(input: ReportInput, options: ReportOptions): string {
  const problems = problemsOf(input, options);
  const files = groupBy(problems, ({ finding }) => finding.path);
  const suites = [...files].map(([path, inFile]) => ({
    name: 'testsuite',
    attributes: { name: printable(path), ...counts(inFile) },
    children: inFile.map(testCase),
  }));
  return xmlDocument({ name: 'testsuites', attributes: { name: 'oneoff', ...counts(problems) }, children: suites });
}

function counts(problems: readonly Problem[]): Record<string, number> {
  const failures = problems.filter(fails).length;
  return { tests: problems.length, failures, errors: 0, skipped: problems.length - failures };
}

function fails({ severity, isNew }: Problem): boolean {
  return isNew !== false && (severity === 'error' || severity === 'warning');
}

function testCase(problem: Problem): Element {
  const { finding, message } = problem;
  const { path, range, kind, evidence } = finding;
  const place = `${path}:${String(range.start.line)}:${String(range.start.column)}`;
  const said = printable(message);
  return {
    name: 'testcase',
    attributes: { name: `${said} (line ${String(range.start.line)})`, classname: `oneoff.${kind}`, file: printable(path) },
    children: [
      fails(problem)
        ? { name: 'failure', attributes: { message: said, type: kind }, children: [[place, ...evidence].map(printable).join('\n')] }
        : { name: 'skipped', attributes: { message: said } },
    ],
  };
}
