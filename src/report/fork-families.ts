import { confidences, type Finding } from '../model/finding.js';
import type { Fork } from '../model/fork.js';
import type { Report } from '../model/report.js';

export type ForkFinding = Finding & { readonly fork: Fork };

/** All copies of one thing. */
export interface ForkFamily {
  readonly id: string;
  readonly unit: Fork['unit'];
  /** Path of what all copies go back to. */
  readonly origin: string;
  /** Lines that every copy still has; 0 for folders. */
  readonly coreLines: number;
  /** In the order of the report. */
  readonly forks: readonly ForkFinding[];
}

/** The forks of a report by family; the surest first, then the largest. */
export function forkFamilies({ findings }: Pick<Report, 'findings'>): readonly ForkFamily[] {
  const families = new Map<string, ForkFinding[]>();
  for (const finding of findings.filter(isFork)) families.set(finding.fork.family, [...(families.get(finding.fork.family) ?? []), finding]);
  return [...families].map(familyOf).sort((a, b) => rank(a) - rank(b) || b.forks.length - a.forks.length || (a.id < b.id ? -1 : 1));
}

function isFork(finding: Finding): finding is ForkFinding {
  return finding.fork !== undefined;
}

function familyOf([id, forks]: readonly [string, readonly ForkFinding[]]): ForkFamily {
  const copies = new Set(forks.map(({ path }) => path));
  const [first] = forks;
  const root = forks.find(({ fork }) => !copies.has(fork.origin.path)) ?? first;
  return { id, unit: first?.fork.unit ?? 'file', origin: root?.fork.origin.path ?? '', coreLines: first?.fork.coreLines ?? 0, forks };
}

function rank({ forks }: ForkFamily): number {
  return Math.min(...forks.map(({ confidence }) => confidences.indexOf(confidence)));
}
