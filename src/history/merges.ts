import type { CommitGraph } from './commit-log.js';

/**
 * For each commit the merge by which its line of work came into the one that it was merged to; missing for what was made on the main line.
 * The main line of a merge is that of its first parent. Linear in the number of commits.
 */
export function bringers({ hashes, parents }: CommitGraph): ReadonlyMap<string, string> {
  const brought = new Map<number, number | null>();
  const lines: { readonly tip: number; readonly merge: number | null }[] = hashes.length > 0 ? [{ tip: 0, merge: null }] : [];
  for (let line = lines.pop(); line; line = lines.pop()) {
    const chain: number[] = [];
    for (let at: number | undefined = line.tip; at !== undefined && !brought.has(at); at = parents[at]?.[0]) {
      brought.set(at, line.merge);
      chain.push(at);
    }
    // The stack gives the last one back first: the oldest merge of the chain.
    for (const merge of chain) for (const tip of parents[merge]?.slice(1) ?? []) lines.push({ tip, merge });
  }
  const named = new Map<string, string>();
  for (const [commit, merge] of brought) {
    const [hash, by] = [hashes[commit], merge === null ? undefined : hashes[merge]];
    if (hash !== undefined && by !== undefined) named.set(hash, by);
  }
  return named;
}

/** Merges further out are not counted for; nothing but a strange history goes deeper. */
const deepest = 50;

/** How many commits came by each merge, those of merges within it included. Linear in commits × depth of merges. */
export function broughtCounts(merges: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const first of merges.values()) {
    let merge: string | undefined = first;
    for (let depth = 0; merge !== undefined && depth < deepest; depth++) {
      counts.set(merge, (counts.get(merge) ?? 0) + 1);
      merge = merges.get(merge);
    }
  }
  return counts;
}
