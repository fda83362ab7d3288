import { outline, type Fragment } from './outline.js';
import { hashText, scanTokens, tokenKinds, type Tokens } from './scan-tokens.js';

/**
 * What a text is recognised by when it was copied. Two texts that share enough have fingerprints in common, in whatever order, and whatever
 * stands between. Depends on the text alone.
 */
export interface Prints {
  readonly tokens: number;
  /** Tokens outside of imports and re-exports. */
  readonly ownTokens: number;
  readonly lines: number;
  /** Winnowed hashes of runs of tokens as they are. */
  readonly raw: Uint32Array;
  /** Index of the token at which each of `raw` begins, in order. */
  readonly rawAt: Uint32Array;
  /** The same with identifiers, texts and numbers made alike, but for members: it survives renaming throughout. */
  readonly plain: Uint32Array;
  /** Hashes (`hashText`) of the words in identifiers and short texts, lower case, three letters or more; sorted. */
  readonly words: Uint32Array;
  /** Whether most of it is a table of settings, be it that a function hands out. */
  readonly isTable: boolean;
  readonly fragments: readonly Fragment[];
}

/**
 * Schleimer, Wilkerson, Aiken (2003), winnowing: of each `window` neighbouring hashes of `length` tokens the least is kept, so that every
 * shared run of `window + length - 1` tokens is found and none below `length`.
 */
const rawRun = { length: 8, window: 7 };
const plainRun = { length: 14, window: 9 };

/** Makes fingerprints, some 20 MB/s. Remembers the words of identifiers, which recur from file to file. */
export class PrintMaker {
  readonly #words = new Map<number, readonly number[]>();

  of(text: string): Prints {
    const tokens = scanTokens(text);
    const raw = winnow(tokens.hashes, tokens.count, rawRun);
    const plain = winnow(plainHashes(tokens), tokens.count, plainRun);
    return {
      tokens: tokens.count,
      ownTokens: tokens.count - borrowedTokens(tokens),
      lines: linesOf(text),
      raw: raw.hashes,
      rawAt: raw.at,
      plain: plain.hashes,
      words: this.#wordsOf(text, tokens),
      isTable: isTable(tokens),
      fragments: outline(text, tokens),
    };
  }

  #wordsOf(text: string, tokens: Tokens): Uint32Array {
    const seen = new Uint32Array(tableSize);
    const found = new Set<number>();
    for (let index = 0; index < tokens.count; index++) {
      const kind = tokens.kinds[index];
      if (kind !== tokenKinds.word && kind !== tokenKinds.string) continue;
      const hash = tokens.hashes[index] ?? 0;
      const slot = hash & (tableSize - 1);
      if (seen[slot] === hash) continue;
      seen[slot] = hash;
      for (const word of this.#wordsIn(hash, text, tokens.starts[index] ?? 0, tokens.ends[index] ?? 0)) found.add(word);
    }
    const sorted = new Uint32Array(found.size);
    let size = 0;
    for (const word of found) sorted[size++] = word;
    return sorted.sort();
  }

  #wordsIn(hash: number, text: string, start: number, end: number): readonly number[] {
    if (end - start > longestText) return [];
    const known = this.#words.get(hash);
    if (known) return known;
    if (this.#words.size > wordLimit) this.#words.clear();
    const words = (text.slice(start, end).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).filter((word) => word.length >= 3);
    const hashes = words.map((word) => hashText(word.toLowerCase()));
    this.#words.set(hash, hashes);
    return hashes;
  }
}

const tableSize = 2048;
const wordLimit = 200_000;
/** Longer texts are sentences. */
const longestText = 28;

function linesOf(text: string): number {
  let lines = text === '' ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

const [importWord, exportWord, fromWord] = ['import', 'export', 'from'].map(hashText);

/** How many tokens stand in `import … from '…'`, `export … from '…'` and `import '…'`. */
function borrowedTokens({ count, hashes, kinds }: Tokens): number {
  let borrowed = 0;
  for (let start = 0; start < count; start++) {
    if (kinds[start] !== tokenKinds.keyword || (hashes[start] !== importWord && hashes[start] !== exportWord)) continue;
    const end = moduleNameAfter(start, { count, hashes, kinds });
    if (end < 0) continue;
    borrowed += end - start + 1;
    start = end;
  }
  return borrowed;
}

/** Index of the text that names a module in a statement; -1 where none does. */
function moduleNameAfter(start: number, { count, hashes, kinds }: Pick<Tokens, 'count' | 'hashes' | 'kinds'>): number {
  if (kinds[start + 1] === tokenKinds.string) return start + 1;
  for (let at = start + 1; at < count - 1; at++) {
    if (hashes[at] === fromWord && kinds[at + 1] === tokenKinds.string) return at + 1;
    const isOfList = kinds[at] === tokenKinds.word || kinds[at] === tokenKinds.keyword || listMarks.has(hashes[at] ?? 0);
    if (!isOfList) return -1;
  }
  return -1;
}

/** Share of values, keys and what stands between them; the densest labelled copy of code has 0.62, tables begin at 0.78. */
const mostSettings = 0.72;
/** Share of colons: tables of settings have one for every fifth token, code one for every twentieth. */
const mostColons = 0.14;

function isTable(tokens: Tokens): boolean {
  let [settings, colons] = [0, 0];
  for (let index = 0; index < tokens.count; index++) {
    if (isOfTable(tokens, index)) settings++;
    if (tokens.hashes[index] === colon) colons++;
  }
  return settings > mostSettings * tokens.count || colons > mostColons * tokens.count;
}

function isOfTable({ hashes, kinds }: Tokens, index: number): boolean {
  const kind = kinds[index];
  if (kind === tokenKinds.mark) return tableMarks.has(hashes[index] ?? 0);
  if (kind === tokenKinds.number || kind === tokenKinds.string) return true;
  return kinds[index + 1] === tokenKinds.mark && hashes[index + 1] === colon;
}

const colon = 58;
const dot = 46;
const listMarks: ReadonlySet<number> = new Set(['{', '}', ',', '*'].map((mark) => mark.charCodeAt(0)));
/** Marks stand for themselves. */
const tableMarks: ReadonlySet<number> = new Set(['[', ']', '{', '}', ',', ':'].map((mark) => mark.charCodeAt(0)));
const namedAlike = 0x1234567;

function plainHashes({ hashes, kinds, count }: Tokens): Uint32Array {
  const plain = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const kind = kinds[index] ?? 0;
    const isKept = kind === tokenKinds.keyword || kind === tokenKinds.mark || hashes[index - 1] === dot;
    plain[index] = isKept ? (hashes[index] ?? 0) : namedAlike + kind;
  }
  return plain;
}

interface Run {
  readonly length: number;
  readonly window: number;
}

const base = 0x01000193 | 1;

function winnow(tokens: Uint32Array, count: number, { length, window }: Run): { readonly hashes: Uint32Array; readonly at: Uint32Array } {
  const total = count - length + 1;
  if (total <= 0) return { hashes: new Uint32Array(0), at: new Uint32Array(0) };
  const rolled = rolling(tokens, count, length);
  const kept = new Uint32Array(total);
  let size = 0;
  let least = -1;
  for (let end = Math.min(window, total) - 1; end < total; end++) {
    const begin = Math.max(0, end - window + 1);
    if (least < begin) {
      least = begin;
      for (let at = begin + 1; at <= end; at++) if ((rolled[at] ?? 0) <= (rolled[least] ?? 0)) least = at;
    } else if ((rolled[end] ?? 0) <= (rolled[least] ?? 0)) least = end;
    if (size === 0 || kept[size - 1] !== least) kept[size++] = least;
  }
  const at = kept.slice(0, size);
  const hashes = new Uint32Array(size);
  for (let index = 0; index < size; index++) hashes[index] = rolled[at[index] ?? 0] ?? 0;
  return { hashes, at };
}

/** Hashes of all runs of `length` tokens; the last step mixes, as the low bits of a polynomial are poor. */
function rolling(tokens: Uint32Array, count: number, length: number): Uint32Array {
  let power = 1;
  for (let index = 1; index < length; index++) power = Math.imul(power, base);
  const rolled = new Uint32Array(count - length + 1);
  let hash = 0;
  for (let index = 0; index < count; index++) {
    if (index >= length) hash = (hash - Math.imul(spread(tokens[index - length] ?? 0), power)) | 0;
    hash = (Math.imul(hash, base) + spread(tokens[index] ?? 0)) | 0;
    if (index >= length - 1) rolled[index - length + 1] = spread(hash);
  }
  return rolled;
}

/** Finaliser of MurmurHash3, first half. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
