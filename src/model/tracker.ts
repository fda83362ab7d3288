/** The trackers that can be asked; `file` is an export of any of them or of another one. */
export const trackerTypes = [
  'jira-cloud',
  'jira-data-center',
  'github',
  'gitlab',
  'linear',
  'azure-boards',
  'aha',
  'redmine',
  'shortcut',
  'file',
] as const;
export type TrackerType = (typeof trackerTypes)[number];

/** What a column of an export can tell. */
export const itemColumns = [
  'key',
  'title',
  'body',
  'type',
  'status',
  'labels',
  'customers',
  'priority',
  'score',
  'hours',
  'revenue',
  'created',
  'updated',
  'closed',
  'due',
  'url',
] as const;
export type ItemColumn = (typeof itemColumns)[number];

/** How an export writes dates that are not ISO dates: which part comes first. */
export const dateOrders = ['day-month-year', 'month-day-year', 'year-month-day'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A tracker that the team has named in `oneoff.config.json`. */
export interface TrackerConfig {
  /** Letters, digits and hyphens; unique whatever the case. */
  readonly id: string;
  readonly type: TrackerType;
  /** Address of the site, as people open it; null for files. Without a slash at its end. */
  readonly url: string | null;
  /** Jira project keys, `owner/repository`, Linear team keys, Azure projects, Aha! product keys, Redmine identifiers. */
  readonly projects: readonly string[];
  /** Further ways to write a key: `{number}` stands for digits, `{project}` for a word, the rest for itself. */
  readonly keyPatterns: readonly string[];
  /** Names or ids of fields that hold customers. */
  readonly customerFields: readonly string[];
  /** How labels name customers: `customer-{customer}`. */
  readonly customerLabels: readonly string[];
  /** Path of the export, relative to the configuration; null for all but files. */
  readonly path: string | null;
  /** Names of its columns; the others are found by their names. */
  readonly columns: Readonly<Partial<Record<ItemColumn, string>>>;
  readonly dateOrder: DateOrder | null;
}

/** A tie between requests and code that the team has written down. */
export interface ConfiguredLink {
  /** A key or an address. */
  readonly request: string;
  /** Id of the one finding that is meant; null where path and customer say which. */
  readonly finding: string | null;
  /** Glob (minimatch) relative to the configuration's folder. */
  readonly path: string | null;
  /** Id of a customer. */
  readonly customer: string | null;
  /** Set where the request has nothing to do with the code, whatever commits and comments say. */
  readonly isUnlinked: boolean;
}

/** How labels name customers unless the configuration says otherwise. */
export const usualCustomerLabels = ['customer-{customer}', 'customer:{customer}', 'customer/{customer}', 'client:{customer}'];

const usualUrls: Readonly<Partial<Record<TrackerType, string>>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  linear: 'https://linear.app',
  shortcut: 'https://app.shortcut.com',
};

/** The address that a tracker of this type has for everybody; null where each customer of the vendor has another one. */
export function usualUrl(type: TrackerType): string | null {
  return usualUrls[type] ?? null;
}
