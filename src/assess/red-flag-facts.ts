import type { WindowCommit } from '../model/age.js';
import { isSetApart, type Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { Indicator, Period } from '../model/red-flag.js';
import type { Report } from '../model/report.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { TrackerConfig } from '../model/tracker.js';
import { namedKeys } from './commit-links.js';
import { isWithin } from './indicator.js';
import { ItemIndex } from './item-index.js';
import { withItemPatterns } from './item-patterns.js';
import { KeyReader } from './key-reader.js';
import { idByName } from './similar-requests.js';

/** What is known of the work around the code. Null is what was not asked for or could not be had. */
export interface WorkDone {
  readonly items: readonly TrackerItem[] | null;
  /** Those of the window. */
  readonly commits: readonly WindowCommit[] | null;
  readonly window: Period | null;
}

/** What the ten signs are looked for in. */
export interface RedFlagInput extends WorkDone {
  readonly report: Report;
  /** Tell how keys of items are written in messages of commits. */
  readonly trackers: readonly TrackerConfig[];
}

/** The input seen from the side of the signs, made once for all of them. */
export interface RedFlagFacts extends Pick<RedFlagInput, 'report' | 'window'> {
  readonly customers: ReadonlyMap<string, Customer>;
  /** Those that name a served customer. */
  readonly oneOffs: readonly Finding[];
  readonly hasItems: boolean;
  readonly items: readonly TrackerItem[];
  readonly closed: readonly TrackerItem[];
  readonly hasCommits: boolean;
  readonly commits: readonly WindowCommit[];
  /** Commits with the items that they name; those that name none are left out. */
  readonly linked: readonly LinkedCommit[];
  /** How many customers an item names; two names of one count once. */
  readonly customersOf: (item: TrackerItem) => number;
}

export interface LinkedCommit {
  readonly commit: WindowCommit;
  readonly items: readonly TrackerItem[];
}

/** What was counted for a sign, and what could not be. */
export interface Found {
  readonly indicators: readonly Indicator[];
  readonly missing: readonly string[];
}

export const needsTracker = 'No requests of a tracker are known, so they are not counted.';
export const needsHistory = 'No history was read, so commits are not counted.';

export function redFlagFacts({ report, items, commits, window, trackers }: RedFlagInput): RedFlagFacts {
  const customers = new Map(report.customers.map((customer) => [customer.id, customer]));
  const known = items ?? [];
  const idOf = idByName(report.customers);
  return {
    ...{ report, window, customers },
    oneOffs: report.findings.filter((finding) => finding.customers.length > 0 && !isSetApart(finding, customers)),
    hasItems: items !== null,
    items: known,
    closed: known.filter(({ state, closedAt }) => state === 'done' && closedAt !== null && (!window || isWithin(closedAt, window))),
    hasCommits: commits !== null,
    commits: commits ?? [],
    linked: linkedCommits(commits ?? [], known, trackers),
    customersOf: (item) => new Set(item.customers.map(({ name }) => idOf(name) ?? name.trim().toLowerCase())).size,
  };
}

/** When it was written down; null where an export has no such date, which stands as the first day of 1970. */
export function writtenAt({ createdAt }: TrackerItem): string | null {
  return createdAt.startsWith('1970-01-01') ? null : createdAt;
}

function linkedCommits(
  commits: readonly WindowCommit[],
  items: readonly TrackerItem[],
  trackers: readonly TrackerConfig[],
): readonly LinkedCommit[] {
  const reader = new KeyReader(withItemPatterns(trackers, items), []);
  const index = new ItemIndex(items);
  return commits.flatMap((commit) => {
    const found = new Set(namedKeys(commit, reader).flatMap((key) => index.of(key) ?? []));
    return found.size === 0 ? [] : [{ commit, items: [...found] }];
  });
}
