import type { Fork } from '../../model/fork.js';
import { sharedIn, type Comparison } from './compare.js';
import { customersOf, percent, type PlacedFork } from './file-forks.js';
import { familyId, rounded, turned } from './figures.js';
import type { ForkSearch } from './find-forks.js';
import type { Kin } from './kin.js';
import { foldersAround } from './match-copies.js';
import { familiesOf, type Family, type Kinship, type Parent } from './parents.js';
import { folderKey } from './applications.js';
import type { Subject } from './subject.js';

export interface FolderForks {
  readonly forks: readonly PlacedFork[];
  /** Whether a folder tells of a file as a copy of something about as near as another origin, which is so similar. */
  tells(path: string, similarity: number): boolean;
  /** Pairs that no folder accounts for. */
  readonly rest: readonly Kin[];
  /** Whether two files face each other in copied folders of one family. */
  covers(one: string, other: string): boolean;
  /** For whom two files differ that stand somewhere in copied folders of one family. */
  subjectOf(one: string, other: string): Subject | null;
}

/** Fewer files at the same places are no copied folder. */
const leastMembers = 3;
/** Share of the files of the smaller folder that must have a counterpart. */
const leastShare = 0.5;
/** A folder inside that holds this share of the members is what was copied. */
const nearlyAll = 0.85;
/** Members are this much alike; of a file that has drifted further, the functions are looked at by themselves. */
const leastWeight = 0.6;
/** So sure have some of the members to be. */
const leastScore = 0.65;
/** From so many members on, nobody doubts. */
const leastForHigh = 5;
/** A file so much less alike than the others on average is told by itself: among them nobody would see how far it has drifted. */
const further = 0.15;
/** An origin that is so much nearer than that in the copied folder is worth telling of. */
const nearer = 0.1;

interface FolderPair extends Kinship {
  readonly members: readonly Kin[];
  /** Files that have drifted much further than the members. */
  readonly drifted: readonly Kin[];
}

/** Folders most of whose files were copied: each is told once, with its files as members. */
export function foldFolders(search: ForkSearch, kin: readonly Kin[]): FolderForks {
  const pairs = folderPairs(search, kin);
  const found: PlacedFork[] = [];
  const families = familiesOf(pairs);
  for (const { root, parents } of families) {
    for (const [folder, parent] of parents) {
      const pair = pairs.find(({ one, other }) => folderKey(one, other) === folderKey(folder, parent.path));
      if (!pair) continue;
      found.push(folderFork(folder, parent, root, pair, search));
    }
  }
  const forks = found.filter((fork) => !found.some((outer) => outer !== fork && isToldBy(outer, fork)));
  const copied = new Map<string, number>();
  for (const { path, similarity } of forks.flatMap(({ fork }) => fork.members ?? []))
    copied.set(path, Math.max(similarity, copied.get(path) ?? 0));
  const familyOf = folderFamilies(families);
  const among = new Set(pairs.flatMap(({ members }) => members.flatMap(({ one, other }) => [one, other])));
  const drifted = new Set(
    pairs.flatMap((pair) => pair.drifted.flatMap(({ one, other }) => [one, other])).filter((path) => !copied.has(path)),
  );
  const rest = kin.filter(({ one, other }) => {
    const family = familyOf(one);
    const isTold = copied.has(one) || copied.has(other);
    return family === null || family !== familyOf(other) || !isTold || drifted.has(one) || drifted.has(other);
  });
  return {
    forks,
    rest,
    tells: (path, similarity) => similarity < (copied.get(path) ?? -1) + nearer,
    covers: (one, other) => familyOf(one) !== null && familyOf(one) === familyOf(other) && among.has(one) && among.has(other),
    subjectOf: (one, other) => subjectBetween(one, other, pairs, families),
  };
}

/** Whether a fork is of a folder within another copied one that accounts for most of its files, about as well. */
function isToldBy(outer: PlacedFork, { path, fork }: PlacedFork): boolean {
  if (!path.startsWith(`${outer.path}/`)) return false;
  const members = fork.members ?? [];
  const told = new Map(outer.fork.members?.map((member) => [member.path, member.similarity]));
  return members.filter((member) => member.similarity < (told.get(member.path) ?? -1) + nearer).length * 2 > members.length;
}

/** As any of the files for which the two folders differ. */
function subjectBetween(one: string, other: string, pairs: readonly FolderPair[], families: readonly Family[]): Subject | null {
  for (const pair of pairs) {
    const isStraight = one.startsWith(`${pair.one}/`) && other.startsWith(`${pair.other}/`);
    const isCrossed = other.startsWith(`${pair.one}/`) && one.startsWith(`${pair.other}/`);
    const [member] = pair.members;
    if (!member || !(isStraight || isCrossed)) continue;
    const subject = member.one.startsWith(`${pair.one}/`) ? member.subject : turned(member.subject);
    const [near, far] = isStraight ? [pair.one, pair.other] : [pair.other, pair.one];
    const isCopy = (fork: string, origin: string): boolean => families.some(({ parents }) => parents.get(fork)?.path === origin);
    const copy = isCopy(near, far) ? 'one' : isCopy(far, near) ? 'other' : null;
    return { ...(isStraight ? subject : turned(subject)), isSamePlace: copy !== null, copy };
  }
  return null;
}

/** The root of the family of folders that a path is in; null outside of all. */
function folderFamilies(families: readonly Family[]): (path: string) => string | null {
  const roots = new Map(families.flatMap(({ root, parents }) => [root, ...parents.keys()].map((folder) => [folder, root])));
  return (path) => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const root = roots.get(path.slice(0, end));
      if (root !== undefined) return root;
    }
    return null;
  };
}

function folderPairs({ matches }: ForkSearch, kin: readonly Kin[]): readonly FolderPair[] {
  const sizes = sizesOf(matches.prints.keys());
  const members = new Map<string, Kin[]>();
  for (const each of kin) for (const key of foldersAround(each.one, each.other)) members.set(key, [...(members.get(key) ?? []), each]);
  const likely = [...members].filter(([key, inside]) => isCopied(key, inside, sizes));
  likely.sort(([a, x], [b, y]) => y.length - x.length || a.length - b.length || (a < b ? -1 : 1));
  const taken: string[] = [];
  for (const [key] of likely) if (!taken.some((outer) => isWithin(key, outer))) taken.push(key);
  // A folder that is one side of a copy as a whole is so in all its pairs, else it would have one origin and its parts another.
  const whole = new Set(taken.filter((key) => narrowed(key, members) === key).flatMap((key) => key.split('\0')));
  return taken.map((key) => pairOf(key.split('\0').some((folder) => whole.has(folder)) ? key : narrowed(key, members), members));
}

function sizesOf(paths: Iterable<string>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      sizes.set(path.slice(0, end), (sizes.get(path.slice(0, end)) ?? 0) + 1);
  return sizes;
}

function isCopied(key: string, inside: readonly Kin[], sizes: ReadonlyMap<string, number>): boolean {
  const [one = '', other = ''] = key.split('\0');
  if (one === '' || other === '' || `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)) return false;
  const sure = oneEach(inside.filter(({ verdict, weight }) => verdict.score >= leastScore && weight >= leastWeight)).length;
  const likely = oneEach(inside.filter((each) => each.weight >= 0.4)).length;
  return sure >= leastMembers && likely >= leastShare * Math.min(sizes.get(one) ?? 0, sizes.get(other) ?? 0);
}

/** Each file with one counterpart: that of its own name, else the one most like it. */
function oneEach(pairs: readonly Kin[]): readonly Kin[] {
  const taken = new Set<string>();
  const rank = ({ one, other, weight }: Kin): number => weight + (nameOf(one) === nameOf(other) ? 1 : 0);
  return pairs
    .toSorted((a, b) => rank(b) - rank(a))
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a pair of folders stands at the same place within another. */
function isWithin(key: string, outer: string): boolean {
  const [one = '', other = ''] = key.split('\0');
  const [outerOne = '', outerOther = ''] = outer.split('\0');
  return `${one}/`.startsWith(`${outerOne}/`) && `${other}/`.startsWith(`${outerOther}/`);
}

function narrowed(key: string, members: ReadonlyMap<string, readonly Kin[]>): string {
  const [one = '', other = ''] = key.split('\0');
  const total = members.get(key)?.length ?? 0;
  for (const each of members.get(key) ?? []) {
    const [, next] = each.one.startsWith(`${one}/`) ? (/^([^/]+)\//.exec(each.one.slice(one.length + 1)) ?? []) : [];
    const inner = folderKey(`${one}/${next ?? ''}`, `${other}/${next ?? ''}`);
    if (next !== undefined && (members.get(inner)?.length ?? 0) >= nearlyAll * total) return narrowed(inner, members);
  }
  return key;
}

function pairOf(key: string, members: ReadonlyMap<string, readonly Kin[]>): FolderPair {
  const [one = '', other = ''] = key.split('\0');
  const alike = oneEach((members.get(key) ?? []).filter(({ weight }) => weight >= leastWeight));
  const mean = alike.reduce((sum, { comparison }) => sum + comparison.similarity, 0) / Math.max(1, alike.length);
  const [inside, drifted] = divided(alike, ({ comparison }) => comparison.similarity >= mean - further);
  const weight = inside.reduce((sum, each) => sum + each.weight, 0) / Math.max(1, inside.length);
  for (const told of ['git', 'age', 'names', 'leftovers'] as const) {
    const votes = inside.filter((each) => each.told === told);
    const forOne = votes.filter((each) => (each.copy === 'one') === each.one.startsWith(`${one}/`)).length;
    if (forOne * 2 === votes.length) continue;
    const surety = Math.max(forOne, votes.length - forOne) / inside.length;
    return { one, other, members: inside, drifted, weight, told, surety, copy: forOne * 2 > votes.length ? 'one' : 'other' };
  }
  return { one, other, members: inside, drifted, weight, told: null, surety: 0, copy: null };
}

function divided(pairs: readonly Kin[], isIn: (pair: Kin) => boolean): readonly [readonly Kin[], readonly Kin[]] {
  const inside = pairs.filter(isIn);
  return inside.length < leastMembers ? [pairs, []] : [inside, pairs.filter((pair) => !isIn(pair))];
}

function folderFork(folder: string, parent: Parent, root: string, pair: FolderPair, search: ForkSearch): PlacedFork {
  const sides = sidesOf(folder, pair, search);
  const [surest] = sides.toSorted((a, b) => b.score - a.score);
  const { similarity, ...figures } = figuresOf(sides);
  const subject = surest?.subject;
  return {
    path: folder,
    span: { start: 0, end: 0 },
    name: folder.slice(folder.lastIndexOf('/') + 1),
    fork: {
      unit: 'folder',
      origin: { path: parent.path, range: null },
      family: familyId('folder', root),
      subject: subject ? subject.one || subject.other : folder,
      similarity,
      ...figures,
      coreLines: 0,
      direction: parent.direction,
      substitutions: [],
      leftBehind: [],
      members: sides.map((side) => ({ path: side.path, origin: side.origin, similarity: rounded(side.comparison.similarity) })),
    },
    customers: subject ? customersOf(subject, search.customers) : [],
    confidence: (surest?.score ?? 0) >= leastScore && sides.length >= leastForHigh ? 'high' : 'medium',
    evidence: [
      `${String(sides.length)} files stand at the same places as in ${parent.path}, ${percent(similarity)} the same on average.`,
      ...(subject ? [subject.reason] : []),
    ],
    against: [],
  };
}

interface MemberSide {
  readonly path: string;
  readonly origin: string;
  readonly comparison: Comparison;
  readonly score: number;
  /** Seen from the copy. */
  readonly subject: Subject;
}

/** The members as copies in `folder`, in the order of paths. */
function sidesOf(folder: string, { members }: FolderPair, { verifier }: ForkSearch): readonly MemberSide[] {
  const sides = members.flatMap(({ one, other, subject, verdict }): MemberSide[] => {
    const isOne = one.startsWith(`${folder}/`);
    const [path, origin] = isOne ? [one, other] : [other, one];
    const comparison = verifier.compareFiles(path, origin);
    return comparison ? [{ path, origin, comparison, score: verdict.score, subject: isOne ? subject : turned(subject) }] : [];
  });
  return sides.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function figuresOf(sides: readonly MemberSide[]): Pick<Fork, 'similarity' | 'sharedLines' | 'forkLines' | 'originLines'> {
  const sum = (value: (comparison: Comparison) => number): number => sides.reduce((total, { comparison }) => total + value(comparison), 0);
  return {
    similarity: rounded(sum(({ similarity }) => similarity) / Math.max(1, sides.length)),
    sharedLines: sum(({ forkLines }) => sharedIn(forkLines)),
    forkLines: sum(({ forkLines }) => forkLines.length),
    originLines: sum(({ originLines }) => originLines.length),
  };
}
