import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { folderOf } from '../model/footprint.js';
import { groupBy } from '../model/group-by.js';
import type { Grouping } from '../model/plan.js';

/** Places of one customer that belong together. */
export interface SiteGroup {
  readonly id: string;
  readonly customer: string;
  readonly groupedBy: Grouping;
  /** Key of the request or flag, the name, or the folder. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** A name that is used in more folders than this says who the customer is, not what is done for it. */
const nameFolders = 2;
/** With the customer's own name these make names of who it is, such as `isAcme` and `ACME_TENANT_ID`. */
const identityWords = new Set('is has for the tenant tenants customer client account id ids slug key code name'.split(' '));
/** Shorter names are found in other names and sentences by chance. */
const nameLength = 4;
const idLength = 80;

/**
 * Takes the places of each customer apart into what a team would decide about as one: what one request asked for; what one flag switches;
 * a definition with the places that use its name; else what stands in one folder, where all below the customer's own folder is one.
 * A place for several customers belongs to a group of each. Linear in findings; sorted by customer and id.
 */
export function groupSites(findings: readonly Finding[], customers: readonly Customer[]): readonly SiteGroup[] {
  return customers
    .flatMap((customer) =>
      groupsOf(
        customer,
        findings.filter((finding) => finding.customers.includes(customer.id)),
      ),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function groupsOf(customer: Customer, findings: readonly Finding[]): SiteGroup[] {
  const names = namesThatGroup(customer, findings);
  const groups = groupBy(findings, (finding) => JSON.stringify(keyOf(finding, customer, names)));
  const taken = new Set<string>();
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ ...keyOf(group[0], customer, names), findings: group }] : []))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((group) => ({ id: freshId(customer.id, group, taken), customer: customer.id, ...group }));
}

type GroupKey = Pick<SiteGroup, 'groupedBy' | 'key'>;

function keyOf(finding: Finding, customer: Customer, names: ReadonlyMap<Finding, string>): GroupKey {
  const [request] = (finding.requests ?? [])
    .filter(({ link }) => link?.isCandidate !== true)
    .map(({ key }) => key)
    .sort();
  if (request !== undefined) return { groupedBy: 'request', key: request };
  if (finding.flag?.key) return { groupedBy: 'flag', key: finding.flag.key };
  const name = names.get(finding);
  return name === undefined ? { groupedBy: 'folder', key: areaOf(finding, customer) } : { groupedBy: 'name', key: name };
}

/** Of each definition that is used in few folders, and of its users: the name. */
function namesThatGroup(customer: Customer, findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const users = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const word of new Set(finding.text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu))) {
      const list = users.get(word);
      if (list) list.push(finding);
      else users.set(word, [finding]);
    }
  }
  const names = new Map<Finding, string>();
  const own = ownNames(customer);
  for (const { kind, text } of findings.toSorted((a, b) => (a.text < b.text ? -1 : 1))) {
    const using = users.get(text) ?? [];
    if (kind !== 'definition' || text.length < nameLength || using.length < 2 || isIdentity(text, own)) continue;
    if (new Set(using.map((finding) => areaOf(finding, customer))).size > nameFolders) continue;
    for (const finding of using) if (!names.has(finding)) names.set(finding, text);
  }
  return names;
}

/** The folder of a place; of an import of the customer's own module, where that is; up to the customer's own folder where there is one. */
function areaOf({ path, kind, text }: Finding, customer: Customer): string {
  const own = ownNames(customer);
  const cut = (folder: string): string | null => {
    const parts = folder.split('/');
    const at = parts.findIndex((part) => own.has(slug(part)));
    return at < 0 ? null : parts.slice(0, at + 1).join('/');
  };
  const folder = folderOf(path);
  const imported = kind === 'import' ? /(['"`])(\.{1,2}\/[^'"`]*)\1/.exec(text)?.[2] : undefined;
  return (imported === undefined ? null : cut(folderOf(joined(folder, imported)))) ?? cut(folder) ?? folder;
}

function ownNames({ id, name, aliases }: Customer): ReadonlySet<string> {
  return new Set([id, name, ...aliases].map(slug));
}

function isIdentity(name: string, own: ReadonlySet<string>): boolean {
  const words = slug(name)
    .split('-')
    .filter((word) => !identityWords.has(word));
  return words.length === 0 || own.has(words.join('-'));
}

function joined(folder: string, relative: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** `acme.prod-123`: a word for a command line and a file name. Two that come out alike are counted, in the order of their keys. */
function freshId(customer: string, { groupedBy, key }: GroupKey, taken: Set<string>): string {
  const wanted = `${slug(customer)}.${groupedBy === 'flag' ? 'flag-' : ''}${slug(key)}`.slice(0, idLength);
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${String(count)}`;
  taken.add(id);
  return id;
}

function slug(text: string): string {
  const plain = text
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1-')
    .normalize('NFKD')
    .toLowerCase();
  return (
    plain
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'root'
  );
}
