import type { Config, ConfiguredCustomer, ImportedCustomer } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Constant } from './constant.js';
import { withoutLegalForm, withoutLegalForms, withoutParty, type Candidate } from './customer-candidates.js';
import { mergedCandidates } from './customer-merging.js';
import { assess } from './customer-score.js';
import type { Evidence } from './evidence.js';
import { inferCustomers, type DismissedCandidate } from './infer-customers.js';
import { isOrdinary } from './ordinary-words.js';
import { isDomain, isOpaque, isPlausibleName, nameFromIdentifier, withoutMarks } from './naming.js';
import { genericValues } from './vocabulary.js';
import { normalize, runsOf, wordsOf } from './words.js';

/** A customer without the number of its findings, which only detection knows. */
export type KnownCustomer = Omit<Customer, 'findings'>;

/** How a constant was recognised; `id` and `domain` are beyond doubt. */
export type Recognition = 'id' | 'domain' | 'name' | 'constant';

export interface Recognized {
  readonly customer: KnownCustomer;
  readonly by: Recognition;
}

const nobody = { standing: 'customer', confidence: 'high', evidence: [], against: [] } as const;

/** Knows every customer of a workspace and recognises them in constants and names. */
export class Customers {
  readonly all: readonly KnownCustomer[];
  /** Those nearest to being customers first. */
  readonly dismissed: readonly DismissedCandidate[];
  private readonly byName = new Map<string, KnownCustomer>();
  private readonly byId = new Map<string, KnownCustomer>();
  private readonly byDomain = new Map<string, KnownCustomer>();
  private readonly imported = new Map<string, KnownCustomer>();
  /** Imported customers by the first word of their names; null where several share it. */
  private readonly byFirstWord = new Map<string, KnownCustomer | null>();
  /** Imported and made-up customers by names that code holds for other reasons too. */
  private readonly byOrdinaryName = new Map<string, KnownCustomer>();
  /** Answers by text: code repeats its names. */
  private readonly recognized = new Map<string, Recognized | null>();
  private readonly mentioned = new Map<string, readonly KnownCustomer[]>();

  /** `ownNames` are what the workspace calls itself: its packages and their scope. */
  constructor(config: Config, evidence: readonly Evidence[], ownNames: readonly string[] = []) {
    const configured = config.customers.map((customer) => this.addConfigured(withImportedStatus(customer, config.importedCustomers)));
    const ruled = { rejected: new Set(config.notCustomers.map(normalize)), ownNames: new Set(ownNames.map(normalize)) };
    for (const customer of config.importedCustomers)
      if (![customer.id, customer.name].some((name) => ruled.rejected.has(normalize(name))))
        this.addImported(customer, configured, ruled.ownNames);
    const open = mergedCandidates(evidence).filter((candidate) => !this.settles(candidate));
    const { inferred, dismissed } = inferCustomers(open, ruled);
    for (const { candidate, customer } of inferred) this.addSpellings(customer, candidate);
    this.all = [...configured, ...this.imported.values(), ...inferred.map(({ customer }) => customer)];
    this.dismissed = dismissed;
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

  /** The customer with a name that is an ordinary word; to be asked only about values that say which customer it is. */
  recognizeOrdinary({ value }: Constant): Recognized | null {
    const customer = typeof value === 'string' ? this.byOrdinaryName.get(normalize(value)) : undefined;
    return customer ? { customer, by: 'name' } : null;
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
    const { id, name, aliases, standing } = configured;
    const customer: KnownCustomer = { ...nobody, id, name, aliases, source: 'configured', standing, ...saidStatus(configured) };
    for (const spelling of [id, name, ...aliases]) {
      if (isDomain(spelling)) this.byDomain.set(spelling.toLowerCase(), customer);
      else if (isOpaque(spelling)) this.byId.set(spelling.toLowerCase(), customer);
      else this.byName.set(normalize(spelling), customer);
    }
    for (const opaque of configured.ids) this.byId.set(opaque.toLowerCase(), customer);
    for (const domain of configured.domains) this.byDomain.set(domain.toLowerCase(), customer);
    return customer;
  }

  /**
   * An id or a domain from a customer file is as good as a configured one. A name alone is not: of a thousand customers some are called
   * like things. So one that is an ordinary word counts only beside what says which customer it is, and any other is weak until the code
   * has evidence of its own.
   */
  private addImported(imported: ImportedCustomer, configured: readonly KnownCustomer[], ownNames: ReadonlySet<string>): void {
    const { id, name, aliases, origin } = imported;
    const known = configured.find((customer) => customer.id === id);
    const evidence = [`Listed in ${origin}.`];
    const customer: KnownCustomer = known ?? { ...nobody, id, name, aliases, source: 'imported', ...saidStatus(imported), evidence };
    if (!known) this.imported.set(id, customer);
    for (const opaque of imported.ids) setOnce(this.byId, opaque.toLowerCase(), customer);
    for (const domain of imported.domains) setOnce(this.byDomain, domain.toLowerCase(), customer);
    for (const spelling of new Set([id, ...[name, ...aliases].map(withoutLegalForms)])) {
      const key = normalize(spelling);
      if (isOrdinary(spelling) || ownNames.has(key)) setOnce(this.byOrdinaryName, key, customer);
      else setOnce(this.byName, key, known ?? { ...customer, confidence: wordsOf(spelling).length > 1 ? 'medium' : 'low' });
    }
    const first = normalize(withoutLegalForms(name).split(' ')[0] ?? '');
    this.byFirstWord.set(first, this.byFirstWord.has(first) || isOrdinary(first) ? null : customer);
  }

  /** Whether a candidate is a customer that was known before; if so, its spellings go there. */
  private settles(candidate: Candidate): boolean {
    const imported = this.importedOf(candidate);
    if (imported) this.confirmImported(candidate, imported);
    const known = this.knownOf(candidate);
    if (known) this.addSpellings(known, candidate);
    return known !== undefined || this.byOrdinaryName.has(candidate.key);
  }

  /** The imported customer that a candidate can only be: by one of its names, or by a first word that no other has. */
  private importedOf({ key, evidence }: Candidate): KnownCustomer | undefined {
    const named = this.byName.get(key);
    if (named) return named.source === 'imported' ? named : undefined;
    const ordinary = this.byOrdinaryName.get(key);
    if (ordinary) return assess(key, evidence).confidence === 'high' ? ordinary : undefined;
    return this.byFirstWord.get(key) ?? undefined;
  }

  /** What the code says itself of an imported customer makes its name as good as its ids. */
  private confirmImported(candidate: Candidate, { id }: KnownCustomer): void {
    const found = assess(candidate.key, candidate.evidence);
    const customer = this.imported.get(id);
    if (found.confidence === null || !customer) return;
    const evidence = [...customer.evidence, ...found.evidence];
    const isWeak = found.confidence === 'low';
    const confirmed: KnownCustomer = { ...customer, confidence: isWeak ? 'medium' : 'high', evidence, against: found.against };
    const maps = isWeak ? [this.byName] : [this.byName, this.byId, this.byDomain, this.imported];
    for (const map of maps)
      for (const [key, { source, id: owner }] of map) if (source === 'imported' && owner === id) map.set(key, confirmed);
    this.byName.set(candidate.key, confirmed);
  }

  /** Opaque ids, domains and spellings that the code ties to a customer; what another has already stays with it. */
  private addSpellings(customer: KnownCustomer, { key, names, evidence }: Candidate): void {
    const shorter = names.map(withoutParty).filter((spelling) => spelling.length >= 3 && isPlausibleName(spelling));
    const aliases = evidence.flatMap(({ alias }) => alias ?? []);
    for (const spelling of [key, ...names.map(normalize), ...shorter, ...aliases]) {
      const isOrdinaryName = genericValues.has(spelling) && customer.source === 'inferred';
      setOnce(isOrdinaryName ? this.byOrdinaryName : this.byName, spelling, customer);
    }
    for (const { id } of evidence) {
      if (id === null) continue;
      setOnce(isDomain(id) ? this.byDomain : this.byId, id.toLowerCase(), customer);
    }
  }

  private knownOf({ key, names, evidence }: Candidate): KnownCustomer | undefined {
    const byName = [key, ...names.map(normalize)].map((name) => this.byName.get(name)).find((known) => known !== undefined);
    return byName ?? evidence.map(({ id }) => this.byId.get(id?.toLowerCase() ?? '')).find((known) => known !== undefined);
  }
}

/** What a customer file says of the status counts where the configuration says nothing. */
function withImportedStatus(configured: ConfiguredCustomer, imported: readonly ImportedCustomer[]): ConfiguredCustomer {
  if (configured.status !== 'unknown') return configured;
  return { ...configured, status: imported.find(({ id }) => id === configured.id)?.status ?? 'unknown' };
}

function saidStatus({ status }: ConfiguredCustomer): Pick<KnownCustomer, 'status'> {
  return status === 'unknown' ? {} : { status };
}

function setOnce(map: Map<string, KnownCustomer>, key: string, customer: KnownCustomer): void {
  if (!map.has(key)) map.set(key, customer);
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
