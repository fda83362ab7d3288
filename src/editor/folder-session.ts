import { existsSync } from 'node:fs';
import type { Verdict } from '../assess/decide.js';
import type { Insertion, WantedDirective } from '../facts/place-directive.js';
import type { CommittedFile } from '../history/committed-text.js';
import type { Step } from '../model/explanation.js';
import type { MissingKeys, TrackerCoverage } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { CancelledError, WorkerEndedError, type SessionClient } from '../workspace/session-client.js';
import type { FileFindings, FolderSummary } from '../workspace/session-protocol.js';
import { decisionFolder } from '../workspace/decision-files.js';
import type { Planned } from '../workspace/plan-workspace.js';
import type { Change, Progress } from '../workspace/session.js';
import type { ReportRequest } from '../workspace/write-report.js';
import { ChangeQueue, type Job } from './change-queue.js';
import type { Reading } from './figures-plan.js';
import { FolderModel } from './folder-model.js';
import type { HistoryReading } from './history-state.js';
import type { Edit } from './shift-findings.js';

export type FolderState =
  | { readonly is: 'scanning'; readonly progress: Progress | null }
  | { readonly is: 'ready' }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly message: string };

export interface FolderEvents {
  /** Findings of these paths are others now. */
  onFindings(paths: readonly string[]): void;
  /** An edit of these paths has been worked in, whether or not it changed a finding. */
  onSettled(paths: readonly string[]): void;
  onState(): void;
  /** Customers, skipped files or the configuration changed. */
  onSummary(): void;
}

export interface FolderOptions {
  readonly root: string;
  /** Globs of files that the editor hides. */
  readonly exclude: () => readonly string[];
  readonly cacheFolder: string | null;
  /** The client of the running worker; another one after a worker died or was restarted. */
  readonly client: () => SessionClient;
  readonly events: FolderEvents;
  /** Whether git may be asked now. */
  readonly mayReadHistory: () => boolean;
  /** Items of trackers, as far as they are known here. */
  readonly items: () => readonly TrackerItem[];
  /** What they are known not to find. */
  readonly missing: () => readonly MissingKeys[];
  /** Text that editors have not saved; a scan reads the disk, so this is worked in after it. */
  readonly unsaved: () => readonly Change[];
}

/** How long a pointer that rests waits for the chain behind a finding, in milliseconds. */
const explainLimit = 300;

/** One workspace folder: drives its session and holds what is known of it. */
export class FolderSession {
  readonly model = new FolderModel();
  readonly #options: FolderOptions;
  readonly #queue = new ChangeQueue({ run: (job) => this.#perform(job) });
  #state: FolderState = { is: 'scanning', progress: null };
  #history: HistoryReading = { is: 'waiting' };
  #abort = new AbortController();
  #assessing = new AbortController();
  #client: SessionClient | null = null;
  #retried = false;

  constructor(options: FolderOptions) {
    this.#options = options;
  }

  get root(): string {
    return this.#options.root;
  }

  /** What words about one-offs depend on now. */
  get reading(): Reading {
    return this.model.reading(new Date().toISOString());
  }

  get state(): FolderState {
    return this.#state;
  }

  get history(): HistoryReading {
    return this.#history;
  }

  get idle(): boolean {
    return this.#queue.idle;
  }

  scan(): void {
    const running = this.#abort;
    this.#abort = new AbortController();
    running.abort();
    this.#assessing.abort();
    this.#enter({ is: 'scanning', progress: null });
    this.#queue.scan();
  }

  change(change: Change, delay: number): void {
    this.#queue.push(change, delay);
  }

  /** Unsaved text of a file after these edits. */
  edit(path: string, edits: readonly Edit[], text: string, delay: number): void {
    this.model.applyEdits(path, edits);
    this.change({ path, type: 'changed', text }, delay);
  }

  /** Stops a running scan, or the reading of the history; updates are too short to be worth it. */
  cancel(): void {
    if (this.#state.is === 'scanning') this.#abort.abort();
    this.#assessing.abort();
  }

  /** Finds out anew how old the one-offs are, what they cost and who asked, beside whatever else goes on. */
  async assess(): Promise<void> {
    this.#assessing.abort();
    const abort = (this.#assessing = new AbortController());
    const client = this.#client;
    // A scan that is going on ends in an assessment.
    if (!client || this.#state.is !== 'ready') return;
    const history = this.#options.mayReadHistory();
    const enter = (reading: HistoryReading): void => {
      if (abort !== this.#assessing) return;
      this.#history = reading;
      this.#options.events.onState();
    };
    enter(history ? { is: 'reading', progress: null } : { is: 'waiting' });
    const onProgress = (progress: Progress): void => {
      enter({ is: 'reading', progress });
    };
    try {
      await client.assess(
        this.root,
        { history, drift: history, items: this.#options.items(), missing: this.#options.missing() },
        { ...this.#listener, ...(history && { onProgress }) },
        abort.signal,
      );
      if (history) enter({ is: 'read' });
      // A plan of everything is a large message; without decisions nothing of it shows.
      if (existsSync(decisionFolder(this.root, this.model.config.file))) await this.plan();
    } catch (error) {
      enter(error instanceof CancelledError ? { is: 'cancelled' } : { is: 'failed', message: messageOf(error) });
    }
  }

  /** The chain behind a finding; empty where it can't be had in time, as while a scan is going on. */
  async explain(finding: string): Promise<readonly Step[]> {
    const late = new Promise<readonly Step[]>((resolve) => setTimeout(resolve, explainLimit, []));
    const asked = this.#client?.explain(this.root, finding, new AbortController().signal) ?? [];
    return Promise.race([asked, late]).catch(() => []);
  }

  /** Where a comment goes that ignores or annotates a place of the file with this text; null where none can stand, or before the first scan. */
  async placeDirective(path: string, text: string, wanted: WantedDirective): Promise<Insertion | null> {
    return (await this.#client?.placeDirective({ root: this.root, path, text, ...wanted })) ?? null;
  }

  /** A file as a commit left it, or as it was before; null where there was none. */
  async committedText(file: CommittedFile): Promise<string | null> {
    return (await this.#client?.committedText(this.root, file, new AbortController().signal)) ?? null;
  }

  /** What a team can decide about; decisions show at the one-offs from then on. */
  async plan(): Promise<Planned> {
    const planned = await this.#scanned().plan(this.root, { items: this.#options.items() });
    this.model.applyPlan(planned.plan);
    this.#options.events.onSummary();
    return planned;
  }

  /** Writes down a decision; rejects with what is wrong or missing. Gives the absolute path of its file. */
  async decide(customization: string, verdict: Verdict): Promise<string> {
    return this.#scanned().decide(this.root, { items: this.#options.items(), customization, verdict });
  }

  /** The text that the command line would write. */
  async report(request: ReportRequest, trackers: readonly TrackerCoverage[], signal: AbortSignal): Promise<string> {
    return this.#scanned().report(this.root, request, trackers, signal);
  }

  #scanned(): SessionClient {
    if (!this.#client) throw new Error('The folder has not been scanned yet.');
    return this.#client;
  }

  async dispose(): Promise<void> {
    this.#queue.dispose();
    this.#abort.abort();
    this.#assessing.abort();
    await this.#client?.close(this.root);
  }

  async #perform(job: Job): Promise<void> {
    const abort = this.#abort;
    try {
      if (job.scan) await this.#scan();
      else await this.#update(job.changes);
    } catch (error) {
      // Another scan was asked for meanwhile; how this one ended is of no interest.
      if (abort === this.#abort) this.#report(error);
    }
  }

  async #scan(): Promise<void> {
    const { root, exclude, cacheFolder, unsaved } = this.#options;
    const client = this.#connect();
    this.#enter({ is: 'scanning', progress: null });
    const onProgress = (progress: Progress): void => {
      this.#enter({ is: 'scanning', progress });
    };
    await client.scan({ root, exclude: exclude(), cacheFolder }, { ...this.#listener, onProgress }, this.#abort.signal);
    this.model.markFirstScan();
    this.#retried = false;
    for (const change of unsaved()) this.change(change, 0);
    this.#enter({ is: 'ready' });
    void this.assess();
  }

  async #update(changes: readonly Change[]): Promise<void> {
    // After a scan that was cancelled or failed there is nothing to update.
    if (!this.model.summary) return;
    const { root, events } = this.#options;
    const client = this.#options.client();
    if (client !== this.#client) {
      this.scan();
      return;
    }
    await client.update(root, changes, this.#listener, new AbortController().signal);
    const paths = changes.map(({ path }) => path);
    this.#settle(paths);
    events.onSettled(paths);
  }

  /** A fresh worker sends everything again, so nothing older may stay. */
  #connect(): SessionClient {
    const client = this.#options.client();
    if (client !== this.#client) this.#options.events.onFindings(this.model.clear());
    this.#client = client;
    return client;
  }

  readonly #listener = {
    onFindings: (files: readonly FileFindings[]): void => {
      const shown = this.model.applyFindings(files);
      this.#settle(files.map(([path]) => path));
      this.#options.events.onFindings(shown);
    },
    onSummary: (summary: FolderSummary): void => {
      const isLinkedAnew = JSON.stringify(summary.config.links) !== JSON.stringify(this.model.config.links);
      this.model.applySummary(summary);
      this.#options.events.onSummary();
      if (isLinkedAnew) void this.assess();
    },
  };

  /** A file that was edited again meanwhile keeps what was moved with its text. */
  #settle(paths: readonly string[]): void {
    for (const path of paths) if (!this.#queue.waitsFor(path)) this.model.settle(path);
  }

  #report(error: unknown): void {
    if (error instanceof CancelledError) this.#enter({ is: 'cancelled' });
    else if (error instanceof WorkerEndedError && !this.#retried) {
      this.#retried = true;
      this.scan();
    } else this.#enter({ is: 'failed', message: messageOf(error) });
  }

  #enter(state: FolderState): void {
    this.#state = state;
    this.#options.events.onState();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
