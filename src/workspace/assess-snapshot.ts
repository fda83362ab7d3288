import path from 'node:path';
import { assessDebt, type AssessedDebt } from '../assess/debt.js';
import { hotspots, type FileSize } from '../assess/hotspots.js';
import { monthsBefore } from '../assess/indicator.js';
import { linkRequests, type LinkedRequests } from '../assess/link-requests.js';
import type { WorkDone } from '../assess/red-flag-facts.js';
import type { AskedFile } from '../history/describe-lines.js';
import { readHistory, type ReadHistory } from '../history/read-history.js';
import type { HistoryCoverage } from '../model/age.js';
import type { Customer } from '../model/customer.js';
import type { Debt } from '../model/debt.js';
import type { DriftCoverage } from '../model/drift.js';
import type { Finding } from '../model/finding.js';
import { linesOf } from '../model/footprint.js';
import type { Fork } from '../model/fork.js';
import type { Hotspot } from '../model/hotspot.js';
import type { Request, RequestCoverage } from '../model/request.js';
import { assessDrift } from './assess-drift.js';
import type { Surroundings, Work } from './build-snapshot.js';
import type { ForkPast } from './fork-past.js';
import type { AssessRequest } from './session.js';
import type { Snapshot } from './snapshot.js';
import { scannedText } from './source-text.js';

/** What an assessment adds to a report. */
export interface Assessment extends Pick<AssessedDebt, 'together' | 'collateralSince'> {
  /** Length of the window. */
  readonly months: number;
  /** By id of finding. */
  readonly findings: ReadonlyMap<string, Pick<Finding, 'age' | 'debt' | 'requests' | 'fork'>>;
  /** By id of customer. */
  readonly customers: ReadonlyMap<string, Debt>;
  readonly workDone: WorkDone;
  readonly report: {
    readonly history?: HistoryCoverage;
    readonly hotspots?: readonly Hotspot[];
    readonly requests?: RequestCoverage;
    readonly drift?: DriftCoverage;
  };
}

/** Reads the history where it is asked for, and computes what the findings of a snapshot cost. Git is started only for a history. */
export async function assessSnapshot(
  around: Surroundings,
  snapshot: Snapshot,
  request: AssessRequest & { readonly past: ForkPast | null },
  work: Work,
): Promise<Assessment> {
  const { findings: byPath, customers, loaded } = snapshot;
  const findings = [...byPath.values()].flat();
  const settings = { ...loaded.config.debt, months: request.months ?? loaded.config.debt.months };
  const drift = request.drift === true ? await assessDrift(around, snapshot, request.past, work) : null;
  const history = request.history ? await historyOf(around, snapshot, settings.months, work) : null;
  const histories = history && { findings: history.lines, files: history.files };
  const fileLines = new Map([...snapshot.files].map(([path, { lines }]) => [path, lines]));
  const linked = linkFindings(around, snapshot, findings, history, request);
  const asked = findings.map((finding) => ({ ...finding, requests: linked.byFinding.get(finding.id) ?? [] }));
  const told = history && { history: history.coverage, hotspots: hotspots({ findings, churn: history.files, sizes: sizesOf(snapshot) }) };
  const debts = assessDebt({ findings: asked, customers, histories, fileLines, settings, itemsNamed: linked.itemsNamed });
  return {
    findings: new Map(
      asked.map(({ id, requests }) => [
        id,
        { requests, ...definedOnly({ age: history?.lines.get(id)?.age, debt: debts.findings.get(id), fork: drift?.forks.get(id) }) },
      ]),
    ),
    customers: debts.customers,
    together: debts.together,
    collateralSince: debts.collateralSince,
    months: settings.months,
    workDone: {
      items: request.items.length > 0 ? request.items : null,
      commits: history?.commits ?? null,
      window: { from: monthsBefore(around.today(), settings.months), to: around.today() },
    },
    report: { ...told, ...(drift && { drift: drift.coverage }), requests: { linked: linked.linked, of: linked.of, trackers: [] } },
  };
}

function definedOnly({
  age,
  debt,
  fork,
}: Record<'age', Finding['age'] | undefined> & Record<'debt', Debt | undefined> & Record<'fork', Fork | undefined>): Pick<
  Finding,
  'age' | 'debt' | 'fork'
> {
  return { ...(age && { age }), ...(debt && { debt }), ...(fork && { fork }) };
}

/** Requests of the findings; the trackers that were asked are known to those who have handed in their items. */
function linkFindings(
  { root }: Surroundings,
  { loaded, customers, files }: Snapshot,
  findings: readonly Finding[],
  history: ReadHistory | null,
  { items, missing = [] }: AssessRequest,
): LinkedRequests {
  const prefix = path.relative(loaded.folder, root).split(path.sep).join('/');
  return linkRequests({
    findings,
    customers,
    trackers: loaded.config.trackers,
    links: loaded.config.links,
    prefix: prefix === '' ? '' : `${prefix}/`,
    items,
    missing,
    factsOf: (file) => files.get(file)?.parsed?.facts,
    commits: new Map([...(history?.lines ?? [])].map(([id, { makers }]) => [id, makers])),
  });
}

async function historyOf(around: Surroundings, snapshot: Snapshot, months: number, work: Work): Promise<ReadHistory> {
  const { root, openHistoryStore, today, git } = around;
  const files = askedFiles(around, snapshot);
  const to = today();
  const onDone = (done: number): void => {
    work.onProgress?.({ step: 'history', done, total: files.length });
  };
  onDone(0);
  return readHistory({
    root,
    files,
    from: monthsBefore(to, months),
    to,
    store: openHistoryStore(),
    signal: work.signal,
    onDone,
    program: git,
  });
}

/** Files that changed since they were scanned are left out: their lines are elsewhere now. */
function askedFiles(around: Surroundings, snapshot: Snapshot): readonly AskedFile[] {
  return [...snapshot.findings].flatMap(([path, findings]) => {
    const text = scannedText(around, snapshot, path);
    if (text === null) return [];
    const lines = findings.map((finding) => {
      const [first, last] = linesOf(finding);
      return { id: finding.id, first, last, test: testLines(finding) };
    });
    return [{ path, text, lines }];
  });
}

/** Of a longer test only the first line says for certain what it is. */
const longestTest = 5;

/** Of a copy no line makes it one. */
function testLines({ kind, range: { start, end } }: Finding): readonly [first: number, last: number] | null {
  if (kind === 'fork') return null;
  return [start.line, end.line - start.line < longestTest ? end.line : start.line];
}

function sizesOf({ files }: Snapshot): ReadonlyMap<string, FileSize> {
  return new Map(
    [...files].map(([path, { lines, parsed }]) => [
      path,
      { lines, complexity: parsed?.facts.isData ? null : (parsed?.facts.complexity ?? null) },
    ]),
  );
}

/** Findings with what the assessment says of them. */
export function assessedFindings(findings: readonly Finding[], assessment: Assessment | null): readonly Finding[] {
  if (!assessment) return findings;
  return findings.map((finding) => {
    const assessed = assessment.findings.get(finding.id);
    return assessed ? { ...finding, ...assessed, requests: withWritten(finding.requests ?? [], assessed.requests ?? []) } : finding;
  });
}

/** What comments in the code say now counts, not what they said when it was assessed. */
function withWritten(written: readonly Request[], assessed: readonly Request[]): readonly Request[] {
  const isWritten = ({ key }: Request): boolean => written.some((request) => request.key === key);
  const kept = assessed.filter((request) => request.link?.source !== 'directive' || isWritten(request));
  return [...written.filter(({ key }) => !kept.some((request) => request.key === key)), ...kept];
}

export function assessedCustomers(customers: readonly Customer[], assessment: Assessment | null): readonly Customer[] {
  return customers.map((customer) => {
    const debt = assessment?.customers.get(customer.id);
    return debt ? { ...customer, debt } : customer;
  });
}
