/** A row of an export. A cell holds several values where a column is repeated, or is a list in JSON. */
export interface ExportedRow {
  readonly cells: ReadonlyMap<string, string | readonly string[]>;
  /** 1-based line on which it begins. */
  readonly line: number;
}

export interface ExportedTable {
  readonly headers: readonly string[];
  readonly rows: readonly ExportedRow[];
  readonly faults: readonly { readonly line: number; readonly message: string; readonly remedy: string }[];
}

/** Reads an export by its path as the configuration has it. Rejects with an error whose message says why it can't be read. */
export type ExportReader = (path: string) => Promise<ExportedTable>;
