import { candidateOf, type Evidence } from './evidence.js';
import { isDomain, isOpaque, isPlausibleName, ownerOfDomain } from './naming.js';
import { integrationNames, legalForms, ownSubdomains, partyWords, weakPartyWords, writtenLegalForms } from './vocabulary.js';
import { normalize, wordsOf } from './words.js';

/** A name that may be a customer's, in all its spellings. */
export interface Candidate {
  /** The name without style and legal form. */
  readonly key: string;
  /** As written, the best first. */
  readonly names: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Why words that differ are one customer; sentences for people. */
  readonly merged: readonly string[];
}

/** Groups evidence by candidate key; an opaque id that has a name anywhere goes to that name. */
export function groupByCandidate(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const nameOfId = new Map<string, string>();
  for (const { id, name } of evidence) if (id !== null && id !== name && !nameOfId.has(id)) nameOfId.set(id, name);
  const places = ownPlaces(evidence);
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const ofHost = one.id === null ? undefined : places.get(one.id);
    const name = ofHost ?? (one.id === one.name ? (nameOfId.get(one.id) ?? one.name) : one.name);
    const candidate = candidateOf({ name: withoutLegalForm(name) });
    const group = groups.get(candidate);
    if (group) group.push({ ...one, name });
    else groups.set(candidate, [{ ...one, name }]);
  }
  return groups;
}

/**
 * Names by host, where several hosts differ in nothing but the party: the owner of `acme.tidywork.io` and `globex.tidywork.io` is the
 * product, and those with a place there are its customers. A service that the product talks to may have such hosts too.
 */
function ownPlaces(evidence: readonly Evidence[]): ReadonlyMap<string, string> {
  const byOwner = new Map<string, Map<string, string>>();
  for (const { id } of evidence) {
    const label = id !== null && isDomain(id) ? labelOfParty(id) : null;
    const owner = id === null ? '' : ownerOfDomain(id);
    if (id === null || label === null || integrationNames.has(owner)) continue;
    byOwner.set(owner, (byOwner.get(owner) ?? new Map<string, string>()).set(id, label));
  }
  return new Map([...byOwner.values()].filter((hosts) => new Set(hosts.values()).size >= 2).flatMap((hosts) => [...hosts]));
}

/** `acme` of `staging.acme.tidywork.io`; null where nothing but the owner is told. */
function labelOfParty(host: string): string | null {
  const labels = host.toLowerCase().split('.');
  const before = labels.slice(0, labels.indexOf(ownerOfDomain(host)));
  const own = before.filter((label) => label !== 'www' && !wordsOf(label).every((word) => ownSubdomains.has(word) || /^\d+$/.test(word)));
  return own.length === 1 && own[0] !== undefined && isPlausibleName(own[0]) ? own[0] : null;
}

/** `acme-corp` and `Acme GmbH` are candidates for Acme. */
export function withoutLegalForm(name: string): string {
  const [, before, form] = /^(.+?)[\s._-]+([\p{L}.]+)$/u.exec(name) ?? [];
  if (before !== undefined && legalForms.has(normalize(form ?? ''))) return before;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  return words.length > 1 && legalForms.has(last) ? words.slice(0, -1).join('-') : name;
}

/** `Acme Holdings GmbH & Co. KG`, as a CRM writes it, is Acme. */
export function withoutLegalForms(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word !== '');
  while (words.length > 1 && isLegalForm(normalize(words.at(-1) ?? ''))) words.pop();
  return words.join(' ');
}

function isLegalForm(word: string): boolean {
  return word === '' || legalForms.has(word) || writtenLegalForms.has(word);
}

/** `acme-tenant` and `AcmeCorp` are Acme. */
export function withoutParty(name: string): string {
  const words = wordsOf(withoutLegalForm(name)).filter((word) => !partyWords.has(word) && !weakPartyWords.has(word));
  return words.join('');
}

/** The id of an inferred customer: its name in kebab-case, an opaque id as it stands. */
export function idOf(name: string): string {
  if (isOpaque(name)) return name;
  return isDomain(name) ? ownerOfDomain(name) : wordsOf(name).join('-');
}
