import type { Finding } from '../model/finding.js';
import { describeFlagState } from '../report/flag-state.js';
import type { Translate } from './translate.js';

/** Lines that exist because of the one-off. */
export function regionLines({ region, range }: Finding): number {
  const { start, end } = region ?? range;
  return end.line - start.line + (end.column > 1 || end.line === start.line ? 1 : 0);
}

/** `flag, constant: on`, else `flag, LaunchDarkly`. */
export function describeFlag(t: Translate, { flag }: Finding): string {
  const state = flag?.state ? describeFlagState(t, flag.state) : '';
  return flag ? t('flag, {0}', state || flag.provider) : t('flag');
}
