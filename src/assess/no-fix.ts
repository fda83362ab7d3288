import type { CodeTokens } from './code-tokens.js';
import type { WordChange } from './hunk-test.js';

/** Why a change of a file can be no fix, whatever its message says. */
export type NoFix = 'formatting' | 'comments' | 'imports' | 'rename' | 'move';

/** Null when the change may be one. */
export function noFix(before: CodeTokens, after: CodeTokens, change: WordChange): NoFix | null {
  if (change.hunks.length > 0) return isRename(change) ? 'rename' : isMove(change) ? 'move' : null;
  if (before.imports !== after.imports) return 'imports';
  return before.comments === after.comments ? 'formatting' : 'comments';
}

/** Fewer could be a fix that takes another variable. */
const leastRenamed = 2;

/** Whether the change only gives names other names, each the same everywhere, and leaves no old one behind. */
function isRename({ before, after, hunks }: WordChange): boolean {
  const renamed = new Map<string, string>();
  let count = 0;
  for (const { before: removed, after: added } of hunks) {
    if (removed.end - removed.start !== added.end - added.start) return false;
    for (let step = 0; step < removed.end - removed.start; step++) {
      const [from = '', to = ''] = [before[removed.start + step], after[added.start + step]];
      if (from === to) continue;
      if (!isName(from) || !isName(to) || (renamed.get(from) ?? to) !== to) return false;
      renamed.set(from, to);
      count++;
    }
  }
  return count >= leastRenamed * renamed.size && !after.some((word) => renamed.has(word));
}

/** Fewer could be two arguments that change places. */
const leastMoved = 12;

/** Whether what is removed in one place is added in another. */
function isMove({ before, after, hunks }: WordChange): boolean {
  const removed = hunks.flatMap((hunk) => before.slice(hunk.before.start, hunk.before.end)).sort();
  const added = hunks.flatMap((hunk) => after.slice(hunk.after.start, hunk.after.end)).sort();
  return removed.length >= leastMoved && removed.length === added.length && removed.every((word, at) => word === added[at]);
}

function isName(word: string): boolean {
  return /^[\p{ID_Start}$_§#][\p{ID_Continue}$§]*$/u.test(word) && !/^(?:true|false|null|undefined|this|let|const|var)$/.test(word);
}
