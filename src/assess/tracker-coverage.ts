import type { Report } from '../model/report.js';
import type { TrackerCoverage } from '../model/request.js';

/** What stands for the status of a request that its tracker does not find; trackers don't tell the one from the other. */
export const notFound = 'not found or not permitted';

/** The report with what is known of the trackers; requests that a tracker does not find say so. */
export function withTrackers(report: Report, trackers: readonly TrackerCoverage[]): Report {
  const { requests } = report;
  if (!requests) return report;
  const missing = new Set(trackers.flatMap(({ tracker, missing: keys = [] }) => keys.map((key) => `${tracker} ${key}`)));
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      ...(finding.requests && {
        requests: finding.requests.map((request) =>
          missing.has(`${request.tracker ?? ''} ${request.key}`) ? { ...request, status: notFound, state: 'unknown' as const } : request,
        ),
      }),
    })),
    requests: { ...requests, trackers },
  };
}

/** The keys of one tracker that findings are tied to. */
export function linkedKeys({ findings }: Report, tracker: string): readonly string[] {
  return [...new Set(findings.flatMap(({ requests = [] }) => requests.flatMap((one) => (one.tracker === tracker ? [one.key] : []))))];
}
