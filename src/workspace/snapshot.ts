import { dataLanguage } from '../facts/data/data-language.js';
import type { Facts } from '../facts/facts.js';
import type { ModuleResolver } from '../link/modules.js';
import type { Customer } from '../model/customer.js';
import type { DirectiveReport } from '../model/directive.js';
import { kinds, type Finding } from '../model/finding.js';
import type { ScanStats, SkippedFile } from '../model/report.js';
import type { LoadedConfig } from './find-config.js';
import type { Inclusion } from './inclusion.js';
import type { Linked } from './link-files.js';
import type { FileRecord } from './load-files.js';
import type { Projects } from './project-files.js';

/** Everything known of a workspace at one time. Never changed: a scan or update makes a new one and puts it in place when it is whole. */
export interface Snapshot {
  readonly loaded: LoadedConfig;
  readonly inclusion: Inclusion;
  readonly projects: Projects;
  readonly modules: ModuleResolver;
  /** By path, in the order of paths. */
  readonly files: ReadonlyMap<string, FileRecord>;
  /** What discovery passed over. */
  readonly passedOver: readonly SkippedFile[];
  /** Why source files could not be read or parsed, by path. */
  readonly unread: ReadonlyMap<string, string>;
  /** Words that all files have been tested for. */
  readonly words: ReadonlySet<string>;
  readonly linked: Linked;
  /** False while customers and other files' findings are those from before somebody began to type. */
  readonly isSettled: boolean;
  /** By path, in the order of paths; files without findings are left out. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What comments for One-Off did, by path; files without any are left out. */
  readonly directives: ReadonlyMap<string, DirectiveReport>;
  readonly customers: readonly Customer[];
  readonly parsed: number;
  readonly cached: number;
  readonly ms: Readonly<Record<string, number>>;
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortedByPath<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  return new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
}

export function factsByPath(files: ReadonlyMap<string, FileRecord>): Map<string, Facts> {
  return new Map([...files].flatMap(([path, { parsed }]) => (parsed ? [[path, parsed.facts]] : [])));
}

/** Position, then kind, then id, so that every run lists findings alike. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      byCodeUnit(a.id, b.id),
  );
}

/** What comments did in all files together. */
export function directiveReport({ directives }: Pick<Snapshot, 'directives'>): DirectiveReport {
  const all = [...directives.values()];
  return { ignored: all.reduce((sum, { ignored }) => sum + ignored, 0), problems: all.flatMap(({ problems }) => problems) };
}

export function hasDirectives({ ignored, problems }: DirectiveReport): boolean {
  return ignored > 0 || problems.length > 0;
}

/** Customers with their counts: those with most findings first, then by name. Imported ones that nothing was found for are left out. */
export function countedCustomers(customers: readonly Customer[], findings: Iterable<readonly Finding[]>): readonly Customer[] {
  const counts = new Map<string, number>();
  for (const inFile of findings) {
    for (const finding of inFile) for (const id of finding.customers) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return customers
    .filter(({ source, id }) => source !== 'imported' || counts.has(id))
    .map((customer) => ({ ...customer, findings: counts.get(customer.id) ?? 0 }))
    .sort((a, b) => b.findings - a.findings || byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id));
}

/** Files and parts of files that no finding can come from, with the reason. */
export function skippedFiles({ passedOver, unread, files }: Pick<Snapshot, 'passedOver' | 'unread' | 'files'>): readonly SkippedFile[] {
  const damaged = [...files].flatMap(([path, { lines, parsed }]) =>
    (parsed?.facts.damage ?? []).map(({ line, from, to, message }) => {
      const left = from <= 1 && to >= lines ? 'the whole file was' : from === to ? `line ${from} was` : `lines ${from}–${to} were`;
      return { path, reason: `Line ${line}: ${message.replace(/[.\s]+$/, '')}; ${left} left out.` };
    }),
  );
  const read = [...unread].map(([path, reason]) => ({ path, reason }));
  return [...passedOver, ...read, ...damaged].sort((a, b) => byCodeUnit(a.path, b.path));
}

/** Source files count whether or not they were parsed, data files only where they were: the others are not the product's code. */
export function statsOf({ files, unread, linked, parsed, cached, ms }: Snapshot): ScanStats {
  const records = [...files].flatMap(([path, record]) => (record.parsed || dataLanguage(path) === null ? [record] : []));
  const sum = (value: (record: FileRecord) => number): number => records.reduce((total, record) => total + value(record), 0);
  return {
    files: records.length + unread.size,
    parsed,
    cached,
    lines: sum(({ lines }) => lines),
    bytes: sum(({ bytes }) => bytes),
    ...(linked.droppedPairs !== null && { droppedPairs: linked.droppedPairs }),
    ms,
  };
}
