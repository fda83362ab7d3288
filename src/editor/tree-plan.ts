import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { countLines, countOneOffs, nameConfidence, nameKind, type Translate } from './translate.js';

/** One folder's part of the tree. */
export interface TreeSource {
  /** Names the folder in row ids. */
  readonly key: string;
  readonly name: string;
  readonly customers: readonly Customer[];
  readonly findings: Iterable<Finding>;
}

export interface TreeOptions {
  readonly showLowConfidence: boolean;
}

interface RowBase {
  /** The same for the same thing after every refresh, so that the tree stays expanded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** For screen readers, which skip descriptions. */
  readonly spoken: string;
}

export interface CustomerRow extends RowBase {
  readonly is: 'customer';
  /** Null for the group of flags that no customer is bound to. */
  readonly customer: Customer | null;
  /** Folders in which the customer was found; where a change to its configuration belongs. */
  readonly folders: readonly string[];
  readonly files: readonly FileRow[];
}

export interface FileRow extends RowBase {
  readonly is: 'file';
  readonly folder: string;
  readonly path: string;
  readonly findings: readonly FindingRow[];
}

export interface FindingRow extends RowBase {
  readonly is: 'finding';
  readonly folder: string;
  readonly finding: Finding;
  readonly customer: Customer | null;
}

export type Row = CustomerRow | FileRow | FindingRow;

export interface TreePlan {
  readonly rows: readonly CustomerRow[];
  /** One-offs in the tree; one that names two customers counts once. */
  readonly shown: number;
  /** One-offs of low confidence that are left out. */
  readonly hidden: number;
}

/** Lines that exist because of the one-off. */
export function regionLines({ region, range }: Finding): number {
  const { start, end } = region ?? range;
  return end.line - start.line + (end.column > 1 || end.line === start.line ? 1 : 0);
}

interface GroupedFile {
  readonly source: TreeSource;
  readonly path: string;
  readonly findings: Finding[];
}

interface Group {
  readonly customer: Customer | null;
  readonly files: Map<string, GroupedFile>;
  count: number;
}

/** Customer → file → one-off; linear in the number of findings. */
export function planTree(t: Translate, sources: readonly TreeSource[], { showLowConfidence }: TreeOptions): TreePlan {
  const groups = new Map<string, Group>();
  let shown = 0;
  let hidden = 0;
  for (const source of sources) {
    const customers = new Map(source.customers.map((customer) => [customer.id, customer]));
    for (const finding of source.findings) {
      if (finding.confidence === 'low' && !showLowConfidence) {
        hidden++;
        continue;
      }
      shown++;
      if (finding.customers.length === 0) addTo(groups, '', null, source, finding);
      for (const id of finding.customers) addTo(groups, id, customers.get(id) ?? unnamed(id), source, finding);
    }
  }
  const several = sources.length > 1;
  const rows = [...groups].map(([id, group]) => planCustomer(t, id, group, several));
  return { rows: rows.sort(compareCustomers), shown, hidden };
}

function addTo(groups: Map<string, Group>, id: string, customer: Customer | null, source: TreeSource, finding: Finding): void {
  const group = groups.get(id) ?? { customer, files: new Map<string, GroupedFile>(), count: 0 };
  groups.set(id, group);
  group.count++;
  const key = `${source.key}\0${finding.path}`;
  const file = group.files.get(key);
  if (file) file.findings.push(finding);
  else group.files.set(key, { source, path: finding.path, findings: [finding] });
}

function unnamed(id: string): Customer {
  return { id, name: id, aliases: [], source: 'inferred', confidence: 'low', evidence: [], findings: 0 };
}

function planCustomer(t: Translate, id: string, group: Group, several: boolean): CustomerRow {
  const { customer, count } = group;
  const inferred = customer?.source === 'inferred';
  const label = customer ? (inferred ? t('{0}?', customer.name) : customer.name) : t('Flags without a customer');
  const origin = customer && (inferred ? t('inferred, {0}', nameConfidence(t, customer.confidence)) : t('configured'));
  const description = [countOneOffs(t, count), origin].filter(Boolean).join(' · ');
  const files = [...group.files.values()].sort((a, b) => compareText(a.path, b.path) || compareText(a.source.name, b.source.name));
  const folders = new Set(files.map(({ source }) => source.key));
  return {
    is: 'customer',
    id: `customer/${id}`,
    label,
    description,
    spoken: `${label}, ${description}`,
    customer,
    folders: [...folders],
    files: files.map((file) => planFile(t, id, customer, file, several)),
  };
}

function planFile(
  t: Translate,
  customerId: string,
  customer: Customer | null,
  { source, path, findings }: GroupedFile,
  several: boolean,
): FileRow {
  const id = `file/${customerId}/${source.key}/${path}`;
  const slash = path.lastIndexOf('/');
  const seen = new Map<string, number>();
  const ordered = findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
  return {
    is: 'file',
    id,
    label: path.slice(slash + 1),
    description: [String(findings.length), several ? source.name : '', path.slice(0, Math.max(0, slash))].filter(Boolean).join(' · '),
    spoken: `${path}, ${countOneOffs(t, findings.length)}`,
    folder: source.key,
    path,
    findings: ordered.map((finding) => {
      const again = seen.get(finding.id) ?? 0;
      seen.set(finding.id, again + 1);
      return planFinding(t, `${id}/${finding.id}/${again}`, source.key, finding, customer);
    }),
  };
}

function planFinding(t: Translate, id: string, folder: string, finding: Finding, customer: Customer | null): FindingRow {
  const { line } = finding.range.start;
  const label = finding.flag?.key ?? finding.text;
  const lines = countLines(t, regionLines(finding));
  const parts = [finding.kind === 'flag' ? describeFlag(t, finding) : '', finding.region ? lines : ''];
  if (finding.confidence === 'low') parts.push(nameConfidence(t, 'low'));
  const details = parts.filter(Boolean);
  return {
    is: 'finding',
    id,
    label,
    description: [`:${line}`, ...details].join('  '),
    spoken: [nameKind(t, finding.kind), label, t('line {0}', line), ...details].join(', '),
    folder,
    finding,
    customer,
  };
}

/** `flag, LaunchDarkly`. */
export function describeFlag(t: Translate, { flag }: Finding): string {
  return flag ? t('flag, {0}', flag.provider) : t('flag');
}

/** Configured customers first, then by number of one-offs; flags without a customer last. */
function compareCustomers(a: CustomerRow, b: CustomerRow): number {
  return rank(a) - rank(b) || countRows(b) - countRows(a) || compareText(a.label, b.label);
}

function rank({ customer }: CustomerRow): number {
  if (!customer) return 2;
  return customer.source === 'configured' ? 0 : 1;
}

function countRows({ files }: CustomerRow): number {
  return files.reduce((sum, { findings }) => sum + findings.length, 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
