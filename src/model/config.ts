import type { Standing } from './customer.js';
import type { Kind } from './finding.js';

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

export const customerStatuses = ['active', 'gone', 'unknown'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** A customer that the team has named in `oneoff.config.json`. */
export interface ConfiguredCustomer {
  readonly id: string;
  readonly name: string;
  /** Other spellings used in code: `acme-corp`, `ACME`, `AcmeCorp`. */
  readonly aliases: readonly string[];
  /** Opaque ids: uuids, tenant numbers, database keys. */
  readonly ids: readonly string[];
  /** Host names that belong to the customer: `acme.example.com`. */
  readonly domains: readonly string[];
  readonly status: CustomerStatus;
  /** `customer` unless it is an own brand or a party for demonstrations and tests. */
  readonly standing: Standing;
}

export interface Revenue {
  readonly amount: number;
  /** As the file writes it (`EUR`, `€`); null where it doesn't. */
  readonly currency: string | null;
}

/** A customer from a customer file. Revenue and tier stay here: no report holds them. */
export interface ImportedCustomer extends ConfiguredCustomer {
  readonly revenue: Revenue | null;
  readonly tier: string | null;
  /** File and line, the file as the configuration writes it: `crm/accounts.csv:12`. */
  readonly origin: string;
}

/** What a column of a customer file can tell. */
export const customerColumns = ['id', 'name', 'aliases', 'ids', 'domains', 'status', 'revenue', 'currency', 'tier'] as const;
export type CustomerColumn = (typeof customerColumns)[number];

/** A CSV or JSON file with customers. */
export interface CustomerFile {
  /** Relative to the folder of the configuration. */
  readonly path: string;
  /** Names of columns; the others are found by their names. */
  readonly columns: Readonly<Partial<Record<CustomerColumn, string>>>;
}

/** The whole of `oneoff.config.json` with defaults filled in. */
export interface Config {
  readonly customers: readonly ConfiguredCustomer[];
  readonly customerFiles: readonly CustomerFile[];
  /** What the customer files hold. One that is configured too has its id from there. */
  readonly importedCustomers: readonly ImportedCustomer[];
  /** Words that are never customers here, although they look like it. */
  readonly notCustomers: readonly string[];
  /** Further names of values that say which customer it is: `mandant`, `shop.code`. */
  readonly discriminators: readonly string[];
  /** Globs (minimatch) relative to the config's folder; empty means every source file. */
  readonly include: readonly string[];
  /** Globs that are left out, on top of the defaults. */
  readonly exclude: readonly string[];
  /** Names of the team's own flag functions: `isOn`, `features.enabled`. */
  readonly flagFunctions: readonly string[];
  /** Whether copies are looked for. */
  readonly forks: boolean;
  readonly severities: Readonly<Record<Kind, Severity>>;
}

export const defaultConfig: Config = {
  customers: [],
  customerFiles: [],
  importedCustomers: [],
  notCustomers: [],
  discriminators: [],
  include: [],
  exclude: [],
  flagFunctions: [],
  forks: true,
  severities: {
    branch: 'information',
    definition: 'hint',
    lookup: 'hint',
    import: 'hint',
    flag: 'hint',
    fork: 'hint',
  },
};
