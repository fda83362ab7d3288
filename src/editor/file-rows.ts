import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { describeDecision } from './decision-words.js';
import { describeAge, describeRequests, type Reading } from './figures-plan.js';
import { describeFork, describeMissed, isFile, originOfFix, wantedFixes } from './fork-words.js';
import { describeFlag, regionLines } from './finding-words.js';
import { countLines, countOneOffs, nameConfidence, nameKind, type Translate } from './translate.js';
import { once, type FileRow, type FindingRow, type MissedRow } from './tree-rows.js';

/** One folder's part of the tree. */
export interface TreeSource {
  /** Address of the folder; names it in row ids. */
  readonly key: string;
  readonly name: string;
  readonly customers: readonly Customer[];
  /** Findings by path; each path once. */
  readonly files: ReadonlyMap<string, readonly Finding[]>;
  readonly reading: Reading;
}

/** A one-off that the tree lists. */
export interface Entry {
  readonly source: TreeSource;
  readonly path: string;
  readonly finding: Finding;
  /** Those of the finding that its folder knows. */
  readonly customers: readonly Customer[];
}

/** Rows of the files that entries are in, by path. `group` names in row ids what the rows stand below. */
export function planFiles(t: Translate, group: string, entries: readonly Entry[], isNamed: boolean): readonly FileRow[] {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.source.key}/${entry.path}`;
    const inFile = files.get(key);
    if (inFile) inFile.push(entry);
    else files.set(key, [entry]);
  }
  const sorted = [...files.values()].sort(([a], [b]) =>
    a && b ? compareText(a.path, b.path) || compareText(a.source.name, b.source.name) : 0,
  );
  return sorted.flatMap((inFile) => planFile(t, group, inFile, isNamed));
}

function planFile(t: Translate, group: string, entries: readonly Entry[], isNamed: boolean): readonly FileRow[] {
  const [first] = entries;
  if (!first) return [];
  const { source, path } = first;
  const id = `file/${group}/${source.key}/${path}`;
  const slash = path.lastIndexOf('/');
  const rows = once(() => planFindings(t, id, entries));
  const row: FileRow = {
    is: 'file',
    id,
    label: path.slice(slash + 1),
    description: [String(entries.length), isNamed ? source.name : '', path.slice(0, Math.max(0, slash))].filter(Boolean).join(' · '),
    spoken: `${path}, ${countOneOffs(t, entries.length)}`,
    folder: source.key,
    path,
    isFolder: !entries.some(({ finding }) => isFile(finding.fork)),
    get findings() {
      return rows();
    },
  };
  return [row];
}

function planFindings(t: Translate, fileId: string, entries: readonly Entry[]): readonly FindingRow[] {
  const seen = new Map<string, number>();
  const ordered = [...entries].sort(({ finding: { range: a } }, { finding: { range: b } }) => {
    return a.start.line - b.start.line || a.start.column - b.start.column;
  });
  return ordered.map((entry) => {
    const again = seen.get(entry.finding.id) ?? 0;
    seen.set(entry.finding.id, again + 1);
    return planFinding(t, `${fileId}/${entry.finding.id}/${again}`, entry);
  });
}

function planFinding(t: Translate, id: string, entry: Entry): FindingRow {
  const { source, finding, customers } = entry;
  const { line } = finding.range.start;
  const label = finding.flag?.key ?? finding.text;
  const details = [
    finding.kind === 'flag' ? describeFlag(t, finding) : '',
    finding.region && !finding.fork ? countLines(t, regionLines(finding)) : '',
    ...(finding.fork ? describeFork(t, finding.fork, source.reading) : []),
    finding.age && !finding.fork?.forkedAt ? describeAge(t, finding.age, source.reading.today) : '',
    describeRequests(t, finding, source.reading),
    describeDecision(t, finding, source.reading.decisions),
    finding.confidence === 'low' ? nameConfidence(t, 'low') : '',
  ].filter(Boolean);
  return {
    is: 'finding',
    id,
    label,
    description: [`:${line}`, details.join(' · ')].filter(Boolean).join('  '),
    spoken: [nameKind(t, finding.kind), label, t('line {0}', line), ...details].join(', '),
    folder: source.key,
    finding,
    customers,
    missed: planMissed(t, id, entry),
  };
}

/** The fixes that a fork never got, the likeliest first. */
export function planMissed(t: Translate, above: string, { source, finding: { fork } }: Entry): readonly MissedRow[] {
  return (fork ? wantedFixes(fork) : []).map((fix) => {
    const description = describeMissed(t, fix);
    return {
      is: 'missed',
      id: `${above}/${fix.commit}`,
      label: fix.subject,
      description,
      spoken: t('Missed: {0}', [fix.subject, description].join(', ')),
      folder: source.key,
      origin: fork ? originOfFix(fork, fix) : '',
      fix,
    };
  });
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
