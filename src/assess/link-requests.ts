import { minimatch } from 'minimatch';
import type { Facts } from '../facts/facts.js';
import type { CommitMessage, MakingCommit } from '../model/age.js';
import { isSetApart, type Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { linkSources, notFound, type MissingKeys, type Request } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { webUrl } from '../model/tracker-keys.js';
import type { ConfiguredLink, TrackerConfig } from '../model/tracker.js';
import { CommitLinks } from './commit-links.js';
import { customerCandidates, CustomerItems } from './customer-candidates.js';
import { definitionAt } from './definition-texts.js';
import { ItemIndex } from './item-index.js';
import { withItemPatterns } from './item-patterns.js';
import { recurringPrefixes } from './key-prefixes.js';
import { KeyReader, type KeyLink, type ReadKey } from './key-reader.js';
import { nearMentions } from './near-mentions.js';

export interface LinkInput {
  readonly findings: readonly Finding[];
  readonly customers: readonly Customer[];
  readonly trackers: readonly TrackerConfig[];
  readonly links: readonly ConfiguredLink[];
  /** Where the root lies below the configuration's folder, posix, with a slash at its end; empty where they are one. */
  readonly prefix: string;
  readonly items: readonly TrackerItem[];
  /** What trackers were asked for and do not find: requests say so. */
  readonly missing: readonly MissingKeys[];
  readonly factsOf: (path: string) => Facts | undefined;
  /** The commits that made the lines of a finding, by its id. */
  readonly commits: ReadonlyMap<string, readonly MakingCommit[]>;
}

export interface LinkedRequests {
  /** Of all findings, by id; empty where no request is known. The surest first, candidates last. */
  readonly byFinding: ReadonlyMap<string, readonly Request[]>;
  /** Findings with a request that is no mere candidate. */
  readonly linked: number;
  /** Findings that a request is looked for: all but those of own brands and test tenants. */
  readonly of: number;
  /** The known items that the message of any commit names. */
  readonly itemsNamed: (commit: CommitMessage) => readonly TrackerItem[];
}

/** Requests of one finding that are listed at most; a file that everybody touches would have hundreds. */
const requestLimit = 12;

/** Ties findings to requests. Linear in findings, comments and messages. */
export function linkRequests(input: LinkInput): LinkedRequests {
  const linker = new Linker(input);
  const byFinding = new Map(input.findings.map((finding) => [finding.id, linker.requestsOf(finding)]));
  const byId = new Map(input.customers.map((customer) => [customer.id, customer]));
  const wanted = input.findings.filter((finding) => !isSetApart(finding, byId));
  const linked = wanted.filter(({ id }) => byFinding.get(id)?.some(isSure) ?? false);
  return { byFinding, linked: linked.length, of: wanted.length, itemsNamed: (commit) => linker.itemsNamed(commit) };
}

function isSure({ link }: Request): boolean {
  return link?.isCandidate !== true;
}

class Linker {
  readonly #input: LinkInput;
  readonly #reader: KeyReader;
  readonly #items: ItemIndex;
  readonly #ofCustomers: CustomerItems;
  /** Tracker and key. */
  readonly #missing: ReadonlySet<string>;
  readonly #commitLinks: CommitLinks;
  readonly #inFile: ReadonlyMap<string, readonly Finding[]>;

  constructor(input: LinkInput) {
    this.#input = input;
    this.#reader = new KeyReader(
      withItemPatterns(input.trackers, input.items),
      input.trackers.length > 0 ? [] : recurringPrefixes(textsOf(input)),
    );
    this.#items = new ItemIndex(input.items);
    this.#ofCustomers = new CustomerItems(input.items, input.customers);
    this.#missing = new Set(input.missing.flatMap(({ tracker, keys }) => keys.map((key) => `${tracker} ${key}`)));
    this.#commitLinks = new CommitLinks(this.#reader, this.#items, input.findings, input.commits);
    this.#inFile = byPath(input.findings);
  }

  requestsOf(finding: Finding): readonly Request[] {
    const isUnlinked = this.#unlinked(finding);
    const links = [
      ...this.#written(finding),
      ...this.#configured(finding),
      ...this.#comments(finding),
      ...this.#definition(finding),
      ...this.#commitLinks.of(finding.id),
    ].filter(({ key }) => !isUnlinked(key));
    const requests = strongest(links.map((link) => this.#requestOf(link)));
    if (requests.some(isSure)) return requests.slice(0, requestLimit);
    const candidates = customerCandidates(finding, this.#ofCustomers).map((link) => this.#requestOf(link));
    return strongest([...requests, ...candidates.filter(({ key }) => !isUnlinked({ key }))]).slice(0, requestLimit);
  }

  itemsNamed({ subject, body }: CommitMessage): readonly TrackerItem[] {
    return [...new Set(this.#reader.read(`${subject}\n${body}`).flatMap((key) => this.#items.of(key) ?? []))];
  }

  /** What directives name; the detectors have read it without knowing the trackers. */
  #written({ requests = [] }: Finding): readonly KeyLink[] {
    return requests
      .filter(({ link }) => link === undefined || link.source === 'directive')
      .map(({ key, url }) => {
        const read = url === null ? this.#reader.read(key)[0] : this.#reader.readAddress(url);
        const asWritten = { tracker: null, key, url, isDoubtful: false };
        return { key: read ?? asWritten, source: 'directive', isCandidate: false, why: 'A directive beside the code names it.' };
      });
  }

  #configured(finding: Finding): readonly KeyLink[] {
    return this.#input.links
      .filter((link) => !link.isUnlinked && isMeant(link, finding, this.#input.prefix))
      .map(({ request }) => ({ key: this.#keyIn(request), source: 'config', isCandidate: false, why: 'oneoff.config.json says so.' }));
  }

  #unlinked(finding: Finding): (key: Pick<ReadKey, 'key'>) => boolean {
    const keys = this.#input.links
      .filter((link) => link.isUnlinked && isMeant(link, finding, this.#input.prefix))
      .map(({ request }) => this.#keyIn(request).key);
    return ({ key }) => keys.includes(key);
  }

  #keyIn(request: string): ReadKey {
    const [read] = this.#reader.read(request);
    return read ?? { tracker: null, key: request, url: /^https?:\/\//.test(request) ? request : null, isDoubtful: false };
  }

  #comments(finding: Finding): readonly KeyLink[] {
    const facts = this.#input.factsOf(finding.path);
    if (!facts) return [];
    return nearMentions(facts, finding, this.#inFile.get(finding.path) ?? []).flatMap(({ text, line, isNear }) =>
      this.#reader.read(text).map((key): KeyLink => {
        const isCandidate = !isNear || this.#isDoubtful(key);
        return { key, source: 'comment', isCandidate, why: `The comment on line ${line} names it.` };
      }),
    );
  }

  /** Keys in the definition of the flag that a finding asks for, or that it is. */
  #definition({ flag, path, range }: Finding): readonly KeyLink[] {
    const place = flag?.definition ?? (flag ? { path, line: range.start.line } : undefined);
    const facts = place && this.#input.factsOf(place.path);
    const definition = facts && definitionAt(facts, place.line);
    if (!place || !facts || !definition) return [];
    const beside = facts.mentions.filter(({ start, until }) => start < definition.end && until >= lineStart(facts, place.line - 1));
    const texts = [...definition.texts, ...beside.map(({ text }) => text)];
    const why = `The flag's definition in ${place.path}:${place.line} names it.`;
    return texts.flatMap((text) =>
      this.#reader.read(text).map((key): KeyLink => ({ key, source: 'flag-definition', isCandidate: this.#isDoubtful(key), why })),
    );
  }

  #isDoubtful(key: ReadKey): boolean {
    return key.isDoubtful && this.#items.of(key) === undefined;
  }

  #requestOf({ key: read, source, isCandidate, why, ...known }: KeyLink): Request {
    const item = known.item ?? this.#items.of(read);
    const link = { source, isCandidate: isCandidate || (source === 'commit' && this.#isDoubtful(read)), why };
    if (!item) {
      const url = read.url ?? (read.tracker ? webUrl(read.tracker, read.key) : null);
      const isMissing = this.#missing.has(`${read.tracker?.id ?? ''} ${read.key}`);
      return { tracker: read.tracker?.id ?? null, key: read.key, url, ...(isMissing && { status: notFound, state: 'unknown' }), link };
    }
    const { tracker, key, title, status, state, url } = item;
    return { tracker, key, url: url === '' ? read.url : url, title, status, state, link };
  }
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) files.set(finding.path, [...(files.get(finding.path) ?? []), finding]);
  return files;
}

function lineStart({ lineStarts }: Facts, line: number): number {
  return lineStarts[Math.max(0, line - 1)] ?? 0;
}

function isMeant({ finding, path, customer }: ConfiguredLink, one: Finding, prefix: string): boolean {
  const isThis = finding === null || finding === one.id;
  const isThere = path === null || minimatch(`${prefix}${one.path}`, path, { dot: true });
  return isThis && isThere && (customer === null || one.customers.includes(customer)) && (finding ?? path ?? customer) !== null;
}

/** Each request once, with its best reason; those for certain first, and among them those with the best source. */
function strongest(requests: readonly Request[]): Request[] {
  const rank = ({ link }: Request): number =>
    link ? (link.isCandidate ? linkSources.length : 0) + linkSources.indexOf(link.source) : linkSources.length;
  const best = new Map<string, Request>();
  for (const request of requests.toSorted((a, b) => rank(a) - rank(b))) {
    const name = `${request.tracker ?? ''} ${request.key}`;
    if (!best.has(name)) best.set(name, request);
  }
  return [...best.values()];
}

/** All that could support a prefix, each commit once. */
function textsOf({ findings, commits, factsOf }: LinkInput): readonly string[] {
  const made = [...new Set([...commits.values()].flat())].flatMap((one) => [one, ...one.merges]);
  const messages = new Map(made.map(({ commit, subject, body }) => [commit, `${subject}\n${body}`]));
  const paths = new Set(findings.map(({ path }) => path));
  const comments = [...paths].flatMap((path) => (factsOf(path)?.mentions ?? []).map(({ text }) => text));
  const written = findings.flatMap(({ requests = [] }) => requests.map(({ key }) => key));
  return [...messages.values(), ...comments, ...written];
}
