import type { CallFact, DeclarationFact, Facts, TableEntry, TableFact, Term } from '../facts/facts.js';
import type { Constant } from './constant.js';
import {
  isDomain,
  isOpaque,
  isPlaceholder,
  isRehearsalName,
  lineOf,
  nameFromIdentifier,
  nameOfConstant,
  withoutMarks,
  type Naming,
} from './naming.js';
import type { Subject, SubjectStrength } from './subjects.js';
import {
  areServices,
  collectionWeight,
  holdsTables,
  holdsValues,
  isHomogeneous,
  isIdentifyingKey,
  isVocabulary,
  strongCollection,
} from './collections.js';
import { dataEvidence } from './data-evidence.js';
import { importedFolder } from './folders.js';
import { holdsConstant } from './holds-constant.js';
import { familyEvidence, namespaceEvidence } from './module-families.js';
import { ownFileEvidence } from './own-files.js';
import { isWrapping, type Symbols } from './symbols.js';
import { isTestFile } from './test-files.js';
import type { Test, Tests } from './tests.js';
import { identifyingWords, ownSubdomains, partyWords, weakPartyWords } from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

export type EvidenceSource = 'comparison' | 'table' | 'type' | 'list' | 'constant' | 'record' | 'folder' | 'targeting' | 'copy';

/** One reason to take a name for a customer, or, with a negative weight, not to. */
export interface Evidence {
  readonly name: string;
  readonly id: string | null;
  readonly source: EvidenceSource;
  /** Chance, from 0 to 1, that this alone is right; negative for counter-evidence. */
  readonly weight: number;
  readonly path: string;
  /** 1-based; 0 for evidence from a path. */
  readonly line: number;
  /** A clause for people: what stands there. */
  readonly text: string;
  /** A shorter name that this evidence shows to mean the same, normalised. */
  readonly alias?: string;
}

/**
 * Chances that a literal is a customer, by what it is compared with: estimates by hand, held to their outcome by the calibration test and
 * the labelled cases, not measured one by one.
 */
const comparisonWeight: Readonly<Record<SubjectStrength, number>> = {
  strong: 0.6,
  host: 0.4,
  weak: 0.3,
  bare: 0.12,
  neutral: 0,
  property: -0.3,
};
const formFactor: Readonly<Record<Test['form'], number>> = { equals: 1, 'one-of': 0.85, pattern: 0.8, asks: 0.9, named: 0 };

/** Tests invent customers as they need them. */
const testFactor = 0.3;

/** Collects the evidence of one file. */
export class EvidenceCollector {
  private readonly files: ReadonlyMap<string, Facts>;
  private readonly symbols: Symbols;
  private readonly tests: Tests;
  private readonly architecture: ReadonlySet<string>;
  private readonly paths: readonly string[];

  constructor(
    files: ReadonlyMap<string, Facts>,
    symbols: Symbols,
    tests: Tests,
    paths: readonly string[],
    architecture: ReadonlySet<string>,
  ) {
    this.paths = paths;
    this.architecture = architecture;
    this.files = files;
    this.symbols = symbols;
    this.tests = tests;
  }

  of(path: string, facts: Facts): Evidence[] {
    const factor = isTestFile(path) ? testFactor : 1;
    return this.all(path, facts).map((one) => ({ ...one, weight: one.weight * factor }));
  }

  private all(path: string, facts: Facts): Evidence[] {
    if (facts.isData) return dataEvidence(path, facts);
    return [
      ...facts.conditions
        .filter(({ test }) => holdsConstant(test))
        .flatMap((condition) => this.tests.of(path, condition.test).flatMap((test) => this.comparison(path, facts, test))),
      ...facts.calls.flatMap((call) => this.called(path, facts, call)),
      ...facts.accesses.flatMap((access) => this.indexing(path, access.target)),
      ...facts.tables.flatMap((table) => this.table(path, facts, table)),
      ...facts.declarations.flatMap((declaration) => this.declared(path, facts, declaration)),
      ...facts.imports.flatMap((fact) => importedFolder(path, fact.source, this.architecture)),
    ];
  }

  private called(path: string, facts: Facts, call: CallFact): Evidence[] {
    const test = this.tests.gates.of(path, call);
    return test ? this.comparison(path, facts, test) : familyEvidence(call, path, this.paths, this.tests.subjects);
  }

  private comparison(path: string, facts: Facts, test: Test): Evidence[] {
    return test.constants.flatMap((constant) => {
      const naming =
        nameOfConstant(constant, this.files.get(constant.path)) ?? (test.subject.strength === 'strong' ? rehearsalOf(constant) : null);
      if (isIndirect(test)) return [];
      const weight = isOwnHost(constant.value)
        ? comparisonWeight.property
        : comparisonWeight[test.subject.strength] * formFactor[test.form];
      if (!naming || weight === 0 || isIdPrefix(constant) || !fits(constant, test.subject, naming)) return [];
      const named =
        naming.id !== null && /^\d+$/.test(naming.name) ? { ...naming, name: `${partyOf(test.subject)} ${naming.name}` } : naming;
      const text = `“${named.name}” is compared with ${test.subject.text || test.via.join('.')}`;
      return [{ ...named, source: 'comparison', weight, path, line: lineOf(facts, test.span.start) + 1, text }];
    });
  }

  /** `TABLE[tenant.slug]`: the keys of the table are customers. */
  private indexing(path: string, target: Term): Evidence[] {
    if (target.is !== 'member' || !target.key) return [];
    const { strength, text } = this.tests.subjects.of(path, target.key);
    if (strength !== 'strong' && strength !== 'host') return [];
    const family = strength === 'host' ? [] : namespaceEvidence(this.symbols, path, target.of, text);
    const keyed = this.symbols.values({ path, term: target.of }).flatMap((value) => {
      const table = this.symbols.table(value.path, value.term);
      const facts = this.files.get(value.path);
      if (!table || !facts || (strength === 'host' && !keysOf(table).some(({ key }) => isDomain(key ?? '')))) return [];
      const why = `is a key of ${table.name ?? 'a table'}, which is read by ${text}`;
      return keysOf(table).flatMap((entry) => entryEvidence(entry, 0.45, value.path, facts, why));
    });
    return [...family, ...keyed];
  }

  private table(path: string, facts: Facts, table: TableFact): Evidence[] {
    return [
      ...ownFileEvidence(path, facts, table),
      ...this.keyedByCustomer(path, facts, table),
      ...settingsWithin(path, facts, table),
      ...this.records(path, facts, table),
    ];
  }

  private keyedByCustomer(path: string, facts: Facts, table: TableFact): Evidence[] {
    const declaration = facts.declarations[table.declaration];
    const isEnum = declaration?.kind === 'enum';
    const shape = isEnum ? 'alternatives' : holdsTables(table) ? 'tableOfTables' : holdsValues(table) ? 'values' : 'table';
    const weight = declaration && table.entries.length >= 2 ? collectionWeight(declaration.name, shape) : 0;
    if (!declaration || weight === 0) return [];
    if (!isEnum && !(this.isValueOf(facts, declaration, table) && isHomogeneous(table))) return [];
    const text = `is a key of ${declaration.name}`;
    return keysOf(table)
      .filter((entry) => !this.isFunctionOfThatName(path, entry))
      .flatMap((entry) => entryEvidence(entry, isEnum ? weight + 0.1 : weight, path, facts, text));
  }

  /** `export const tenants = { rename, archive }` puts functions together under their own names. */
  private isFunctionOfThatName(path: string, { key, value }: TableEntry): boolean {
    if (value.is !== 'reference' || value.name !== key || value.path.length > 0) return false;
    return this.symbols.values({ path, term: value }).some(({ term }) => term.is === 'function');
  }

  /** Whether a table is the declaration's own value, as opposed to a part of it. */
  private isValueOf(facts: Facts, { value }: DeclarationFact, table: TableFact): boolean {
    if (value?.is === 'table') return facts.tables[value.table] === table;
    return (
      value?.is === 'call' &&
      (isWrapping(value) || value.isNew) &&
      value.arguments.some((argument) => argument.is === 'table' && facts.tables[argument.table] === table)
    );
  }

  /** `const partners = [{ slug: 'acme', … }]` */
  private records(path: string, facts: Facts, table: TableFact): Evidence[] {
    const declaration = facts.declarations[table.declaration];
    if (!declaration || !table.isItem) return [];
    const weight = collectionWeight(declaration.name);
    if (weight === 0) return [];
    return table.entries.flatMap((entry) => {
      if (entry.key === null || !isIdentifyingKey(entry.key)) return [];
      return this.tests.elements.constants(path, entry.value).flatMap((constant) => {
        const naming = nameOfConstant(constant, facts);
        if (naming && /^\d+$/.test(naming.name)) return [];
        const text = `stands as ${entry.key ?? ''} in ${declaration.name}`;
        return naming
          ? [{ ...naming, source: 'record' as const, weight, path, line: lineOf(facts, entry.start) + 1, text: `“${naming.name}” ${text}` }]
          : [];
      });
    });
  }

  private declared(path: string, facts: Facts, declaration: DeclarationFact): Evidence[] {
    const { name, kind, value } = declaration;
    if (value && /^(is|has|for)(?=\p{Lu})/u.test(name)) return this.shorterName(path, facts, declaration, value);
    if (kind === 'type' && value?.is === 'list') return this.members(path, facts, declaration, value, 'type', 0.45);
    if (kind !== 'variable' && kind !== 'property') return [];
    if (value?.is === 'list' || (value?.is === 'call' && isCollection(value)))
      return this.members(path, facts, declaration, value, 'list', 0.4);
    if (value?.is !== 'literal' || typeof value.value === 'boolean') return [];
    if (!isIdConstant(name) || isPlaceholder([name]) || value.value === null || value.value === '') return [];
    const naming = nameOfConstant({ value: value.value, names: [name], path, span: value }, facts);
    if (!naming || isOpaque(naming.name) || (naming.id === null && nameFromIdentifier([name]) === null)) return [];
    const text = `${name} is a constant for it`;
    return [
      { ...naming, source: 'constant', weight: weightOfConstant(name, naming), path, line: lineOf(facts, declaration.start) + 1, text },
    ];
  }

  /** `isUmbrella = tenant.slug === 'umbrella-health'` says what else the customer is called. */
  private shorterName(path: string, facts: Facts, declaration: DeclarationFact, value: Term): Evidence[] {
    const constants = this.tests.of(path, value.is === 'function' ? value.returns : value).flatMap((test) => test.constants);
    const [constant] = constants;
    const naming = constants.length === 1 && constant ? nameOfConstant(constant, this.files.get(constant.path)) : null;
    const alias = normalize(nameFromIdentifier([declaration.name.replace(/^(is|has|for)/, '')]) ?? '');
    if (!naming || alias.length < 4 || alias === normalize(naming.name) || !normalize(naming.name).startsWith(alias)) return [];
    const text = `${declaration.name} asks for “${naming.name}”`;
    return [{ ...naming, source: 'constant', weight: 0.2, path, line: lineOf(facts, declaration.start) + 1, text, alias }];
  }

  private members(
    path: string,
    facts: Facts,
    declaration: DeclarationFact,
    value: Term,
    source: EvidenceSource,
    weight: number,
  ): Evidence[] {
    const shape = source === 'type' ? 'alternatives' : 'table';
    if (collectionWeight(declaration.name, shape) === 0) return [];
    const constants = this.tests.elements.of(path, value);
    if (constants.length < 2 || areServices(constants.map(({ value }) => String(value)))) return [];
    const line = lineOf(facts, declaration.start) + 1;
    return constants.flatMap((constant) => {
      const naming = nameOfConstant(constant, this.files.get(constant.path)) ?? rehearsalOf(constant);
      const factor = collectionWeight(declaration.name, shape) / strongCollection;
      return naming
        ? [{ ...naming, source, weight: weight * factor, path, line, text: `“${naming.name}” is listed in ${declaration.name}` }]
        : [];
    });
  }
}

/** The name of a party made up for demonstrations and tests; to be asked only where the place says that a party is named. */
function rehearsalOf({ value }: Constant): Naming | null {
  const text = withoutMarks(String(value));
  return isRehearsalName(text) ? { name: text, id: null } : null;
}

/** A theme's key and the number that a service has given a client are seldom customers; an id that only code can read is. */
function weightOfConstant(name: string, { id }: Naming): number {
  const owner = singular(wordsOf(name).at(-2) ?? '');
  if (partyWords.has(owner) || partyWords.has(singular(wordsOf(name).at(-1) ?? ''))) return 0.45;
  return id === null || /^\d+$/.test(id) || owner === 'client' ? 0.15 : 0.45;
}

/** `ACME_TENANT_ID`, `acmeOrgSlug`: a party and an identifying word at the end. */
function isIdConstant(name: string): boolean {
  const words = wordsOf(name).map(singular);
  const head = words.at(-1) ?? '';
  const owner = words.at(-2) ?? '';
  if (partyWords.has(head)) return /^[A-Z]/.test(name) && words.length > 1;
  return (
    (identifyingWords.has(head) || head === 'domain' || head === 'host') &&
    (partyWords.has(owner) || weakPartyWords.has(owner)) &&
    words.length > 2
  );
}

function isCollection(call: Extract<Term, { is: 'call' }>): boolean {
  return call.isNew && call.callee.is === 'reference' && /^(Set|Map|ReadonlySet|WeakSet)$/.test(call.callee.name);
}

function keysOf(table: TableFact): readonly TableEntry[] {
  return areServices(table.entries.flatMap(({ key }) => key ?? [])) ? [] : table.entries.filter((entry) => entry.key !== null);
}

function entryEvidence(entry: TableFact['entries'][number], weight: number, path: string, facts: Facts, text: string): Evidence[] {
  const naming = nameOfConstant({ value: entry.key, names: [], path, span: entry }, facts);
  if (!naming || isVocabulary(naming.name) || isOwnHost(entry.key ?? '')) return [];
  return [{ ...naming, source: 'table', weight, path, line: lineOf(facts, entry.start) + 1, text: `“${naming.name}” ${text}` }];
}

/** `{ port: 80, tenants: { acme: { … }, globex: { … } } }`: settings per customer within other settings. */
function settingsWithin(path: string, facts: Facts, table: TableFact): Evidence[] {
  const { name, parent, entries } = table;
  if (name === null || parent === -1 || entries.length < 2 || !holdsTables(table) || !isHomogeneous(table)) return [];
  const isPlural = wordsOf(name).some((word) => word !== singular(word) && partyWords.has(singular(word)));
  if (!isPlural || /[^\w$]/.test(name) || collectionWeight(name, 'tableOfTables') < strongCollection) return [];
  return keysOf(table).flatMap((entry) => entryEvidence(entry, strongCollection, path, facts, `is a key of ${name}`));
}

/** Numbers only name somebody beside an id; hosts are compared with domains or their labels. */
function fits(constant: Constant, subject: Subject, naming: Naming): boolean {
  if (constant.value === null) return subject.strength === 'strong' || subject.strength === 'weak';
  const text = String(constant.value);
  if (/^\d+$/.test(text)) return subject.strength === 'strong' && Number(text) > 0 && naming.id !== null;
  if (subject.strength !== 'host' || isDomain(withoutMarks(text))) return true;
  // An area of a problem is a domain too, and where something came from an origin.
  return !/^(domain|origin)$/.test(wordsOf(subject.text).at(-1) ?? '') && /^[\p{L}\p{N}-]+[.-]?$/u.test(text);
}

/** A comparison that is reached through a predicate or an alias is evidence where it stands, and only there. */
function isIndirect({ form, via }: Test): boolean {
  return via.length > (form === 'equals' ? 0 : 1);
}

/** `app.tidywork.io`, `staging.tidywork.io`: the owner of such hosts is the product itself. */
function isOwnHost(value: string | number | null): boolean {
  const text = withoutMarks(String(value));
  return (
    isDomain(text) &&
    text
      .split('.')
      .slice(0, -2)
      .some((label) => wordsOf(label).every((word) => ownSubdomains.has(word) || /^\d+$/.test(word)))
  );
}

/** `customerId.startsWith('cus_')`: all ids of a kind begin so. */
function isIdPrefix({ value }: Constant): boolean {
  return typeof value === 'string' && /^[a-z]+_$/.test(value);
}

function partyOf(subject: Subject): string {
  const words = subject.text.split('.').flatMap(wordsOf).map(singular);
  return words.findLast((word) => partyWords.has(word) || weakPartyWords.has(word)) ?? 'customer';
}

/** Evidence is about the same customer when names are equal but for style. */
export function candidateOf(evidence: Pick<Evidence, 'name'>): string {
  return normalize(evidence.name);
}
