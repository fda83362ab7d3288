import { leastTree } from './applications.js';
import type { Comparison } from './compare.js';
import type { ForkSearch } from './find-forks.js';
import { foldersAround } from './match-copies.js';
import { holds } from './parties.js';
import type { Kinship } from './parents.js';
import { isOverride, subjectOfPaths, type Subject } from './subject.js';
import type { GitCopy, GitEvidence } from './git-evidence.js';
import { judge, type Verdict } from './verdict.js';
import { isOrdinary } from '../ordinary-words.js';
import { wordsOf } from '../words.js';

/** Two files that are copies of one thing for different parties, with all that says so. */
export interface Kin extends Kinship {
  readonly subject: Subject;
  /** As if `one` were the copy. */
  readonly comparison: Comparison;
  readonly verdict: Verdict;
}

/** Judges every pair of similar files whose names or history give a reason to. */
export function kinOf(search: ForkSearch): readonly Kin[] {
  const { matches, gitEvidence } = search;
  const pairs = new Map(matches.files.map(({ one, other }) => [`${one}\0${other}`, { one, other }]));
  for (const pair of [
    ...drifted(search),
    ...overrides(search),
    ...[...gitEvidence.copies].flatMap(([path, of]) => of.map(({ from }) => inOrder(path, from))),
  ])
    pairs.set(`${pair.one}\0${pair.other}`, pair);
  return [...pairs.values()].flatMap(({ one, other }) => kinshipOf(one, other, search) ?? []);
}

function inOrder(one: string, other: string): { readonly one: string; readonly other: string } {
  return one < other ? { one, other } : { one: other, other: one };
}

/** What speaks for and against `fork` being a copy of `origin`, given what git shows of it; null where their texts can't be had. */
export function weigh(
  fork: string,
  origin: string,
  subject: Subject,
  copy: GitCopy | null,
  { matches, verifier }: ForkSearch,
): Weighed | null {
  const comparison = verifier.compareFiles(fork, origin);
  const [a, b] = [matches.prints.get(fork), matches.prints.get(origin)];
  if (!comparison || !a || !b) return null;
  const tokens = Math.min(a.tokens, b.tokens);
  const isTable = a.isTable || b.isTable;
  return { comparison, verdict: judge({ subject, comparison, tokens, isTable, copy, alike: 0, isPiece: false }) };
}

interface Weighed {
  readonly comparison: Comparison;
  readonly verdict: Verdict;
}

function kinshipOf(one: string, other: string, search: ForkSearch): Kin | null {
  const subject = subjectOfPaths(one, other, search.sources);
  const git = copyBetween(one, other, search.gitEvidence.copies);
  const weighed = subject && weigh(one, other, subject, git?.copy ?? null, search);
  if (!weighed) return null;
  const { similarity, likeness } = weighed.comparison;
  return {
    one,
    other,
    subject,
    ...weighed,
    weight: (similarity + likeness) / 2,
    surety: 1,
    ...directionOf(one, other, subject, git, search),
  };
}

interface CopyBetween {
  readonly copy: GitCopy;
  readonly side: 'one' | 'other';
  /** Whether git shows no nearer origin. */
  readonly isNearest: boolean;
}

function copyBetween(one: string, other: string, copies: GitEvidence['copies']): CopyBetween | null {
  for (const [side, path, origin] of [
    ['one', one, other],
    ['other', other, one],
  ] as const) {
    const copy = copyFrom(origin, copies.get(path));
    if (copy) return { copy, side, isNearest: copies.get(path)?.[0] === copy };
  }
  return null;
}

/** The copy that git shows of one origin, among those that a file may be. */
export function copyFrom(origin: string, copies: readonly GitCopy[] = []): GitCopy | null {
  return copies.find(({ from }) => from === origin) ?? null;
}

/** A copy that git shows first; then whoever is called after a party; then who is younger; then whoever holds the other's name besides its own. */
function directionOf(
  one: string,
  other: string,
  subject: Subject,
  git: CopyBetween | null,
  { matches, gitEvidence: { births } }: ForkSearch,
): Pick<Kinship, 'copy' | 'told'> {
  if (git) return { copy: git.side, told: git.isNearest ? 'git' : 'age' };
  if (subject.copy) return { copy: subject.copy, told: 'names' };
  const [bornOne, bornOther] = [births.get(one), births.get(other)];
  const older = Date.parse(bornOne ?? '') - Date.parse(bornOther ?? '');
  if (older < 0 || older > 0) return { copy: older > 0 ? 'one' : 'other', told: 'age' };
  if (subject.one === subject.other) return { copy: null, told: null };
  const has = (path: string, name: string): boolean =>
    name !== '' &&
    !isOrdinary(name) &&
    wordsOf(name).every((word) => word.length < 3 || holds(matches.prints.get(path)?.words ?? new Uint32Array(), word));
  const [oneHasOther, otherHasOne] = [has(one, subject.other), has(other, subject.one)];
  if (oneHasOther === otherHasOne) return { copy: null, told: null };
  return { copy: oneHasOther ? 'one' : 'other', told: 'leftovers' };
}

/** So many shared files at one place of applications are no origin of it. */
const mostShared = 3;

/** Files of applications with those that stand at the same places in what the applications share. */
function overrides({ matches, sources: { applications } }: ForkSearch): readonly { readonly one: string; readonly other: string }[] {
  const paths = [...matches.prints.keys()];
  const own = paths.flatMap((path) => {
    const place = applications.placeOf(path);
    return place ? [{ path, ...place }] : [];
  });
  const owned = new Set(own.map(({ path }) => path));
  const shared = new Map<string, string[]>(own.map(({ inside }) => [inside, []]));
  for (const path of own.length === 0 ? [] : paths) if (!owned.has(path)) for (const tail of tailsOf(path)) shared.get(tail)?.push(path);
  return own.flatMap(({ path, ...place }) => {
    const facing = shared.get(place.inside) ?? [];
    return facing.length > mostShared ? [] : facing.filter((other) => isOverride(place, other)).map((other) => inOrder(path, other));
  });
}

function tailsOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, at) => segments.slice(at + 1).join('/'));
}

/** Pairs at the same places below folders that are two versions of one application, however far they have drifted apart. */
function drifted({ matches }: ForkSearch): readonly { readonly one: string; readonly other: string }[] {
  const trees = [...matches.trees].filter(([, count]) => count >= leastTree).map(([key]) => key.split('\0'));
  const outermost = new Map<string, string[]>();
  for (const [one = '', other = ''] of trees) outermost.set(one, [...(outermost.get(one) ?? []), other]);
  const found: { one: string; other: string }[] = [];
  for (const path of matches.prints.keys()) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      for (const facing of outermost.get(path.slice(0, end)) ?? []) {
        const other = `${facing}${path.slice(end)}`;
        if (matches.prints.has(other) && foldersAround(path, other).length > 0) found.push(inOrder(path, other));
      }
    }
  }
  return found;
}
