import type { Finding } from '../model/finding.js';
import type { Fork } from '../model/fork.js';

const start: Finding['range'] = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** What a copied folder is to each of its files, by path: a finding at the file's start that stands for the folder's, under the folder's id. */
export function copiedFiles(findings: Iterable<Finding>): ReadonlyMap<string, readonly Finding[]> {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const { path, origin, similarity } of finding.fork?.members ?? [])
      byPath.set(path, [...(byPath.get(path) ?? []), asFile(finding, path, origin, similarity)]);
  }
  return byPath;
}

function asFile(finding: Finding, path: string, origin: string, similarity: number): Finding {
  const { fork } = finding;
  if (!fork) return finding;
  const { family, subject, direction, substitutions, leftBehind, coreLines, forkedAt, missedFixes = [] } = fork;
  // How many lines are shared is known of the folder only.
  const figures = { similarity, sharedLines: 0, forkLines: 0, originLines: 0, coreLines };
  const own: Fork = {
    ...{ unit: 'file', origin: { path: origin, range: null }, family, subject, direction, substitutions, leftBehind },
    ...figures,
    ...(forkedAt && { forkedAt }),
    missedFixes: missedFixes.filter((fix) => fix.path === path),
  };
  return { ...finding, path, range: start, region: null, fork: own };
}
