import type { Evidence } from '../evidence.js';
import { normalize } from '../words.js';
import { Applications } from './applications.js';
import type { Matches } from './match-copies.js';
import { subjectOfPaths, type SubjectSources } from './subject.js';

/** Chance that a name is a customer's because copies differ by it. Below what makes a customer: it supports other evidence. */
const weight = 0.15;

/** The names by which similar files differ, as evidence about who is a customer. */
export function forkEvidence({ files, parties, recurrences, trees }: Matches, packages: ReadonlySet<string>): readonly Evidence[] {
  const sources: SubjectSources = { parties, customers: null, recurrences, applications: new Applications({ parties, packages, trees }) };
  const found = new Map<string, Evidence>();
  for (const { one, other } of files) {
    const subject = subjectOfPaths(one, other, sources);
    if (!subject) continue;
    for (const [name, path, facing] of [
      [subject.one, one, other],
      [subject.other, other, one],
    ] as const) {
      const key = normalize(name);
      if (key === '' || found.has(key)) continue;
      found.set(key, { name, id: null, source: 'copy', weight, path, line: 0, text: `“${name}” is what differs from ${facing}` });
    }
  }
  return [...found.values()];
}
