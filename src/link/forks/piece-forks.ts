import type { Range } from '../../model/finding.js';
import { isOrdinary } from '../ordinary-words.js';
import { normalize } from '../words.js';
import { changeOf, type Comparison } from './compare.js';
import { customersOf, percent, type FileForks, type PlacedFork } from './file-forks.js';
import type { FolderForks } from './folder-forks.js';
import { forkOf, turned } from './figures.js';
import type { ForkSearch } from './find-forks.js';
import type { Piece, PiecePair } from './match-copies.js';
import { customerAmong, subjectOfPaths, type Subject } from './subject.js';
import { judge, type Verdict } from './verdict.js';
import type { Part } from './verify.js';

interface PieceKin {
  readonly fork: Piece;
  readonly origin: Piece;
  /** Seen from the fork. */
  readonly subject: Subject;
  readonly comparison: Comparison;
  readonly verdict: Verdict;
  readonly isTold: boolean;
}

/** What a name that recurs is worth where it is the difference between two functions. */
const leastRecurrence = 3;

/** Functions and classes that were copied where the whole file was not. */
export function findPieceForks(search: ForkSearch, folders: FolderForks, files: FileForks): readonly PlacedFork[] {
  const isCovered = (one: string, other: string): boolean => folders.covers(one, other) || files.covers(one, other);
  const open = search.matches.pieces.filter(({ one, other }) => one.path === other.path || !isCovered(one.path, other.path));
  const best = new Map<string, PieceKin>();
  for (const pair of open) {
    const kin = kinOf(pair, search, folders);
    if (!kin) continue;
    const key = keyOf(kin.fork);
    const known = best.get(key);
    if (!known || worthOf(kin) > worthOf(known)) best.set(key, kin);
  }
  return [...best.values()].filter((kin) => isOutermost(kin, best)).map((kin) => placed(kin, search));
}

/** Among origins that are as likely, one that is known to be no copy itself. */
function worthOf({ verdict, isTold }: PieceKin): number {
  return verdict.score + (isTold ? 0.1 : 0);
}

function keyOf({ path, fragment }: Piece): string {
  return `${path}\0${String(fragment.from)}`;
}

/** A method within a copied class says nothing new. */
function isOutermost({ fork }: PieceKin, best: ReadonlyMap<string, PieceKin>): boolean {
  return ![...(byPath(best).get(fork.path) ?? [])].some(
    (other) => other.fork !== fork && other.fork.fragment.from < fork.fragment.from && other.fork.fragment.to >= fork.fragment.to,
  );
}

const indices = new WeakMap<ReadonlyMap<string, PieceKin>, ReadonlyMap<string, readonly PieceKin[]>>();

function byPath(best: ReadonlyMap<string, PieceKin>): ReadonlyMap<string, readonly PieceKin[]> {
  const known = indices.get(best);
  if (known) return known;
  const made = new Map<string, PieceKin[]>();
  for (const kin of best.values()) made.set(kin.fork.path, [...(made.get(kin.fork.path) ?? []), kin]);
  indices.set(best, made);
  return made;
}

function kinOf(pair: PiecePair, search: ForkSearch, folders: FolderForks): PieceKin | null {
  const subject = subjectOfPieces(pair, search, folders);
  if (!subject) return null;
  const { verifier, matches } = search;
  const isOther = subject.copy === 'other' || (subject.copy === null && pair.one.path < pair.other.path);
  const [fork, origin] = isOther ? [pair.other, pair.one] : [pair.one, pair.other];
  const comparison = verifier.compare(partOf(fork), partOf(origin));
  if (!comparison) return null;
  const seen = isOther ? turned(subject) : subject;
  const tokens = Math.min(fork.fragment.to - fork.fragment.from, origin.fragment.to - origin.fragment.from);
  const verdict = judge({
    subject: seen,
    comparison,
    tokens,
    isTable: matches.prints.get(fork.path)?.isTable ?? false,
    copy: null,
    alike: pair.alike,
    isPiece: true,
  });
  return verdict.confidence === null ? null : { fork, origin, subject: seen, comparison, verdict, isTold: subject.copy !== null };
}

function partOf({ path, fragment }: Piece): Part {
  return { path, from: fragment.from, to: fragment.to };
}

/** By their own names (`price`, `priceForAcme`), else, where these are the same, by those of their files. */
function subjectOfPieces({ one, other }: PiecePair, { sources }: ForkSearch, folders: FolderForks): Subject | null {
  const change = changeOf(other.fragment.name, one.fragment.name);
  const files = one.path === other.path ? null : (subjectOfPaths(one.path, other.path, sources) ?? folders.subjectOf(one.path, other.path));
  if (!change) return files && { ...files, strength: files.strength - 0.1, isSamePlace: false };
  const names = { one: change.to, other: change.from };
  if (files && isPartyAgain(names, files)) return { ...files, strength: files.strength - 0.05 };
  const known = customerAmong([change.to, change.from], sources.customers);
  const judged = known ?? recurring(names, sources);
  if (!judged) return null;
  const copy = names.other === '' ? 'one' : names.one === '' ? 'other' : null;
  return { ...names, copy, isSamePlace: true, ...judged };
}

function isPartyAgain(names: { readonly one: string; readonly other: string }, files: Subject): boolean {
  return normalize(names.one) === normalize(files.one) && normalize(names.other) === normalize(files.other);
}

function recurring(
  { one, other }: { readonly one: string; readonly other: string },
  { parties, recurrences, applications }: ForkSearch['sources'],
): Pick<Subject, 'strength' | 'reason' | 'isGuess'> | null {
  const names = [one, other].filter((name) => name !== '');
  const most = Math.max(...names.map((name) => recurrences.get(normalize(name)) ?? 0));
  if (most < leastRecurrence || !names.every((name) => parties.isProper(name) && !isOrdinary(name))) return null;
  return {
    strength: 0.28,
    isGuess: !names.some((name) => applications.isParty(name)),
    reason: `${names.map((name) => `“${name}”`).join(' and ')} ${names.length > 1 ? 'are' : 'is'} what differs between ${String(most)} pairs of similar files.`,
  };
}

function placed({ fork, origin, subject, comparison, verdict, isTold }: PieceKin, search: ForkSearch): PlacedFork {
  const { fragment, path } = fork;
  return {
    path,
    span: { start: fragment.start, end: fragment.end },
    name: fragment.name,
    fork: forkOf({
      unit: fragment.unit,
      origin: { path: origin.path, range: rangeOf(origin, search) },
      root: `${origin.path}#${origin.fragment.name}`,
      subject,
      comparison,
      coreLines: comparison.originLines.reduce((sum, line) => sum + line, 0),
      direction: isTold ? 'names' : 'none',
    }),
    customers: customersOf(subject, search.customers),
    confidence: verdict.confidence ?? 'low',
    evidence: [
      `It is like ${origin.fragment.name} in ${origin.path}, ${percent(comparison.likeness)} the same but for names.`,
      ...verdict.evidence,
    ],
    against: verdict.against,
  };
}

function rangeOf({ path, fragment }: Piece, { verifier }: ForkSearch): Range | null {
  const text = verifier.textOf(path);
  return text === null ? null : { start: positionIn(text, fragment.start), end: positionIn(text, fragment.end) };
}

/** 1-based line and column of an offset. */
export function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
