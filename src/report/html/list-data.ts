import type { Age } from '../../model/age.js';
import type { Step } from '../../model/explanation.js';
import type { Finding } from '../../model/finding.js';
import { linesOf } from '../../model/footprint.js';
import { describeFlagState, inEnglish } from '../flag-state.js';
import { isWebAddress, rootedTemplate } from '../links.js';
import { printable } from '../printable.js';
import type { PlaceLinks, ReportInput } from '../report-input.js';
import { day } from '../words.js';

/** What the script of the page makes its list of one-offs from. All texts are printable. */
export interface ListData {
  /** Of addresses of places, with the folder filled in; null where the window around the page opens them. */
  readonly template: string | null;
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly ListedFinding[];
}

interface ListedFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Of a folder that was copied as a whole; no line of it can be opened. */
  readonly isFolder: boolean;
  readonly kind: string;
  readonly text: string;
  readonly lines: number;
  /** Places in `customers`. */
  readonly customers: readonly number[];
  readonly confidence: string;
  readonly isNew: boolean;
  readonly evidence: readonly string[];
  /** Flag and age, as sentences. */
  readonly notes: readonly string[];
  readonly requests: readonly { readonly key: string; readonly url: string | null; readonly title: string }[];
  readonly steps: readonly ListedStep[];
}

interface ListedStep {
  readonly what: string;
  readonly text: string;
  readonly note: string;
  readonly place: { readonly path: string; readonly line: number; readonly column: number } | null;
}

export function listData({ report, changes, chains }: ReportInput, links: PlaceLinks): ListData {
  const places = new Map(report.customers.map(({ id }, index) => [id, index]));
  return {
    template: links.by === 'address' ? rootedTemplate(links.template, report.root) : null,
    customers: report.customers.map(({ id, name }) => ({ id: printable(id), name: printable(name) })),
    findings: report.findings.map((finding) => ({
      path: printable(finding.path),
      ...finding.range.start,
      isFolder: finding.fork?.unit === 'folder',
      kind: finding.kind,
      text: printable(finding.text),
      lines: extent(finding),
      customers: finding.customers.flatMap((id) => places.get(id) ?? []),
      confidence: finding.confidence,
      isNew: changes?.added.has(finding.id) ?? false,
      evidence: finding.evidence.map(printable),
      notes: notesOf(finding).map(printable),
      requests: (finding.requests ?? []).map(({ key, url, title = '' }) => ({
        key: printable(key),
        url: url !== null && isWebAddress(url) ? url : null,
        title: printable(title),
      })),
      steps: (chains?.get(finding.id) ?? []).map(listedStep),
    })),
  };
}

function extent(finding: Finding): number {
  const [first, last] = linesOf(finding);
  return last - first + 1;
}

function listedStep({ what, text, note, place }: Step): ListedStep {
  return { what, text: printable(text), note: printable(note), place: place && { path: printable(place.path), ...place.range.start } };
}

function notesOf({ flag, age }: Finding): readonly string[] {
  const state = flag?.state ? describeFlagState(inEnglish, flag.state) : '';
  const known = age?.knownBy ?? [];
  return [
    ...(flag ? [`The flag ${flag.key ?? 'has a computed key'} (${flag.provider})${state === '' ? '' : `: ${state}`}.`] : []),
    ...(age ? [cameAndTouched(age)] : []),
    ...(known.length > 0 ? [`Ask ${known.join(', ')}.`] : []),
  ];
}

function cameAndTouched({ introduced, lastTouched, isOlder }: Age): string {
  if (!introduced || !lastTouched) return 'It is not committed yet.';
  const came = `Came ${isOlder ? 'before ' : ''}${day(introduced.date)}${isOlder ? '' : ` with “${introduced.subject}”`}`;
  return `${came}, last touched ${day(lastTouched.date)}.`;
}
