import type { Customer } from '../model/customer.js';
import type { Step } from '../model/explanation.js';
import { kinds, type Finding, type Kind, type Range } from '../model/finding.js';
import type { EarlierFinding } from '../model/report-changes.js';
import { jsonText } from './json-text.js';
import { printable } from './printable.js';
import { messageOf } from './problems.js';
import type { ReportInput, ReportOptions } from './report-input.js';

const root = '%SRCROOT%';
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

const descriptions: Readonly<Record<Kind, string>> = {
  branch: 'Control flow is decided by which customer it is.',
  definition: 'A declaration means one customer.',
  lookup: 'An entry of, or an access into, a table by customer.',
  import: 'A customer’s own module is imported.',
  flag: 'A feature flag is evaluated.',
  fork: 'Code was copied for a customer and adapted.',
};

/**
 * A SARIF 2.1.0 log with one run. Paths are relative to the scanned folder, no path of this machine is in it. Fingerprints are the ids of
 * findings; with an earlier report each result says whether it is new, and those that went are there as absent. Chains become code flows.
 */
export function formatSarif(input: ReportInput, { severityOf }: Pick<ReportOptions, 'severityOf'>): string {
  const { report, changes } = input;
  const byId = new Map(report.customers.map((customer) => [customer.id, customer]));
  const results = [
    ...report.findings.map((finding) => resultOf(finding, levels[severityOf(finding)], byId, input)),
    ...(changes?.gone ?? []).map((finding) => goneResult(finding, byId)),
  ];
  const run = {
    tool: { driver: driverOf(report.tool, results) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [root]: { description: { text: 'The scanned folder.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: report.skipped.map(notificationOf) }],
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${jsonText(log, 2)}\n`;
}

function driverOf({ name, version }: { name: string; version: string }, results: readonly { readonly ruleId: string }[]): object {
  const rules = kinds.filter((kind) => results.some(({ ruleId }) => ruleId === kind));
  return {
    name,
    version,
    semanticVersion: version,
    rules: rules.map((kind) => ({
      id: kind,
      name: `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`,
      shortDescription: { text: descriptions[kind] },
    })),
  };
}

function resultOf(finding: Finding, level: string, byId: ReadonlyMap<string, Customer>, { changes, chains }: ReportInput) {
  const { id, kind, path, range, region, customers, confidence, evidence, requests = [], baselineState } = finding;
  const steps = chains?.get(id) ?? [];
  const [reason] = evidence;
  const since = changes && (changes.added.has(id) ? 'new' : changes.moved.has(id) ? 'updated' : 'unchanged');
  const state = baselineState ?? since;
  return {
    ...identity(finding, byId, reason),
    level: state === 'absent' ? 'none' : level,
    locations: [{ physicalLocation: { ...physical(path, range), ...(region && { contextRegion: regionOf(region) }) } }],
    ...(steps.length > 0 && { codeFlows: [{ threadFlows: [{ locations: steps.map((step) => flowLocation(step, path, range)) }] }] }),
    ...(state && { baselineState: state }),
    properties: {
      ...{ kind, customers, confidence, evidence: evidence.map(printable) },
      ...(requests.length > 0 && { requests: requests.map(({ key }) => printable(key)) }),
    },
  };
}

function goneResult(finding: EarlierFinding, byId: ReadonlyMap<string, Customer>) {
  const { path, range } = finding;
  return { ...identity(finding, byId), level: 'none', locations: [{ physicalLocation: physical(path, range) }], baselineState: 'absent' };
}

function identity(finding: EarlierFinding, byId: ReadonlyMap<string, Customer>, reason?: string) {
  const text = printable(reason === undefined ? messageOf(finding, byId) : `${messageOf(finding, byId)}. ${reason}`);
  return { ruleId: finding.kind, message: { text }, partialFingerprints: { 'oneoffFinding/v1': finding.id } };
}

function flowLocation({ what, text, note, place }: Step, path: string, range: Range): object {
  const said = printable([what, text, note].filter((part) => part !== '').join(' '));
  // A customer stands nowhere in the code; viewers want a place for every step.
  const at = place ? physical(place.path, place.range) : physical(path, range);
  return { location: { physicalLocation: at, message: { text: said } } };
}

function physical(path: string, range: Range) {
  return { artifactLocation: { uri: encodedPath(path), uriBaseId: root }, region: regionOf(range) };
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function notificationOf({ path, reason }: { path: string; reason: string }): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri: encodedPath(path), uriBaseId: root } } }];
  return { level: 'note', message: { text: printable(reason) }, locations };
}

/** A relative reference: a colon in the first segment would make it a scheme. */
function encodedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(printable(segment)))
    .join('/');
}
