import type { Position, Range } from '../model/finding.js';

/** What to delete so that a comment is gone: with the braces around it, and with its lines where nothing else stands on them. */
export function planRemoval(lineAt: (line: number) => string, lines: number, { start, end }: Range): Range {
  const before = lineAt(start.line).slice(0, start.column - 1);
  const after = lineAt(end.line).slice(end.column - 1);
  const hasBraces = /\{\s*$/.test(before) && /^\s*\}/.test(after);
  const left = (hasBraces ? before.replace(/\{\s*$/, '') : before).trimEnd();
  const right = hasBraces ? after.replace(/^\s*\}/, '') : after;
  if (left === '' && right.trim() === '') return wholeLines(lineAt, lines, start.line, end.line);
  const from = left === '' ? before.length - before.trimStart().length : left.length;
  return {
    start: { line: start.line, column: from + 1 },
    end: { line: end.line, column: lineAt(end.line).length - (left === '' ? right.trimStart() : right).length + 1 },
  };
}

function wholeLines(lineAt: (line: number) => string, lines: number, first: number, last: number): Range {
  const start: Position = { line: first, column: 1 };
  return { start, end: last < lines ? { line: last + 1, column: 1 } : { line: last, column: lineAt(last).length + 1 } };
}
