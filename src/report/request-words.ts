import type { Request, RequestCoverage } from '../model/request.js';
import { printable } from './printable.js';

/** What a row says of its requests: `PROD-123 (Done)`; candidates with a question mark; that there is none, where somebody looked. */
export function requestWords(requests: readonly Request[] | undefined, wereAsked: boolean): readonly string[] {
  if (requests === undefined) return [];
  const sure = requests.filter(({ link }) => link?.isCandidate !== true);
  if (sure.length > 0) return sure.map(({ key, status }) => printable(status === undefined ? key : `${key} (${status})`));
  if (!wereAsked) return [];
  const [candidate] = requests;
  return candidate ? [`no request; perhaps ${printable(candidate.key)}?`] : ['no request'];
}

/** How much is tied to requests, and what could not be asked. */
export function coverageWords({ linked, of, trackers }: RequestCoverage): readonly string[] {
  const missing = trackers.flatMap(({ tracker, missing: keys = [] }) => keys.map((key) => `${key} (${tracker})`));
  const shown = missing.slice(0, 5).join(', ');
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return [
    `${linked} of ${of} one-offs are tied to a request.`,
    ...(missing.length > 0 ? [`Not found or not permitted: ${printable(shown)}${more}.`] : []),
    ...trackers.flatMap(({ problem }) => (problem === null ? [] : [printable(problem)])),
  ];
}
