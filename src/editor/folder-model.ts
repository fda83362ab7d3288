import { defaultConfig } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { DirectiveProblem } from '../model/directive.js';
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import type { ConfigSummary, FileFindings, FolderSummary } from '../workspace/session-protocol.js';
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

  applyFindings(files: readonly FileFindings[]): void {
    for (const [path, findings] of files) {
      if (findings.length > 0) this.#files.set(path, findings);
      else this.#files.delete(path);
    }
  }

  /** Gives the paths that had findings. */
  clear(): readonly string[] {
    const paths = [...this.#files.keys()];
    this.#files.clear();
    this.#edited.clear();
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
