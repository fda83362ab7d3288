import type { Confidence } from '../../model/finding.js';
import { normalize } from '../words.js';
import { sharedIn, type Comparison } from './compare.js';
import type { GitCopy } from './git-evidence.js';
import type { Subject } from './subject.js';

/** All that speaks for or against one pair. */
export interface Case {
  readonly subject: Subject;
  readonly comparison: Comparison;
  /** Tokens of the smaller side. */
  readonly tokens: number;
  /** Whether it is, on either side, a table of settings. */
  readonly isTable: boolean;
  readonly copy: GitCopy | null;
  /** Counts against it: how many others are as similar. */
  readonly alike: number;
  readonly isPiece: boolean;
}

export interface Verdict {
  readonly score: number;
  readonly confidence: Confidence | null;
  readonly evidence: readonly string[];
  readonly against: readonly string[];
}

const thresholds: readonly (readonly [Confidence, number])[] = [
  ['high', 0.85],
  ['medium', 0.65],
  ['low', 0.45],
];

/** What likeness adds, from which on. */
const likenessWorth: readonly (readonly [number, number])[] = [
  [0.9, 0.25],
  [0.75, 0.2],
  [0.6, 0.12],
  [0.45, 0],
  [0.3, -0.1],
  [0, -0.3],
];

/** Fewer tokens than this are a registration, not logic. */
const stubTokens = 100;

/** Below medium. */
const mostOfDoubtful = 0.64;

interface Reason {
  readonly worth: number;
  readonly text: string;
}

/** Weighs a pair. The parts are independent enough to be added; the sum is no probability, its steps are calibrated on labelled pairs. */
export function judge(one: Case): Verdict {
  const reasons: readonly Reason[] = [
    { worth: one.subject.strength, text: one.subject.reason },
    likenessOf(one),
    ...renamesOf(one),
    ...(one.subject.isSamePlace ? [{ worth: 0.08, text: '' }] : []),
    ...copyOf(one),
    ...doubts(one),
  ];
  const sum = reasons.reduce((total, { worth }) => total + worth, 0);
  const isDoubtful = one.subject.isGuess === true || one.isTable || (one.tokens < stubTokens && !one.isPiece);
  const score = isDoubtful ? Math.min(sum, mostOfDoubtful) : sum;
  const said = reasons.filter(({ text }) => text !== '').toSorted((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
  return {
    score,
    confidence: thresholds.find(([, least]) => score >= least)?.[0] ?? null,
    evidence: said.filter(({ worth }) => worth >= 0).map(({ text }) => text),
    against: said.filter(({ worth }) => worth < 0).map(({ text }) => text),
  };
}

function likenessOf({ comparison }: Case): Reason {
  const { similarity, likeness, forkLines } = comparison;
  const mean = (similarity + likeness) / 2;
  const worth = likenessWorth.find(([least]) => mean >= least)?.[1] ?? 0;
  return { worth, text: `${String(sharedIn(forkLines))} of ${String(forkLines.length)} lines of code are the same, but for names.` };
}

/** Whether the names that changed are those of the party. */
function renamesOf({ comparison: { renames }, subject }: Case): readonly Reason[] {
  const all = renames.reduce((sum, { count }) => sum + count, 0);
  const own = renames.filter(({ from, to }) => isOf(from, subject.other) && isOf(to, subject.one));
  const count = own.reduce((sum, each) => sum + each.count, 0);
  const [first] = own;
  if (!first || (count < 3 && count * 2 < all)) return [];
  return [{ worth: 0.12, text: `“${first.from}” became “${first.to}” ${String(count)} times.` }];
}

function isOf(renamed: string, party: string): boolean {
  if (party === '') return renamed === '';
  const [a, b] = [normalize(renamed), normalize(party)];
  return a !== '' && (a.includes(b) || (a.length >= 3 && b.includes(a)));
}

function copyOf({ copy, tokens, isTable }: Case): readonly Reason[] {
  if (!copy || copy.score < 0.4 || tokens < stubTokens || isTable) return [];
  return [
    {
      worth: 0.35,
      text: `Commit ${copy.commit.slice(0, 8)} of ${copy.date.slice(0, 10)} added it as a copy, ${String(Math.round(copy.score * 100))} % the same.`,
    },
  ];
}

function doubts({ tokens, isTable, alike, isPiece, copy }: Case): readonly Reason[] {
  const reasons: Reason[] = [];
  if (tokens < stubTokens)
    reasons.push({ worth: isPiece ? -0.15 : -0.35, text: `It has ${String(tokens)} tokens, too few for logic that could drift.` });
  if (isTable) reasons.push({ worth: -0.4, text: 'It is a table of settings, which every party has by design.' });
  if (alike > 6 && !copy) reasons.push({ worth: -0.25, text: `${String(alike)} others are as similar.` });
  return reasons;
}
