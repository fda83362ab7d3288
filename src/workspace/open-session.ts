import { statSync } from 'node:fs';
import path from 'node:path';
import { loadParser, type ParserName } from '../facts/parse.js';
import { placeDirective, type Insertion, type WantedDirective } from '../facts/place-directive.js';
import type { WorkDone } from '../assess/red-flag-facts.js';
import { noGitEvidence, type GitEvidence } from '../link/forks/git-evidence.js';
import { Verifier } from '../link/forks/verify.js';
import { committedText, type CommittedFile } from '../history/committed-text.js';
import { Git } from '../history/git.js';
import type { Explanation, PlaceExplanation } from '../model/explanation.js';
import type { Finding } from '../model/finding.js';
import { schemaVersion, type Report } from '../model/report.js';
import { tool } from '../report/tool.js';
import { assessedCustomers, assessedFindings, assessSnapshot, type Assessment } from './assess-snapshot.js';
import { buildSnapshot, type Surroundings, type Work } from './build-snapshot.js';
import { chooseParser, SessionError } from './choose-parser.js';
import { openCopiesCache } from './copies-cache.js';
import type { FolderReader } from './discover.js';
import { deltaBetween } from './delta-between.js';
import { explainPlace, type AskedPlace } from './explain-place.js';
import { Explanations } from './explanations.js';
import { prefixOf } from './compare-baseline.js';
import { deadBudgets } from './dead-budgets.js';
import { FactsCache } from './facts-cache.js';
import type { ForkPast } from './fork-past.js';
import { HistoryCache } from './history-cache.js';
import { ParsePool } from './parse-pool.js';
import { patchSnapshot, withForksJudged } from './patch-snapshot.js';
import { decideInWorkspace, planWorkspace, type Decided, type PlanGround, type Planned } from './plan-workspace.js';
import { copiesLimit, isSameEvidence, readCopies } from './read-copies.js';
import type { FileReader } from './read-source.js';
import type {
  AssessRequest,
  Change,
  Configuration,
  DecideRequest,
  Delta,
  FindingFilter,
  PlanRequest,
  Progress,
  Session,
} from './session.js';
import { directiveReport, skippedFiles, statsOf, type Snapshot } from './snapshot.js';
import { sourceReader } from './source-text.js';

export interface SessionOptions {
  /** The folder to scan; relative paths are relative to the process. */
  readonly root: string;
  /** Use this configuration instead of the nearest one. */
  readonly configFile?: string | undefined;
  /** `auto` is the fastest parser that loads here. */
  readonly parser?: ParserName | 'auto';
  /** Folder for the cache of facts, or null for none. */
  readonly cacheFolder: string | null;
  /** Globs relative to the root that are left out too: the editor's `files.exclude`. */
  readonly excludes?: readonly string[];
  /** Called with a line for whoever looks for the cause of something odd. */
  readonly log?: (line: string) => void;
  /** False to look for no forks, whatever the configuration says. */
  readonly forks?: boolean;
  /** What git shows of the files of forks, as far as it was asked. */
  readonly gitEvidence?: GitEvidence;
  /** The day, as ISO date, by which flags are judged to have expired; that of the system's clock in UTC unless given. */
  readonly today?: () => string;
  /** Put in by tests: parts of the world that fail. */
  readonly worker?: URL;
  readonly git?: string;
  readonly readFile?: FileReader;
  readonly folders?: FolderReader;
}

/** Opens a folder without reading it yet. Throws SessionError when there is no such folder or the parser does not load here. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const root = path.resolve(options.root);
  const status = statSync(root, { throwIfNoEntry: false });
  if (!status) throw new SessionError(`There is no folder ${root}. Check the path.`);
  if (!status.isDirectory()) throw new SessionError(`${root} is not a folder. Give the folder that holds it.`);
  return new WorkspaceSession(root, await chooseParser(options.parser ?? 'auto'), options);
}

function systemDay(): string {
  return new Date().toISOString().slice(0, 10);
}

class WorkspaceSession implements Session {
  #around: Surroundings;
  readonly #parser: ParserName;
  readonly #pool: ParsePool;
  readonly #overlays = new Map<string, string>();
  /** Changes that no finished piece of work has taken up. */
  readonly #pending = new Map<string, Change>();
  #snapshot: Snapshot | null = null;
  readonly #git: Git;
  #assessment: Assessment | null = null;
  /** What kept git from showing copies; null where it was not asked. */
  #copyNotices: readonly string[] | null = null;
  #explanations: Explanations | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #scanning = new AbortController();
  #updating = new AbortController();
  #assessing = new AbortController();

  constructor(root: string, parser: ParserName, options: SessionOptions) {
    const { configFile, cacheFolder, excludes = [], log = () => undefined, today = systemDay, worker, git, readFile, folders } = options;
    const { forks = true, gitEvidence = noGitEvidence } = options;
    this.#parser = parser;
    this.#git = new Git(root, git);
    this.#pool = new ParsePool({ parser, ...(worker && { worker }) });
    this.#around = {
      root,
      configFile: configFile === undefined ? undefined : path.resolve(configFile),
      excludes,
      pool: this.#pool,
      overlays: this.#overlays,
      openCache: () => (cacheFolder === null ? null : new FactsCache({ folder: cacheFolder, root, parser, log })),
      openHistoryStore: () => (cacheFolder === null ? null : new HistoryCache(cacheFolder, log)),
      openCopiesStore: () => (cacheFolder === null ? null : openCopiesCache(cacheFolder, root, log)),
      git,
      log,
      forks,
      gitEvidence,
      verifier: new Verifier(),
      today,
      readFile,
      folders,
    };
  }

  async scan(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report> {
    this.#scanning = overtake(this.#scanning);
    await this.#inTurn([this.#scanning.signal, signal], async (work) => {
      const taken = [...this.#pending.values()];
      this.#snapshot = await buildSnapshot(this.#around, this.#snapshot, { ...work, onProgress });
      this.#settled(taken);
    });
    return this.report();
  }

  async update(changes: readonly Change[], signal?: AbortSignal): Promise<Delta> {
    for (const change of changes) {
      this.#pending.set(change.path, change);
      if (change.text === undefined) this.#overlays.delete(change.path);
      else this.#overlays.set(change.path, change.text);
    }
    this.#updating = overtake(this.#updating);
    return this.#inTurn([this.#updating.signal, signal], async (work) => {
      const before = this.#snapshot;
      const taken = [...this.#pending.values()];
      const after = before ? await patchSnapshot(this.#around, before, taken, work) : await buildSnapshot(this.#around, null, work);
      this.#snapshot = after;
      this.#settled(taken);
      return deltaBetween(before, after, this.#assessment);
    });
  }

  async assess(request: AssessRequest, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report> {
    this.#assessing = overtake(this.#assessing);
    const signals = [this.#assessing.signal, ...(signal ? [signal] : [])];
    const scanned = await this.#scannedOnce(signals, onProgress);
    // Git may take long, so edits are worked in beside it.
    const stop = AbortSignal.any(signals);
    const { snapshot, past } = request.drift === true ? await this.#judgeForks(scanned, signals) : { snapshot: scanned, past: null };
    const assessment = await assessSnapshot(this.#around, snapshot, { ...request, past }, { signal: stop, onProgress });
    stop.throwIfAborted();
    this.#assessment = assessment;
    return this.report();
  }

  async readCopies(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report> {
    this.#assessing = overtake(this.#assessing);
    const signals = signal ? [this.#assessing.signal, signal] : [this.#assessing.signal];
    onProgress?.({ step: 'history', done: 0, total: 0 });
    await this.#judgeForks(await this.#scannedOnce(signals, onProgress), signals, copiesLimit);
    return this.report();
  }

  #scannedOnce(signals: readonly AbortSignal[], onProgress: Work['onProgress']): Promise<Snapshot> {
    return this.#inTurn(signals, async (work) => {
      return (this.#snapshot ??= await buildSnapshot(this.#around, null, { ...work, onProgress }));
    });
  }

  /** Lets what git shows of the forks' files count among the evidence for them; it does so until git is asked again. */
  async #judgeForks(
    scanned: Snapshot,
    signals: readonly AbortSignal[],
    timeout?: number,
  ): Promise<{ readonly snapshot: Snapshot; readonly past: ForkPast | null }> {
    const signal = AbortSignal.any([...signals]);
    const read = await readCopies(this.#around, await this.#withoutGit(scanned, signal), { signal, timeout });
    const { evidence = noGitEvidence, past = null } = read ?? {};
    const judged = isSameEvidence(evidence, this.#around.gitEvidence) ? scanned : await this.#judgeBy(evidence, signals);
    this.#copyNotices = read?.notices ?? null;
    return { snapshot: judged, past };
  }

  /** Git is always asked about the forks that there are without it, so that asking again changes nothing. */
  async #withoutGit(scanned: Snapshot, signal: AbortSignal): Promise<Snapshot> {
    if (isSameEvidence(this.#around.gitEvidence, noGitEvidence)) return scanned;
    return withForksJudged({ ...this.#around, gitEvidence: noGitEvidence }, scanned, { signal });
  }

  #judgeBy(gitEvidence: GitEvidence, signals: readonly AbortSignal[]): Promise<Snapshot> {
    return this.#inTurn(signals, async (work) => {
      this.#around = { ...this.#around, gitEvidence };
      return (this.#snapshot = await withForksJudged(this.#around, this.#scanned(), work));
    });
  }

  gitEvidence(): GitEvidence {
    return this.#around.gitEvidence;
  }

  report(): Report {
    const snapshot = this.#scanned();
    const { findings, customers } = snapshot;
    return {
      schemaVersion,
      tool,
      root: this.#around.root,
      customers: assessedCustomers(customers, this.#assessment),
      findings: assessedFindings([...findings.values()].flat(), this.#assessment),
      directives: directiveReport(snapshot),
      skipped: skippedFiles(snapshot),
      stats: statsOf(snapshot),
      ...this.#assessment?.report,
      ...(this.#copyNotices && { copies: { notices: this.#copyNotices } }),
    };
  }

  findings({ path: file, kind, customer }: FindingFilter = {}): readonly Finding[] {
    const { findings } = this.#scanned();
    const considered = file === undefined ? [...findings.values()].flat() : (findings.get(file) ?? []);
    return assessedFindings(considered, this.#assessment).filter(
      (finding) => (kind === undefined || finding.kind === kind) && (customer === undefined || finding.customers.includes(customer)),
    );
  }

  explain(id: string): Explanation | undefined {
    const snapshot = this.#scanned();
    if (this.#explanations?.snapshot !== snapshot) this.#explanations = new Explanations(snapshot, sourceReader(this.#around, snapshot));
    return this.#explanations.of(id);
  }

  explainPlace(place: AskedPlace): PlaceExplanation {
    const snapshot = this.#scanned();
    const explained = explainPlace(snapshot, place, sourceReader(this.#around, snapshot));
    const assessed = (finding: Finding): Finding => ({ ...finding, ...this.#assessment?.findings.get(finding.id) });
    return {
      ...explained,
      findings: explained.findings.map((each) => ({ ...each, finding: assessed(each.finding) })),
      within: explained.within.map(assessed),
    };
  }

  async placeDirective(
    { path: file, text }: { readonly path: string; readonly text: string },
    wanted: WantedDirective,
  ): Promise<Insertion | null> {
    await loadParser(this.#parser);
    return placeDirective(text, file, this.#parser, wanted);
  }

  committedText(file: CommittedFile, signal?: AbortSignal): Promise<string | null> {
    return committedText(this.#git, file, signal);
  }

  configuration(): Configuration {
    const { loaded, files, customers } = this.#scanned();
    const { config, file, customerFiles, problems } = loaded;
    const prefix = file === null ? '' : prefixOf(this.#around.root, file);
    const dead = deadBudgets(loaded, { paths: files.keys(), customers, prefix });
    return { config, file, customerFiles, problems: [...problems, ...dead] };
  }

  workDone(): WorkDone {
    return this.#assessment?.workDone ?? { items: null, commits: null, window: null };
  }

  plan(request: PlanRequest): Planned {
    return planWorkspace(this.#ground(request));
  }

  decide({ customization, verdict, ...request }: PlanRequest & DecideRequest): Decided {
    return decideInWorkspace(this.#ground(request), customization, verdict);
  }

  #ground({ items }: PlanRequest): PlanGround {
    return {
      root: this.#around.root,
      report: this.report(),
      configuration: this.configuration(),
      items,
      today: this.#around.today(),
      months: this.#assessment?.months ?? this.configuration().config.debt.months,
      debtOf: this.#assessment?.together ?? (() => null),
      collateralSince: this.#assessment?.collateralSince ?? (() => null),
    };
  }

  whyLeftOut(file: string): string | null {
    const { inclusion, unread } = this.#scanned();
    return unread.get(file) ?? inclusion.why(file);
  }

  async dispose(): Promise<void> {
    this.#scanning.abort();
    this.#updating.abort();
    this.#assessing.abort();
    await this.#last;
    await this.#pool.close();
  }

  #scanned(): Snapshot {
    if (!this.#snapshot) throw new Error('The folder has not been scanned yet.');
    return this.#snapshot;
  }

  /** Runs the task when all before it are done. */
  #inTurn<T>(signals: readonly (AbortSignal | undefined)[], task: (work: Work) => Promise<T>): Promise<T> {
    const signal = AbortSignal.any(signals.filter((candidate) => candidate !== undefined));
    const result = this.#last.then(() => {
      signal.throwIfAborted();
      return task({ signal });
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** A change that came again while its forerunner was worked on stays pending. */
  #settled(taken: readonly Change[]): void {
    for (const change of taken) if (this.#pending.get(change.path) === change) this.#pending.delete(change.path);
  }
}

function overtake(running: AbortController): AbortController {
  running.abort();
  return new AbortController();
}
