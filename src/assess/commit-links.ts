import type { CommitMessage, MakingCommit } from '../model/age.js';
import type { Finding } from '../model/finding.js';
import type { LinkSource } from '../model/request.js';
import type { TrackerType } from '../model/tracker.js';
import { commitTexts, type CommitTexts } from './commit-texts.js';
import type { KeyLink, KeyReader, ReadKey } from './key-reader.js';
import { foreignPulls } from './foreign-pulls.js';

/**
 * A commit that made one-offs for more customers, or more one-offs that are not all of one, or changed more files, moved, imported or
 * formatted code: what it names says little about each. A message that names many requests says as little.
 */
const broad = { customers: 3, findings: 25, files: 100, keys: 5 };

/** Trackers in which pull requests may be items, or share their numbers with them. */
const withPulls: readonly (TrackerType | undefined)[] = ['github', 'file'];

/** What a commit made in all: the customers of its one-offs, and how many these are. */
interface Breadth {
  readonly customers: Set<string>;
  findings: number;
}

/** Keys in the messages of commits, in the branches that merges name, and the pull requests by which commits came. */
export class CommitLinks {
  readonly #reader: KeyReader;
  readonly #commits: ReadonlyMap<string, readonly MakingCommit[]>;
  readonly #breadth: ReadonlyMap<string, Breadth>;
  readonly #texts: ReadonlyMap<string, CommitTexts>;
  readonly #foreign: ReadonlySet<string>;

  /** `commits` made the lines of the findings, by their ids. */
  constructor(reader: KeyReader, findings: readonly Finding[], commits: ReadonlyMap<string, readonly MakingCommit[]>) {
    this.#reader = reader;
    this.#commits = commits;
    this.#breadth = breadthOf(commits, findings);
    const all = [...commits.values()].flat().flatMap((commit): CommitMessage[] => [commit, ...commit.merges]);
    const distinct = new Map(all.map((commit) => [commit.commit, commit]));
    this.#texts = new Map([...distinct].map(([hash, commit]) => [hash, commitTexts(commit)]));
    this.#foreign = foreignPulls(
      [...distinct.values()].map(({ commit, date }) => ({ commit, date, pull: this.#texts.get(commit)?.pull ?? null })),
    );
  }

  of(finding: string): readonly KeyLink[] {
    return (this.#commits.get(finding) ?? []).flatMap((commit) => this.#linksOf(commit));
  }

  /** What a commit names itself, and then the innermost merge that names something; merges further out bring other work too. */
  #linksOf(maker: MakingCommit): readonly KeyLink[] {
    const doubt = this.#doubtOf(maker);
    const links = [...this.#named(maker, doubt)];
    const hasPull = this.#pullOf(maker) !== null;
    let isTold = false;
    for (const merge of maker.merges) {
      const found = this.#named(merge, doubt ?? this.#breadthDoubt(merge.commit) ?? (isTold ? 'merged other work too' : null), hasPull);
      isTold ||= found.length > 0;
      links.push(...found);
    }
    return links;
  }

  #named(commit: CommitMessage, doubt: string | null, hasPull = false): readonly KeyLink[] {
    const { own, branch } = this.#textsOf(commit);
    const inOwn = this.#reader.read(own);
    const doubtOfMany = doubt ?? (inOwn.length > broad.keys ? `names ${inOwn.length} requests` : null);
    const pull = hasPull ? null : this.#pullOf(commit);
    const inPull = this.#reader.read(pull ?? '').filter(({ tracker }) => branch === null || withPulls.includes(tracker?.type));
    return [
      ...inOwn.map((key) => linkOf(commit, doubtOfMany, 'commit', key)),
      ...inPull.map((key) => pullLink(commit, doubt, key)),
      ...this.#reader.read(branch ?? '', { anyCase: true }).map((key) => linkOf(commit, doubt, 'branch', key)),
    ];
  }

  #pullOf(commit: CommitMessage): string | null {
    return this.#foreign.has(commit.commit) ? null : this.#textsOf(commit).pull;
  }

  #textsOf(commit: CommitMessage): CommitTexts {
    return this.#texts.get(commit.commit) ?? commitTexts(commit);
  }

  /** What speaks against taking what a commit names for what asked for a one-off, as the end of "The commit, which …"; null for nothing. */
  #doubtOf({ commit, files, isOrigin }: MakingCommit): string | null {
    const ofFiles = files > broad.files ? `changed ${files} files at once` : null;
    return this.#breadthDoubt(commit) ?? ofFiles ?? (isOrigin ? null : 'changed other lines here');
  }

  #breadthDoubt(commit: string): string | null {
    const { customers, findings } = this.#breadth.get(commit) ?? { customers: new Set(), findings: 0 };
    const isBroad = customers.size > broad.customers || (findings > broad.findings && customers.size !== 1);
    return isBroad ? `made ${findings} one-offs at once` : null;
  }
}

/** By hash, of makers and of the merges by which they came. */
function breadthOf(commits: ReadonlyMap<string, readonly MakingCommit[]>, findings: readonly Finding[]): ReadonlyMap<string, Breadth> {
  const made = new Map<string, Breadth>();
  for (const { id, customers } of findings) {
    const hashes = (commits.get(id) ?? []).flatMap(({ commit, merges }) => [commit, ...merges.map((merge) => merge.commit)]);
    for (const hash of new Set(hashes)) {
      const breadth = made.get(hash) ?? { customers: new Set<string>(), findings: 0 };
      for (const customer of customers) breadth.customers.add(customer);
      breadth.findings++;
      made.set(hash, breadth);
    }
  }
  return made;
}

function linkOf({ commit }: CommitMessage, doubt: string | null, source: LinkSource, key: ReadKey): KeyLink {
  const which = `${commit.slice(0, 7)}${doubt === null ? ' that brought this' : `, which ${doubt},`}`;
  const why = source === 'branch' ? `The branch of the commit ${which} is named after it.` : `The commit ${which} names it.`;
  return { key, source, isCandidate: doubt !== null, why };
}

/** Where pull requests are no items, the number may still be meant for one of the tracker's. */
function pullLink(commit: CommitMessage, doubt: string | null, key: ReadKey): KeyLink {
  const isOther = !withPulls.includes(key.tracker?.type);
  const link = linkOf(commit, doubt, 'commit', key);
  return isOther ? { ...link, isCandidate: true, why: `${link.why.slice(0, -1)}, perhaps as its pull request.` } : link;
}
