import type { SourceReader } from '../detectors/trace.js';
import type { PlaceExplanation } from '../model/explanation.js';
import type { Finding, Range } from '../model/finding.js';
import { isTestFile } from '../link/test-files.js';
import { skippedFiles, type Snapshot } from './snapshot.js';

/** What is asked about: 1-based, without a column the whole line. */
export interface AskedPlace {
  /** Posix path relative to the root. */
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
}

/** Explains every finding at a place, or, where there is none, what stands there and why it was left alone. */
export function explainPlace(snapshot: Snapshot, { path, line, column }: AskedPlace, source: SourceReader): PlaceExplanation {
  const inFile = snapshot.findings.get(path) ?? [];
  const onLine = inFile.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const atColumn = onLine.filter(({ range }) => column !== null && holds(range, line, column));
  const ids = new Set((atColumn.length > 0 ? atColumn : onLine).map(({ id }) => id));
  const findings = ids.size > 0 ? snapshot.linked.explain(path, source, ({ id }) => ids.has(id)) : [];
  return {
    path,
    line,
    column,
    findings,
    within: [...inFile.filter((finding) => !onLine.includes(finding) && isInRegion(finding, line)), ...aroundFile(snapshot, path)],
    unread: whyUnread(snapshot, path, line),
    leftAlone: findings.length > 0 ? [] : snapshot.linked.leftAlone(path, line, source),
  };
}

/** The copied folders that a file stands in. */
function aroundFile({ findings }: Snapshot, path: string): readonly Finding[] {
  return [...findings].flatMap(([folder, inside]) => (path.startsWith(`${folder}/`) ? inside : []));
}

function holds({ start, end }: Range, line: number, column: number): boolean {
  const afterStart = line > start.line || (line === start.line && column >= start.column);
  return afterStart && (line < end.line || (line === end.line && column <= end.column));
}

function isInRegion({ region }: Finding, line: number): boolean {
  return region !== null && region.start.line <= line && line <= region.end.line;
}

/** Why a file, or the part of it around a line, was not looked at; empty where it was. */
function whyUnread(snapshot: Snapshot, path: string, line: number): readonly string[] {
  const record = snapshot.files.get(path);
  if (!record) return [snapshot.unread.get(path) ?? snapshot.inclusion.why(path) ?? 'It was not there when the folder was scanned.'];
  if (!record.parsed) return snapshot.findings.has(path) ? [] : [isTestFile(path) ? passedOverTest : passedOver];
  const { damage } = record.parsed.facts;
  const around = damage.filter(({ from, to }) => from <= line && line <= to);
  const part = { ...record, parsed: { ...record.parsed, facts: { ...record.parsed.facts, damage: around } } };
  return skippedFiles({ passedOver: [], unread: new Map(), files: new Map([[path, part]]) }).map(({ reason }) => reason);
}

const passedOver =
  'The file holds no word by which a customer or flag could be known, so it was not parsed: no word of the trade (tenant, brand, flag …), ' +
  'no configured name, and no name that other files have given a meaning.';
const passedOverTest =
  'It is a test file. Those are read only where they hold the name of a customer, or of a predicate or constant for one, that other files ' +
  'have established.';
