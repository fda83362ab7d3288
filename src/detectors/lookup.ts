import type { AccessFact, CallFact, Facts, ReferenceTerm, TableEntry, TableFact, Term } from '../facts/facts.js';
import type { KnownCustomer, Recognized } from '../link/customers.js';
import { collectionWeight, isIdentifyingKey, strongCollection } from '../link/collections.js';
import { isDomain } from '../link/naming.js';
import { topLevelDomains } from '../link/vocabulary.js';
import type { Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import type { Confidence } from '../model/finding.js';
import { constantSteps, entrySteps } from './constant-chain.js';
import { detectDataLookups } from './data-lookup.js';
import { nameAt, strongest, weakest, type Draft } from './draft.js';
import { detectRegistrations } from './registration.js';
import type { Trace } from './trace.js';

/** Entries of, and accesses into, tables that hold something per customer. */
export function detectLookups(workspace: Workspace, path: string, facts: Facts): Draft[] {
  if (facts.isData) return detectDataLookups(workspace, path, facts);
  const elements = new Set(
    facts.calls
      .filter((call) => call.isElement)
      .flatMap((call) => call.arguments.map((argument) => (argument.is === 'table' ? argument.table : -1))),
  );
  return [
    ...facts.tables.flatMap((table, number) => (elements.has(number) ? [] : entries(workspace, path, facts, table))),
    ...facts.accesses.flatMap((access) => accessed(workspace, path, facts, access)),
    ...facts.calls.flatMap((call) => dottedPath(workspace, path, facts, call)),
    ...detectRegistrations(workspace, path, facts),
  ];
}

function entries(workspace: Workspace, path: string, facts: Facts, table: TableFact): Draft[] {
  const keyed = table.entries.flatMap((entry) => {
    const recognized = recognizeKey(workspace, path, entry);
    return recognized ? [{ entry, recognized }] : [];
  });
  const sure = keyConfidence(facts, table, new Set(keyed.map(({ recognized }) => recognized.customer)));
  const byKey = keyed.flatMap(({ entry, recognized }) => {
    const certain = recognized.by === 'id' || recognized.by === 'domain';
    const confidence = certain ? 'high' : sure;
    if (confidence === null) return [];
    return [
      draftOf(
        { path, facts, table, entry, isRecord: false },
        recognized.customer,
        confidence,
        `${entry.key ?? 'The key'} is an entry of ${table.name ?? 'a table'} for ${recognized.customer.name}.`,
      ),
    ];
  });
  return byKey.length > 0 ? byKey : recordOf(workspace, path, facts, table);
}

function recognizeKey(workspace: Workspace, path: string, entry: TableEntry): Recognized | null {
  if (entry.key !== null) return workspace.customers.recognizeText(entry.key);
  if (!entry.computed) return null;
  for (const constant of workspace.tests.elements.constants(path, entry.computed)) {
    const found = workspace.customers.recognize(constant);
    if (found) return found;
  }
  return null;
}

/** How sure keys are customers: by the table's name, and by how many of its keys are. Null: too few to say so. */
function keyConfidence(facts: Facts, table: TableFact, customers: ReadonlySet<KnownCustomer>): Confidence | null {
  const recognized = customers.size;
  if (recognized === 0) return null;
  const names = [table.name ?? '', nameAt(facts, table.declaration)];
  const isNamed = names.some((name) => name !== '' && collectionWeight(name) >= strongCollection);
  const share = recognized / table.entries.filter((entry) => entry.key !== null || entry.computed).length;
  if (isNamed) return 'high';
  if (recognized >= 2) return share >= 0.5 ? 'high' : share >= 0.25 ? 'medium' : 'low';
  // One key that is all of a table may be any word; a team that configured the customer knows better.
  const isConfigured = [...customers].every(({ source }) => source === 'configured');
  return share === 1 && isConfigured ? 'medium' : share >= 0.3 ? 'low' : null;
}

/** `[{ slug: 'acme', … }]`: a record about one customer. */
function recordOf(workspace: Workspace, path: string, facts: Facts, table: TableFact): Draft[] {
  const declaration = facts.declarations[table.declaration];
  if (!declaration || !table.isItem) return [];
  for (const entry of table.entries) {
    if (entry.key === null || !isIdentifyingKey(entry.key)) continue;
    for (const constant of workspace.tests.elements.constants(path, entry.value)) {
      const found = workspace.customers.recognize(constant);
      if (!found) continue;
      const sure = found.by !== 'name' || collectionWeight(declaration.name) > 0 ? 'high' : 'medium';
      return [
        draftOf(
          { path, facts, table, entry, isRecord: true },
          found.customer,
          sure,
          `A record of ${declaration.name} is about ${found.customer.name}.`,
        ),
      ];
    }
  }
  return [];
}

/** As the schema of the report has it. */
const textLimit = 120;

interface Entry {
  readonly path: string;
  readonly facts: Facts;
  readonly table: TableFact;
  readonly entry: TableEntry;
  /** Whether the entry's value names the customer, as opposed to its key. */
  readonly isRecord: boolean;
}

/** `acme:`, `[Tenant.Acme]:`, or of a record `tenant: 'acme'`. */
function textOf({ key, computed, value }: TableEntry, isRecord: boolean, customer: KnownCustomer): string {
  if (key === null) return `[${(computed && written(computed)) ?? customer.id}]:`;
  const held = isRecord ? written(value) : null;
  return held === null ? `${key}:` : `${key}: ${held}`;
}

function written(term: Term): string | null {
  if (term.is === 'literal') return typeof term.value === 'string' ? `'${term.value}'` : String(term.value);
  return term.is === 'reference' ? [term.name, ...term.path.map((member) => member ?? '…')].join('.') : null;
}

function draftOf(at: Entry, customer: KnownCustomer, confidence: Confidence, evidence: string): Draft {
  const { facts, table, entry, isRecord } = at;
  return {
    kind: 'lookup',
    span: entry,
    region: { start: entry.start, end: entry.until },
    customers: [customer.id],
    confidence: weakest(confidence, customer.confidence),
    evidence: [evidence, ...customer.evidence.slice(0, 2)],
    text: textOf(entry, isRecord, customer).slice(0, textLimit),
    within: table.name ?? nameAt(facts, table.declaration),
    chain: (trace) => chainOf(trace, at, evidence, confidence),
  };
}

/** The entry and the table that it stands in; for a computed key also what that leads to. */
function chainOf(trace: Trace, { path, facts, table, entry }: Entry, evidence: string, confidence: Confidence): readonly Step[] {
  const against = confidence === 'high' ? [] : [`Other keys of ${table.name ?? 'the table'} name no customers.`];
  const key = trace.step('key', path, entry, { text: entry.key ?? '', for: [evidence], against });
  const declaration = facts.declarations[table.declaration];
  const holder = declaration ? [trace.step('table', path, declaration, { text: declaration.name })] : [];
  const constants = entry.computed ? trace.workspace.tests.elements.constants(path, entry.computed) : [];
  return [key, ...holder, ...constantSteps(trace, constants, () => true)];
}

/** `brands.acme.logo`, `CONFIG['acme']`: a member that is a customer, read from a table of the workspace or one named for customers. */
function accessed(workspace: Workspace, path: string, facts: Facts, access: AccessFact): Draft[] {
  const { target } = access;
  if (target.is !== 'reference') return [];
  for (const [position, member] of target.path.entries()) {
    const found = member === null ? null : workspace.customers.recognizeText(member);
    if (!found) continue;
    if (isCompared(facts, access)) return [];
    const owner = { ...target, path: target.path.slice(0, position) };
    const ownerName = owner.path.at(-1) ?? owner.name;
    const sure = collectionWeight(ownerName) >= strongCollection ? 'high' : ownerConfidence(workspace, path, owner);
    if (sure === null) return [];
    const { customer } = found;
    return [
      {
        kind: 'lookup',
        span: access,
        region: access.region,
        customers: [customer.id],
        confidence: weakest(sure, customer.confidence),
        evidence: [`Reads ${member ?? ''} from ${ownerName}.`, ...customer.evidence.slice(0, 2)],
        text: access.text,
        within: nameAt(facts, access.parent),
        chain: (trace) => [
          trace.step('access', path, access, { text: access.text, for: [`Reads ${member ?? ''} from ${ownerName}.`] }),
          ...entrySteps(trace, path, { ...target, path: target.path.slice(0, position + 1) }),
        ],
      },
    ];
  }
  return [];
}

/** How sure the keys of the table that a term leads to are customers; null where it leads to none, or to one about something else. */
function ownerConfidence(workspace: Workspace, path: string, owner: ReferenceTerm): Confidence | null {
  const sure = workspace.symbols.values({ path, term: owner }).flatMap((value) => {
    const table = workspace.symbols.table(value.path, value.term);
    const facts = workspace.files.get(value.path);
    if (!table || !facts) return [];
    const recognized = table.entries.flatMap((entry) => recognizeKey(workspace, value.path, entry) ?? []);
    return keyConfidence(facts, table, new Set(recognized.map(({ customer }) => customer))) ?? [];
  });
  return sure.length === 0 ? null : strongest(sure);
}

/** `brand === brands.acme` is a comparison; the branch or definition says so already. */
function isCompared(facts: Facts, access: AccessFact): boolean {
  return facts.conditions.some(
    (condition) => access.start >= condition.start && access.end <= condition.end && comparesAt(condition.test, access),
  );
}

function comparesAt(term: Term, access: AccessFact): boolean {
  if (term.is === 'not') return comparesAt(term.operand, access);
  if (term.is !== 'binary') return false;
  const sides = [term.left, term.right];
  if (!/^[!=]==?$/.test(term.operator)) return sides.some((side) => comparesAt(side, access));
  return sides.some((side) => side.is === 'reference' && side.start === access.start);
}

/** `getConfig('extensions.acme.apiUrl')`: a path with the customer as one of its parts. */
function dottedPath(workspace: Workspace, path: string, facts: Facts, call: CallFact): Draft[] {
  return call.arguments.flatMap((argument): Draft[] => {
    if (
      argument.is !== 'literal' ||
      typeof argument.value !== 'string' ||
      !/^[\w-]+(\.[\w-]+)+$/.test(argument.value) ||
      isHost(argument.value)
    )
      return [];
    const found = argument.value.split('.').flatMap((part) => workspace.customers.recognizeText(part) ?? []);
    const [first] = found;
    if (!first) return [];
    const evidence = `The path “${argument.value}” goes through ${first.customer.name}.`;
    return [
      {
        kind: 'lookup',
        span: argument,
        region: null,
        customers: [first.customer.id],
        confidence: weakest('medium', first.customer.confidence),
        evidence: [evidence],
        text: call.text,
        within: nameAt(facts, call.parent),
        chain: (trace) => [trace.step('access', path, argument, { text: call.text, for: [evidence] })],
      },
    ];
  });
}

/** `billing.acme.com`, as opposed to `tenants.acme.apiUrl`. */
function isHost(text: string): boolean {
  const last = text.slice(text.lastIndexOf('.') + 1);
  return isDomain(text) && (last.length === 2 || topLevelDomains.has(last));
}
