import type { CommitMessage, MakingCommit, Merge } from '../model/age.js';
import type { Finding } from '../model/finding.js';
import type { LinkSource } from '../model/request.js';
import type { TrackerType } from '../model/tracker.js';
import { commitTexts, type CommitTexts } from './commit-texts.js';
import type { ItemIndex } from './item-index.js';
import type { KeyLink, KeyReader, ReadKey } from './key-reader.js';

/**
 * A commit that made one-offs for more customers, or more one-offs that are not all of one, or changed more files, moved, imported or
 * formatted code: what it names says little about each. So do a merge of more commits and a message that names more requests.
 */
const broad = { customers: 3, findings: 25, files: 100, merged: 100, keys: 5 };

/** Days after which what was closed is asked for no more. */
const longAfter = 180;

/** Trackers in which pull requests may be items, or share their numbers with them. */
const withPulls: readonly (TrackerType | undefined)[] = ['github', 'file'];

/** What a commit made in all: the customers of its one-offs, and how many these are. */
interface Breadth {
  readonly customers: Set<string>;
  findings: number;
}

/** What one commit names, wherever it is looked at from. */
interface Named extends Pick<CommitTexts, 'branch' | 'pull'> {
  readonly inOwn: readonly ReadKey[];
  readonly inPull: readonly ReadKey[];
  readonly inBranch: readonly ReadKey[];
}

/** Keys in the messages of commits, in the branches that merges name, and the pull requests by which commits came. */
export class CommitLinks {
  readonly #reader: KeyReader;
  readonly #items: ItemIndex;
  readonly #commits: ReadonlyMap<string, readonly MakingCommit[]>;
  readonly #breadth: ReadonlyMap<string, Breadth>;
  readonly #known = new Map<string, Named>();

  /** `commits` made the lines of the findings, by their ids. */
  constructor(reader: KeyReader, items: ItemIndex, findings: readonly Finding[], commits: ReadonlyMap<string, readonly MakingCommit[]>) {
    this.#reader = reader;
    this.#items = items;
    this.#commits = commits;
    this.#breadth = breadthOf(commits, findings);
  }

  of(finding: string): readonly KeyLink[] {
    return (this.#commits.get(finding) ?? []).flatMap((commit) => this.#linksOf(commit));
  }

  /** What a commit names itself, and then the innermost merge that names something; merges further out bring other work too. */
  #linksOf(maker: MakingCommit): readonly KeyLink[] {
    const doubt = this.#doubtOf(maker);
    const links = [...this.#links(maker, doubt, true)];
    const hasPull = this.#named(maker).pull !== null;
    let isTold = false;
    for (const merge of maker.merges) {
      const found = this.#links(merge, doubt ?? this.#doubtOfMerge(merge, isTold), !hasPull);
      isTold ||= found.some(({ isCandidate }) => !isCandidate);
      links.push(...found);
    }
    return links;
  }

  #links(commit: CommitMessage, doubt: string | null, withPull: boolean): readonly KeyLink[] {
    const { inOwn, inPull, inBranch } = this.#named(commit);
    const ofMany = inOwn.length > broad.keys ? `names ${inOwn.length} requests` : null;
    const pulls = withPull ? inPull : [];
    return [
      ...inOwn.map((key) => this.#link(commit, doubt ?? ofMany, 'commit', key)),
      ...pulls.map((key) => this.#link(commit, doubt ?? (mayBePull(key) ? null : 'may mean its pull request'), 'commit', key)),
      ...inBranch.map((key) => this.#link(commit, doubt, 'branch', key)),
    ];
  }

  /** Read once, however many one-offs a commit made. */
  #named(commit: CommitMessage): Named {
    const known = this.#known.get(commit.commit);
    if (known) return known;
    const named = namedIn(commit, this.#reader);
    this.#known.set(commit.commit, named);
    return named;
  }

  /** A number that was closed long before is meant for something else, such as a pull request of a fork, which counts anew. */
  #link({ commit, date }: CommitMessage, doubtful: string | null, source: LinkSource, key: ReadKey): KeyLink {
    const closed = this.#items.of(key)?.closedAt ?? null;
    const isLate = closed !== null && Date.parse(date) - Date.parse(closed) > longAfter * 86_400_000;
    const doubt = doubtful ?? (isLate ? 'came long after that was closed' : null);
    const which = `${commit.slice(0, 7)}${doubt === null ? ' that brought this' : `, which ${doubt},`}`;
    const why = source === 'branch' ? `The branch of the commit ${which} is named after it.` : `The commit ${which} names it.`;
    return { key, source, isCandidate: doubt !== null, why };
  }

  /** What speaks against taking what a commit names for what asked for a one-off, as the end of "The commit, which …"; null for nothing. */
  #doubtOf(maker: MakingCommit): string | null {
    const { commit, files, isOrigin } = maker;
    if (this.#named(maker).branch !== null) return 'settled differences between branches here';
    const ofFiles = files > broad.files ? `changed ${files} files at once` : null;
    return this.#breadthDoubt(commit) ?? ofFiles ?? (isOrigin ? null : 'changed other lines here');
  }

  #doubtOfMerge({ commit, brings }: Merge, isTold: boolean): string | null {
    const ofMany = brings > broad.merged ? `merged ${brings} commits at once` : null;
    return this.#breadthDoubt(commit) ?? ofMany ?? (isTold ? 'merged other work too' : null);
  }

  #breadthDoubt(commit: string): string | null {
    const { customers, findings } = this.#breadth.get(commit) ?? { customers: new Set(), findings: 0 };
    const isBroad = customers.size > broad.customers || (findings > broad.findings && customers.size !== 1);
    return isBroad ? `made ${findings} one-offs at once` : null;
  }
}

/** What a commit names, be it in its own words, by the pull request that it brought, or by the branch that it merged. */
export function namedKeys(commit: CommitMessage, reader: KeyReader): readonly ReadKey[] {
  const { inOwn, inPull, inBranch } = namedIn(commit, reader);
  return [...inOwn, ...inPull, ...inBranch];
}

function namedIn(commit: CommitMessage, reader: KeyReader): Named {
  const { own, branch, pull } = commitTexts(commit);
  const inPull = reader.read(pull ?? '').filter((key) => branch === null || mayBePull(key));
  return { branch, pull, inOwn: reader.read(own), inPull, inBranch: reader.read(branch ?? '', { anyCase: true }) };
}

function mayBePull({ tracker }: ReadKey): boolean {
  return withPulls.includes(tracker?.type);
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
