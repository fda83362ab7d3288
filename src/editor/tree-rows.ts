import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { MissedFix } from '../model/fork.js';
import type { Request } from '../model/request.js';

/** By what the rows at the top of the tree are made. */
export const groupings = ['customer', 'request', 'folder', 'family'] as const;
export type Grouping = (typeof groupings)[number];

interface RowBase {
  /** The same for the same thing after every refresh, so that the tree stays expanded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** For screen readers, which skip descriptions. */
  readonly spoken: string;
}

interface RowWithFiles extends RowBase {
  readonly count: number;
  /** Made when first asked for: most rows of a large tree are never seen. */
  readonly files: readonly FileRow[];
}

export interface CustomerRow extends RowWithFiles {
  readonly is: 'customer';
  /** Null for the group of flags that no customer is bound to. */
  readonly customer: Customer | null;
  /** Folders in which the customer was found; where a change to its configuration belongs. */
  readonly folders: readonly string[];
}

export interface RequestRow extends RowWithFiles {
  readonly is: 'request';
  /** Null for the group of one-offs that no request is known of. */
  readonly request: Request | null;
}

export interface FolderRow extends RowWithFiles {
  readonly is: 'folder';
  /** Address of the folder. */
  readonly uri: string;
}

/** Copies of one thing. */
export interface FamilyRow extends RowBase {
  readonly is: 'family';
  readonly count: number;
  /** Fixes of the origin that the copies never got. */
  readonly missed: number;
  /** Made when first asked for. */
  readonly forks: readonly FindingRow[];
}

/** Own brands and test tenants: code for them is per-customer code that nobody has ordered. */
export interface GroupRow extends RowBase {
  readonly is: 'group';
  readonly customers: readonly CustomerRow[];
}

export interface FileRow extends RowBase {
  readonly is: 'file';
  readonly folder: string;
  readonly path: string;
  /** Set where a whole folder is a copy. */
  readonly isFolder: boolean;
  /** Made when first asked for. */
  readonly findings: readonly FindingRow[];
}

export interface FindingRow extends RowBase {
  readonly is: 'finding';
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly finding: Finding;
  /** Those of the finding that its folder knows. */
  readonly customers: readonly Customer[];
  /** Fixes of the origin that a fork never got. */
  readonly missed: readonly MissedRow[];
}

export interface MissedRow extends RowBase {
  readonly is: 'missed';
  readonly folder: string;
  /** Path of the origin. */
  readonly origin: string;
  readonly fix: MissedFix;
}

export type TopRow = CustomerRow | RequestRow | FolderRow | FamilyRow;
export type Row = TopRow | GroupRow | FileRow | FindingRow | MissedRow;

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
