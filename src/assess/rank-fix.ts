import type { CommitMessage } from '../model/age.js';
import type { MissedStanding } from '../model/drift.js';

/** What is known of a missed change. */
export interface MissedChange {
  readonly message: CommitMessage;
  /** Words that it removes from, and adds to, code that both sides share. */
  readonly removed: number;
  readonly added: number;
  /** Pieces of it that the fork misses, has, and has otherwise. */
  readonly missed: number;
  readonly applied: number;
  readonly diverged: number;
  /** Whether all that it changes are texts and numbers. */
  readonly isValuesOnly: boolean;
  readonly touchesFork: boolean;
  /** The missed change that brought the code which this one changes; null where the fork has that code. */
  readonly basis: { readonly subject: string; readonly score: number } | null;
}

export interface Rank {
  readonly standing: MissedStanding;
  readonly score: number;
  readonly reasons: readonly string[];
}

const fixWords =
  /\b(?:(?:hot|bug)?fix(?:es|ed|ing)?|bugs?|regressions?|crash(?:es|ed|ing)?|broken|wrong(?:ly)?|incorrect(?:ly)?|invalid|missing|prevent(?:s|ed)?|avoid(?:s|ed)?|corrects?|corrected|secur(?:e|ity)|vulnerab\w+|xss|leaks?|race|null|undefined|nan|errors?|failures?|fail(?:s|ed|ing)?|issues?|handl(?:e|es|ed|ing)|guard|sanitiz\w+|escap(?:e|es|ed|ing)|accessib\w+|a11y|wcag|deprecat\w+)\b/i;
const plainFix = /^(?:\w+\(?[\w-]*\)?[:!] ?)?(?:(?:hot|bug)?fix(?:es|ed|ing)?|bug)\b|\b(?:(?:hot|bug)fix|fix(?:es|ed|ing)?)\b/i;
const featureWords =
  /^feat|\b(?:features?|introduc\w+|implement\w*|support(?:s|ed|ing)?|allow(?:s|ed)?|new|adds?|added|adding|initial|release)\b/i;
const choreWords =
  /^(?:chore|style|docs|test|ci|build|deps|refactor)\b|\b(?:typos?|lint(?:ing|er)?|eslint|prettier|format(?:ting)?|bump|upgrade|migrat\w+|refactor\w*|renam\w+|clean ?up|reorgani[sz]\w+|translations?|copyright|version)\b/i;
/** `PROD-12`, or `fixes #12`; a bare `#12` is the pull request that most commits carry. */
const requestKey = /\b[A-Z][A-Z0-9]{1,9}-\d+\b|\b(?:fix(?:es|ed)?|clos(?:es?|ed)|resolv(?:es?|ed)) +#\d+/i;
const otherKeys = /^(?:UTF|ISO|RFC|ES|SHA|WCAG|CVE|COVID)-/i;

/** Places a missed change among the others by its message, its shape and what the fork has of it. Higher scores come first. */
export function rankFix(change: MissedChange): Rank {
  const notes = [...messageNotes(change.message), ...shapeNotes(change)];
  const { basis } = change;
  const own = notes.reduce((sum, { points }) => sum + points, 0);
  // What builds on another change is wanted no more than that one, and comes after it.
  const score = basis ? Math.min(own, basis.score - 0.01) : own;
  const reasons = notes.sort((one, other) => Math.abs(other.points) - Math.abs(one.points)).map(({ reason }) => reason);
  if (basis) reasons.unshift(`It builds on “${basis.subject}”, which the fork does not have either.`);
  return { standing: standingOf(Math.round(score)), score, reasons };
}

interface Note {
  readonly points: number;
  readonly reason: string;
}

function standingOf(score: number): MissedStanding {
  return score >= 3 ? 'likely' : score >= 0 ? 'possible' : 'unlikely';
}

function messageNotes({ subject, body }: CommitMessage): Note[] {
  const notes: Note[] = [];
  const fix = plainFix.exec(subject) ?? fixWords.exec(subject);
  if (plainFix.test(subject)) notes.push({ points: 4, reason: `Its message calls it a fix (“${subject}”).` });
  else if (fix) notes.push({ points: 2, reason: `Its message speaks of “${fix[0]}”.` });
  const key = requestKey.exec(subject) ?? requestKey.exec(body);
  if (key && !otherKeys.test(key[0])) notes.push({ points: 1, reason: `It names ${key[0]}.` });
  const feature = featureWords.exec(subject);
  if (feature && !plainFix.test(subject)) notes.push({ points: -2, reason: `Its message speaks of something new (“${feature[0]}”).` });
  const chore = choreWords.exec(subject);
  if (chore) notes.push({ points: -3, reason: `Its message speaks of upkeep (“${chore[0]}”).` });
  return notes;
}

/** Additions from which on a change rather brings something new. */
const muchAdded = 150;

function shapeNotes({ removed, added, missed, applied, diverged, isValuesOnly, touchesFork }: MissedChange): Note[] {
  const notes: Note[] = [];
  if (removed > 0) notes.push({ points: 1, reason: 'What it replaced still stands in the fork.' });
  if (removed === 0 && added > muchAdded) notes.push({ points: -2, reason: `It only adds, ${added} words of code.` });
  else if (added > 4 * removed + muchAdded)
    notes.push({ points: -1, reason: `It adds much more than it replaces (${added} words of code).` });
  if (isValuesOnly) notes.push({ points: -2, reason: 'It changes only texts and numbers.' });
  if (touchesFork)
    notes.push({ points: -2, reason: 'The same commit changed the fork too, so its author may have left this out on purpose.' });
  if (applied > 0) notes.push({ points: 0, reason: `The fork has ${applied} of its ${applied + missed + diverged} pieces.` });
  if (diverged > missed) notes.push({ points: -1, reason: 'Most of what it changes stands otherwise in the fork.' });
  return notes;
}
