import type { Severity } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding, Kind, Range } from '../model/finding.js';
import { planTitle } from './hover-plan.js';
import type { Translate } from './translate.js';

export interface PlannedDiagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly kind: Kind;
}

export function planDiagnostics(
  t: Translate,
  findings: readonly Finding[],
  customers: readonly Customer[],
  severities: Readonly<Record<Kind, Severity>>,
): readonly PlannedDiagnostic[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.kind];
    if (severity === 'off') return [];
    const message = [planTitle(t, finding, customers), finding.evidence[0]].filter(Boolean).join('. ');
    return [{ range: finding.range, message, severity, kind: finding.kind }];
  });
}
