import type { Verdict } from '../assess/decide.js';
import type { WorkDone } from '../assess/red-flag-facts.js';
import type { Config } from '../model/config.js';
import type { Insertion, WantedDirective } from '../facts/place-directive.js';
import type { Explanation, PlaceExplanation } from '../model/explanation.js';
import type { Finding, Kind } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { MissingKeys } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { CommittedFile } from '../history/committed-text.js';
import type { GitEvidence } from '../link/forks/git-evidence.js';
import type { ConfigProblem } from './config-document.js';
import type { AskedPlace } from './explain-place.js';
import type { Decided, Planned } from './plan-workspace.js';

/** How far a scan has come. */
export interface Progress {
  readonly step: 'discover' | 'parse' | 'link' | 'detect' | 'history';
  readonly done: number;
  /** 0 while the total is not known. */
  readonly total: number;
}

/** What an assessment shall take into account. */
export interface AssessRequest {
  /** Whether git is read; without it none is started. */
  readonly history: boolean;
  /** Length of the window in months; the configuration's where it is left out. */
  readonly months?: number;
  /** Whether forks and branches of customers are compared with what they come from; takes git too. */
  readonly drift?: boolean;
  /** Items of trackers that findings are linked to. */
  readonly items: readonly TrackerItem[];
  /** What trackers do not find by its key; requests say so. */
  readonly missing?: readonly MissingKeys[];
}

/** A file that changed since the last scan or update. */
export interface Change {
  /** Posix path relative to the root. */
  readonly path: string;
  readonly type: 'changed' | 'deleted';
  /** Unsaved text of an editor; it counts until a change without text comes. Without it the file is read from disk. */
  readonly text?: string;
}

export interface FindingFilter {
  readonly path?: string;
  readonly kind?: Kind;
  readonly customer?: string;
}

/** What an update changed; paths whose findings are as before are left out. */
export interface Delta {
  readonly files: ReadonlyMap<string, readonly Finding[]>;
  /** True when customers changed too; ask `report()` for them. */
  readonly customersChanged: boolean;
}

/** The configuration in force, which is the last good one when its file is broken now. */
export interface Configuration {
  readonly config: Config;
  /** Absolute path of the nearest configuration file, or null. */
  readonly file: string | null;
  /** Absolute paths of the customer files that it names. */
  readonly customerFiles: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

export interface PlanRequest {
  /** Items of trackers, as far as they were asked. */
  readonly items: readonly TrackerItem[];
}

export interface DecideRequest {
  /** Id. */
  readonly customization: string;
  readonly verdict: Verdict;
}

/**
 * One workspace folder. The only state of One-Off; the extension, the command line and the tests all drive this.
 * Work is done one piece at a time. Whatever is aborted or overtaken rejects with an error named `AbortError` and leaves the state as it
 * was; the changes of an overtaken update are part of the one that overtook it.
 */
export interface Session {
  scan(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report>;
  update(changes: readonly Change[], signal?: AbortSignal): Promise<Delta>;
  /**
   * Finds out how old the findings are, what they cost and who asked for them. Scans first where nothing was scanned. What it found is
   * part of reports, findings and deltas until the next assessment, also of findings that moved meanwhile.
   */
  assess(request: AssessRequest, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report>;
  /**
   * Lets what git shows of copies count among the evidence for forks, here and in later scans; an assessment of drift does so too. Scans
   * first where nothing was scanned. What keeps git from it is a notice of the report. Starts git.
   */
  readCopies(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Report>;
  /** What git has shown so far of the files of forks. */
  gitEvidence(): GitEvidence;
  /** Throws before the first scan or update. */
  report(): Report;
  findings(filter?: FindingFilter): readonly Finding[];
  /** The chain behind one finding; undefined when there is no finding of that id. */
  explain(id: string): Explanation | undefined;
  explainPlace(place: AskedPlace): PlaceExplanation;
  /** Where a comment goes that ignores or annotates a place of a file with this text; null where none can stand. */
  placeDirective(file: { readonly path: string; readonly text: string }, wanted: WantedDirective): Promise<Insertion | null>;
  /** A file as a commit left it; null where there was none. Starts git. */
  committedText(file: CommittedFile, signal?: AbortSignal): Promise<string | null>;
  configuration(): Configuration;
  /** What the last scan found as a team decides about it, with the decisions that stand. */
  plan(request: PlanRequest): Planned;
  /** Writes down a decision about one customization of the plan. Throws DecisionError with what is wrong or missing. */
  decide(request: PlanRequest & DecideRequest): Decided;
  /** What the last assessment was told of the work around the code, for red flags. */
  workDone(): WorkDone;
  /** Why a path (posix, relative to the root) is not part of the workspace; null when it is. */
  whyLeftOut(path: string): string | null;
  dispose(): Promise<void>;
}
