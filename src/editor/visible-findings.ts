import type { Finding } from '../model/finding.js';

export interface Visibility {
  readonly showLowConfidence: boolean;
}

/** Whether the surfaces show a finding: low confidence only when asked for. Every surface goes by this. */
export function isVisible({ confidence }: Finding, { showLowConfidence }: Visibility): boolean {
  return showLowConfidence || confidence !== 'low';
}

export function visibleFindings(findings: Iterable<Finding>, visibility: Visibility): readonly Finding[] {
  return [...findings].filter((finding) => isVisible(finding, visibility));
}
