import path from 'node:path';
import { baselineEntry, type BaselineMatch } from '../assess/match-baseline.js';
import type { Comparison } from '../assess/gate.js';
import type { BaselineEntry } from '../model/baseline.js';
import type { SkippedFile } from '../model/report.js';
import { formatBaseline, type Baseline } from './baseline-file.js';

/** Path of a folder relative to that of a file, with a slash at its end; empty where it is the same. */
export function prefixOf(root: string, file: string): string {
  const relative = path.relative(path.dirname(file), root).split(path.sep).join('/');
  return relative === '' ? '' : `${relative}/`;
}

/** Those entries of a baseline that a scan of `root` can find again: of its files, and not of what it had to skip. */
export function comparable(baseline: Baseline, prefix: string, skipped: readonly SkippedFile[]): Comparison {
  const unread = skipped.map((file) => `${prefix}${file.path}`);
  const isUnread = (file: string): boolean => unread.some((other) => file === other || file.startsWith(`${other}/`));
  return { prefix, entries: baseline.entries.filter(({ path: file }) => file.startsWith(prefix) && !isUnread(file)) };
}

/** The baseline without what is gone, and with moved one-offs where they are now; never more than there was. */
export function shrunkBaseline(baseline: Baseline, { prefix, entries }: Comparison, { known }: BaselineMatch): string {
  const compared = new Set(entries);
  const followed = [...known].map(([finding, entry]): BaselineEntry => {
    const now = baselineEntry(finding, prefix);
    return now.path === entry.path ? entry : now;
  });
  return formatBaseline([...baseline.entries.filter((entry) => !compared.has(entry)), ...followed]);
}
