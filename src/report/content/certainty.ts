import { confidences, type Confidence } from '../../model/finding.js';
import { groupBy } from '../../model/group-by.js';
import type { ReportInput } from '../report-input.js';
import { count, day, number, percent } from '../words.js';
import { missing } from './missing.js';

const promises: Readonly<Record<Confidence, string>> = {
  high: 'meant to be right at least 95 times in 100',
  medium: 'at least 80 times in 100',
  low: 'less often; to be looked at before it is counted',
};

/** How far the report can be trusted: confidence mix, what was not read, how much is tied to requests and to history. Sentences for people. */
export function certainty({ report }: ReportInput, hidden: number, minimum: Confidence): readonly string[] {
  const byConfidence = groupBy(report.findings, ({ confidence }) => confidence);
  const mix = confidences.flatMap((confidence) => {
    const found = byConfidence.get(confidence)?.length ?? 0;
    return found === 0 ? [] : [`${number(found)} of ${confidence} confidence (${promises[confidence]})`];
  });
  const { stats, directives, skipped } = report;
  return [
    ...(mix.length > 0 ? [`Of ${count(report.findings.length, 'one-off')}: ${mix.join('; ')}.`] : []),
    ...(hidden > 0 ? [`${count(hidden, 'one-off')} of less than ${minimum} confidence ${hidden === 1 ? 'is' : 'are'} left out.`] : []),
    `${count(stats.files, 'file')} with ${count(stats.lines, 'line')} were looked at; ${count(skipped.length, 'file')} or parts of files were not read.`,
    ...(directives.ignored > 0
      ? [`${count(directives.ignored, 'one-off')} ${directives.ignored === 1 ? 'is' : 'are'} left out because a comment says so.`]
      : []),
    ...linkCoverage(report.requests),
    ...historyCoverage(report.history),
    ...(report.copies?.notices ?? []).map((notice) => `What git shows of copies is not known in full. ${notice}`),
  ];
}

function linkCoverage(requests: ReportInput['report']['requests']): readonly string[] {
  if (!requests) return [missing.requests];
  const { linked, of, trackers } = requests;
  const share = of === 0 ? '' : ` (${percent(linked, of)})`;
  const problems = trackers.flatMap(({ tracker, problem }) => (problem === null ? [] : [`${tracker}: ${problem}`]));
  return [`${number(linked)} of ${count(of, 'one-off')} are tied to a request${share}.`, ...problems];
}

function historyCoverage(history: ReportInput['report']['history']): readonly string[] {
  if (!history) return [missing.history];
  const { from, to, commits, head, notices } = history;
  return [
    `Changes are counted from ${day(from)} to ${day(to)}: ${count(commits, 'commit')}${head === null ? '' : ` up to ${head.slice(0, 10)}`}.`,
    ...notices,
  ];
}
