import type { Finding } from '../model/finding.js';
import type { Fork, MissedFix } from '../model/fork.js';
import { dayOf, describeTime, type Reading } from './figures-plan.js';
import { countLines, type Translate } from './translate.js';

/** How a fork stands to its origin, the most telling first: missed fixes, shared lines, time since the copy. */
export function describeFork(t: Translate, fork: Fork, { today }: Reading): readonly string[] {
  const { sharedLines, forkLines, forkedAt } = fork;
  const missed = wantedFixes(fork).length;
  return [
    missed > 0 ? countMissed(t, missed) : '',
    forkLines > 0 ? t('{0} of {1} lines shared', sharedLines, forkLines) : '',
    forkedAt ? t('forked {0} ago', describeTime(t, forkedAt.date, today)) : '',
  ].filter(Boolean);
}

/** Later changes of the origin that the fork seems to want too, the likeliest first. */
export function wantedFixes({ missedFixes = [] }: Fork): readonly MissedFix[] {
  return missedFixes.filter(({ standing }) => standing !== 'unlikely');
}

/** The file of the origin that a missed fix changed. */
export function originOfFix({ origin, members = [] }: Fork, { path }: MissedFix): string {
  return members.find((member) => member.path === path)?.origin ?? origin.path;
}

export function countMissed(t: Translate, count: number): string {
  return count === 1 ? t('1 missed fix') : t('{0} missed fixes', count);
}

export function countForks(t: Translate, count: number): string {
  return count === 1 ? t('1 fork') : t('{0} forks', count);
}

/** What a hover says of a fork, a line each. */
export function explainFork(t: Translate, { fork }: Finding): readonly string[] {
  if (!fork) return [];
  const { origin, similarity, forkedAt, leftBehind } = fork;
  const missed = wantedFixes(fork);
  return [
    t('Copied from {0}, {1} % alike', origin.path, Math.round(similarity * 100)),
    ...(forkedAt ? [t('Forked {0} by {1}', dayOf(forkedAt.date), forkedAt.commit.slice(0, 7))] : []),
    ...(leftBehind.length > 0 ? [t('Names of the origin left behind: {0}', leftBehind.join(', '))] : []),
    ...missed.slice(0, 3).map(({ date, subject }) => t('Missed {0}: {1}', dayOf(date), subject)),
    ...(missed.length > 3 ? [t('{0} more missed', missed.length - 3)] : []),
  ];
}

export function describeMissed(t: Translate, { date, lines }: MissedFix): string {
  return [dayOf(date), lines.length > 0 ? countLines(t, lines.length) : ''].filter(Boolean).join(' · ');
}

/** Whether a path stands for a file; copied folders and git branches have none. */
export function isFile(fork: Fork | undefined): boolean {
  return fork?.unit !== 'folder' && fork?.unit !== 'branch';
}
