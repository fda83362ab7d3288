import type { Fragment } from '../../facts/prints/outline.js';
import type { Prints } from '../../facts/prints/prints.js';
import { normalize } from '../words.js';
import { Parties } from './parties.js';
import { pathDifference } from './path-difference.js';
import { sharedPrints, type CandidateLimits } from './shared-prints.js';
import { folderKey } from './applications.js';

/** Two files that share much of their text. */
export interface FilePair {
  readonly one: string;
  readonly other: string;
  /** Share of the smaller one's fingerprints that the other has too, 0 to 1. */
  readonly containment: number;
}

/** A function or class in its file. */
export interface Piece {
  readonly path: string;
  readonly fragment: Fragment;
}

export interface PiecePair {
  readonly one: Piece;
  readonly other: Piece;
  readonly containment: number;
  /** How many pieces are as similar to either of them. */
  readonly alike: number;
}

/** What similar texts there are, before anybody asks whose they are. */
export interface Matches {
  readonly prints: ReadonlyMap<string, Prints>;
  readonly files: readonly FilePair[];
  readonly pieces: readonly PiecePair[];
  readonly parties: Parties;
  /** In how many pairs of files a name is what differs, by normalised name. */
  readonly recurrences: ReadonlyMap<string, number>;
  /** How many pairs stand at the same places below two folders, by `folderKey`. */
  readonly trees: ReadonlyMap<string, number>;
  /** Pairs that were left out to bound the work. */
  readonly dropped: number;
}

/** Fewer tokens of its own say too little: a list of re-exports, a stub. */
export const leastFileTokens = 60;

const rawLimits: CandidateLimits = { containment: 0.3, frequency: 40, partners: 10 };
const plainLimits: CandidateLimits = { containment: 0.55, frequency: 40, partners: 6 };
const pieceLimits: CandidateLimits = { containment: 0.55, frequency: 24, partners: 6 };

/** Finds pairs of similar files, and of similar functions and classes. Costs as `sharedPrints`, three times. */
export function matchCopies(all: ReadonlyMap<string, Prints>): Matches {
  const prints = new Map([...all].filter(([, { ownTokens }]) => ownTokens >= leastFileTokens).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { pairs, dropped } = filePairs(prints);
  const pieces = piecePairs(prints);
  return {
    prints,
    files: pairs,
    pieces: pieces.pairs,
    parties: new Parties(all),
    recurrences: recurrencesIn(pairs),
    trees: treesOf(pairs),
    dropped: dropped + pieces.dropped,
  };
}

function filePairs(prints: ReadonlyMap<string, Prints>): { readonly pairs: readonly FilePair[]; readonly dropped: number } {
  const paths = [...prints.keys()];
  const found = new Map<string, FilePair>();
  let dropped = 0;
  for (const [lists, limits] of [
    [[...prints.values()].map(({ raw }) => raw), rawLimits],
    [[...prints.values()].map(({ plain }) => plain), plainLimits],
  ] as const) {
    const candidates = sharedPrints(lists, limits);
    dropped += candidates.dropped;
    for (const { a, b, containment } of candidates.pairs) {
      const [one = '', other = ''] = [paths[a], paths[b]];
      const key = `${one}\0${other}`;
      if (!found.has(key)) found.set(key, { one, other, containment });
    }
  }
  return { pairs: [...found.values()], dropped };
}

function piecePairs(prints: ReadonlyMap<string, Prints>): { readonly pairs: readonly PiecePair[]; readonly dropped: number } {
  const pieces: Piece[] = [];
  const lists: Uint32Array[] = [];
  for (const [path, { fragments, raw, rawAt }] of prints) {
    for (const fragment of fragments) {
      const list = raw.subarray(firstAt(rawAt, fragment.from), firstAt(rawAt, fragment.to - 7));
      if (list.length < 4) continue;
      pieces.push({ path, fragment });
      lists.push(list);
    }
  }
  const { pairs, dropped } = sharedPrints(lists, pieceLimits);
  const alike = new Uint32Array(pieces.length);
  for (const { a, b } of pairs) {
    alike[a] = (alike[a] ?? 0) + 1;
    alike[b] = (alike[b] ?? 0) + 1;
  }
  const known = pairs.flatMap(({ a, b, containment }) => {
    const [one, other] = [pieces[a], pieces[b]];
    if (!one || !other || isNested(one, other)) return [];
    return [{ one, other, containment, alike: Math.max(alike[a] ?? 0, alike[b] ?? 0) }];
  });
  return { pairs: known, dropped };
}

function isNested(one: Piece, other: Piece): boolean {
  if (one.path !== other.path) return false;
  return one.fragment.from < other.fragment.to && other.fragment.from < one.fragment.to;
}

/** Index of the first place at or after a token. */
function firstAt(places: Uint32Array, token: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each name counts once for one file name, however many folders have it. */
function recurrencesIn(pairs: readonly FilePair[]): ReadonlyMap<string, number> {
  const places = new Map<string, Set<string>>();
  for (const { one, other } of pairs) {
    const difference = pathDifference(one, other);
    const [change, ...more] = difference?.changes ?? [];
    if (!difference || !change || more.some((each) => normalize(each.one) !== normalize(change.one))) continue;
    const place = change.isFile ? `${change.slot.before}*${change.slot.behind}` : `${change.slot.folder}/*/${difference.rest}`;
    if (place === '*') continue;
    for (const name of [change.one, change.other])
      if (name !== '') places.set(normalize(name), (places.get(normalize(name)) ?? new Set()).add(place));
  }
  return new Map([...places].map(([name, at]) => [name, at.size]));
}

function treesOf(pairs: readonly FilePair[]): ReadonlyMap<string, number> {
  const trees = new Map<string, number>();
  for (const { one, other } of pairs) for (const key of foldersAround(one, other)) trees.set(key, (trees.get(key) ?? 0) + 1);
  return trees;
}

/** All pairs of folders below which two paths go on alike, the innermost first. */
export function foldersAround(one: string, other: string): readonly string[] {
  const [a, b] = [one.split('/'), other.split('/')];
  const keys: string[] = [];
  for (let length = 1; length < a.length && length < b.length; length++) {
    if (length > 1 && a[a.length - length] !== b[b.length - length]) break;
    const [folderA, folderB] = [a.slice(0, -length).join('/'), b.slice(0, -length).join('/')];
    if (folderA === folderB) break;
    keys.push(folderKey(folderA, folderB));
  }
  return keys;
}
