/** Where a request stands, whatever words its tracker has for it. `dropped` is closed without being done. */
export const requestStates = ['open', 'in-progress', 'done', 'dropped', 'unknown'] as const;
export type RequestState = (typeof requestStates)[number];

/** What tied a request to a place in the code. Order is that of what says more. */
export const linkSources = ['directive', 'config', 'comment', 'flag-definition', 'commit', 'branch', 'customer-field', 'label'] as const;
export type LinkSource = (typeof linkSources)[number];

/** An item of an issue tracker that a one-off goes back to. */
export interface Request {
  /** Which tracker it is in; null as long as none is connected. */
  readonly tracker: string | null;
  /** As people write it: `PROD-123`, `#123`. */
  readonly key: string;
  /** Where it can be read; null where only the key is known. */
  readonly url: string | null;
  /** Left out as long as the tracker has not told. */
  readonly title?: string;
  /** The tracker's own word: `In Review`. */
  readonly status?: string;
  readonly state?: RequestState;
  readonly link?: RequestLink;
}

/** Why a request is said to belong to a place. */
export interface RequestLink {
  readonly source: LinkSource;
  /** A candidate is shown as one, and counts as no request. */
  readonly isCandidate: boolean;
  /** A sentence for people: `The commit 1a2b3c4 that brought these lines names it.` */
  readonly why: string;
}

/** Keys of one tracker that it does not find, or may not show. */
export interface MissingKeys {
  /** Id in the configuration. */
  readonly tracker: string;
  readonly keys: readonly string[];
}

/** What stands for the status of a request that its tracker does not find; trackers don't tell the one from the other. */
export const notFound = 'not found or not permitted';

/** How much of a report is tied to requests, and what could not be asked. */
export interface RequestCoverage {
  /** Findings with at least one request that is no mere candidate. */
  readonly linked: number;
  /** Findings that a request is looked for: all but those of own brands and test tenants. */
  readonly of: number;
  readonly trackers: readonly TrackerCoverage[];
}

export interface TrackerCoverage {
  /** Id in the configuration. */
  readonly tracker: string;
  /** Items known, from the tracker or from what was kept of it. */
  readonly items: number;
  /** ISO date-time of the last answer; null where there was none yet. */
  readonly asked: string | null;
  /** What went wrong last, for people; null where nothing did. */
  readonly problem: string | null;
  /** Keys that code or commits name and the tracker doesn't find, or may not show; left out where there is none. */
  readonly missing?: readonly string[];
}
