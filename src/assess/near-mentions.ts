import type { Facts, MentionFact } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Finding } from '../model/finding.js';

/** A line of a comment that belongs to a finding. */
export interface NearMention {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Whether it stands beside or right above the code, or within few lines of it; else it is somewhere in a long region. */
  readonly isNear: boolean;
}

/** A comment in a region with more lines than this may well speak of something else. */
const shortRegion = 60;

/** Comments beside a finding, right above it, and in its region, as far as no finding within it is nearer to them. */
export function nearMentions(facts: Facts, finding: Finding, others: readonly Finding[]): readonly NearMention[] {
  const [first, last] = linesOf(finding);
  const within = others.map(linesOf).filter(([start, end]) => start >= first && end <= last && end - start < last - first);
  return facts.mentions.flatMap((mention): NearMention[] => {
    const { text } = mention;
    const line = lineOf(facts, mention.start) + 1;
    const isBeside = line >= finding.range.start.line && line <= finding.range.end.line;
    if (isBeside || isAbove(facts, mention, first)) return [{ text, line, isNear: true }];
    const isTaken = within.some(([start, end]) => (line >= start && line <= end) || isAbove(facts, mention, start));
    return line < first || line > last || isTaken ? [] : [{ text, line, isNear: last - first < shortRegion }];
  });
}

function isAbove(facts: Facts, { isAlone, until }: MentionFact, line: number): boolean {
  return isAlone && lineOf(facts, until - 1) + 1 === line - 1;
}

/** First and last line (1-based) of what exists because of a finding. */
function linesOf({ range, region }: Finding): readonly [number, number] {
  return [Math.min(range.start.line, region?.start.line ?? Infinity), Math.max(range.end.line, region?.end.line ?? 0)];
}
