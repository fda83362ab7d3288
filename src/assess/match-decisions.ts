import type { Decision } from '../model/decision.js';
import type { SiteGroup } from './group-sites.js';

/** Of the places of a decision, as many have to be in a customization for it to be the same. */
const sameShare = 0.5;

export interface MatchedDecisions {
  /** By id of the customization. */
  readonly byGroup: ReadonlyMap<string, Decision>;
  /** Decisions whose places are gone. */
  readonly settled: readonly Decision[];
}

/**
 * Finds for each decision the customization that it was about: by id, else by the places that both have, since a folder that was moved or a
 * request that was found since gives another id. Linear in decisions and places.
 */
export function matchDecisions(groups: readonly SiteGroup[], decisions: readonly Decision[]): MatchedDecisions {
  const byGroup = new Map<string, Decision>();
  const ids = new Set(groups.map(({ id }) => id));
  const named = decisions.filter(({ customization }) => ids.has(customization));
  for (const decision of named) byGroup.set(decision.customization, decision);
  const groupsOf = new Map<string, string[]>();
  for (const { id, findings } of groups)
    for (const finding of findings) groupsOf.set(finding.id, [...(groupsOf.get(finding.id) ?? []), id]);
  const settled: Decision[] = [];
  for (const decision of decisions) {
    if (ids.has(decision.customization)) continue;
    const heir = heirOf(decision, groupsOf, groups);
    if (heir === null || byGroup.has(heir)) settled.push(decision);
    else byGroup.set(heir, decision);
  }
  return { byGroup, settled };
}

function heirOf(
  { oneOffs, customer }: Decision,
  groupsOf: ReadonlyMap<string, readonly string[]>,
  groups: readonly SiteGroup[],
): string | null {
  const counts = new Map<string, number>();
  for (const group of oneOffs.flatMap((id) => groupsOf.get(id) ?? [])) counts.set(group, (counts.get(group) ?? 0) + 1);
  const own = groups.filter((group) => group.customer === customer && (counts.get(group.id) ?? 0) >= sameShare * oneOffs.length);
  const [best] = own.filter(({ id }) => counts.has(id)).sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  return best?.id ?? null;
}
