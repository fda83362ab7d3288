import type { Facts, Span } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Step } from '../model/explanation.js';
import { confidences, type Confidence, type FlagUse, type Kind, type Range } from '../model/finding.js';
import type { Fork } from '../model/fork.js';
import type { Request } from '../model/request.js';
import type { Trace } from './trace.js';

/** A finding before it has an id: positions are still offsets. */
export interface Draft {
  readonly kind: Kind;
  readonly span: Span;
  readonly region: Span | null;
  readonly customers: readonly string[];
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly text: string;
  /** Name of the enclosing function or class, for the id. */
  readonly within: string;
  readonly flag?: FlagUse;
  readonly fork?: Fork;
  readonly requests?: readonly Request[];
  /** The steps from this place to its customers or flag, without the customers. Asked for one finding at a time. */
  readonly chain: (trace: Trace) => readonly Step[];
}

/** The weakest of several confidences. */
export function weakest(...several: readonly Confidence[]): Confidence {
  return confidences.findLast((confidence) => several.includes(confidence)) ?? 'low';
}

/** The strongest of several confidences. */
export function strongest(several: readonly Confidence[]): Confidence {
  return confidences.find((confidence) => several.includes(confidence)) ?? 'low';
}

/** Lines and columns of a span. */
export function rangeOf(facts: Facts, span: Span): Range {
  const position = (offset: number) => {
    const line = lineOf(facts, offset);
    return { line: line + 1, column: offset - (facts.lineStarts[line] ?? 0) + 1 };
  };
  return { start: position(span.start), end: position(span.end) };
}

/** Name of a declaration by index; empty at module level. */
export function nameAt(facts: Facts, index: number): string {
  return facts.declarations[index]?.name ?? '';
}
