/** Two things, by index, that share fingerprints. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  /** Share of the smaller one's fingerprints that the other has too: copies shrink and grow. */
  readonly containment: number;
}

export interface CandidateLimits {
  /** Least containment, 0 to 1. */
  readonly containment: number;
  /** Fingerprints that more things than this have are compared between neighbours only. */
  readonly frequency: number;
  /** At most so many partners of one thing, the best first. */
  readonly partners: number;
}

export interface Candidates {
  readonly pairs: readonly Candidate[];
  /** Pairs above the least containment that the limit of partners left out. */
  readonly dropped: number;
}

/** Neighbours in a long list of owners that are compared; copies of one thing stand in the same order in each list. */
const neighbours = 3;

/**
 * Which of many lists of fingerprints have much in common, by an inverted index in flat arrays. Time is linear in the fingerprints times
 * the frequency limit. What has more owners than that is boilerplate, or a family with many members: each owner is then compared with the next
 * few only, which links a family of any size at linear cost.
 */
export function sharedPrints(lists: readonly Uint32Array[], limits: CandidateLimits): Candidates {
  const { owners, runs, runOf, first } = postings(lists);
  const counts = new Uint32Array(lists.length);
  const unique = uniqueCounts(lists, runOf, first, runs.length);
  const pairs: Candidate[] = [];
  for (let a = 0; a < lists.length; a++) {
    const touched: number[] = [];
    let previous = -1;
    for (const run of sortedRuns(runOf, first[a] ?? 0, first[a + 1] ?? 0)) {
      if (run === previous) continue;
      previous = run;
      countRun(a, owners, runs[run] ?? 0, runs[run + 1] ?? owners.length, limits.frequency, counts, touched);
    }
    for (const b of touched) {
      const shared = counts[b] ?? 0;
      counts[b] = 0;
      const containment = shared / Math.max(1, Math.min(unique[a] ?? 0, unique[b] ?? 0));
      if (containment >= limits.containment && shared >= 2) pairs.push({ a, b, shared, containment });
    }
  }
  return bounded(pairs, lists.length, limits.partners);
}

interface Postings {
  /** Owners of all fingerprints, those of one hash together and in order. */
  readonly owners: Uint32Array;
  /** Where the owners of each hash begin. */
  readonly runs: Uint32Array;
  /** Which run each fingerprint of each list belongs to. */
  readonly runOf: Uint32Array;
  /** Where each list begins in `runOf`. */
  readonly first: Uint32Array;
}

function postings(lists: readonly Uint32Array[]): Postings {
  const first = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) first[index + 1] = (first[index] ?? 0) + list.length;
  const total = first[lists.length] ?? 0;
  const hashes = new Uint32Array(total);
  const ownerOf = new Uint32Array(total);
  for (const [index, list] of lists.entries()) {
    hashes.set(list, first[index]);
    ownerOf.fill(index, first[index], first[index + 1]);
  }
  const order = sortedOrder(hashes);
  const owners = new Uint32Array(total);
  const runOf = new Uint32Array(total);
  const runs: number[] = [];
  for (let rank = 0; rank < total; rank++) {
    const entry = order[rank] ?? 0;
    if (rank === 0 || hashes[entry] !== hashes[order[rank - 1] ?? 0]) runs.push(rank);
    owners[rank] = ownerOf[entry] ?? 0;
    runOf[entry] = runs.length - 1;
  }
  return { owners, runs: Uint32Array.from(runs), runOf, first };
}

/** Indices in the order of their values: radix sort, two passes of 16 bits; equal values keep their order. */
function sortedOrder(values: Uint32Array): Uint32Array {
  let order = Uint32Array.from(values.keys());
  for (const shift of [0, 16]) {
    const ends = new Uint32Array(65_537);
    for (const value of values) ends[((value >>> shift) & 0xffff) + 1] = (ends[((value >>> shift) & 0xffff) + 1] ?? 0) + 1;
    for (let digit = 1; digit < ends.length; digit++) ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
    const next = new Uint32Array(values.length);
    for (const index of order) {
      const digit = ((values[index] ?? 0) >>> shift) & 0xffff;
      const at = ends[digit] ?? 0;
      next[at] = index;
      ends[digit] = at + 1;
    }
    order = next;
  }
  return order;
}

function sortedRuns(runOf: Uint32Array, from: number, to: number): Uint32Array {
  return runOf.slice(from, to).sort();
}

function uniqueCounts(lists: readonly Uint32Array[], runOf: Uint32Array, first: Uint32Array, runs: number): Uint32Array {
  const counts = new Uint32Array(lists.length);
  const seen = new Uint32Array(runs);
  for (let list = 0; list < lists.length; list++) {
    for (let at = first[list] ?? 0; at < (first[list + 1] ?? 0); at++) {
      const run = runOf[at] ?? 0;
      if (seen[run] === list + 1) continue;
      seen[run] = list + 1;
      counts[list] = (counts[list] ?? 0) + 1;
    }
  }
  return counts;
}

/** Adds one for every later owner in a run; owners stand in order. */
function countRun(
  a: number,
  owners: Uint32Array,
  from: number,
  to: number,
  frequency: number,
  counts: Uint32Array,
  touched: number[],
): void {
  let previous = a;
  let left = to - from > frequency ? neighbours : Infinity;
  for (let at = after(owners, from, to, a); at < to && left > 0; at++) {
    const b = owners[at] ?? 0;
    if (b === previous) continue;
    previous = b;
    left--;
    if (counts[b] === 0) touched.push(b);
    counts[b] = (counts[b] ?? 0) + 1;
  }
}

/** Where the owners after `a` begin. */
function after(owners: Uint32Array, from: number, to: number, a: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((owners[middle] ?? 0) <= a) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps a pair that is among the best of either side. */
function bounded(pairs: readonly Candidate[], things: number, partners: number): Candidates {
  const taken = new Uint32Array(things);
  const sorted = pairs.toSorted(
    (one, other) => other.containment - one.containment || other.shared - one.shared || one.a - other.a || one.b - other.b,
  );
  const kept = sorted.filter(({ a, b }) => {
    const [ofA = 0, ofB = 0] = [taken[a], taken[b]];
    if (ofA >= partners && ofB >= partners) return false;
    taken[a] = ofA + 1;
    taken[b] = ofB + 1;
    return true;
  });
  return { pairs: kept, dropped: pairs.length - kept.length };
}
