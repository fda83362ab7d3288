import { defaultConfig } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { DirectiveProblem } from '../model/directive.js';
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import type { ConfigSummary, FileFindings, FolderSummary } from '../workspace/session-protocol.js';
import { copiedFiles } from './copied-files.js';
import { decisionsOf, type Decisions } from './decision-words.js';
import type { Reading } from './figures-plan.js';
import { shiftFindings, type Edit } from './shift-findings.js';

const noConfig: ConfigSummary = {
  file: null,
  customerFiles: [],
  problems: [],
  severities: defaultConfig.severities,
  trackers: [],
  links: [],
};

/** What the editor knows of one folder: kept up to date from the deltas that the session sends. */
export class FolderModel {
  readonly #files = new Map<string, readonly Finding[]>();
  /** Findings of files that are being edited, moved with the text until the edit has been worked in. */
  readonly #edited = new Map<string, readonly Finding[]>();
  /** Findings of the first complete scan; null before. */
  #first: ReadonlySet<string> | null = null;
  #summary: FolderSummary | null = null;
  /** Null after a change of a copied folder. */
  #copied: ReadonlyMap<string, readonly Finding[]> | null = null;
  #decisions: Decisions = new Map();

  get files(): ReadonlyMap<string, readonly Finding[]> {
    return this.#files;
  }

  get customers(): readonly Customer[] {
    return this.#summary?.customers ?? [];
  }

  /** Comments that do not do what their writers meant. */
  get directiveProblems(): readonly DirectiveProblem[] {
    return this.#summary?.directives.problems ?? [];
  }

  get config(): ConfigSummary {
    return this.#summary?.config ?? noConfig;
  }

  get summary(): FolderSummary | null {
    return this.#summary;
  }

  /** `today` is an ISO date-time. */
  reading(today: string): Reading {
    const { history, requests } = this.#summary ?? {};
    const isRead = typeof history?.head === 'string' || (requests?.linked ?? 0) > 0;
    return { today, from: history?.from ?? null, isAsked: requests !== undefined && isRead, decisions: this.#decisions };
  }

  /** Where they stand now, also in text that has not been worked in yet. */
  findingsAt(path: string): readonly Finding[] {
    return this.#edited.get(path) ?? this.#files.get(path) ?? [];
  }

  /** As `findingsAt`, and of which copied folders the file is part. */
  shownAt(path: string): readonly Finding[] {
    return [...(this.#copiedFiles().get(path) ?? []), ...this.findingsAt(path)];
  }

  /** Paths at which `shownAt` has something. */
  shownPaths(): readonly string[] {
    return [...new Set([...this.#files.keys(), ...this.#copiedFiles().keys()])];
  }

  #copiedFiles(): ReadonlyMap<string, readonly Finding[]> {
    return (this.#copied ??= copiedFiles(this.findings()));
  }

  applyEdits(path: string, edits: readonly Edit[]): void {
    this.#edited.set(path, shiftFindings(this.findingsAt(path), edits));
  }

  /** The latest edit of the file has been worked in. */
  settle(path: string): void {
    this.#edited.delete(path);
  }

  *findings(): Iterable<Finding> {
    for (const findings of this.#files.values()) yield* findings;
  }

  /** Findings that the first scan of this window did not have. */
  *newFindings(): Iterable<Finding> {
    if (!this.#first) return;
    for (const finding of this.findings()) if (!this.#first.has(finding.id)) yield finding;
  }

  /** Gives the paths at which something else is to be shown than before. */
  applyFindings(files: readonly FileFindings[]): readonly string[] {
    const changed = new Set<string>();
    for (const [path, findings] of files) {
      changed.add(path);
      for (const { fork } of [...(this.#files.get(path) ?? []), ...findings]) {
        if (fork?.members) this.#copied = null;
        for (const member of fork?.members ?? []) changed.add(member.path);
      }
      if (findings.length > 0) this.#files.set(path, findings);
      else this.#files.delete(path);
    }
    return [...changed];
  }

  /** Gives the paths at which something was shown. */
  clear(): readonly string[] {
    const paths = this.shownPaths();
    this.#files.clear();
    this.#edited.clear();
    this.#copied = null;
    return paths;
  }

  applySummary(summary: FolderSummary): void {
    this.#summary = summary;
  }

  applyPlan(plan: Plan): void {
    this.#decisions = decisionsOf(plan);
  }

  /** From now on what comes is new. Only the first call counts. */
  markFirstScan(): void {
    this.#first ??= new Set([...this.findings()].map(({ id }) => id));
  }
}
