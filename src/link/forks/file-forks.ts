import { customerOf } from './subject.js';
import { isOrdinary } from '../ordinary-words.js';
import { sharedIn } from './compare.js';
import { forkOf, leftBehind, turned } from './figures.js';
import type { ForkSearch } from './find-forks.js';
import type { FoundFork } from './found-fork.js';
import { copyFrom, weigh, type Kin } from './kin.js';
import { familiesOf, type Family, type Parent } from './parents.js';
import type { Subject } from './subject.js';

/** A fork with the path that it is found at. */
export interface PlacedFork extends FoundFork {
  readonly path: string;
}

export interface FileForks {
  readonly forks: readonly PlacedFork[];
  /** Whether two files belong to one family. */
  covers(one: string, other: string): boolean;
}

/** As alike as this, two files are of one family even where each has a nearer relative. */
const sameFamily = 0.8;

/** The files that were copied, each with its most likely parent. */
export function findFileForks(search: ForkSearch, kin: readonly Kin[]): FileForks {
  const likely = kin.filter(({ verdict }) => verdict.confidence !== null);
  const byPair = new Map(likely.map((each) => [`${each.one}\0${each.other}`, each]));
  const familyOf = new Map<string, string>();
  const forks: PlacedFork[] = [];
  for (const family of familiesOf(closest(likely))) {
    familyOf.set(family.root, family.root);
    for (const path of family.parents.keys()) familyOf.set(path, family.root);
    const core = coreOf(family, search);
    for (const [path, parent] of family.parents) {
      const found = byPair.get(`${path}\0${parent.path}`) ?? byPair.get(`${parent.path}\0${path}`);
      const fork = found && placed(path, parent, found, family.root, core, search);
      if (fork) forks.push(fork);
    }
  }
  return { forks, covers: (one, other) => familyOf.has(one) && familyOf.get(one) === familyOf.get(other) };
}

/** For each file its closest relative, and all that are as close as sisters: else everything would hang together somehow. */
export function closest<K extends Kin>(kin: readonly K[]): readonly K[] {
  const best = new Map<string, K>();
  const worth = ({ weight, verdict, told }: Kin): number => weight + verdict.score * 0.3 + (told === 'git' ? 1 : 0);
  for (const each of kin)
    for (const path of [each.one, each.other]) {
      const known = best.get(path);
      if (!known || worth(each) > worth(known)) best.set(path, each);
    }
  return kin.filter((each) => each.weight >= sameFamily || best.get(each.one) === each || best.get(each.other) === each);
}

/** Lines of the root that all of the family still have. */
function coreOf({ root, parents }: Family, { verifier }: ForkSearch): number {
  let core: Uint8Array | null = null;
  for (const path of parents.keys()) {
    const lines = verifier.compareFiles(path, root)?.originLines;
    if (!lines) continue;
    core = core ? core.map((kept, at) => kept & (lines[at] ?? 0)) : lines;
  }
  return core ? sharedIn(core) : 0;
}

function placed(path: string, parent: Parent, kin: Kin, root: string, coreLines: number, search: ForkSearch): PlacedFork | null {
  const { verifier, customers, gitEvidence } = search;
  const subject = kin.one === path ? kin.subject : turned(kin.subject);
  const copy = copyFrom(parent.path, gitEvidence.copies.get(path));
  const weighed = weigh(path, parent.path, subject, copy, search);
  const confidence = weighed?.verdict.confidence;
  if (!weighed || !confidence) return null;
  const { comparison, verdict } = weighed;
  const isTelling = !isOrdinary(subject.other);
  const origin = { path: parent.path, range: null };
  const fork = forkOf({ unit: 'file', origin, root, subject, comparison, coreLines, direction: parent.direction, copy });
  return {
    path,
    span: { start: 0, end: 0 },
    name: path.slice(path.lastIndexOf('/') + 1),
    fork: { ...fork, leftBehind: isTelling ? leftBehind(verifier.textOf(path), comparison, subject) : [] },
    customers: customersOf(subject, customers),
    confidence,
    evidence: [`It is like ${parent.path}, ${percent(comparison.likeness)} the same but for names.`, ...verdict.evidence],
    against: verdict.against,
  };
}

export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

/** Ids of the customers that a subject is known as. */
export function customersOf({ one, other, copy }: Subject, customers: ForkSearch['customers']): readonly string[] {
  const known = customerOf(one, customers) ?? (one === '' || copy === 'other' ? customerOf(other, customers) : undefined);
  return known ? [known.id] : [];
}
