import path from 'node:path';
import type { Config, CustomerFile, ImportedCustomer } from '../model/config.js';
import type { ConfigDocument, ConfigProblem } from './config-document.js';
import { mapColumns } from './customer-columns.js';
import { readCsv, readJson, type Table } from './table.js';
import { joinCustomers, type PlacedCustomer } from './join-customers.js';
import { readCustomerRow } from './read-customer-row.js';
import { readInside } from './read-inside.js';

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
    return readFile(file, absolute, content.text, document, index);
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
