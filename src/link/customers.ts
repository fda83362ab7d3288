import type { Config, ConfiguredCustomer } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Confidence } from '../model/finding.js';
import type { Constant } from './constant.js';
import { looseCollection } from './collections.js';
import { candidateOf, type Evidence } from './evidence.js';
import { isDomain, isOpaque, isPlausibleName, nameFromIdentifier, ownerOfDomain, withoutMarks } from './naming.js';
import { genericValues, integrationNames, legalForms, partyWords, weakPartyWords } from './vocabulary.js';
import { normalize, runsOf, wordsOf } from './words.js';

/** A customer without the number of its findings, which only detection knows. */
export type KnownCustomer = Omit<Customer, 'findings'>;

/** How a constant was recognised; `id` and `domain` are beyond doubt. */
export type Recognition = 'id' | 'domain' | 'name' | 'constant';

export interface Recognized {
  readonly customer: KnownCustomer;
  readonly by: Recognition;
}

/** Scores from which an inferred customer has each confidence; below the last it is dropped. */
const scoreOf: readonly (readonly [Confidence, number])[] = [
  ['high', 0.75],
  ['medium', 0.5],
  ['low', 0.28],
];

/** How many pieces of evidence of one kind add up; a fifth comparison says nothing new. */
const perSource = 3;
const evidenceShown = 5;
/** Evidence below this weight can't make a customer more than `low`, and only where two kinds of it agree or comparisons recur. */
const strongWeight = 0.35;
const weakLimit = 0.49;
/** Evidence below this weight (`key === 'acme'`) only supports other evidence. */
const namedWeight = 0.2;

/** Knows every customer of a workspace and recognises them in constants and names. */
export class Customers {
  readonly all: readonly KnownCustomer[];
  private readonly byName = new Map<string, KnownCustomer>();
  private readonly byId = new Map<string, KnownCustomer>();
  private readonly byDomain = new Map<string, KnownCustomer>();
  /** Answers by text: code repeats its names. */
  private readonly recognized = new Map<string, Recognized | null>();
  private readonly mentioned = new Map<string, readonly KnownCustomer[]>();

  /** `ownNames` are what the workspace calls itself: its packages and their scope. They are no customers unless the team says so. */
  constructor(config: Config, evidence: readonly Evidence[], ownNames: readonly string[] = []) {
    const configured = config.customers.map((customer) => this.addConfigured(customer));
    const rejected = new Set(config.notCustomers.map(normalize));
    this.all = [...configured, ...this.addInferred(evidence, rejected, ownNames.map(normalize))];
  }

  /** The customer that a constant means, or null. Numbers mean one only where the code says so: see `recognizeNumber`. */
  recognize(constant: Constant): Recognized | null {
    const { value, names } = constant;
    if (value !== null) {
      const found = this.recognizeText(String(value));
      if (found) return found;
    }
    const name = nameFromIdentifier(names);
    const customer = name === null ? undefined : this.byName.get(normalize(name));
    if (customer) return { customer, by: 'constant' };
    const [mentioned] =
      names.length > 0 && (value === null || isOpaque(String(value)) || isDomain(String(value)))
        ? this.mentionedIn(names.at(-1) ?? '')
        : [];
    return mentioned ? { customer: mentioned, by: 'constant' } : null;
  }

  /** The customer that a whole text names: id, domain (or a subdomain of one), or name in any style. */
  recognizeText(written: string): Recognized | null {
    let found = this.recognized.get(written);
    if (found === undefined) this.recognized.set(written, (found = this.recognizedAnew(written)));
    return found;
  }

  private recognizedAnew(written: string): Recognized | null {
    const text = withoutMarks(written);
    const byId = isNumber(text) ? undefined : this.byId.get(text.toLowerCase());
    if (byId) return { customer: byId, by: 'id' };
    if (isDomain(text)) {
      const byDomain = this.customerOfDomain(text.toLowerCase());
      return byDomain ? { customer: byDomain, by: 'domain' } : null;
    }
    const byName = this.byName.get(normalize(text)) ?? this.byName.get(normalize(withoutLegalForm(text)));
    return byName ? { customer: byName, by: 'name' } : null;
  }

  /** The customer with a numeric id; to be asked only about values that are known to be customers' ids. */
  recognizeNumber(constant: Constant): Recognized | null {
    const customer = isNumber(String(constant.value)) ? this.byId.get(String(constant.value)) : undefined;
    return customer ? { customer, by: 'id' } : null;
  }

  /** Customers whose name is part of an identifier: `isAcme`, `ACME_TENANT_ID`, `AcmeInvoice`. Names under three letters are not looked for. */
  mentionedIn(identifier: string): readonly KnownCustomer[] {
    let found = this.mentioned.get(identifier);
    if (!found) this.mentioned.set(identifier, (found = this.mentionedAnew(identifier)));
    return found;
  }

  private mentionedAnew(identifier: string): readonly KnownCustomer[] {
    const found = new Set<KnownCustomer>();
    for (const run of runsOf(wordsOf(identifier))) {
      const customer = run.length >= 3 ? this.byName.get(run) : undefined;
      if (customer) found.add(customer);
    }
    return [...found];
  }

  private customerOfDomain(domain: string): KnownCustomer | undefined {
    for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const found = this.byDomain.get(rest);
      if (found) return found;
    }
    // `acme.ourproduct.com` is Acme's place with us; `acme.com.elsewhere.net` is somebody else's.
    const labels = domain.split('.').slice(0, -2);
    const own = labels.filter((_, position) => !/^(com|net|org|io|co)$/.test(labels[position + 1] ?? ''));
    return own.map((label) => this.byName.get(normalize(label))).find((named) => named?.source === 'configured');
  }

  private addConfigured(configured: ConfiguredCustomer): KnownCustomer {
    const { id, name, aliases } = configured;
    const customer: KnownCustomer = { id, name, aliases, source: 'configured', confidence: 'high', evidence: [] };
    for (const spelling of [id, name, ...aliases]) {
      if (isDomain(spelling)) this.byDomain.set(spelling.toLowerCase(), customer);
      else if (isOpaque(spelling)) this.byId.set(spelling.toLowerCase(), customer);
      else this.byName.set(normalize(spelling), customer);
    }
    for (const opaque of configured.ids) this.byId.set(opaque.toLowerCase(), customer);
    for (const domain of configured.domains) this.byDomain.set(domain.toLowerCase(), customer);
    return customer;
  }

  private addInferred(evidence: readonly Evidence[], rejected: ReadonlySet<string>, ownNames: readonly string[]): KnownCustomer[] {
    const customers: KnownCustomer[] = [];
    for (const [candidate, group] of groupByCandidate(evidence)) {
      const known =
        this.byName.get(candidate) ?? group.map(({ id }) => this.byId.get(id?.toLowerCase() ?? '')).find((one) => one !== undefined);
      if (known) this.addIds(known, group);
      if (known || rejected.has(candidate) || isOwn(candidate, group, ownNames)) continue;
      const score = scoreEvidence(candidate, group);
      const confidence = scoreOf.find(([, least]) => score >= least)?.[0];
      if (confidence === undefined) continue;
      customers.push(this.addCandidate(candidate, group, confidence));
    }
    return customers;
  }

  private addCandidate(candidate: string, group: readonly Evidence[], confidence: Confidence): KnownCustomer {
    const names = [...new Set(group.map(({ name }) => name))];
    const [name = candidate] = names;
    const strongest = group.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    const texts = [...new Set(strongest.map(({ text, path, line }) => `${text} (${path}${line > 0 ? `:${String(line)}` : ''}).`))];
    const customer: KnownCustomer = {
      id: kebab(name),
      name,
      aliases: names.slice(1),
      source: 'inferred',
      confidence,
      evidence: texts.slice(0, evidenceShown),
    };
    this.byName.set(candidate, customer);
    for (const spelling of names.map(withoutParty))
      if (spelling.length >= 3 && isPlausibleName(spelling) && !this.byName.has(spelling)) this.byName.set(spelling, customer);
    this.addIds(customer, group);
    return customer;
  }

  /** Opaque ids, domains and shorter names that the code ties to a customer. */
  private addIds(customer: KnownCustomer, group: readonly Evidence[]): void {
    for (const { id, alias } of group) {
      if (alias !== undefined && !this.byName.has(alias)) this.byName.set(alias, customer);
      if (id === null) continue;
      const known = isDomain(id) ? this.byDomain : this.byId;
      if (!known.has(id.toLowerCase())) known.set(id.toLowerCase(), customer);
    }
  }
}

/** Groups evidence by candidate; an opaque id that has a name anywhere goes to that name. */
function groupByCandidate(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const nameOfId = new Map<string, string>();
  for (const { id, name } of evidence) if (id !== null && id !== name && !nameOfId.has(id)) nameOfId.set(id, name);
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const name = one.id === one.name ? (nameOfId.get(one.id) ?? one.name) : one.name;
    const candidate = candidateOf({ name: withoutLegalForm(name) });
    const group = groups.get(candidate);
    if (group) group.push({ ...one, name });
    else groups.set(candidate, [{ ...one, name }]);
  }
  return groups;
}

/** One minus the chance that all evidence is wrong, each kind counted at most three times; counter-evidence takes its share away. */
function scoreEvidence(candidate: string, group: readonly Evidence[]): number {
  const bySource = new Map<string, number[]>();
  let against = 0;
  const folders = new Set<string>();
  for (const { source, weight, text } of group) {
    if (source === 'folder' && folders.has(text)) continue;
    if (source === 'folder') folders.add(text);
    if (weight < 0) against++;
    else bySource.set(source, [...(bySource.get(source) ?? []), weight]);
  }
  let wrong = 1;
  let pieces = 0;
  for (const [source, weights] of bySource) {
    for (const weight of countable(source, weights).slice(0, perSource)) wrong *= 1 - weight;
    pieces += weights.length;
  }
  const inCode = [...bySource].flatMap(([source, weights]) => (source === 'folder' ? [] : weights));
  const strongest = Math.max(0, ...inCode);
  // A folder that nothing in the code speaks for as clearly may be any part of the product.
  if (strongest < Math.max(0, ...(bySource.get('folder') ?? []))) return Math.min(1 - wrong, weakLimit);
  // Any number of weak reasons stays weak: somebody must say what it is.
  const isBacked = bySource.size >= 2 || (bySource.get('comparison') ?? []).filter((weight) => weight >= namedWeight).length >= perSource;
  const sure = strongest >= strongWeight ? 1 - wrong : isBacked && strongest >= namedWeight ? Math.min(1 - wrong, weakLimit) : 0;
  const trust = pieces === 0 ? 0 : pieces / (pieces + against);
  const known = integrationNames.has(candidate) || genericValues.has(candidate) ? 0.4 : 1;
  return sure * trust * known;
}

/** Weights, the greatest first. Tables that may hold the fields of one party say no more when they recur. */
function countable(source: string, weights: readonly number[]): readonly number[] {
  const sorted = weights.toSorted((a, b) => b - a);
  const loose = source === 'table' ? sorted.findIndex((weight) => weight <= looseCollection) : -1;
  return loose === -1 ? sorted : sorted.slice(0, loose + 1);
}

/**
 * Whether a candidate is what the workspace calls itself, with or without what owners put before it (`dev-ledgerly.io`). Where it is
 * listed among other parties (`type Brand = 'ledgerly' | 'acme'`) it is one of them.
 */
function isOwn(candidate: string, group: readonly Evidence[], ownNames: readonly string[]): boolean {
  const bare = candidate.replace(/^(the|my|get|try|use|app|dev|staging|beta|test)(?=.{4})/, '');
  const isNamed = ownNames.some((own) => own === candidate || own === bare);
  return isNamed && !group.some(({ source }) => source === 'type' || source === 'table' || source === 'list');
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** `acme-corp` and `Acme GmbH` are candidates for Acme. */
function withoutLegalForm(name: string): string {
  const [, before, form] = /^(.+?)[\s._-]+([\p{L}.]+)$/u.exec(name) ?? [];
  if (before !== undefined && legalForms.has(normalize(form ?? ''))) return before;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  return words.length > 1 && legalForms.has(last) ? words.slice(0, -1).join('-') : name;
}

/** `acme-tenant` and `AcmeCorp` are Acme. */
function withoutParty(name: string): string {
  const words = wordsOf(withoutLegalForm(name)).filter((word) => !partyWords.has(word) && !weakPartyWords.has(word));
  return words.join('');
}

function kebab(name: string): string {
  if (isOpaque(name)) return name;
  return isDomain(name) ? ownerOfDomain(name) : wordsOf(name).join('-');
}
