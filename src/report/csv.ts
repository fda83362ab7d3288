import papaparse from 'papaparse';
import { linesOf } from '../model/footprint.js';
import type { Finding } from '../model/finding.js';
import { customerRows } from './content/customer-rows.js';
import { printable } from './printable.js';
import type { CsvTable, ReportInput } from './report-input.js';

/** Spreadsheets take the files of other systems for text of their own old encoding unless they begin so; programs that read UTF-8 skip it. */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet could take for a formula; papaparse puts an apostrophe before it. */
const formula = /^[\s\uFFFD]*[=+\-@＝＋－＠]/u;

type Row = Readonly<Record<string, string | number | null>>;

/** One row a finding, or one a customer; RFC 4180 with a byte order mark. Customers and requests of a finding are separated by semicolons. */
export function formatCsv(input: ReportInput, table: CsvTable): string {
  const rows = table === 'customers' ? customerRecords(input) : findingRecords(input);
  const fields = table === 'customers' ? customerFields : findingFields;
  const data = rows.map((row) => fields.map((field) => cell(row[field] ?? null)));
  return `${byteOrderMark}${papaparse.unparse({ fields: [...fields], data }, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}

const findingFields = [
  ...['id', 'kind', 'path', 'line', 'column', 'first line', 'last line', 'customers', 'confidence', 'code', 'reason'],
  ...['flag', 'provider', 'state', 'requests', 'introduced', 'last touched', 'changes', 'new'],
];

function findingRecords({ report, changes }: ReportInput): readonly Row[] {
  const names = new Map(report.customers.map(({ id, name }) => [id, name]));
  return report.findings.map((finding) => findingRecord(finding, names, changes));
}

function findingRecord(finding: Finding, names: ReadonlyMap<string, string>, changes: ReportInput['changes']): Row {
  const { id, kind, path, range, customers, confidence, text, evidence, flag, requests = [], age } = finding;
  const [first, last] = linesOf(finding);
  return {
    ...{ id, kind, path, line: range.start.line, column: range.start.column, 'first line': first, 'last line': last },
    ...{
      customers: customers.map((customer) => names.get(customer) ?? customer).join('; '),
      confidence,
      code: text,
      reason: evidence[0] ?? '',
    },
    ...{ flag: flag?.key ?? null, provider: flag?.provider ?? null, state: flag?.state?.kind ?? null },
    requests: requests.map(({ key }) => key).join('; '),
    ...{ introduced: age?.introduced?.date ?? null, 'last touched': age?.lastTouched?.date ?? null, changes: age?.changes ?? null },
    new: changes ? (changes.added.has(id) ? 'yes' : 'no') : null,
  };
}

const customerFields = [
  ...['id', 'name', 'source', 'standing', 'confidence', 'status', 'places', 'lines', 'files', 'folders', 'shared files'],
  ...['collateral changes', 'oldest', 'last touched', 'requests', 'new'],
];

function customerRecords(input: ReportInput): readonly Row[] {
  return customerRows(input).map(({ id, name, source, standing, confidence, status, sites, lines, files, scatter, tangle, ...known }) => ({
    ...{ id, name, source, standing, confidence, status, places: sites, lines, files, folders: scatter, 'shared files': tangle },
    ...{ 'collateral changes': known.collateral, oldest: known.oldest, 'last touched': known.lastTouched },
    ...{ requests: known.requests, new: known.added },
  }));
}

function cell(value: string | number | null): string | number {
  return typeof value === 'string' ? printable(value) : (value ?? '');
}
