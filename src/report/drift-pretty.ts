import type { CustomerBranch, NeverTaken } from '../model/customer-branch.js';
import type { DriftCoverage, ForkDrift, ForkOrder, ForkPoint, LeftBehind, SideChanges } from '../model/drift.js';
import { missedStandings, type Fork, type MissedFix, type MissedStanding } from '../model/fork.js';
import { counted } from './age-words.js';

/** Changes and names that are listed; the others are counted. */
const mostShown = 3;

/** How far a fork and its origin have come apart, as lines; none where drift was not asked for. */
export function driftLines({ drift, missedFixes = [] }: Fork): readonly string[] {
  if (!drift) return [];
  return [
    pointLine(drift),
    ...sideLine(drift),
    ...missedLines(missedFixes.map(fixPlaced), 'the original', 'this copy'),
    ...passedLine(drift),
    ...namesLine(drift.leftBehind),
    ...drift.notices,
  ];
}

/** The branches of customers, each with indented lines, and what limits all that is said of drift. */
export function coverageLines({ branches, notices }: DriftCoverage): readonly string[] {
  const told = branches.flatMap((branch) => [`  ${branch.name}`, ...branchLines(branch).map((line) => `      ${line}`)]);
  return [...(told.length > 0 ? ['Branches of customers', ...told] : ['No git branch is kept for a customer.']), ...notices];
}

const made: Readonly<Record<ForkOrder, string>> = {
  copied: 'copied',
  rewritten: 'made a copy of it',
  together: 'both were added',
  reversed: 'the original came later than this copy,',
};

function pointLine({ forkPoint, similarityNow }: ForkDrift): string {
  const now = `${percent(similarityNow)} now`;
  if (!forkPoint) return `git does not tell when it was copied; ${now} the same`;
  const { order, similarity } = forkPoint;
  return `${made[order]} ${dated(forkPoint)}; ${percent(similarity)} the same then, ${now}`;
}

function sideLine({ forkPoint, fork, origin }: ForkDrift): readonly string[] {
  if (!forkPoint || !fork || !origin) return [];
  if (fork.commits === 0 && origin.commits === 0) return ['neither has changed since'];
  return [`since then the copy ${changed(fork)}, the original ${changed(origin)}`];
}

function changed({ commits, addedLines, removedLines }: SideChanges): string {
  if (commits === 0) return 'has not changed';
  return `changed in ${counted(commits, 'commit')} (+${String(addedLines)} −${String(removedLines)} lines)`;
}

interface Missing {
  readonly date: string;
  readonly commit: string;
  readonly subject: string;
  readonly standing: MissedStanding;
  readonly reason: string | undefined;
  readonly places: string;
}

function fixPlaced({ path, lines, reasons: [reason], ...fix }: MissedFix): Missing {
  return { ...fix, reason, places: place(path, lines) };
}

function neverPlaced({ places, reasons: [reason], ...commit }: NeverTaken): Missing {
  return { ...commit, reason, places: places.map(({ path, lines }) => place(path, lines)).join(', ') };
}

function place(path: string, lines: readonly number[]): string {
  return lines.length === 0 ? path : `${path}:${lines.slice(0, mostShown).join(',')}${lines.length > mostShown ? ' …' : ''}`;
}

/** The first likely ones in full; a count of the rest. */
function missedLines(all: readonly Missing[], from: string, here: string): readonly string[] {
  if (all.length === 0) return [];
  const likely = all.filter(({ standing }) => standing === 'likely');
  const shown = likely.slice(0, mostShown);
  const rest = all.filter((each) => !shown.includes(each));
  const further = missedStandings.flatMap((wanted) => {
    const amount = rest.filter(({ standing }) => standing === wanted).length;
    return amount > 0 ? [`${String(amount)} ${wanted}`] : [];
  });
  const heading = `${counted(likely.length, 'change')} of ${from} ${likely.length === 1 ? 'is' : 'are'} likely missing in ${here}:`;
  return [
    ...(shown.length > 0 ? [heading, ...shown.flatMap(missingLines)] : []),
    ...(further.length > 0 ? [`${shown.length > 0 ? 'not taken either' : `changes of ${from} not taken`}: ${further.join(', ')}`] : []),
  ];
}

function missingLines({ date, commit, subject, reason, places }: Missing): readonly string[] {
  const why = reason === undefined ? [] : [`    ${reason}`];
  return [`  ${day(date)}  ${commit.slice(0, 8)}  ${subject}`, `    would change ${places}`, ...why];
}

function passedLine({ passedOver: { applied = 0, ...others } }: ForkDrift): readonly string[] {
  const rest = Object.values(others).reduce((sum, amount) => sum + amount, 0);
  const parts = [
    ...(applied > 0 ? [`has ${counted(applied, 'later change')} of the original`] : []),
    ...(rest > 0 ? [`passes over ${applied > 0 ? counted(rest, 'other') : counted(rest, 'later change')}`] : []),
  ];
  return parts.length === 0 ? [] : [`it ${parts.join(' and ')}`];
}

function namesLine(names: readonly LeftBehind[]): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostShown).map(({ name, path, line, expected }) => `${name} at ${path}:${String(line)} (not ${expected})`);
  const more = names.length > mostShown ? [`${String(names.length - mostShown)} more`] : [];
  return [`still called after the original: ${[...shown, ...more].join(', ')}`];
}

function branchLines(branch: CustomerBranch): readonly string[] {
  const { customers, base, mergeBase, tip, ahead, behind, picked, adapted, differing, changedOnBoth, neverTaken, notices } = branch;
  const taken = [...(picked > 0 ? [`${String(picked)} as they are`] : []), ...(adapted > 0 ? [`${String(adapted)} by other commits`] : [])];
  return [
    `for ${customers.join(', ')}; parted from ${base} ${dated(mergeBase)}, last commit ${day(tip.date)}`,
    `since then ${counted(ahead, 'commit')} on the branch, ${String(behind)} on ${base}`,
    `${counted(differing.length, 'source file')} not the same on both; ${String(changedOnBoth.length)} of them changed on both sides`,
    ...(taken.length > 0 ? [`changes of ${base} that it took: ${taken.join(', ')}`] : []),
    ...missedLines(neverTaken.map(neverPlaced), base, 'the branch'),
    ...notices,
  ];
}

function dated({ date, commit, subject }: Pick<ForkPoint, 'date' | 'commit' | 'subject'>): string {
  return `${day(date)} in ${commit.slice(0, 8)} “${subject}”`;
}

function day(date: string): string {
  return date.slice(0, 10);
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
