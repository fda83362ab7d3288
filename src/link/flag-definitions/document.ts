import type { Facts, Span, Term } from '../../facts/facts.js';

/**
 * A data file, or a literal in a source file, as formats of flag definitions look at it. Spans are offsets in the file; an entry's span
 * is that of its key.
 */
export type DocumentValue = DocumentMap | DocumentList | DocumentScalar;

export interface DocumentMap extends Span {
  readonly is: 'map';
  readonly entries: readonly DocumentEntry[];
}

export interface DocumentList extends Span {
  readonly is: 'list';
  readonly items: readonly DocumentValue[];
}

export interface DocumentScalar extends Span {
  readonly is: 'scalar';
  readonly value: Scalar;
}

export type Scalar = string | number | boolean | null;

export interface DocumentEntry extends Span {
  readonly key: string;
  readonly value: DocumentValue;
}

/** Deeper values are left out; no format of flag definitions nests half as deep. */
const depthLimit = 40;

const nothing: DocumentScalar = { is: 'scalar', value: null, start: 0, end: 0 };

/** Values beyond this number are left out: aliases of YAML can make a short file endless. */
const valueLimit = 40_000;

/** The value that a term writes down; what is computed becomes null. Linear in the size of the value, which is bounded. */
export function documentOf(facts: Facts, term: Term): DocumentValue {
  let left = valueLimit;
  const read = (inner: Term, depth: number): DocumentValue => {
    if (depth > depthLimit || left-- <= 0) return nothing;
    switch (inner.is) {
      case 'literal':
        return { is: 'scalar', value: inner.value, start: inner.start, end: inner.end };
      case 'list':
        return { is: 'list', items: inner.items.map((item) => read(item, depth + 1)), start: inner.start, end: inner.end };
      case 'table': {
        const entries = (facts.tables[inner.table]?.entries ?? []).flatMap(({ key, value, start, end }): DocumentEntry[] =>
          key === null ? [] : [{ key, value: read(value, depth + 1), start, end }],
        );
        return { is: 'map', entries, start: inner.start, end: inner.end };
      }
      default:
        return nothing;
    }
  };
  return read(term, 0);
}

export function entryOf(value: DocumentValue | undefined, key: string): DocumentEntry | undefined {
  return value?.is === 'map' ? value.entries.find((entry) => entry.key === key) : undefined;
}

/** The value at the end of a path of keys; undefined where one is missing. */
export function at(value: DocumentValue | undefined, ...keys: readonly string[]): DocumentValue | undefined {
  return keys.reduce((inner, key) => entryOf(inner, key)?.value, value);
}

/** Entries of a map; none for anything else. */
export function entriesOf(value: DocumentValue | undefined): readonly DocumentEntry[] {
  return value?.is === 'map' ? value.entries : [];
}

/** Items of a list; none for anything else. */
export function itemsOf(value: DocumentValue | undefined): readonly DocumentValue[] {
  return value?.is === 'list' ? value.items : [];
}

export function scalarOf(value: DocumentValue | undefined): Scalar {
  return value?.is === 'scalar' ? value.value : null;
}

export function textOf(value: DocumentValue | undefined): string | null {
  const scalar = scalarOf(value);
  return typeof scalar === 'string' ? scalar : null;
}

export function numberOf(value: DocumentValue | undefined): number | null {
  const scalar = scalarOf(value);
  return typeof scalar === 'number' ? scalar : null;
}

export function isTrue(value: DocumentValue | undefined): boolean {
  return scalarOf(value) === true;
}

export function isBoolean(value: DocumentValue | undefined): boolean {
  return typeof scalarOf(value) === 'boolean';
}

/** Whether a value is a map, or list, that has something in it and all of it is as asked. */
export function everyEntry(value: DocumentValue | undefined, holds: (entry: DocumentEntry) => boolean): boolean {
  return value?.is === 'map' && value.entries.length > 0 && value.entries.every(holds);
}

export function everyItem(value: DocumentValue | undefined, holds: (item: DocumentValue) => boolean): boolean {
  return value?.is === 'list' && value.items.length > 0 && value.items.every(holds);
}

/** Whether a map has all of these keys. */
export function has(value: DocumentValue | undefined, ...keys: readonly string[]): boolean {
  return keys.every((key) => entryOf(value, key) !== undefined);
}
