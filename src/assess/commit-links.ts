import type { CommitMessage } from '../model/age.js';
import type { Finding } from '../model/finding.js';
import type { KeyLink, KeyReader } from './key-reader.js';

/** How many customers the one-offs that a commit made are for, and how many they are; by hash. */
export type CommitBreadth = ReadonlyMap<string, { readonly customers: number; readonly findings: number }>;

/** A commit that made one-offs for more customers, or more of them, moved or imported code: what it names says little about each. */
const broad = { customers: 3, findings: 25 };

/** The branch in the message of a merge, as git, GitHub, GitLab, Bitbucket and Azure write it. */
const merges = [
  /^Merge (?:remote-tracking )?branch '([^']{1,200})'/,
  /^Merge pull request #\d+ from ([^\s]{1,200})/,
  /^Merged? (?:PR|in) ([^\s(]{1,200})/,
  /^Merged in ([^\s(]{1,200})/,
];

/** Lines that name people and reviews, whose numbers are no requests. */
const trailer = /^(?:Change-Id|Reviewed-on|Reviewed-by|Signed-off-by|Co-authored-by|Cr-Commit-Position|git-svn-id):.*$/gim;

export function breadthOf(commits: ReadonlyMap<string, readonly CommitMessage[]>, findings: readonly Finding[]): CommitBreadth {
  const made = new Map<string, { customers: Set<string>; findings: number }>();
  for (const { id, customers } of findings) {
    for (const { commit } of commits.get(id) ?? []) {
      const before = made.get(commit) ?? { customers: new Set<string>(), findings: 0 };
      for (const customer of customers) before.customers.add(customer);
      made.set(commit, { customers: before.customers, findings: before.findings + 1 });
    }
  }
  return new Map([...made].map(([commit, of]) => [commit, { customers: of.customers.size, findings: of.findings }]));
}

/** Keys in the messages of commits, and in the branches that merges name. */
export function commitLinks(commits: readonly CommitMessage[], reader: KeyReader, breadth: CommitBreadth): readonly KeyLink[] {
  return commits.flatMap(({ commit, subject, body }): KeyLink[] => {
    const of = breadth.get(commit) ?? { customers: 0, findings: 0 };
    const isBroad = of.customers > broad.customers || of.findings > broad.findings;
    const short = commit.slice(0, 7);
    const much = isBroad ? `, which made ${of.findings} one-offs at once,` : ' that made these lines';
    const branch = merges.flatMap((merge) => merge.exec(subject)?.[1] ?? [])[0];
    const said = branch === undefined ? subject : '';
    const inBranch = reader.read(branch ?? '', { anyCase: true });
    const inMessage = reader.read(`${said}\n${body.replace(trailer, '')}`);
    return [
      ...inMessage.map((key): KeyLink => ({ key, source: 'commit', isCandidate: isBroad, why: `The commit ${short}${much} names it.` })),
      ...inBranch.map((key): KeyLink => ({
        key,
        source: 'branch',
        isCandidate: isBroad,
        why: `The branch that the commit ${short} merged is named after it.`,
      })),
    ];
  });
}
