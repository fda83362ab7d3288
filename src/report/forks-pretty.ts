import pc from 'picocolors';
import type { Confidence } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { coverageLines, driftLines } from './drift-pretty.js';
import { forkFamilies, type ForkFamily, type ForkFinding } from './fork-families.js';
import { printable } from './printable.js';
import { isAtLeast } from './selection.js';

export interface ForksOptions {
  readonly color: boolean;
  /** Forks of less confidence are counted, not listed. */
  readonly minConfidence: Confidence;
}

/** For people: each family under what it goes back to, with what its copies share. Ends with a line break. */
export function formatForksPretty(report: Report, { color, minConfidence }: ForksOptions): string {
  const colors = pc.createColors(color);
  const forks = report.findings.filter(({ fork }) => fork);
  const shown = forks.filter(({ confidence }) => isAtLeast(confidence, minConfidence));
  const families = forkFamilies({ findings: shown });
  const sections = families.map((family) => formatFamily(family, colors));
  const hidden = forks.length - shown.length;
  const { droppedPairs = 0 } = report.stats;
  const footer = [
    ...(forks.length === 0 ? ['No forks were found: no file, folder, function or class that was copied for a customer.'] : []),
    ...(hidden === 0
      ? []
      : [`${count(hidden, 'fork')} of less than ${minConfidence} confidence not listed; --min-confidence low shows them.`]),
    ...(droppedPairs === 0 ? [] : [`${count(droppedPairs, 'pair')} of similar code not compared: nearer relatives of both were.`]),
    ...(shown.length === 0 ? [] : [colors.bold(`${count(shown.length, 'fork')} in ${count(families.length, 'family', 'families')}`)]),
  ];
  const told = report.drift ? coverageLines(report.drift).map(printable) : [];
  const kept = report.drift ? [] : (report.copies?.notices ?? []);
  const unknown = kept.map((notice) => `Git could not show all that was copied. ${printable(notice)}`);
  return `${[...sections, told, [...footer, ...unknown]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Colors = ReturnType<typeof pc.createColors>;

function formatFamily({ origin, unit, coreLines, forks }: ForkFamily, colors: Colors): string[] {
  const core = coreLines > 0 && forks.length > 1 ? ` · ${count(coreLines, 'line')} in all of them` : '';
  return [
    `${colors.bold(printable(origin))}  ${colors.dim(`${count(forks.length, `${unit} copy`, `${unit} copies`)}${core}`)}`,
    ...forks.flatMap((fork) => formatFork(fork, origin, colors)),
  ];
}

function formatFork({ path, range, text, confidence, fork }: ForkFinding, root: string, { cyan, yellow, dim }: Colors): string[] {
  const isWhole = fork.unit === 'file' || fork.unit === 'folder';
  const place = isWhole ? path : `${path}:${String(range.start.line)} ${text.replace(/^\w+ /, '')}`;
  const own = fork.forkLines - fork.sharedLines;
  const figures = [
    `${String(Math.round(fork.similarity * 100))} % the same`,
    ...(fork.members ? [count(fork.members.length, 'file')] : []),
    `${count(fork.sharedLines, 'line')} shared, ${String(own)} its own`,
    ...(fork.origin.path === root ? [] : [`nearest to ${fork.origin.path}`]),
    ...(fork.direction === 'none' || fork.direction === 'family' ? ['which came first is a guess'] : []),
    `${confidence} confidence`,
  ];
  const isSaid = fork.leftBehind.length === 0 || fork.drift;
  const left = isSaid ? [] : [`still called after its origin: ${fork.leftBehind.join(', ')}`];
  const told = [...left, ...driftLines(fork)].map((line) => `      ${printable(line)}`);
  return [`  ${yellow(printable(fork.subject))}  ${cyan(printable(place))}  ${dim(printable(figures.join(' · ')))}`, ...told];
}

function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? noun : plural}`;
}
