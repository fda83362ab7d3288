import type { Confidence } from '../model/finding.js';
import { looseCollection } from './collections.js';
import type { Evidence } from './evidence.js';
import { isRehearsalName } from './naming.js';
import { genericValues, integrationNames } from './vocabulary.js';

/** How the evidence about one candidate adds up. */
export interface Assessment {
  /** Chance, from 0 to 1, that it is a customer. */
  readonly score: number;
  /** Null where the score doesn't suffice. */
  readonly confidence: Confidence | null;
  /** Sentences with their places, the strongest first. */
  readonly evidence: readonly string[];
  readonly against: readonly string[];
}

/** Scores from which an inferred customer has each confidence; below the last it is dropped. */
const scoreOf: readonly (readonly [Confidence, number])[] = [
  ['high', 0.75],
  ['medium', 0.5],
  ['low', 0.28],
];

/** How many pieces of evidence of one kind add up; a fifth comparison says nothing new. */
const perSource = 3;
const sentencesShown = 5;
/** Evidence below this weight can't make a customer more than `low`, and only where two kinds of it agree or comparisons recur. */
const strongWeight = 0.35;
const weakLimit = 0.49;
/** Evidence below this weight (`key === 'acme'`) only supports other evidence. */
const namedWeight = 0.2;

/** Weighs what speaks for a candidate against what speaks against it. */
export function assess(candidate: string, group: readonly Evidence[]): Assessment {
  const score = scoreEvidence(candidate, group);
  return {
    score,
    confidence: scoreOf.find(([, least]) => score >= least)?.[0] ?? null,
    evidence: sentences(group.filter(({ weight }) => weight > 0)),
    against: [
      ...sentences(group.filter(({ weight }) => weight < 0)),
      ...(isKnownWord(candidate) ? [`“${candidate}” is also the name of a service or an everyday word.`] : []),
    ],
  };
}

function sentences(group: readonly Evidence[]): readonly string[] {
  const strongest = group.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const texts = strongest.map(({ text, path, line }) => `${text} (${path}${line > 0 ? `:${String(line)}` : ''}).`);
  return [...new Set(texts)].slice(0, sentencesShown);
}

/** One minus the chance that all evidence is wrong, each kind counted at most three times; counter-evidence takes its share away. */
function scoreEvidence(candidate: string, group: readonly Evidence[]): number {
  const bySource = new Map<string, number[]>();
  let against = 0;
  const places = new Set<string>();
  for (const { source, weight, text, path, line } of group) {
    // One place says a thing once, and one folder once for all of its files.
    const place = source === 'folder' ? text : `${path}:${String(line)} ${text}`;
    if (places.has(place)) continue;
    places.add(place);
    if (weight < 0) against++;
    else bySource.set(source, [...(bySource.get(source) ?? []), weight]);
  }
  const pieces = [...bySource.values()].reduce((sum, weights) => sum + weights.length, 0);
  const trust = pieces === 0 ? 0 : pieces / (pieces + against);
  return chanceOf(bySource) * trust * (isKnownWord(candidate) ? 0.4 : 1);
}

function chanceOf(bySource: ReadonlyMap<string, readonly number[]>): number {
  let wrong = 1;
  for (const [source, weights] of bySource) for (const weight of countable(source, weights).slice(0, perSource)) wrong *= 1 - weight;
  const inCode = [...bySource].flatMap(([source, weights]) => (source === 'folder' ? [] : weights));
  const strongest = Math.max(0, ...inCode);
  // A folder that nothing in the code speaks for as clearly may be any part of the product.
  if (strongest < Math.max(0, ...(bySource.get('folder') ?? []))) return Math.min(1 - wrong, weakLimit);
  if (strongest >= strongWeight) return 1 - wrong;
  // Any number of weak reasons stays weak: somebody must say what it is.
  const isBacked = bySource.size >= 2 || (bySource.get('comparison') ?? []).filter((weight) => weight >= namedWeight).length >= perSource;
  return isBacked && strongest >= namedWeight ? Math.min(1 - wrong, weakLimit) : 0;
}

/** Weights, the greatest first. Tables that may hold the fields of one party say no more when they recur. */
function countable(source: string, weights: readonly number[]): readonly number[] {
  const sorted = weights.toSorted((a, b) => b - a);
  const loose = source === 'table' ? sorted.findIndex((weight) => weight <= looseCollection) : -1;
  return loose === -1 ? sorted : sorted.slice(0, loose + 1);
}

function isKnownWord(candidate: string): boolean {
  return integrationNames.has(candidate) || (genericValues.has(candidate) && !isRehearsalName(candidate));
}
