import type { ExportFact, LiteralTerm, OtherTerm, TableEntry, TableFact, Term } from '../facts.js';
import type { DataLanguage } from './data-language.js';
import type { DataDocument, DataMapping, DataNode, DataScalar } from './data-node.js';
import { readEnvironment } from './environment-document.js';
import { readJson } from './json-document.js';
import { looksSecret, namesSecret } from './secrets.js';
import { readYaml } from './yaml-document.js';

/** Deeper values become `other`. */
const depthLimit = 40;
/** How many terms a file may have; what comes later is `other`. It also bounds what aliases can multiply. */
const termLimit = 40_000;
/** Longer texts are prose or encoded files. */
const textLimit = 500;

const other: OtherTerm = { is: 'other' };

export interface CollectedDocument {
  readonly exports: readonly ExportFact[];
  readonly tables: readonly TableFact[];
  readonly damage: DataDocument['damage'];
}

/**
 * A data file as a module: its root is the default export, which serves named imports too, and each mapping is a table. Values that could
 * be secrets become `other`. Throws a RangeError when the file is nested too deeply.
 */
export function collectDocument(text: string, language: DataLanguage, lineStarts: readonly number[]): CollectedDocument {
  const lineAt = (offset: number) => lineStarts.findLastIndex((start) => start <= offset) + 1;
  const { root, damage } = read(text, language, lineAt);
  const collector = new TableBuilder();
  const exports = root ? [{ exported: 'default', declaration: -1, value: collector.term(root, top) }] : [];
  return { exports, tables: collector.tables, damage };
}

function read(text: string, language: DataLanguage, lineAt: (offset: number) => number): DataDocument {
  switch (language) {
    case 'json':
      return readJson(text, lineAt);
    case 'yaml':
      return readYaml(text, lineAt);
    case 'environment':
      return readEnvironment(text);
  }
}

/** Where a value stands. */
interface Place {
  readonly name: string | null;
  readonly parent: number;
  readonly isItem: boolean;
  readonly isSecret: boolean;
  readonly depth: number;
}

const top: Place = { name: null, parent: -1, isItem: false, isSecret: false, depth: 0 };

class TableBuilder {
  readonly tables: TableFact[] = [];
  /** A mapping with several aliases is one table. */
  readonly #numbers = new Map<DataMapping, number>();
  #budget = termLimit;

  term(node: DataNode | null, place: Place): Term {
    if (!node || place.depth > depthLimit || this.#budget-- <= 0) return other;
    switch (node.is) {
      case 'scalar':
        return literal(node, place);
      case 'list': {
        const inner = { ...place, isItem: true, depth: place.depth + 1 };
        return { is: 'list', items: node.items.map((item) => this.term(item, inner)), start: node.start, end: node.end };
      }
      case 'mapping':
        return { is: 'table', table: this.#table(node, place), start: node.start, end: node.end };
    }
  }

  #table(mapping: DataMapping, place: Place): number {
    const known = this.#numbers.get(mapping);
    if (known !== undefined) return known;
    const number = this.tables.length;
    const entries: TableEntry[] = [];
    const { name, parent, isItem } = place;
    this.#numbers.set(mapping, number);
    this.tables.push({ name, entries, isItem, parent, declaration: -1, start: mapping.start, end: mapping.end });
    for (const { key, value, start, end } of mapping.entries) {
      const isSecret = place.isSecret || namesSecret(key);
      const term = this.term(value, { name: key, parent: number, isItem: false, isSecret, depth: place.depth + 1 });
      // The value of an alias stands elsewhere.
      const until = value && value.start >= end ? value.end : end;
      entries.push({ key, value: term, until, start, end });
    }
    return number;
  }
}

function literal({ value, start, end }: DataScalar, { isSecret }: Place): LiteralTerm | OtherTerm {
  if (typeof value === 'string' && (isSecret || value.length > textLimit || looksSecret(value))) return other;
  return typeof value === 'number' && isSecret ? other : { is: 'literal', value, start, end };
}
