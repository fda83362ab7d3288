import type { Confidence, Kind } from '../model/finding.js';

/** `vscode.l10n.t`, handed to the pure parts so that they can be tried without VS Code. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

export function countOneOffs(t: Translate, count: number): string {
  return count === 1 ? t('1 one-off') : t('{0} one-offs', count);
}

export function countLines(t: Translate, count: number): string {
  return count === 1 ? t('1 line') : t('{0} lines', count);
}

export function nameConfidence(t: Translate, confidence: Confidence): string {
  switch (confidence) {
    case 'high':
      return t('high confidence');
    case 'medium':
      return t('medium confidence');
    case 'low':
      return t('low confidence');
  }
}

export function nameKind(t: Translate, kind: Kind): string {
  switch (kind) {
    case 'branch':
      return t('branch');
    case 'definition':
      return t('definition');
    case 'lookup':
      return t('lookup');
    case 'import':
      return t('import');
    case 'flag':
      return t('flag');
    case 'fork':
      return t('fork');
  }
}
