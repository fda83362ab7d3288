import type { Finding } from '../model/finding.js';
import { assessedFindings, type Assessment } from './assess-snapshot.js';
import type { Delta } from './session.js';
import type { Snapshot } from './snapshot.js';

/** Files whose findings are not as before, and whether customers are. */
export function deltaBetween(before: Snapshot | null, after: Snapshot, assessment: Assessment | null): Delta {
  const files = new Map<string, readonly Finding[]>();
  for (const file of new Set([...(before?.findings.keys() ?? []), ...after.findings.keys()])) {
    const was = before?.findings.get(file) ?? [];
    const is = after.findings.get(file) ?? [];
    if (JSON.stringify(was) !== JSON.stringify(is)) files.set(file, assessedFindings(is, assessment));
  }
  return { files, customersChanged: JSON.stringify(before?.customers) !== JSON.stringify(after.customers) };
}
