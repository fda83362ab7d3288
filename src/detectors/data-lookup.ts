import type { Facts, Span, TableEntry, TableFact } from '../facts/facts.js';
import { isIdentifyingKey, strongCollection } from '../link/collections.js';
import type { KnownCustomer } from '../link/customers.js';
import { isSampleData, ownPlace, partyTable, type PartyTable } from '../link/data-tables.js';
import type { Workspace } from '../link/workspace.js';
import type { Confidence } from '../model/finding.js';
import { weakest, type Draft } from './draft.js';

/** Entries per customer in a data file, and records about one. Lists of who the customers are come out `low`. */
export function detectDataLookups(workspace: Workspace, path: string, facts: Facts): Draft[] {
  if (isSampleData(path)) return [];
  return facts.tables.flatMap((table) => {
    const party = partyTable(path, facts, table);
    // In a customer's own file the root's keys are fields.
    const byKey = ownPlace(path, table) === null ? keyed(workspace, path, table, party) : [];
    return byKey.length > 0 ? byKey : record(workspace, path, table, party);
  });
}

function keyed({ customers }: Workspace, path: string, table: TableFact, party: PartyTable): Draft[] {
  const found = table.entries.flatMap((entry) => {
    const recognized = entry.key === null ? null : customers.recognizeText(entry.key);
    return recognized ? [{ entry, ...recognized }] : [];
  });
  const sure = keyConfidence(table, party, new Set(found.map(({ customer }) => customer)));
  return found.flatMap(({ entry, customer, by }) => {
    const own = party.isSettings && (by === 'id' || by === 'domain') ? 'high' : sure;
    if (own === null) return [];
    const why = `${entry.key ?? ''} is an entry of ${party.name} for ${customer.name}.`;
    return [draftOf(path, { entry, customer, within: party.name, why, confidence: own, region: { start: entry.start, end: entry.until } })];
  });
}

/** As for tables in code, except that a list of customers is no setting, and that one key among others is any word. */
function keyConfidence(
  { entries, isItem }: TableFact,
  { weight, isSettings }: PartyTable,
  found: ReadonlySet<KnownCustomer>,
): Confidence | null {
  if (found.size === 0) return null;
  if (!isSettings) return 'low';
  if (weight >= strongCollection && !isItem) return 'high';
  const share = found.size / entries.length;
  if (found.size >= 2) return share >= 0.5 ? 'high' : share >= 0.25 ? 'medium' : 'low';
  return share === 1 && [...found].every(({ source }) => source === 'configured') ? 'medium' : null;
}

/** `[{ slug: 'acme', … }]`, or `slug: acme` in a file that is the customer's own. */
function record({ customers }: Workspace, path: string, table: TableFact, party: PartyTable): Draft[] {
  if (!table.isItem && ownPlace(path, table) === null) return [];
  for (const entry of table.entries) {
    const text = entry.value.is === 'literal' && typeof entry.value.value === 'string' ? entry.value.value : null;
    const recognized = text !== null && entry.key !== null && isIdentifyingKey(entry.key) ? customers.recognizeText(text) : null;
    if (!recognized) continue;
    const { customer, by } = recognized;
    const isSure = by !== 'name' || party.weight > 0;
    const confidence = !party.isSettings ? 'low' : isSure ? 'high' : 'medium';
    const why = `A record of ${party.name} is about ${customer.name}.`;
    return [draftOf(path, { entry, customer, within: party.name, why, confidence, region: table })];
  }
  return [];
}

interface Found {
  readonly entry: TableEntry;
  readonly customer: KnownCustomer;
  readonly within: string;
  readonly why: string;
  readonly confidence: Confidence;
  readonly region: Span;
}

function draftOf(path: string, { entry, customer, within, why, confidence, region }: Found): Draft {
  const key = entry.key ?? '';
  return {
    kind: 'lookup',
    span: entry,
    region: { start: region.start, end: region.end },
    customers: [customer.id],
    confidence: weakest(confidence, customer.confidence),
    evidence: [why, ...customer.evidence.slice(0, 2)],
    text: `${key}:`,
    within,
    chain: (trace) => [trace.step('key', path, entry, { text: key, for: [why] })],
  };
}
