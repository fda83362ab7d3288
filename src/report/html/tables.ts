import type { Finding } from '../../model/finding.js';
import { day, listed, number, percent } from '../words.js';
import type { CustomerRow } from '../content/customer-rows.js';
import { flagGroups } from '../content/flag-groups.js';
import { forkRows } from '../content/forks.js';
import { missing } from '../content/missing.js';
import { unlinked } from '../content/unlinked.js';
import type { ReportInput } from '../report-input.js';
import { markup, type Markup } from './markup.js';
import { plainPlace, missingNote, placeLinks, sortableTable, type Cell } from './parts.js';

const shownRows = 20;

export type PlaceWriter = ReturnType<typeof placeLinks>;

/** Where a finding is. */
function placeOf({ path, range, fork }: Finding, place: PlaceWriter): Markup {
  return fork?.unit === 'folder' ? plainPlace(`${path}/`) : place(path, range.start.line, range.start.column);
}

/** Customers ranked; columns that nothing is known for are left out. */
export function customerTable(rows: readonly CustomerRow[]): Markup {
  if (rows.length === 0) return missingNote('No code was found that exists for particular customers.');
  const columns = customerColumns.filter(({ isKnown }) => rows.some(isKnown));
  const apart = rows.some(({ standing }) => standing !== 'customer') ? ' Own brands and test tenants stand last.' : '';
  const caption = `Customers by number of places. A name leads to its places.${apart}`;
  const ranked = [...rows.filter(({ standing }) => standing === 'customer'), ...rows.filter(({ standing }) => standing !== 'customer')];
  return sortableTable(
    caption,
    columns.map(({ heading }) => heading),
    ranked.map((row) => columns.map(({ cell }) => cell(row))),
  );
}

interface Column {
  readonly heading: string;
  readonly isKnown: (row: CustomerRow) => boolean;
  readonly cell: (row: CustomerRow) => Cell;
}

const always = (): boolean => true;

const customerColumns: readonly Column[] = [
  {
    heading: 'Customer',
    isKnown: always,
    cell: ({ id, name, source, confidence, standing }) => ({
      content: markup`<a href="#findings" data-customer="${id}">${name}</a>`,
      sortBy: name,
      note: standing === 'customer' ? (source === 'inferred' ? `inferred, ${confidence}` : source) : standings[standing],
    }),
  },
  { heading: 'Status', isKnown: always, cell: ({ status }) => ({ content: status === 'gone' ? markup`<strong>gone</strong>` : status }) },
  { heading: 'Places', isKnown: always, cell: ({ sites }) => ({ content: sites }) },
  { heading: 'New', isKnown: ({ added }) => added !== null, cell: ({ added }) => ({ content: added }) },
  { heading: 'Lines', isKnown: always, cell: ({ lines }) => ({ content: lines }) },
  { heading: 'Files', isKnown: always, cell: ({ files }) => ({ content: files }) },
  { heading: 'Folders', isKnown: always, cell: ({ scatter }) => ({ content: scatter }) },
  { heading: 'Shared files', isKnown: always, cell: ({ tangle }) => ({ content: tangle }) },
  {
    heading: 'Collateral changes',
    isKnown: ({ collateral }) => collateral !== null,
    cell: ({ collateral }) => ({ content: collateral }),
  },
  { heading: 'Oldest', isKnown: ({ oldest }) => oldest !== null, cell: ({ oldest }) => ({ content: dayCell(oldest) }) },
  {
    heading: 'Last touched',
    isKnown: ({ lastTouched }) => lastTouched !== null,
    cell: ({ lastTouched }) => ({ content: dayCell(lastTouched) }),
  },
  { heading: 'Requests', isKnown: ({ requests }) => requests !== null, cell: ({ requests }) => ({ content: requests }) },
];

function dayCell(date: string | null): Markup | null {
  return date === null ? null : markup`<time>${day(date)}</time>`;
}

const standings = { 'first-party': 'own brand', rehearsal: 'for demonstrations and tests' } as const;

export function hotspotTable({ report: { hotspots, customers } }: ReportInput, place: PlaceWriter): Markup {
  if (!hotspots) return missingNote(missing.history);
  if (hotspots.length === 0) return missingNote(missing.hotspots);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return sortableTable(
    'Files and folders with one-offs that change often and are complex, the costliest first.',
    ['Place', 'Changes', 'Lines changed', 'Per line', 'Lines', 'Decisions', 'One-offs', 'Customers'],
    hotspots
      .slice(0, shownRows)
      .map(({ path, isFolder, revisions, churn, lines, complexity, oneOffs, customers: ids }) => [
        { content: isFolder ? plainPlace(`${path}/`) : place(path, null), sortBy: path },
        { content: revisions },
        { content: churn },
        { content: lines === 0 ? null : (churn / lines).toFixed(1) },
        { content: lines },
        { content: complexity },
        { content: oneOffs },
        { content: listed(ids.map((id) => names.get(id) ?? id)) || null },
      ]),
  );
}

export function forkTable({ report: { findings } }: ReportInput, place: PlaceWriter): Markup {
  const rows = forkRows(findings);
  if (rows.length === 0) return missingNote(missing.forks);
  return sortableTable(
    'Copies made for a customer, those that missed most fixes first.',
    ['Copy', 'Of', 'Alike', 'Lines', 'Drifted', 'Copied', 'Missed fixes', 'Which'],
    rows.map(({ finding, fork: { unit, origin, similarity, sharedLines, forkLines, forkedAt, missedFixes } }) => [
      { content: placeOf(finding, place), sortBy: finding.path, note: unit },
      { content: plainPlace(unit === 'folder' ? `${origin.path}/` : origin.path) },
      { content: percent(Math.round(similarity * 100), 100), sortBy: similarity },
      { content: forkLines },
      { content: forkLines - sharedLines },
      { content: dayCell(forkedAt?.date ?? null) },
      { content: missedFixes?.length ?? null },
      { content: missedFixes && missedFixes.length > 0 ? listed(missedFixes.map(({ subject }) => subject)) : null },
    ]),
  );
}

export function flagTable({ report: { findings } }: ReportInput): Markup {
  const groups = flagGroups(findings);
  if (groups.length === 0) return missingNote('No feature flags were found.');
  return sortableTable(
    'Feature flags by what the definition files say of them.',
    ['State', 'Flags', 'Places', 'What it means', 'Keys'],
    groups.map(({ state, meaning, keys, places }) => [
      { content: state },
      { content: keys.length },
      { content: places },
      { content: meaning },
      { content: listed(keys, 8) },
    ]),
  );
}

export function unlinkedTable({ report }: ReportInput, place: PlaceWriter): Markup {
  const known = report.requests !== undefined || report.findings.some(({ requests }) => requests !== undefined);
  if (!known) return missingNote(missing.requests);
  const rows = unlinked(report);
  if (rows.length === 0) return markup`<p>Every one-off of a customer goes back to a request.</p>`;
  const names = new Map(report.customers.map(({ id, name }) => [id, name]));
  return sortableTable(
    `The largest ${number(Math.min(shownRows, rows.length))} of ${number(rows.length)} one-offs that no request is known for. Unknown, not unwanted: first find whom to ask.`,
    ['Place', 'Code', 'Customers'],
    rows
      .slice(0, shownRows)
      .map((finding) => [
        { content: placeOf(finding, place), sortBy: finding.path },
        { content: markup`<code>${finding.text}</code>` },
        { content: listed(finding.customers.map((id) => names.get(id) ?? id)) },
      ]),
  );
}

export function changesTable({ report, changes }: ReportInput, place: PlaceWriter): Markup {
  if (!changes) return missingNote(missing.changes);
  const names = new Map(report.customers.map(({ id, name }) => [id, name]));
  const cells = (what: string, at: Markup, text: string, customers: readonly string[]): readonly Cell[] => [
    { content: at },
    { content: what },
    { content: markup`<code>${text}</code>` },
    { content: listed(customers.map((id) => names.get(id) ?? id)) || null },
  ];
  const came = report.findings.filter(({ id }) => changes.added.has(id));
  const rows = [
    ...came.map((finding) => cells('came', placeOf(finding, place), finding.text, finding.customers)),
    ...changes.gone.map(({ path, range, text, customers }) =>
      cells('went', plainPlace(`${path}:${String(range.start.line)}`), text, customers),
    ),
  ];
  if (rows.length === 0) return markup`<p>Nothing came and nothing went.</p>`;
  const left = rows.length > shownRows ? ` The first ${number(shownRows)} of ${number(rows.length)} are listed.` : '';
  return sortableTable(`What came and what went.${left}`, ['Place', 'Change', 'Code', 'Customers'], rows.slice(0, shownRows));
}
