import type { Severity } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding, Kind, Range } from '../model/finding.js';
import { isFile } from './fork-words.js';
import { planTitle } from './hover-plan.js';
import type { Translate } from './translate.js';

export interface PlannedDiagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly kind: Kind;
  /** What a fork was copied from. */
  readonly origin: { readonly path: string; readonly range: Range | null; readonly message: string } | null;
}

export function planDiagnostics(
  t: Translate,
  findings: readonly Finding[],
  customers: readonly Customer[],
  severities: Readonly<Record<Kind, Severity>>,
): readonly PlannedDiagnostic[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.kind];
    if (severity === 'off' || !isFile(finding.fork)) return [];
    const message = [planTitle(t, finding, customers), finding.evidence[0]].filter(Boolean).join('. ');
    return [{ range: finding.range, message, severity, kind: finding.kind, origin: originOf(t, finding) }];
  });
}

function originOf(t: Translate, { fork }: Finding): PlannedDiagnostic['origin'] {
  return fork ? { ...fork.origin, message: t('The origin, {0} % alike', Math.round(fork.similarity * 100)) } : null;
}
