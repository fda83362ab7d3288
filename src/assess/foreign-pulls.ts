/** A commit with the number of its pull request, as it is written: `#12`. */
export interface PulledCommit {
  readonly commit: string;
  /** ISO date-time. */
  readonly date: string;
  readonly pull: string | null;
}

/** Numbers that are lower than this share of what was usual just before were counted elsewhere. */
const leastShare = 0.1;

/** So many numbers before tell what is usual; fewer than the least tell nothing. */
const before = { most: 9, least: 3 };

/**
 * Hashes of commits whose pull requests were made in another repository, as in a fork that was merged with its history: numbers only grow,
 * so that `#3` soon after `#3400` is none of this repository's.
 */
export function foreignPulls(commits: Iterable<PulledCommit>): ReadonlySet<string> {
  const foreign = new Set<string>();
  const latest: number[] = [];
  for (const { commit, pull } of [...commits].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))) {
    if (pull === null) continue;
    const number = Number(pull.slice(1));
    const usual = latest.toSorted((a, b) => a - b)[Math.floor(latest.length / 2)] ?? 0;
    if (latest.length >= before.least && number < usual * leastShare) foreign.add(commit);
    latest.push(number);
    if (latest.length > before.most) latest.shift();
  }
  return foreign;
}
