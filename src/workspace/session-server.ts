import { withTrackers } from '../assess/tracker-coverage.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Report } from '../model/report.js';
import { isRequest, type Channel, type FileFindings, type Reply, type Request } from './session-protocol.js';
import type { Progress, Session } from './session.js';
import { writeReport } from './write-report.js';

/** Characters of findings in one message: few enough that reading it never holds up the extension host, whatever the findings carry. */
const batchSize = 20_000;

/** How often a scan tells how far it is, in milliseconds. */
const progressInterval = 50;

export type ScanMessage = Extract<Request, { type: 'scan' }>;
type AssessMessage = Extract<Request, { type: 'assess' }>;
type PlaceMessage = Extract<Request, { type: 'place-directive' }>;
export type OpenFolder = (request: ScanMessage) => Promise<Session>;

interface Folder {
  readonly opened: Promise<Session>;
  /** The findings that the other side holds, as text to compare with. */
  readonly sent: Map<string, string>;
  sentSummary: string;
}

/** Answers requests by driving one session per folder, and sends only what the other side does not hold yet. */
export class SessionServer {
  readonly #channel: Channel;
  readonly #open: OpenFolder;
  readonly #folders = new Map<string, Folder>();
  readonly #running = new Map<number, AbortController>();
  /** The first is being sent. */
  readonly #waiting: Reply[] = [];

  constructor(channel: Channel, open: OpenFolder) {
    this.#channel = channel;
    this.#open = open;
    channel.on('message', (message) => {
      if (isRequest(message)) void this.#answer(message);
    });
  }

  /**
   * Messages go out in order, with a pause after findings: whatever waits at a port is taken from it in one go, and that would hold up the
   * other side.
   */
  #post(message: Reply): void {
    this.#waiting.push(message);
    if (this.#waiting.length === 1) this.#sendNext();
  }

  #sendNext(): void {
    const [message] = this.#waiting;
    if (!message) return;
    this.#channel.postMessage(message);
    const next = (): void => {
      this.#waiting.shift();
      this.#sendNext();
    };
    if (message.type === 'findings') setTimeout(next, 2);
    else next();
  }

  async #answer(request: Request): Promise<void> {
    if (request.type === 'cancel') {
      this.#running.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    this.#running.set(request.id, controller);
    try {
      await this.#perform(request, controller.signal);
      this.#post({ type: 'done', id: request.id });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#post({ type: 'failed', id: request.id, message, cancelled: controller.signal.aborted });
    } finally {
      this.#running.delete(request.id);
    }
  }

  async #perform(request: Exclude<Request, { type: 'cancel' }>, signal: AbortSignal): Promise<void> {
    if (request.type === 'scan') return this.#scan(request, signal);
    const folder = this.#folders.get(request.root);
    if (!folder) return;
    if (request.type === 'update') return this.#update(request, folder, signal);
    if (request.type === 'assess') return this.#assess(request, folder, signal);
    if (request.type === 'place-directive') return this.#placeDirective(request, folder);
    if (request.type === 'committed-text') return this.#committedText(request, folder, signal);
    if (request.type === 'explain') return this.#explain(request, folder);
    if (request.type === 'plan' || request.type === 'decide') return this.#plan(request, folder);
    if (request.type === 'report') return this.#report(request, folder);
    this.#folders.delete(request.root);
    const session = await folder.opened;
    await session.dispose();
  }

  async #scan(request: ScanMessage, signal: AbortSignal): Promise<void> {
    const folder = this.#folder(request);
    const session = await folder.opened;
    this.#sendAll(request.id, folder, session, await session.scan(signal, this.#progressOf(request.id)));
  }

  async #assess({ id, history, months, drift, items, missing }: AssessMessage, folder: Folder, signal: AbortSignal): Promise<void> {
    const session = await folder.opened;
    const wanted = {
      history,
      items,
      ...(months !== undefined && { months }),
      ...(drift !== undefined && { drift }),
      ...(missing && { missing }),
    };
    this.#sendAll(id, folder, session, await session.assess(wanted, signal, this.#progressOf(id)));
  }

  async #update(request: Extract<Request, { type: 'update' }>, folder: Folder, signal: AbortSignal): Promise<void> {
    const session = await folder.opened;
    const delta = await session.update(request.changes, signal);
    this.#sendSummary(request.id, folder, session);
    this.#sendFindings(request.id, folder, delta.files);
  }

  async #explain({ id, finding }: Extract<Request, { type: 'explain' }>, folder: Folder): Promise<void> {
    const session = await folder.opened;
    this.#post({ type: 'explanation', id, steps: session.explain(finding)?.steps ?? [] });
  }

  async #committedText(request: Extract<Request, { type: 'committed-text' }>, folder: Folder, signal: AbortSignal): Promise<void> {
    const session = await folder.opened;
    const text = await session.committedText(request, signal);
    this.#post({ type: 'committed-text', id: request.id, text });
  }

  async #plan(request: Extract<Request, { type: 'plan' | 'decide' }>, folder: Folder): Promise<void> {
    const { id } = request;
    const session = await folder.opened;
    if (request.type === 'plan') this.#post({ type: 'planned', id, planned: session.plan(request) });
    else this.#post({ type: 'decided', id, file: session.decide(request).file });
  }

  async #report({ id, request, trackers }: Extract<Request, { type: 'report' }>, folder: Folder): Promise<void> {
    const session = await folder.opened;
    const { text } = await writeReport(session, withTrackers(session.report(), trackers), request);
    this.#post({ type: 'report', id, text });
  }

  async #placeDirective({ id, path, text, line, verb, rest }: PlaceMessage, folder: Folder): Promise<void> {
    const session = await folder.opened;
    const insertion = await session.placeDirective({ path, text }, { line, verb, rest });
    this.#post({ type: 'directive-place', id, insertion });
  }

  /** A folder that could not be opened is opened anew by the next scan. */
  #folder(request: ScanMessage): Folder {
    const known = this.#folders.get(request.root);
    if (known) return known;
    const folder = { opened: this.#open(request), sent: new Map<string, string>(), sentSummary: '' };
    this.#folders.set(request.root, folder);
    folder.opened.catch(() => this.#folders.delete(request.root));
    return folder;
  }

  #progressOf(id: number): (progress: Progress) => void {
    let told = 0;
    return (progress) => {
      const now = performance.now();
      if (now - told < progressInterval && progress.done < progress.total) return;
      told = now;
      this.#post({ type: 'progress', id, progress });
    };
  }

  #sendAll(id: number, folder: Folder, session: Session, report: Report): void {
    const files = new Map(groupBy(report.findings, ({ path }) => path));
    for (const path of folder.sent.keys()) if (!files.has(path)) files.set(path, []);
    this.#sendSummary(id, folder, session);
    this.#sendFindings(id, folder, files);
  }

  #sendSummary(id: number, folder: Folder, session: Session): void {
    const { customers, directives, skipped, stats, history, hotspots, requests, drift } = session.report();
    const { config, file, customerFiles, problems } = session.configuration();
    const assessed = {
      ...(history && { history }),
      ...(hotspots && { hotspots }),
      ...(requests && { requests }),
      ...(drift && { drift }),
    };
    const inForce = { file, customerFiles, problems, severities: config.severities, trackers: config.trackers, links: config.links };
    const summary = { customers, directives, skipped, stats, ...assessed, config: inForce };
    const text = JSON.stringify({ ...summary, stats: null });
    if (text === folder.sentSummary) return;
    folder.sentSummary = text;
    this.#post({ type: 'summary', id, summary });
  }

  #sendFindings(id: number, folder: Folder, files: ReadonlyMap<string, readonly Finding[]>): void {
    let batch: FileFindings[] = [];
    let size = 0;
    const flush = (): void => {
      if (batch.length > 0) this.#post({ type: 'findings', id, files: batch });
      batch = [];
      size = 0;
    };
    for (const [path, findings] of files) {
      const text = JSON.stringify(findings);
      if ((folder.sent.get(path) ?? '[]') === text) continue;
      if (findings.length > 0) folder.sent.set(path, text);
      else folder.sent.delete(path);
      batch.push([path, findings]);
      size += text.length;
      if (size >= batchSize) flush();
    }
    flush();
  }
}
