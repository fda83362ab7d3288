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
}

/** The whole of `oneoff.config.json` with defaults filled in. */
export interface Config {
  readonly customers: readonly ConfiguredCustomer[];
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
  readonly severities: Readonly<Record<Kind, Severity>>;
}

export const defaultConfig: Config = {
  customers: [],
  notCustomers: [],
  discriminators: [],
  include: [],
  exclude: [],
  flagFunctions: [],
  severities: {
    branch: 'information',
    definition: 'hint',
    lookup: 'hint',
    import: 'hint',
    flag: 'hint',
  },
};
