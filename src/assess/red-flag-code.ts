import type { Indicator } from '../model/red-flag.js';
import { filesOfSeveral } from '../model/footprint.js';
import type { Finding } from '../model/finding.js';
import { daysBetween, indicatorOf, stateOf } from './indicator.js';
import { isOfArea } from './red-flag-areas.js';
import { needsHistory, needsTracker, writtenAt, type Found, type RedFlagFacts } from './red-flag-facts.js';

const quarterDays = 91;

export function promisesFirst({ report, oneOffs, items, hasItems, window }: RedFlagFacts): Found {
  const asked = report.requests !== undefined || oneOffs.some(({ requests }) => requests !== undefined);
  if (!asked) return { indicators: [], missing: [needsTracker] };
  const without = stateOf(
    'One-offs of customers that no request is known for, of all',
    oneOffs.map((finding) => ({ isHit: !hasRequest(finding), date: introducedAt(finding) })),
    window,
  );
  if (!hasItems) return { indicators: [without], missing: [needsTracker] };
  const created = new Map(items.map((item) => [`${item.tracker} ${item.key}`, writtenAt(item)]));
  const linked = oneOffs.filter(hasRequest);
  const both = linked.flatMap((finding) => {
    const dates = (finding.requests ?? []).flatMap(({ tracker, key }) => created.get(`${tracker ?? ''} ${key}`) ?? []).toSorted();
    const introduced = introducedAt(finding);
    return dates[0] === undefined || introduced === null ? [] : [{ isHit: daysBetween(introduced, dates[0]) > 0, date: introduced }];
  });
  const coverage = { known: both.length, of: linked.length, what: 'linked one-offs with both dates' };
  return {
    indicators: [
      without,
      stateOf('One-offs that came before their request was written down, of those with both dates', both, window, coverage),
    ],
    missing: ['Whether due dates were ever estimated again is not kept by trackers that were asked.'],
  };
}

export function singleClients({ oneOffs, closed, hasItems, commits, linked, hasCommits, window, customersOf }: RedFlagFacts): Found {
  const missing = [...(hasItems ? [] : [needsTracker]), ...(hasCommits ? [] : [needsHistory])];
  const named = closed.filter((item) => customersOf(item) > 0);
  const forCustomers = linked.filter(({ items }) => items.some((item) => customersOf(item) > 0));
  const requests = indicatorOf(
    'Closed requests for exactly one customer, of those with a customer',
    named.map((item) => ({ isHit: customersOf(item) === 1, date: item.closedAt })),
    window,
    { known: named.length, of: closed.length, what: 'closed requests name a customer' },
  );
  const work = indicatorOf(
    'Commits for exactly one customer, of those tied to a request with a customer',
    forCustomers.map(({ commit, items }) => ({ isHit: items.every((item) => customersOf(item) <= 1), date: commit.date })),
    window,
    { known: forCustomers.length, of: commits.length, what: 'commits lead to a request with a customer' },
  );
  return { indicators: [...(hasItems ? [requests] : []), ...(hasItems && hasCommits ? [work] : []), ...concentration(oneOffs)], missing };
}

/** The sum of squared shares, as pairs: how often two one-offs, drawn by chance, are the same customer's. */
function concentration(oneOffs: readonly Finding[]): readonly Indicator[] {
  const amounts = new Map<string, number>();
  for (const { customers } of oneOffs) for (const id of customers) amounts.set(id, (amounts.get(id) ?? 0) + 1);
  const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return [];
  const numerator = [...amounts.values()].reduce((sum, amount) => sum + amount * amount, 0);
  const name = `Concentration of one-offs over ${String(amounts.size)} customers (sum of squared shares; 100 % is one customer alone)`;
  return [{ name, numerator, denominator: total * total, coverage: null, window: null, quarters: [] }];
}

export function visionTraces({ items, hasItems, window }: RedFlagFacts): Found {
  if (!hasItems) return { indicators: [], missing: [needsTracker] };
  const open = items.filter(({ state }) => state === 'open' || state === 'in-progress');
  const due = open.flatMap((item) => {
    const date = writtenAt(item);
    return item.dueAt === null || date === null ? [] : [{ isHit: daysBetween(date, item.dueAt) > quarterDays, date }];
  });
  const coverage = { known: due.length, of: open.length, what: 'open requests have a due date' };
  return {
    indicators: [stateOf('Open requests planned more than a quarter ahead, of those with a date', due, window, coverage)],
    missing: [],
  };
}

export function pricePerDeal({ oneOffs, window }: RedFlagFacts): Found {
  const cases = oneOffs.map((finding) => ({ isHit: isOfArea(finding.path, 'pricing'), date: introducedAt(finding) }));
  return {
    indicators: [stateOf('One-offs of customers in code for prices, bills and plans, of all', cases, window)],
    missing: datesMissing(oneOffs),
  };
}

export function overCustomised({ report, oneOffs, customers, window }: RedFlagFacts): Found {
  const paths = [...new Set(oneOffs.map(({ path }) => path))];
  const shared = filesOfSeveral(oneOffs);
  const statuses = oneOffs.map((finding) => ({
    known: finding.customers.flatMap((id) => customers.get(id)?.status ?? []),
    date: introducedAt(finding),
  }));
  const known = statuses.filter((each) => each.known.length > 0);
  const gone = known.map((each) => ({ isHit: each.known.every((status) => status === 'gone'), date: each.date }));
  const coverage = { known: gone.length, of: oneOffs.length, what: 'one-offs have a customer whose status is known' };
  const withoutDate = (isHit: boolean): { isHit: boolean; date: null } => ({ isHit, date: null });
  const files = {
    name: 'Files with one-offs of customers, of all files looked at',
    numerator: paths.length,
    denominator: report.stats.files,
  };
  return {
    indicators: [
      { ...files, coverage: null, window: null, quarters: [] },
      stateOf(
        'Files that hold code of two or more customers, of those with any',
        paths.map((path) => withoutDate(shared.has(path))),
        null,
      ),
      stateOf('One-offs whose customer is gone, of those whose customer’s status is known', gone, window, coverage),
      ...collateral(report.customers, tied(oneOffs), window),
      ...growth(oneOffs, window),
    ],
    missing: [
      ...(known.length === 0
        ? ['Nobody has said which customers are gone; "status" in oneoff.config.json or a customer file says it.']
        : []),
      ...datesMissing(oneOffs),
    ],
  };
}

/** Changes that the product made for a customer's lines without that customer asking. */
function collateral(
  customers: RedFlagFacts['report']['customers'],
  coverage: Indicator['coverage'],
  window: RedFlagFacts['window'],
): readonly Indicator[] {
  const debts = customers.flatMap(({ debt, standing }) => (debt && standing === 'customer' ? [debt] : []));
  const changes = debts.reduce((sum, debt) => sum + (debt.changes ?? 0), 0);
  if (changes === 0) return [];
  const numerator = debts.reduce((sum, debt) => sum + (debt.collateral ?? 0), 0);
  const name = 'Changes of customers’ lines that no request of theirs asked for, of all changes of them';
  return [{ name, numerator, denominator: changes, coverage, window, quarters: [] }];
}

/** What no request is known for counts as changed without one. */
function tied(oneOffs: readonly Finding[]): Indicator['coverage'] {
  return { known: oneOffs.filter(hasRequest).length, of: oneOffs.length, what: 'one-offs are tied to a request' };
}

function growth(oneOffs: readonly Finding[], window: RedFlagFacts['window']): readonly Indicator[] {
  const dated = oneOffs.filter((finding) => introducedAt(finding) !== null);
  if (dated.length === 0 || !window) return [];
  const cases = dated.map((finding) => ({ isHit: (introducedAt(finding) ?? '') >= window.from, date: null }));
  const coverage = { known: dated.length, of: oneOffs.length, what: 'one-offs have a date' };
  return [{ ...indicatorOf('One-offs that came within the window, of all that stand', cases, window, coverage), quarters: [] }];
}

function hasRequest({ requests = [] }: Finding): boolean {
  return requests.some(({ link }) => link?.isCandidate !== true);
}

function introducedAt({ age }: Finding): string | null {
  return age?.introduced?.date ?? null;
}

function datesMissing(oneOffs: readonly Finding[]): readonly string[] {
  return oneOffs.some(({ age }) => age) ? [] : ['No history was read, so there is no trend.'];
}
