import { countForks, countMissed, describeFork, wantedFixes } from './fork-words.js';
import { compareText, planMissed, type Entry } from './file-rows.js';
import { describeRequests } from './figures-plan.js';
import { nameConfidence, nameKind, type Translate } from './translate.js';
import { once, type FamilyRow, type FindingRow } from './tree-rows.js';

/** One row a family of copies: those that missed most first. */
export function planFamilies(t: Translate, entries: readonly Entry[], isNamed: boolean): readonly FamilyRow[] {
  const families = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { fork } = entry.finding;
    if (!fork) continue;
    const key = `${entry.source.key}/${fork.family}`;
    const family = families.get(key);
    if (family) family.push(entry);
    else families.set(key, [entry]);
  }
  const rows = [...families].map(([key, family]) => planFamily(t, key, family, isNamed));
  return rows.sort((a, b) => b.missed - a.missed || b.count - a.count || compareText(a.label, b.label));
}

function planFamily(t: Translate, key: string, entries: readonly Entry[], isNamed: boolean): FamilyRow {
  const label = originOf(entries);
  const missed = entries.reduce((sum, { finding: { fork } }) => sum + (fork ? wantedFixes(fork).length : 0), 0);
  const name = isNamed ? (entries[0]?.source.name ?? '') : '';
  const description = [countForks(t, entries.length), missed > 0 ? countMissed(t, missed) : '', name].filter(Boolean).join(' · ');
  const id = `family/${key}`;
  const forks = once(() => entries.map((entry) => planMember(t, id, entry)).sort((a, b) => compareText(a.label, b.label)));
  return {
    is: 'family',
    id,
    label,
    description,
    spoken: `${label}, ${description}`,
    count: entries.length,
    missed,
    get forks() {
      return forks();
    },
  };
}

/** What most of them were copied from. */
function originOf(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { finding } of entries) {
    const path = finding.fork?.origin.path ?? '';
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0] ?? '';
}

/** Without a file above it, the row has to say where the fork is. */
function planMember(t: Translate, family: string, entry: Entry): FindingRow {
  const { source, finding, customers } = entry;
  const { fork } = finding;
  const id = `${family}/${finding.id}`;
  const label = fork?.unit === 'function' || fork?.unit === 'class' ? `${finding.path} ${finding.text}` : finding.path;
  const details = [
    customers.map(({ name }) => name).join(', ') || (fork?.subject ?? ''),
    ...(fork ? describeFork(t, fork, source.reading) : []),
    describeRequests(t, finding, source.reading),
    finding.confidence === 'low' ? nameConfidence(t, 'low') : '',
  ].filter(Boolean);
  return {
    is: 'finding',
    id,
    label,
    description: details.join(' · '),
    spoken: [nameKind(t, finding.kind), label, ...details].join(', '),
    folder: source.key,
    finding,
    customers,
    missed: planMissed(t, id, entry),
  };
}
