import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config, CustomerFile, ImportedCustomer } from '../model/config.js';
import type { ConfigDocument, ConfigProblem } from './config-document.js';
import { mapColumns } from './customer-columns.js';
import { readCsv, readJson, type Table } from './table.js';
import { joinCustomers, type PlacedCustomer } from './join-customers.js';
import { readCustomerRow } from './read-customer-row.js';

/** A CRM with this much text has customers by the ten thousand; nobody writes code for each. */
const maximumBytes = 20 * 1024 * 1024;

/** Problems of one file that are told one by one. */
const problemsTold = 20;

export interface CustomerImport {
  readonly customers: readonly ImportedCustomer[];
  /** Absolute paths of the files, whether or not they could be read. */
  readonly files: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

/** Reads the customer files of a configuration. Whatever is wrong with one is in `problems`; the rest counts. */
export function importCustomers(config: Config, document: ConfigDocument, root: string): CustomerImport {
  const folder = path.dirname(document.file);
  const read = config.customerFiles.map((file, index) => {
    const absolute = path.resolve(folder, file.path);
    const content = readInside(absolute, [folder, root]);
    if ('reason' in content) {
      const message = `The customer file "${file.path}" is not read: ${content.reason}`;
      return { customers: [], problems: [document.problem('warning', ['customerFiles', index], message, content.remedy)] };
    }
    return readFile(file, absolute, decode(content.bytes), document, index);
  });
  const joined = joinCustomers(
    config.customers,
    read.flatMap(({ customers }) => customers),
  );
  const repeated = joined.repeated.map(({ customer, message, remedy }) => problemAt(customer.file, customer.line, message, remedy));
  const inFiles = [...read.flatMap(({ problems }) => problems), ...repeated];
  return {
    customers: joined.customers,
    files: config.customerFiles.map((file) => path.resolve(folder, file.path)),
    problems: limited(inFiles),
  };
}

function readFile(
  file: CustomerFile,
  absolute: string,
  text: string,
  document: ConfigDocument,
  index: number,
): { readonly customers: readonly PlacedCustomer[]; readonly problems: readonly ConfigProblem[] } {
  const table = path.extname(absolute).toLowerCase() === '.json' ? readJson(text) : readCsv(text);
  const { columns, unknown } = mapColumns(table.headers, file.columns);
  const problems = [
    ...table.faults.map(({ line, message, remedy }) => problemAt(absolute, line, message, remedy)),
    ...unknown.map(({ column, written, close }) => {
      const remedy = close === undefined ? `Its columns are ${table.headers.join(', ')}.` : `Did you mean "${close}"?`;
      const message = `"${file.path}" has no column "${written}".`;
      return document.problem('warning', ['customerFiles', index, 'columns', column], message, remedy);
    }),
  ];
  if (columns.name === undefined && columns.id === undefined)
    return { customers: [], problems: [...problems, ...namelessTable(absolute, table)] };
  const customers = table.rows.flatMap((row): PlacedCustomer[] => {
    const customer = readCustomerRow(row, columns, `${file.path}:${String(row.line)}`);
    if (customer) return [{ customer, file: absolute, line: row.line }];
    problems.push(problemAt(absolute, row.line, 'This row names no customer; it is left out.', 'Fill in a name or an id.'));
    return [];
  });
  return { customers, problems };
}

function namelessTable(file: string, { headers, faults }: Table): readonly ConfigProblem[] {
  if (headers.length === 0 && faults.length > 0) return [];
  const message = headers.length === 0 ? 'The file is empty.' : `No column has the customers' names: ${headers.join(', ')}.`;
  return [problemAt(file, 1, message, 'Name one "name", or say which it is in "columns" of "customerFiles".')];
}

function problemAt(file: string, line: number, message: string, remedy: string): ConfigProblem {
  const position = { line, column: 1 };
  return { file, range: { start: position, end: position }, severity: 'warning', message, remedy };
}

/** One line about the rest, file by file. */
function limited(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const counts = new Map<string, number>();
  const told: ConfigProblem[] = [];
  for (const problem of problems) {
    const count = (counts.get(problem.file) ?? 0) + 1;
    counts.set(problem.file, count);
    if (count <= problemsTold) told.push(problem);
  }
  const rest = [...counts].filter(([, count]) => count > problemsTold);
  const more = rest.map(([file, count]) =>
    problemAt(file, 1, `${String(count - problemsTold)} more rows have problems.`, 'Correct the first ones.'),
  );
  return [...told, ...more];
}

type Content = { readonly bytes: Buffer } | { readonly reason: string; readonly remedy: string };

const outside = { reason: "it lies outside of the configuration's folder.", remedy: 'Copy it into the folder.' };

/** Nothing outside of the configuration's folder and the scanned one is read, whatever a path or a link says. */
function readInside(absolute: string, folders: readonly string[]): Content {
  try {
    if (!folders.some((folder) => isInside(folder, absolute))) return outside;
    const real = realpathSync(absolute);
    if (!folders.some((folder) => isInside(realpathSync(folder), real))) return outside;
    const status = statSync(real);
    if (!status.isFile()) return { reason: 'it is no file.', remedy: 'Give the path of a CSV or JSON file.' };
    if (status.size > maximumBytes) return { reason: 'it is over 20 MB.', remedy: 'Export the customers alone, without other columns.' };
    return { bytes: readFileSync(real) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      return { reason: 'there is no such file.', remedy: 'Paths are relative to oneoff.config.json; correct or remove it.' };
    return { reason: `${error instanceof Error ? error.message : String(error)}.`, remedy: 'Check that it can be read.' };
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/** By byte order mark, else UTF-8 where it is valid, else what spreadsheets write in the west. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
