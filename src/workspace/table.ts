import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import Papa from 'papaparse';

/** The value of a cell; lists are those of JSON, and what several columns of one name hold. */
export type Cell = string | readonly string[];

export interface TableRow {
  readonly cells: ReadonlyMap<string, Cell>;
  /** 1-based line on which it begins. */
  readonly line: number;
}

/** What a file with rows holds; every part of it that could not be read is in `faults`. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly { readonly line: number; readonly message: string; readonly remedy: string }[];
}

type Fault = Table['faults'][number];

const empty = { headers: [], rows: [] };

/** Reads CSV with whatever delimiter its first line has. A row with too few cells lacks the last ones, one with too many has a fault. */
export function readCsv(written: string): Table {
  const text = written.replace(/\r\n?/g, '\n');
  const faults: Fault[] = [];
  const rows: TableRow[] = [];
  const headers: string[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<readonly string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta: { cursor } }) => {
      const start = line;
      line += linesIn(text.slice(from, cursor)) - 1;
      from = cursor;
      const cells = data.map((cell) => cell.trim());
      if (errors.some(({ type }) => type === 'Quotes')) faults.push(brokenQuotes(start));
      else if (headers.length > 0 && cells.length > headers.length) faults.push(tooManyCells(start, cells.length, headers.length));
      else if (cells.some((cell) => cell !== '')) {
        if (headers.length === 0) headers.push(...cells);
        else rows.push({ cells: cellsBelow(headers, cells), line: start });
      }
    },
  });
  return { headers, rows, faults };
}

/** Exports repeat a column for each value: Jira writes `Labels,Labels,Labels`. */
function cellsBelow(headers: readonly string[], cells: readonly string[]): Map<string, Cell> {
  const below = new Map<string, Cell>();
  for (const [index, header] of headers.entries()) {
    const cell = cells[index] ?? '';
    const before = below.get(header);
    if (before === undefined) below.set(header, cell);
    else if (cell !== '') below.set(header, [...[before].flat().filter((one) => one !== ''), cell]);
  }
  return below;
}

/** The mark that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

function brokenQuotes(line: number): Fault {
  const remedy = 'Close the quote; within quotes, write " twice.';
  return { line, message: 'A quote in this row is not closed or not doubled; the row is left out.', remedy };
}

function tooManyCells(line: number, cells: number, columns: number): Fault {
  const message = `This row has ${String(cells)} cells, the first line ${String(columns)}; it is left out.`;
  return { line, message, remedy: 'Put quotes around cells that hold the delimiter.' };
}

/**
 * Reads a list of objects, or the first such list in an object. Objects within a row are taken for further columns of it, those in a list of
 * a row by their names. Linear.
 */
export function readJson(text: string): Table {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  const list = root && listIn(root);
  if (error)
    return {
      ...empty,
      faults: [{ line: linesIn(text.slice(0, error.offset)), message: 'This is not valid JSON.', remedy: 'Correct it.' }],
    };
  if (!list) return { ...empty, faults: [{ line: 1, message: 'There is no list in it.', remedy: 'Write [{ "name": … }, …].' }] };
  const faults: Fault[] = [];
  const rows: TableRow[] = [];
  let line = 1;
  let from = 0;
  for (const item of list.children ?? []) {
    line += linesIn(text.slice(from, item.offset)) - 1;
    from = item.offset;
    const value: unknown = getNodeValue(item);
    if (isRecord(value)) rows.push({ cells: new Map(cellsOf(value)), line });
    else faults.push({ line, message: 'This entry is no object; it is left out.', remedy: 'Write { "name": … }.' });
  }
  return { headers: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows, faults };
}

function listIn(root: Node): Node | undefined {
  if (root.type === 'array') return root;
  return root.children?.flatMap(({ children }) => children?.[1] ?? []).find(({ type }) => type === 'array');
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}

function cellsOf(item: Readonly<Record<string, unknown>>): (readonly [string, Cell])[] {
  return Object.entries(item).flatMap(([key, value]): (readonly [string, Cell])[] => {
    if (isRecord(value)) return Object.entries(value).flatMap(([name, inner]) => cellOf(name, inner));
    return cellOf(key, value);
  });
}

function cellOf(key: string, value: unknown): (readonly [string, Cell])[] {
  const cell = Array.isArray(value)
    ? value.flatMap((one: unknown) => plainText(isRecord(one) ? one['name'] : one) ?? [])
    : plainText(value);
  return cell === null ? [] : [[key, cell]];
}

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
