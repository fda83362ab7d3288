import type { Finding, Range } from './finding.js';

/** What a step of a chain is, from the decision to the party that it is made for. */
export const stepKinds = [
  'condition',
  'definition',
  'access',
  'import',
  'call',
  'flag',
  'flag wrapper',
  'flag key',
  'flag definition',
  'wrapper',
  'predicate',
  'alias',
  'table',
  'list',
  'key',
  'folder',
  'directive',
  'copy',
  'origin',
  'constant',
  'literal',
  'customer',
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface StepPlace {
  /** Posix path relative to the workspace root. */
  readonly path: string;
  readonly range: Range;
}

/** One link of the chain that leads from a piece of code to a customer or flag. */
export interface Step {
  readonly what: StepKind;
  /** Source text, white space folded, at most 120 characters; the name for a customer. */
  readonly text: string;
  /** Null for a customer. */
  readonly place: StepPlace | null;
  /** A clause that goes on where the text ends: `returns tenant.id === ACME_ID`; empty where there is nothing to add. */
  readonly note: string;
  /** Sentences for people. */
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** Why a finding was made: each step follows from the next. */
export interface Explanation {
  readonly finding: Finding;
  readonly steps: readonly Step[];
}

/** What there is to say about a line: its findings, or, where it has none, what stands there and why it was left alone. */
export interface PlaceExplanation {
  /** Posix path relative to the workspace root. */
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
  readonly findings: readonly Explanation[];
  /** Findings on other lines whose region the line belongs to. */
  readonly within: readonly Finding[];
  /** Why the file, or this part of it, was not looked at; complete sentences. */
  readonly unread: readonly string[];
  /** What was looked at on the line and taken for nothing; `against` says why. Empty where there are findings. */
  readonly leftAlone: readonly Step[];
}
