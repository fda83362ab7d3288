import type { Report } from '../model/report.js';
import type { MissingKeys, TrackerCoverage } from '../model/request.js';

/** The report with what is known of the trackers. */
export function withTrackers(report: Report, trackers: readonly TrackerCoverage[]): Report {
  return report.requests ? { ...report, requests: { ...report.requests, trackers } } : report;
}

/** What the trackers do not find, as an assessment takes it. */
export function missingKeys(trackers: readonly TrackerCoverage[]): readonly MissingKeys[] {
  return trackers.flatMap(({ tracker, missing }) => (missing ? [{ tracker, keys: missing }] : []));
}

/** The keys of one tracker that findings are tied to. */
export function linkedKeys({ findings }: Report, tracker: string): readonly string[] {
  return [...new Set(findings.flatMap(({ requests = [] }) => requests.flatMap((one) => (one.tracker === tracker ? [one.key] : []))))];
}
