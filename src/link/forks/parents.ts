/** Two copies of one thing. */
export interface Kinship {
  readonly one: string;
  readonly other: string;
  /** How alike they are, 0 to 1. */
  readonly weight: number;
  /** Which of them is the copy, as far as something tells, and what does; `age`: git, which shows which is older, or a nearer origin of the copy too. */
  readonly copy: 'one' | 'other' | null;
  readonly told: 'git' | 'age' | 'names' | 'leftovers' | null;
  /** For how much of the two that holds, 0 to 1. */
  readonly surety: number;
}

/** Where a member of a family was most likely copied from. */
export interface Parent {
  readonly path: string;
  readonly direction: 'git' | 'names' | 'leftovers' | 'family' | 'none';
}

export interface Family {
  /** What most of the others go back to. */
  readonly root: string;
  /** The parents of the others, in the order in which they were joined; members that git shows to be no copies of any have none. */
  readonly parents: ReadonlyMap<string, Parent>;
}

const voteOf = { git: 8, age: 4, names: 3, leftovers: 1 } as const;

/**
 * Joins kin into families and gives members their most likely parents: the tree of greatest weight from the root, which is the member that
 * most others go back to. Git and names are taken at their word: nothing becomes a copy of what is younger, or called after somebody where it is
 * called after nobody, so that a family may have further members without a parent. Leftovers weigh in. O(n²) in the size of a family.
 */
export function familiesOf(kinships: readonly Kinship[]): readonly Family[] {
  const byMember = new Map<string, Kinship[]>();
  for (const kinship of kinships)
    for (const path of [kinship.one, kinship.other]) byMember.set(path, [...(byMember.get(path) ?? []), kinship]);
  const seen = new Set<string>();
  const families: Family[] = [];
  for (const start of [...byMember.keys()].sort()) {
    if (seen.has(start)) continue;
    const members = membersFrom(start, byMember);
    for (const member of members) seen.add(member);
    families.push(grow(members, byMember));
  }
  return families;
}

function membersFrom(start: string, byMember: ReadonlyMap<string, readonly Kinship[]>): readonly string[] {
  const members = new Set([start]);
  for (const member of members) for (const { one, other } of byMember.get(member) ?? []) members.add(one === member ? other : one);
  return [...members].sort();
}

function rootOf(members: readonly string[], byMember: ReadonlyMap<string, readonly Kinship[]>): string {
  const standing = (member: string): number =>
    (byMember.get(member) ?? []).reduce((sum, { one, copy, told, weight }) => {
      const vote = told ? voteOf[told] : 0;
      const isCopy = copy !== null && (copy === 'one') === (one === member);
      return sum + weight * 0.2 + (copy === null ? 0 : isCopy ? -vote : vote);
    }, 0);
  return members.reduce((best, member) => (standing(member) > standing(best) + 1e-9 ? member : best));
}

function grow(members: readonly string[], byMember: ReadonlyMap<string, readonly Kinship[]>): Family {
  const parents = new Map<string, Parent>();
  const roots: string[] = [];
  const fromGit = parentsToldBy('git', byMember);
  const fromNames = parentsToldBy('names', byMember);
  const before = (member: string): string | undefined => fromGit.get(member) ?? fromNames.get(member);
  for (let rest = members; rest.length > 0; rest = rest.filter((member) => !parents.has(member) && !roots.includes(member))) {
    const among = new Set(rest);
    roots.push(oldest(rootOf(rest, byMember), before, among));
    spread(roots, parents, byMember, fromGit);
  }
  return { root: roots[0] ?? '', parents };
}

/** Gives a parent to all that can be reached; where git shows one, that and no other. */
function spread(
  roots: readonly string[],
  parents: Map<string, Parent>,
  byMember: ReadonlyMap<string, readonly Kinship[]>,
  fromGit: ReadonlyMap<string, string>,
): void {
  const open = [...roots, ...parents.keys()].flatMap((from) => stepsFrom(from, byMember));
  while (open.length > 0) {
    open.sort((a, b) => worthOf(b) - worthOf(a) || (targetOf(a) < targetOf(b) ? -1 : 1));
    const best = open.shift();
    if (!best) return;
    const path = targetOf(best);
    if (roots.includes(path) || parents.has(path) || isReversed(best) || (fromGit.get(path) ?? best.from) !== best.from) continue;
    const isFamily = [path, best.from].some((member) => (byMember.get(member)?.length ?? 0) > 1);
    parents.set(path, { path: best.from, direction: directionOf(best, isFamily) });
    open.push(...stepsFrom(path, byMember));
  }
}

/** Where a member goes back to as far as git or names tell, among some. */
function oldest(member: string, before: (member: string) => string | undefined, among: ReadonlySet<string>): string {
  const passed = new Set([member]);
  for (let at = member; ;) {
    const parent = before(at);
    if (parent === undefined || !among.has(parent)) return at;
    if (passed.has(parent)) return member;
    passed.add(parent);
    at = parent;
  }
}

function stepsFrom(from: string, byMember: ReadonlyMap<string, readonly Kinship[]>): readonly Step[] {
  return (byMember.get(from) ?? []).map((kinship) => ({ from, kinship }));
}

/** For how much of a folder git has to say where it came from. */
const leastSurety = 0.4;

/** The origin of each member of which something tells one; the likeliest. */
function parentsToldBy(source: 'git' | 'names', byMember: ReadonlyMap<string, readonly Kinship[]>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [member, kin] of byMember) {
    const told = kin.filter(
      ({ told: by, copy, one, surety }) => by === source && surety >= leastSurety && (copy === 'one') === (one === member),
    );
    const [best] = told.toSorted((a, b) => b.surety + b.weight - a.surety - a.weight);
    if (best) parents.set(member, best.one === member ? best.other : best.one);
  }
  return parents;
}

interface Step {
  readonly from: string;
  readonly kinship: Kinship;
}

function targetOf({ from, kinship: { one, other } }: Step): string {
  return one === from ? other : one;
}

/** Whether the step goes from origin to copy; null where nothing tells. */
function agrees({ from, kinship: { one, copy } }: Step): boolean | null {
  return copy === null ? null : (copy === 'one') !== (one === from);
}

/** Git and names are taken at their word; what was left behind in a copy may have come there later. */
function isReversed(step: Step): boolean {
  const { told, surety } = step.kinship;
  return agrees(step) === false && told !== 'leftovers' && surety >= leastSurety;
}

function worthOf(step: Step): number {
  const { told, surety } = step.kinship;
  const bonus = surety * (told === 'git' ? 1 : told === 'leftovers' ? 0.05 : 0.1);
  const agreement = agrees(step);
  return step.kinship.weight + (agreement === null ? 0 : agreement ? bonus : -bonus);
}

function directionOf(step: Step, isFamily: boolean): Parent['direction'] {
  const { told } = step.kinship;
  if (agrees(step) === true && told) return told === 'age' ? 'git' : told;
  return isFamily ? 'family' : 'none';
}
