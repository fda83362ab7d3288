import { isSetApart, type Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { describeFlagState } from '../report/flag-state.js';
import { countLines, countOneOffs, nameConfidence, nameKind, type Translate } from './translate.js';
import { isVisible, type Visibility } from './visible-findings.js';

/** One folder's part of the tree. */
export interface TreeSource {
  /** Names the folder in row ids. */
  readonly key: string;
  readonly name: string;
  readonly customers: readonly Customer[];
  /** Findings by path; each path once. */
  readonly files: ReadonlyMap<string, readonly Finding[]>;
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
  readonly count: number;
  /** Made when first asked for: most rows of a large tree are never seen. */
  readonly files: readonly FileRow[];
}

/** Own brands and test tenants: code for them is per-customer code that nobody has ordered. */
export interface GroupRow extends RowBase {
  readonly is: 'group';
  readonly customers: readonly CustomerRow[];
}

export interface FileRow extends RowBase {
  readonly is: 'file';
  readonly folder: string;
  readonly path: string;
  /** Made when first asked for. */
  readonly findings: readonly FindingRow[];
}

export interface FindingRow extends RowBase {
  readonly is: 'finding';
  readonly folder: string;
  readonly finding: Finding;
  readonly customer: Customer | null;
}

export type Row = CustomerRow | GroupRow | FileRow | FindingRow;

export interface TreePlan {
  readonly rows: readonly CustomerRow[];
  /** Comes after the rows; null where there is nobody in it. */
  readonly setApart: GroupRow | null;
  /** One-offs in the rows; one that names two customers counts once. */
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
  readonly files: GroupedFile[];
  count: number;
}

/** Customer → file → one-off; 40,000 findings take 10 ms. */
export function planTree(t: Translate, sources: readonly TreeSource[], visibility: Visibility): TreePlan {
  const groups = new Map<string, Group>();
  let shown = 0;
  let apart = 0;
  let hidden = 0;
  for (const source of sources) {
    const customers = new Map(source.customers.map((customer) => [customer.id, customer]));
    const groupOf = (id: string): Group => {
      const group = groups.get(id) ?? { customer: id === '' ? null : (customers.get(id) ?? unnamed(id)), files: [], count: 0 };
      groups.set(id, group);
      return group;
    };
    for (const [path, findings] of source.files)
      for (const finding of findings) {
        if (!isVisible(finding, visibility)) {
          hidden++;
          continue;
        }
        if (isSetApart(finding, customers)) apart++;
        else shown++;
        if (finding.customers.length === 0) addTo(groupOf(''), source, path, finding);
        for (const id of finding.customers) addTo(groupOf(id), source, path, finding);
      }
  }
  const several = sources.length > 1;
  const all = [...groups].map(([id, group]) => planCustomer(t, id, group, several)).sort(compareCustomers);
  const others = all.filter((row) => !isServed(row.customer));
  return {
    rows: all.filter((row) => isServed(row.customer)),
    setApart: others.length > 0 ? planGroup(t, others, apart) : null,
    shown,
    hidden,
  };
}

function planGroup(t: Translate, customers: readonly CustomerRow[], count: number): GroupRow {
  const label = t('Own brands and test tenants');
  const description = countOneOffs(t, count);
  return { is: 'group', id: 'set-apart', label, description, spoken: `${label}, ${description}`, customers };
}

function isServed(customer: Customer | null): boolean {
  return customer === null || customer.standing === 'customer';
}

/** Files come one after the other, so the last one is the only candidate. */
function addTo(group: Group, source: TreeSource, path: string, finding: Finding): void {
  group.count++;
  const last = group.files.at(-1);
  if (last?.path === path && last.source === source) last.findings.push(finding);
  else group.files.push({ source, path, findings: [finding] });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function unnamed(id: string): Customer {
  return {
    id,
    name: id,
    aliases: [],
    source: 'inferred',
    standing: 'customer',
    confidence: 'low',
    evidence: [],
    against: [],
    findings: 0,
  };
}

function planCustomer(t: Translate, id: string, group: Group, several: boolean): CustomerRow {
  const { customer, count } = group;
  const inferred = customer?.source === 'inferred';
  const label = customer ? (inferred ? t('{0}?', customer.name) : customer.name) : t('Flags without a customer');
  const origin =
    customer &&
    (inferred
      ? t('inferred, {0}', nameConfidence(t, customer.confidence))
      : customer.source === 'imported'
        ? t('imported')
        : t('configured'));
  const description = [countOneOffs(t, count), origin].filter(Boolean).join(' · ');
  const folders = new Set(group.files.map(({ source }) => source.key));
  const files = once(() => {
    const sorted = group.files.sort((a, b) => compareText(a.path, b.path) || compareText(a.source.name, b.source.name));
    return sorted.map((file) => planFile(t, id, customer, file, several));
  });
  return {
    is: 'customer',
    id: `customer/${id}`,
    label,
    description,
    spoken: `${label}, ${description}`,
    customer,
    folders: [...folders],
    count,
    get files() {
      return files();
    },
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
  const rows = once(() => planFindings(t, id, source.key, findings, customer));
  return {
    is: 'file',
    id,
    label: path.slice(slash + 1),
    description: [String(findings.length), several ? source.name : '', path.slice(0, Math.max(0, slash))].filter(Boolean).join(' · '),
    spoken: `${path}, ${countOneOffs(t, findings.length)}`,
    folder: source.key,
    path,
    get findings() {
      return rows();
    },
  };
}

function planFindings(t: Translate, fileId: string, folder: string, findings: Finding[], customer: Customer | null): readonly FindingRow[] {
  const seen = new Map<string, number>();
  const ordered = findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
  return ordered.map((finding) => {
    const again = seen.get(finding.id) ?? 0;
    seen.set(finding.id, again + 1);
    return planFinding(t, `${fileId}/${finding.id}/${again}`, folder, finding, customer);
  });
}

function planFinding(t: Translate, id: string, folder: string, finding: Finding, customer: Customer | null): FindingRow {
  const { line } = finding.range.start;
  const label = finding.flag?.key ?? finding.text;
  const lines = countLines(t, regionLines(finding));
  const parts = [finding.kind === 'flag' ? describeFlag(t, finding) : '', finding.region ? lines : ''];
  parts.push(...(finding.requests ?? []).map(({ key }) => key));
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

/** `flag, constant: on`, else `flag, LaunchDarkly`. */
export function describeFlag(t: Translate, { flag }: Finding): string {
  const state = flag?.state ? describeFlagState(t, flag.state) : '';
  return flag ? t('flag, {0}', state || flag.provider) : t('flag');
}

/** Configured and imported customers first, then by number of one-offs; flags without a customer last. */
function compareCustomers(a: CustomerRow, b: CustomerRow): number {
  return rank(a) - rank(b) || b.count - a.count || compareText(a.label, b.label);
}

function rank({ customer }: CustomerRow): number {
  if (!customer) return 2;
  return customer.source === 'inferred' ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
