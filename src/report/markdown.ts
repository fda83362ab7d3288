import type { Confidence } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import { certainty } from './content/certainty.js';
import { customerRows, type CustomerRow } from './content/customer-rows.js';
import { flagGroups } from './content/flag-groups.js';
import { forkRows } from './content/forks.js';
import { headline, workspaceName } from './content/headline.js';
import { bases, indicatorWords } from './content/red-flags.js';
import { unlinked } from './content/unlinked.js';
import { markdownCode, markdownName, markdownTable } from './markdown-text.js';
import type { ReportInput } from './report-input.js';
import { count, listed, percent } from './words.js';

/** What a comment on GitHub may hold; GitLab takes more. */
export const markdownLimit = 65_536;

const shownRows = 15;
const closing = '\n_Some of the report did not fit; the HTML report has all of it._\n';

/** For a comment on a pull request: the most important first, and never more than `markdownLimit` UTF-16 code units. */
export function formatMarkdown(input: ReportInput, hidden: { readonly findings: number; readonly minimum: Confidence }): string {
  const rows = customerRows(input);
  const blocks = [
    `# ${markdownName(workspaceName(input.report.root))}: code for single customers\n\n`,
    ...headline(input, safelyNamed(rows)).map((sentence, index) => `${index === 0 ? `**${sentence}**` : sentence}\n\n`),
    ...[
      changesBlock(input),
      customersBlock(rows),
      forksBlock(input),
      hotspotsBlock(input),
      flagsBlock(input),
      unlinkedBlock(input),
      signsBlock(input),
    ],
    `## How sure this is\n\n${certainty(input, hidden.findings, hidden.minimum)
      .map((sentence) => `- ${markdownSentence(sentence)}\n`)
      .join('')}`,
  ];
  return fitted(blocks.filter((block) => block !== ''));
}

/** As many blocks as fit, from the first; each is whole or left out. */
function fitted(blocks: readonly string[]): string {
  const all = blocks.join('');
  if (all.length <= markdownLimit) return all;
  let text = '';
  for (const block of blocks) if (text.length + block.length + closing.length <= markdownLimit) text += block;
  return `${text}${closing}`;
}

function safelyNamed(rows: readonly CustomerRow[]): readonly CustomerRow[] {
  return rows.map((row) => ({ ...row, name: markdownName(row.name) }));
}

/** Sentences of ours may quote what a tracker or git said; these are told as code where they could be more than words. */
function markdownSentence(sentence: string): string {
  return /^[\p{L}\p{N} \u00a0.,:;%()’"'/-]*$/u.test(sentence) && !/www\.|:\/\//.test(sentence) ? sentence : markdownCode(sentence);
}

function customersBlock(rows: readonly CustomerRow[]): string {
  const served = rows.filter(({ standing }) => standing === 'customer');
  if (served.length === 0) return '';
  const withHistory = served.some(({ collateral }) => collateral !== null);
  const headings = ['Customer', 'Status', 'Places', 'Lines', 'Files', 'Shared files', ...(withHistory ? ['Collateral changes'] : [])];
  const cells = served
    .slice(0, shownRows)
    .map(({ name, status, sites, lines, files, tangle, collateral }) => [
      ...[markdownName(name), status, sites, lines, files, tangle],
      ...(withHistory ? [collateral ?? '–'] : []),
    ]);
  return `## Customers\n\n${markdownTable(headings, cells)}${andMore(served.length, 'customer')}\n`;
}

function changesBlock({ report, changes }: ReportInput): string {
  if (!changes) return '';
  const names = new Map(report.customers.map(({ id, name }) => [id, name]));
  const named = (customers: readonly string[]): string => listed(customers.map((id) => markdownName(names.get(id) ?? id))) || '–';
  const came = report.findings.filter(({ id }) => changes.added.has(id));
  const all = [...came.map((each) => ['came', each] as const), ...changes.gone.map((each) => ['went', each] as const)];
  if (all.length === 0) return '';
  const rows = all
    .slice(0, shownRows)
    .map(([what, { path, range, text, customers }]) => [
      ...[what, markdownCode(`${path}:${String(range.start.line)}`), named(customers), markdownCode(text)],
    ]);
  return `## What changed\n\n${markdownTable(['Change', 'Place', 'Customers', 'Code'], rows)}${andMore(all.length, 'change')}\n`;
}

function forksBlock({ report }: ReportInput): string {
  const forks = forkRows(report.findings);
  if (forks.length === 0) return '';
  const rows = forks
    .slice(0, shownRows)
    .map(({ finding, fork: { origin, similarity, forkLines, sharedLines, missedFixes } }) => [
      ...[markdownCode(finding.path), markdownCode(origin.path), percent(Math.round(similarity * 100), 100)],
      ...[forkLines - sharedLines, missedFixes?.length ?? '–'],
    ]);
  return `## Copies\n\n${markdownTable(['Copy', 'Of', 'Alike', 'Lines drifted', 'Missed fixes'], rows)}${andMore(forks.length, 'fork')}\n`;
}

function hotspotsBlock({ report: { hotspots = [] } }: ReportInput): string {
  if (hotspots.length === 0) return '';
  const rows = hotspots
    .slice(0, shownRows)
    .map(({ path, isFolder, revisions, lines, oneOffs }) => [markdownCode(isFolder ? `${path}/` : path), revisions, lines, oneOffs]);
  return `## Hotspots\n\n${markdownTable(['Place', 'Changes', 'Lines', 'One-offs'], rows)}${andMore(hotspots.length, 'hotspot')}\n`;
}

function flagsBlock({ report }: ReportInput): string {
  const groups = flagGroups(report.findings);
  if (groups.length === 0) return '';
  const rows = groups.map(({ state, keys, places, meaning }) => [state, keys.length, places, meaning]);
  return `## Feature flags\n\n${markdownTable(['State', 'Flags', 'Places', 'What it means'], rows)}\n`;
}

function unlinkedBlock({ report }: ReportInput): string {
  if (!report.requests) return '';
  const found = unlinked(report);
  if (found.length === 0) return '';
  const rows = found
    .slice(0, shownRows)
    .map(({ path, range, text }) => [markdownCode(`${path}:${String(range.start.line)}`), markdownCode(text)]);
  return `## Without a request\n\n${markdownTable(['Place', 'Code'], rows)}${andMore(found.length, 'place')}\n`;
}

function signsBlock({ report: { redFlags = [] } }: ReportInput): string {
  if (redFlags.length === 0) return '';
  const rows = redFlags.flatMap(({ number: position, sign, basis, indicators }) => {
    const name = `${String(position)}. ${sign} (${bases[basis]})`;
    if (indicators.length === 0) return [[name, 'not counted', '–', '–', '–', '–']];
    return indicators.map((indicator, index) => {
      const { share, isSmall, counted, known, window } = indicatorWords(indicator);
      const time = window ? `${window[0]} to ${window[1]}` : 'today';
      return [index === 0 ? name : '', indicator.name, `${share}${isSmall ? ' (small sample)' : ''}`, counted, known, time];
    });
  });
  const table = markdownTable(['Sign', 'What', 'Share', 'Counted', 'Known', 'Window'], rows);
  const absent = groupBy(
    redFlags.flatMap(({ number: position, missing }) => missing.map((sentence) => ({ position, sentence }))),
    ({ sentence }) => sentence,
  );
  const limits = [...absent].map(([sentence, of]) => `- ${of.map(({ position }) => String(position)).join(', ')}: ${sentence}\n`);
  const title = '## Signs that single customers steer the product\n\nFigures are a reason to talk, not a verdict.';
  return `${title}\n\n${table}\n${limits.join('')}${limits.length > 0 ? '\n' : ''}`;
}

function andMore(amount: number, noun: string): string {
  return amount <= shownRows ? '' : `\nThe first ${String(shownRows)} of ${count(amount, noun)}; the HTML report has all.\n`;
}
