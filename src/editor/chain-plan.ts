import type { Step, StepKind, StepPlace } from '../model/explanation.js';
import type { Translate } from './translate.js';

/** One line of a chain in a hover; texts are plain and escaped by who shows them. */
export interface ChainLine {
  readonly label: string;
  readonly text: string;
  /** Where the text leads; null where there is nothing to open. */
  readonly place: StepPlace | null;
  readonly note: string;
  /** Speaks for or against the line above. */
  readonly isNested: boolean;
}

/** A hover that is longer hides the code; with title and figures it has at most 12 lines. */
const lineLimit = 9;

const names: Readonly<Record<StepKind, (t: Translate) => string>> = {
  condition: (t) => t('condition'),
  definition: (t) => t('definition'),
  access: (t) => t('access'),
  import: (t) => t('import'),
  call: (t) => t('call'),
  flag: (t) => t('flag'),
  'flag wrapper': (t) => t('flag wrapper'),
  'flag key': (t) => t('flag key'),
  'flag definition': (t) => t('flag definition'),
  directive: (t) => t('directive'),
  copy: (t) => t('copy'),
  origin: (t) => t('origin'),
  wrapper: (t) => t('wrapper'),
  predicate: (t) => t('predicate'),
  alias: (t) => t('alias'),
  table: (t) => t('table'),
  list: (t) => t('list'),
  key: (t) => t('key'),
  folder: (t) => t('folder'),
  constant: (t) => t('constant'),
  literal: (t) => t('literal'),
  customer: (t) => t('customer'),
};

/** The chain behind a finding in few lines: each step but the first, which is under the pointer, and the strongest reason for and against. */
export function planChain(t: Translate, steps: readonly Step[]): readonly ChainLine[] {
  const lines = steps.flatMap((step, position) => [
    ...(position === 0 ? [] : [{ label: names[step.what](t), text: step.text, place: step.place, note: step.note, isNested: false }]),
    ...reason(t('for'), step.for, position > 0),
    ...reason(t('against'), step.against, position > 0),
  ]);
  if (lines.length <= lineLimit) return lines;
  const left = lines.length - lineLimit + 1;
  return [...lines.slice(0, lineLimit - 1), { label: t('{0} more', left), text: '', place: null, note: '', isNested: false }];
}

function reason(label: string, [first]: readonly string[], isNested: boolean): readonly ChainLine[] {
  return first === undefined ? [] : [{ label, text: '', place: null, note: first, isNested }];
}
