import type { Facts, Span, TableEntry, Term } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';

/** Values looked at in one definition; those of a flag have tens. */
const termLimit = 500;

/** The definition that begins on a line of a file. */
export interface Definition extends Span {
  /** The texts in it: descriptions, tags, links. */
  readonly texts: readonly string[];
}

/** What the outermost entry says whose key stands on a line (1-based); null where none does. */
export function definitionAt(facts: Facts, line: number): Definition | null {
  const entries = facts.tables.flatMap((table) => table.entries.filter((entry) => lineOf(facts, entry.start) === line - 1));
  const [outermost] = entries.toSorted((a, b) => b.until - b.start - (a.until - a.start));
  if (!outermost) return null;
  return { start: outermost.start, end: outermost.until, texts: textsIn(facts, outermost) };
}

function textsIn(facts: Facts, entry: TableEntry): readonly string[] {
  const texts: string[] = [];
  const open: Term[] = [entry.value];
  for (let looked = 0; looked < termLimit; looked++) {
    const term = open.shift();
    if (!term) break;
    if (term.is === 'literal' && typeof term.value === 'string') texts.push(term.value);
    if (term.is === 'list') open.push(...term.items);
    if (term.is === 'call') open.push(...term.arguments);
    if (term.is === 'table') open.push(...(facts.tables[term.table]?.entries ?? []).map(({ value }) => value));
  }
  return texts;
}
