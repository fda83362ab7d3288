import type { CodeTokens } from './code-tokens.js';
import { editsOf } from './word-diff.js';

/** Lines of code that one text has and the other doesn't; comments, blank lines and indentation don't count. */
export function changedLines(before: CodeTokens, after: CodeTokens): { readonly added: number; readonly removed: number } {
  let [added, removed] = [0, 0];
  for (const edit of editsOf(codeLines(before), codeLines(after), 1)) {
    added += edit.after.end - edit.after.start;
    removed += edit.before.end - edit.before.start;
  }
  return { added, removed };
}

function codeLines({ words, lines }: CodeTokens): string[] {
  const byLine = new Map<number, string>();
  words.forEach((word, at) => {
    const line = lines[at] ?? 0;
    byLine.set(line, `${byLine.get(line) ?? ''} ${word}`);
  });
  return [...byLine.values()];
}
