import { confidences, type Confidence, type Range } from '../model/finding.js';

export function isAtLeast(confidence: Confidence, minimum: Confidence): boolean {
  return confidences.indexOf(confidence) <= confidences.indexOf(minimum);
}

/** Lines that a region touches. */
export function lineCount({ start, end }: Range): number {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return last - start.line + 1;
}
