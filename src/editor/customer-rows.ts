import type { Customer } from '../model/customer.js';
import { countCollateral } from './figures-plan.js';
import { compareText, planFiles, type Entry } from './file-rows.js';
import { countOneOffs, nameConfidence, type Translate } from './translate.js';
import { once, type CustomerRow } from './tree-rows.js';

/** One row a customer: configured and imported ones first, then by number of one-offs; flags without a customer last. */
export function planCustomers(t: Translate, entries: readonly Entry[], isNamed: boolean): readonly CustomerRow[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const id of entry.finding.customers.length > 0 ? entry.finding.customers : ['']) {
      const group = groups.get(id);
      if (group) group.push(entry);
      else groups.set(id, [entry]);
    }
  }
  return [...groups].map(([id, group]) => planCustomer(t, id, group, isNamed)).sort(compareCustomers);
}

function planCustomer(t: Translate, id: string, entries: readonly Entry[], isNamed: boolean): CustomerRow {
  const known = customersCalled(id, entries);
  const customer = id === '' ? null : (known[0] ?? unnamed(id));
  const inferred = customer?.source === 'inferred';
  const label = customer ? (inferred ? t('{0}?', customer.name) : customer.name) : t('Flags without a customer');
  const collateral = known.reduce((sum, { debt }) => sum + (debt?.collateral ?? 0), 0);
  const figures = [countOneOffs(t, entries.length), collateral > 0 ? countCollateral(t, collateral) : ''];
  const description = [...figures, customer && describeOrigin(t, customer)].filter(Boolean).join(' · ');
  const files = once(() => planFiles(t, id, entries, isNamed));
  return {
    is: 'customer',
    id: `customer/${id}`,
    label,
    description,
    spoken: `${label}, ${description}`,
    customer,
    folders: [...new Set(entries.map(({ source }) => source.key))],
    count: entries.length,
    get files() {
      return files();
    },
  };
}

/** The customer as each of the folders knows it. */
function customersCalled(id: string, entries: readonly Entry[]): readonly Customer[] {
  const sources = new Map(entries.map(({ source, customers }) => [source, customers]));
  return [...sources.values()].flatMap((customers) => customers.filter((customer) => customer.id === id));
}

function describeOrigin(t: Translate, { source, confidence }: Customer): string {
  if (source === 'inferred') return t('inferred, {0}', nameConfidence(t, confidence));
  return source === 'imported' ? t('imported') : t('configured');
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

function compareCustomers(a: CustomerRow, b: CustomerRow): number {
  return rank(a) - rank(b) || b.count - a.count || compareText(a.label, b.label);
}

function rank({ customer }: CustomerRow): number {
  if (!customer) return 2;
  return customer.source === 'inferred' ? 1 : 0;
}
