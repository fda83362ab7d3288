import { confidences, type Confidence, type Finding, type Range } from '../model/finding.js';

export function isAtLeast(confidence: Confidence, minimum: Confidence): boolean {
  return confidences.indexOf(confidence) <= confidences.indexOf(minimum);
}

/** Lines that a region touches. */
export function lineCount({ start, end }: Range): number {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return last - start.line + 1;
}

/** By path, in the order in which the findings come. */
export function groupByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}
