import type { CommitMessage } from '../model/age.js';
import { isSetApart, type Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { Indicator, Period } from '../model/red-flag.js';
import type { Report } from '../model/report.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { isWithin } from './indicator.js';

/** A commit with the files that it touched. */
export interface WindowCommit extends CommitMessage {
  /** Posix paths relative to the root. */
  readonly paths: readonly string[];
}

/** What the ten signs are looked for in. Null is what was not asked for or could not be had. */
export interface RedFlagInput {
  readonly report: Report;
  readonly items: readonly TrackerItem[] | null;
  /** Those of the window. */
  readonly commits: readonly WindowCommit[] | null;
  readonly window: Period | null;
}

/** The input seen from the side of the signs, made once for all of them. */
export interface RedFlagFacts extends Omit<RedFlagInput, 'items' | 'commits'> {
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

export const needsTracker = 'No tracker is connected, so requests are not counted.';
export const needsHistory = 'No history was read, so commits are not counted.';
const keyInText = /[\w./-]*#\d+|[a-z][a-z0-9_]*-\d+/gi;

export function redFlagFacts({ report, items, commits, window }: RedFlagInput): RedFlagFacts {
  const customers = new Map(report.customers.map((customer) => [customer.id, customer]));
  const byKey = new Map((items ?? []).map((item) => [item.key.toLowerCase(), item]));
  return {
    ...{ report, window, customers },
    oneOffs: report.findings.filter((finding) => finding.customers.length > 0 && !isSetApart(finding, customers)),
    hasItems: items !== null,
    items: items ?? [],
    closed: (items ?? []).filter(({ state, closedAt }) => state === 'done' && closedAt !== null && (!window || isWithin(closedAt, window))),
    hasCommits: commits !== null,
    commits: commits ?? [],
    linked: (commits ?? []).flatMap((commit) => {
      const named = new Set(`${commit.subject}\n${commit.body}`.match(keyInText)?.map((key) => key.toLowerCase()));
      const found = [...named].flatMap((key) => byKey.get(key) ?? []);
      return found.length === 0 ? [] : [{ commit, items: found }];
    }),
  };
}

/** Distinct customers of an item, as the tracker writes them. */
export function customersOf({ customers }: TrackerItem): number {
  return new Set(customers.map(({ name }) => name.trim().toLowerCase())).size;
}
