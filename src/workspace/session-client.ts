import type { Insertion } from '../facts/place-directive.js';
import {
  isReply,
  type Channel,
  type DirectiveRequest,
  type FileFindings,
  type FolderSummary,
  type Reply,
  type Request,
} from './session-protocol.js';
import type { CommittedFile } from '../history/committed-text.js';
import type { Step } from '../model/explanation.js';
import type { TrackerCoverage } from '../model/request.js';
import type { Planned } from './plan-workspace.js';
import type { AssessRequest, Change, DecideRequest, PlanRequest, Progress } from './session.js';
import type { ReportRequest } from './write-report.js';

/** What a folder's scan or update tells while it runs. */
export interface Listener {
  onFindings?(files: readonly FileFindings[]): void;
  /** Customers, skipped files or configuration are not as before. */
  onSummary?(summary: FolderSummary): void;
  onProgress?(progress: Progress): void;
  onDirectivePlace?(insertion: Insertion | null): void;
  onExplanation?(steps: readonly Step[]): void;
  onCommittedText?(text: string | null): void;
  onPlanned?(planned: Planned): void;
  onDecided?(file: string): void;
  onReport?(text: string): void;
}

export interface ScanRequest {
  readonly root: string;
  /** Globs of files that the editor hides; on top of the configuration's. */
  readonly exclude: readonly string[];
  /** Where facts are kept between windows, or null. */
  readonly cacheFolder: string | null;
}

/** A scan or update that was stopped by its signal. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** The thread with the sessions died. */
export class WorkerEndedError extends Error {
  override readonly name = 'WorkerEndedError';
}

interface Pending {
  readonly listener: Listener;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Of a folder that was never scanned. */
const nothingPlanned: Planned = { plan: { asOf: '', customizations: [], settled: [], notices: [] }, problems: [] };

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Drives sessions in another thread. Every promise settles: with the answer, an error, or `fail` when the thread dies. */
export class SessionClient {
  readonly #channel: Channel;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.on('message', (message) => {
      if (isReply(message)) this.#receive(message);
    });
  }

  /** Opens the folder's session on first use and scans all of it. */
  scan(request: ScanRequest, listener: Listener, signal: AbortSignal): Promise<void> {
    return this.#ask({ type: 'scan', ...request }, listener, signal);
  }

  update(root: string, changes: readonly Change[], listener: Listener, signal: AbortSignal): Promise<void> {
    return this.#ask({ type: 'update', root, changes }, listener, signal);
  }

  /** Ages, costs and requests of the findings of the last scan; nothing where the folder was never scanned. */
  assess(root: string, request: AssessRequest, listener: Listener, signal: AbortSignal): Promise<void> {
    return this.#ask({ type: 'assess', root, ...request }, listener, signal);
  }

  /** The chain behind a finding; empty when the other side has no such finding any more. */
  async explain(root: string, finding: string, signal: AbortSignal): Promise<readonly Step[]> {
    let chain: readonly Step[] = [];
    const onExplanation = (steps: readonly Step[]): void => {
      chain = steps;
    };
    await this.#ask({ type: 'explain', root, finding }, { onExplanation }, signal);
    return chain;
  }

  /** Where a comment goes that ignores or annotates a place; null where none can stand. */
  async placeDirective(request: DirectiveRequest): Promise<Insertion | null> {
    let place: Insertion | null = null;
    const onDirectivePlace = (insertion: Insertion | null): void => {
      place = insertion;
    };
    await this.#ask({ type: 'place-directive', ...request }, { onDirectivePlace }, new AbortController().signal);
    return place;
  }

  /** A file as a commit left it; null where there was none, or no session. */
  async committedText(root: string, file: CommittedFile, signal: AbortSignal): Promise<string | null> {
    let committed: string | null = null;
    const onCommittedText = (text: string | null): void => {
      committed = text;
    };
    await this.#ask({ type: 'committed-text', root, ...file }, { onCommittedText }, signal);
    return committed;
  }

  /** What the last scan found as a team decides about it. */
  async plan(root: string, request: PlanRequest): Promise<Planned> {
    let answer = nothingPlanned;
    const onPlanned = (planned: Planned): void => {
      answer = planned;
    };
    await this.#ask({ type: 'plan', root, ...request }, { onPlanned }, new AbortController().signal);
    return answer;
  }

  /** Writes down a decision; gives the absolute path of its file. Rejects with what is wrong or missing. */
  async decide(root: string, request: PlanRequest & DecideRequest): Promise<string> {
    let written = '';
    const onDecided = (file: string): void => {
      written = file;
    };
    await this.#ask({ type: 'decide', root, ...request }, { onDecided }, new AbortController().signal);
    return written;
  }

  /** The text of a report of the last scan, with what is known of the trackers. */
  async report(root: string, request: ReportRequest, trackers: readonly TrackerCoverage[], signal: AbortSignal): Promise<string> {
    let written = '';
    const onReport = (text: string): void => {
      written = text;
    };
    await this.#ask({ type: 'report', root, request, trackers }, { onReport }, signal);
    return written;
  }

  async close(root: string): Promise<void> {
    await this.#ask({ type: 'close', root }, {}, new AbortController().signal);
  }

  /** Ends whatever still waits for an answer. */
  fail(error: Error): void {
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(error);
  }

  #ask(request: WithoutId<Request>, listener: Listener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(new CancelledError('Cancelled.'));
    const id = ++this.#lastId;
    const cancel = (): void => {
      this.#channel.postMessage({ type: 'cancel', id });
    };
    signal.addEventListener('abort', cancel, { once: true });
    return new Promise<void>((resolve, reject) => {
      this.#pending.set(id, { listener, resolve, reject });
      this.#channel.postMessage({ ...request, id });
    }).finally(() => {
      signal.removeEventListener('abort', cancel);
    });
  }

  #receive(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    if (reply.type === 'progress') pending.listener.onProgress?.(reply.progress);
    else if (reply.type === 'findings') pending.listener.onFindings?.(reply.files);
    else if (reply.type === 'explanation') pending.listener.onExplanation?.(reply.steps);
    else if (reply.type === 'directive-place') pending.listener.onDirectivePlace?.(reply.insertion);
    else if (reply.type === 'committed-text') pending.listener.onCommittedText?.(reply.text);
    else if (reply.type === 'planned') pending.listener.onPlanned?.(reply.planned);
    else if (reply.type === 'decided') pending.listener.onDecided?.(reply.file);
    else if (reply.type === 'report') pending.listener.onReport?.(reply.text);
    else if (reply.type === 'summary') pending.listener.onSummary?.(reply.summary);
    else {
      this.#pending.delete(reply.id);
      if (reply.type === 'done') pending.resolve();
      else pending.reject(reply.cancelled ? new CancelledError(reply.message) : new Error(reply.message));
    }
  }
}
