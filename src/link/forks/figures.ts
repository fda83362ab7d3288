import type { Range } from '../../model/finding.js';
import type { Fork, ForkUnit } from '../../model/fork.js';
import { normalize } from '../words.js';
import { sharedIn, type Comparison } from './compare.js';
import type { Parent } from './parents.js';
import type { Subject } from './subject.js';
import type { GitCopy } from './git-evidence.js';

export interface ForkParts {
  readonly unit: ForkUnit;
  readonly origin: { readonly path: string; readonly range: Range | null };
  /** Path, or path and name, of what the family goes back to. */
  readonly root: string;
  /** Seen from the fork: `one` is the fork's party. */
  readonly subject: Subject;
  /** As fork and origin. */
  readonly comparison: Comparison;
  readonly coreLines: number;
  readonly direction: Parent['direction'];
  readonly copy?: GitCopy | null;
}

/** Renames that are shown; the rest say less. */
const renamesShown = 5;

/** The figures of a fork as the report has them. */
export function forkOf({ unit, origin, root, subject, comparison, coreLines, direction, copy }: ForkParts): Fork {
  const { similarity, forkLines, originLines, renames } = comparison;
  return {
    unit,
    origin,
    family: familyId(unit, root),
    subject: subject.one || subject.other,
    similarity: rounded(similarity),
    sharedLines: sharedIn(forkLines),
    forkLines: forkLines.length,
    originLines: originLines.length,
    coreLines,
    direction,
    substitutions: renames.slice(0, renamesShown),
    leftBehind: [],
    ...(copy && { forkedAt: { commit: copy.commit, date: copy.date } }),
  };
}

/** The same from scan to scan, as long as the first origin stays where it is. */
export function familyId(unit: ForkUnit, root: string): string {
  return `${unit}:${root}`;
}

export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** The subject with its sides changed. */
export function turned(subject: Subject): Subject {
  const copy = subject.copy === null ? null : subject.copy === 'one' ? 'other' : 'one';
  return { ...subject, one: subject.other, other: subject.one, copy };
}

/** Names of the origin that the fork renamed in some places and still has in others. */
export function leftBehind(text: string | null, { renames }: Comparison, { one, other }: Subject): readonly string[] {
  if (text === null || other === '' || normalize(one) === normalize(other)) return [];
  if (!renames.some(({ from, to }) => normalize(from).includes(normalize(other)) && normalize(to).includes(normalize(one)))) return [];
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) if (normalize(word).includes(normalize(other))) found.add(word);
  return other.length < 4 ? [] : [...found].slice(0, renamesShown);
}
