import type { TrackerItem } from '../model/tracker-item.js';
import { daysBetween, indicatorOf, stateOf } from './indicator.js';
import { isMarkupFile, isOfArea, type AreaName } from './red-flag-areas.js';
import type { WindowCommit } from '../model/age.js';
import { needsHistory, needsTracker, writtenAt, type Found, type RedFlagFacts } from './red-flag-facts.js';

const hurriedDays = 2;
const revertDays = 7;

export function experienceTraces({ oneOffs, closed, hasItems, window }: RedFlagFacts): Found {
  const inMarkup = oneOffs.map(({ path, age }) => ({ isHit: isMarkupFile(path), date: age?.introduced?.date ?? null }));
  const code = stateOf('One-offs of customers in files that draw the interface, of all', inMarkup, window);
  if (!hasItems) return { indicators: [code], missing: [needsTracker] };
  const labelled = indicatorOf(
    'Closed requests labelled for design or accessibility, of all closed',
    closed.map((item) => ({ isHit: isLabelled(item, 'experience'), date: item.closedAt })),
    window,
    { known: closed.filter(({ labels }) => labels.length > 0).length, of: closed.length, what: 'closed requests have labels' },
  );
  return { indicators: [labelled, code], missing: [] };
}

export function administrationNeglected({ commits, hasCommits, items, closed, hasItems, window }: RedFlagFacts): Found {
  const touching = commits.filter(({ paths }) => paths.length > 0);
  const upkeep = indicatorOf(
    'Commits that touch administration, reports, tests or documents, of all',
    touching.map(({ paths, date }) => ({ isHit: paths.some((path) => isOfArea(path, 'upkeep')), date })),
    window,
    { known: touching.length, of: commits.length, what: 'commits have a list of files' },
  );
  const ofArea = [...items.filter(({ state }) => state !== 'done' && state !== 'dropped'), ...closed].filter((item) =>
    isLabelled(item, 'upkeep'),
  );
  const done = stateOf(
    'Requests labelled so that were closed, of those closed or open',
    ofArea.map((item) => ({ isHit: item.state === 'done', date: writtenAt(item) })),
    window,
  );
  return {
    indicators: [...(hasCommits ? [upkeep] : []), ...(hasItems ? [done] : [])],
    missing: [...(hasCommits ? [] : [needsHistory]), ...(hasItems ? [] : [needsTracker])],
  };
}

export function emergencies({ commits, hasCommits, linked, hasItems, window }: RedFlagFacts): Found {
  if (!hasCommits) return { indicators: [], missing: [needsHistory] };
  const counted = commits.filter((commit) => !isOfArea(commit.subject, 'security'));
  const byHash = new Map(commits.map((commit) => [commit.commit, commit]));
  const over = (name: string, isHit: (commit: WindowCommit) => boolean) =>
    indicatorOf(
      name,
      counted.map((commit) => ({ isHit: isHit(commit), date: commit.date })),
      window,
    );
  return {
    indicators: [
      over('Commits that say they are hotfixes or emergencies, of all', ({ subject }) =>
        /\bhot-?fix|\bemergency\b|\burgent\b/i.test(subject),
      ),
      over('Commits that take back one of the seven days before, of all', (commit) => isQuickRevert(commit, byHash)),
      ...(hasItems ? [hurried(linked, window)] : []),
    ],
    missing: ['Raised priorities are not kept by trackers that were asked.', ...(hasItems ? [] : [needsTracker])],
  };
}

export function salesFigures({ items, hasItems, window, customersOf }: RedFlagFacts): Found {
  if (!hasItems) return { indicators: [], missing: [needsTracker] };
  const valued = items.filter(({ customers }) => customers.some(({ value }) => value !== undefined));
  const forCustomers = items.filter((item) => customersOf(item) > 0);
  const coverage = { known: valued.length, of: forCustomers.length, what: 'requests with a customer say what it is worth' };
  const cases = valued.map((item) => ({ isHit: Object.keys(item.scores).length === 0, date: writtenAt(item) }));
  return {
    indicators: [stateOf('Requests that carry revenue and no other score, of those that carry revenue', cases, window, coverage)],
    missing: [],
  };
}

/** Requests by the time from being written to their first commit. */
function hurried(linked: RedFlagFacts['linked'], window: RedFlagFacts['window']) {
  const first = new Map<TrackerItem, string>();
  for (const { commit, items } of linked)
    for (const item of items.filter((each) => !isLabelled(each, 'security'))) {
      const known = first.get(item);
      if (known === undefined || daysBetween(commit.date, known) > 0) first.set(item, commit.date);
    }
  const cases = [...first].flatMap(([item, date]) => {
    const written = writtenAt(item);
    const days = written === null ? -1 : daysBetween(written, date);
    return days < 0 ? [] : [{ isHit: days < hurriedDays, date }];
  });
  const coverage = { known: cases.length, of: first.size, what: 'requests with commits were written before them' };
  return indicatorOf('Requests that were worked on within 48 hours, of those with commits', cases, window, coverage);
}

/** git writes whom a revert takes back; both have to be in the window. */
function isQuickRevert({ body, date }: WindowCommit, byHash: ReadonlyMap<string, WindowCommit>): boolean {
  const [, hash] = /^This reverts commit ([0-9a-f]{40})/m.exec(body) ?? [];
  const reverted = hash === undefined ? undefined : byHash.get(hash);
  return reverted !== undefined && daysBetween(reverted.date, date) <= revertDays;
}

function isLabelled({ labels }: TrackerItem, area: AreaName): boolean {
  return labels.some((label) => isOfArea(label, area));
}
