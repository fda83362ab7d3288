import type { Insertion, WantedDirective } from '../facts/place-directive.js';
import { severities, type Severity } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { DirectiveReport } from '../model/directive.js';
import { stepKinds, type Step } from '../model/explanation.js';
import { options } from '../model/debt.js';
import { kinds, type Finding, type Kind } from '../model/finding.js';
import { forkUnits } from '../model/fork.js';
import { requestStates, type TrackerCoverage } from '../model/request.js';
import type { Report, ScanStats, SkippedFile } from '../model/report.js';
import type { CommittedFile } from '../history/committed-text.js';
import { trackerTypes, type ConfiguredLink, type TrackerConfig } from '../model/tracker.js';
import { reportFormats } from '../report/registry.js';
import type { ConfigProblem } from './config-document.js';
import type { Planned } from './plan-workspace.js';
import type { AssessRequest, Change, DecideRequest, PlanRequest, Progress } from './session.js';
import type { ReportRequest } from './write-report.js';

/** Tells the worker to hold sessions; the parse pool starts the same file without it. */
export const sessionThread = { role: 'session' } as const;

export function isSessionThread(workerData: unknown): boolean {
  return isRecord(workerData) && workerData['role'] === sessionThread.role;
}

interface Numbered {
  /** Names the request that a reply belongs to. */
  readonly id: number;
}

/** Where a comment that ignores or annotates a place can stand in a file with this text. */
export interface DirectiveRequest extends WantedDirective {
  readonly root: string;
  readonly path: string;
  readonly text: string;
}

/** What an editor asks of the worker. `root` is the absolute path of a workspace folder. */
export type Request =
  | (Numbered & { readonly type: 'scan'; readonly root: string; readonly exclude: readonly string[]; readonly cacheFolder: string | null })
  | (Numbered & { readonly type: 'update'; readonly root: string; readonly changes: readonly Change[] })
  | (Numbered & AssessRequest & { readonly type: 'assess'; readonly root: string })
  | (Numbered & { readonly type: 'explain'; readonly root: string; readonly finding: string })
  | (Numbered & DirectiveRequest & { readonly type: 'place-directive' })
  | (Numbered & CommittedFile & { readonly type: 'committed-text'; readonly root: string })
  | (Numbered & PlanRequest & { readonly type: 'plan'; readonly root: string })
  | (Numbered & PlanRequest & DecideRequest & { readonly type: 'decide'; readonly root: string })
  | (Numbered & {
      readonly type: 'report';
      readonly root: string;
      readonly request: ReportRequest;
      readonly trackers: readonly TrackerCoverage[];
    })
  | (Numbered & { readonly type: 'cancel' })
  | (Numbered & { readonly type: 'close'; readonly root: string });

/** Findings of a file in place of the earlier ones; empty when it has none any more. */
export type FileFindings = readonly [path: string, findings: readonly Finding[]];

/** What is known of a folder besides its findings; history, hotspots, requests and drift once they were asked for. */
export interface FolderSummary extends Pick<Report, 'history' | 'hotspots' | 'requests' | 'drift'> {
  readonly customers: readonly Customer[];
  readonly directives: DirectiveReport;
  readonly skipped: readonly SkippedFile[];
  readonly stats: ScanStats;
  readonly config: ConfigSummary;
}

export interface ConfigSummary {
  /** Absolute path of the configuration in force, or null. */
  readonly file: string | null;
  /** Absolute paths; a change of one changes the customers. */
  readonly customerFiles: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly severities: Readonly<Record<Kind, Severity>>;
  readonly trackers: readonly TrackerConfig[];
  readonly links: readonly ConfiguredLink[];
}

/** What the worker answers: any number of others before `done` or `failed`, and a `summary`, if it changed, before findings that it tells of. */
export type Reply =
  | (Numbered & { readonly type: 'progress'; readonly progress: Progress })
  | (Numbered & { readonly type: 'findings'; readonly files: readonly FileFindings[] })
  | (Numbered & { readonly type: 'summary'; readonly summary: FolderSummary })
  | (Numbered & { readonly type: 'explanation'; readonly steps: readonly Step[] })
  | (Numbered & { readonly type: 'directive-place'; readonly insertion: Insertion | null })
  | (Numbered & { readonly type: 'committed-text'; readonly text: string | null })
  | (Numbered & { readonly type: 'planned'; readonly planned: Planned })
  | (Numbered & { readonly type: 'decided'; readonly file: string })
  | (Numbered & { readonly type: 'report'; readonly text: string })
  | (Numbered & { readonly type: 'done' })
  | (Numbered & { readonly type: 'failed'; readonly message: string; readonly cancelled: boolean });

/** The end of a thread's message line: a Worker, its `parentPort`, or a MessagePort. */
export interface Channel {
  postMessage(message: Request | Reply): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => typeof value === 'number';
const isFlag: Check = (value) => typeof value === 'boolean';
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const isNull: Check = (value) => value === null;
const isMissing: Check = (value) => value === undefined;
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shape(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value) => isRecord(value) && entries.every(([key, check]) => check(value[key]));
}

const isPosition = shape({ line: isCount, column: isCount });
const isRange = shape({ start: isPosition, end: isPosition });
const isFork = shape({
  unit: oneOf(forkUnits),
  origin: shape({ path: isText, range: either(isNull, isRange) }),
  family: isText,
  subject: isText,
  similarity: isCount,
  sharedLines: isCount,
  forkLines: isCount,
  originLines: isCount,
  leftBehind: list(isText),
});
const isCommit = shape({ commit: isText, date: isText, subject: isText });
const isAge = shape({
  introduced: either(isNull, isCommit),
  lastTouched: either(isNull, isCommit),
  changes: isCount,
  uncommitted: isCount,
  knownBy: list(isText),
});
const isDebt = shape({ sites: isCount, lines: isCount, collateral: either(isNull, isCount), principal: isRecord });
const isFinding = shape({
  id: isText,
  kind: oneOf(kinds),
  path: isText,
  range: isRange,
  region: either(isNull, isRange),
  customers: list(isText),
  evidence: list(isText),
  text: isText,
  age: either(isMissing, isAge),
  debt: either(isMissing, isDebt),
  fork: either(isMissing, isFork),
});
const isFileFindings: Check = (value) => Array.isArray(value) && value.length === 2 && isText(value[0]) && list(isFinding)(value[1]);
const isDirectiveProblem = shape({ path: isText, range: isRange, message: isText, remedy: isText, unused: isFlag });
const isHistory = shape({ head: either(isNull, isText), from: isText, to: isText, commits: isCount, notices: list(isText) });
const isHotspot = shape({ path: isText, isFolder: isFlag, revisions: isCount, complexity: isCount, oneOffs: isCount });
const isTrackerCoverage = shape({ tracker: isText, items: isCount });
const isRequestCoverage = shape({ linked: isCount, of: isCount, trackers: list(isTrackerCoverage) });
const isDriftCoverage = shape({ branches: list(shape({ name: isText, base: isText, behind: isCount })), notices: list(isText) });
const isTrackerItem = shape({
  ...{ tracker: isText, key: isText, title: isText, body: isText, type: isText, status: isText, url: isText },
  ...{ state: oneOf(requestStates), labels: list(isText), customers: list(shape({ name: isText })) },
});
const isConfigProblem = shape({ file: isText, range: isRange, message: isText, remedy: isText });
const isSummary = shape({
  customers: list(shape({ id: isText, name: isText, source: isText })),
  directives: shape({ ignored: isCount, problems: list(isDirectiveProblem) }),
  skipped: list(shape({ path: isText, reason: isText })),
  stats: shape({ files: isCount, lines: isCount }),
  history: either(isMissing, isHistory),
  hotspots: either(isMissing, list(isHotspot)),
  requests: either(isMissing, isRequestCoverage),
  drift: either(isMissing, isDriftCoverage),
  config: shape({
    file: either(isNull, isText),
    customerFiles: list(isText),
    problems: list(isConfigProblem),
    severities: shape(Object.fromEntries(kinds.map((kind) => [kind, oneOf(severities)]))),
    trackers: list(shape({ id: isText, type: oneOf(trackerTypes), url: either(isNull, isText), projects: list(isText) })),
    links: list(shape({ request: isText, finding: either(isNull, isText), isUnlinked: isFlag })),
  }),
});
const isStep = shape({
  what: oneOf(stepKinds),
  text: isText,
  place: either(isNull, shape({ path: isText, range: isRange })),
  note: isText,
  for: list(isText),
  against: list(isText),
});
const isChange = shape({ path: isText, type: oneOf(['changed', 'deleted']), text: either(isMissing, isText) });

const isOptionalText = either(isMissing, isNull, isText);
const isVerdict = shape({
  option: either(isMissing, oneOf(options)),
  owner: isOptionalText,
  reviewOn: isOptionalText,
  note: isOptionalText,
  expectedCustomers: either(isMissing, isNull, isCount),
  contractChecked: isOptionalText,
  usageChecked: isOptionalText,
  noticeDate: isOptionalText,
});
const isPlan = shape({
  asOf: isText,
  customizations: list(
    shape({
      ...{ id: isText, name: isText, customer: isText, customerName: isText, isDue: isFlag },
      sites: list(shape({ id: isText, path: isText, line: isCount, text: isText })),
      requests: list(shape({ key: isText, url: either(isNull, isText) })),
      suggestion: shape({ option: either(isNull, oneOf(options)), because: list(isText), missing: list(isText) }),
      decision: either(isNull, shape({ customization: isText, option: either(isNull, oneOf(options)), owner: isText, note: isText })),
    }),
  ),
  settled: list(shape({ customization: isText })),
  notices: list(isText),
});
const isPage = shape({
  nonce: either(isNull, isText),
  links: either(shape({ by: oneOf(['message']) }), shape({ by: oneOf(['address']), template: isText })),
});

const requests: Readonly<Record<Request['type'], Check>> = {
  scan: shape({ root: isText, exclude: list(isText), cacheFolder: either(isNull, isText) }),
  update: shape({ root: isText, changes: list(isChange) }),
  assess: shape({
    root: isText,
    history: isFlag,
    months: either(isMissing, isCount),
    drift: either(isMissing, isFlag),
    items: list(isTrackerItem),
    missing: either(isMissing, list(shape({ tracker: isText, keys: list(isText) }))),
  }),
  explain: shape({ root: isText, finding: isText }),
  'place-directive': shape({
    root: isText,
    path: isText,
    text: isText,
    line: either(isNull, isCount),
    verb: oneOf(['ignore', 'annotate']),
    rest: isText,
  }),
  'committed-text': shape({ root: isText, commit: isText, path: isText, isBefore: isFlag }),
  plan: shape({ root: isText, items: list(isTrackerItem) }),
  decide: shape({ root: isText, items: list(isTrackerItem), customization: isText, verdict: isVerdict }),
  report: shape({
    root: isText,
    request: shape({ format: oneOf(reportFormats), page: either(isMissing, isPage) }),
    trackers: list(isTrackerCoverage),
  }),
  cancel: () => true,
  close: shape({ root: isText }),
};

const replies: Readonly<Record<Reply['type'], Check>> = {
  progress: shape({ progress: shape({ step: isText, done: isCount, total: isCount }) }),
  findings: shape({ files: list(isFileFindings) }),
  summary: shape({ summary: isSummary }),
  explanation: shape({ steps: list(isStep) }),
  'directive-place': shape({ insertion: either(isNull, shape({ line: isCount, column: isCount, text: isText })) }),
  'committed-text': shape({ text: either(isNull, isText) }),
  planned: shape({ planned: shape({ plan: isPlan, problems: list(isConfigProblem) }) }),
  decided: shape({ file: isText }),
  report: shape({ text: isText }),
  done: () => true,
  failed: shape({ message: isText, cancelled: isFlag }),
};

function isMessage(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (!isRecord(value) || !isCount(value['id']) || typeof value['type'] !== 'string') return false;
  return checks[value['type']]?.(value) ?? false;
}

export function isRequest(value: unknown): value is Request {
  return isMessage(value, requests);
}

export function isReply(value: unknown): value is Reply {
  return isMessage(value, replies);
}
