import type { Finding } from '../model/finding.js';
import type { Settings } from './settings.js';

/** What the surfaces show: low confidence only when asked for. */
export function visibleFindings(findings: readonly Finding[], { showLowConfidence }: Settings): readonly Finding[] {
  return showLowConfidence ? findings : findings.filter(({ confidence }) => confidence !== 'low');
}
