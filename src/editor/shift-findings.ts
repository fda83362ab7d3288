import type { Finding, Position, Range } from '../model/finding.js';

/** A stretch of text that was replaced; positions are those before the edit. */
export interface Edit extends Range {
  readonly text: string;
}

/**
 * Where findings stand after edits, until the edited text has been read anew: those behind an edit move, those that an edit touches are
 * left out, and a region with an edit inside grows with it. Edits count one after the other, each on the text that the one before left.
 */
export function shiftFindings(findings: readonly Finding[], edits: readonly Edit[]): readonly Finding[] {
  return edits.reduce((shifted, edit) => shifted.flatMap((finding) => shiftFinding(finding, edit)), findings);
}

function shiftFinding(finding: Finding, edit: Edit): readonly Finding[] {
  const { range, region } = finding;
  if (isBefore(edit.start, range.end) && isBefore(range.start, edit.end)) return [];
  return [{ ...finding, range: shiftRange(range, edit), region: region && shiftRange(region, edit) }];
}

/** Text put in right before the start pushes the range on; right behind its end, it leaves it alone. */
function shiftRange({ start, end }: Range, edit: Edit): Range {
  return {
    start: isBefore(start, edit.end) ? start : move(start, edit),
    end: isBefore(edit.start, end) ? move(end, edit) : end,
  };
}

/** A position inside what was replaced ends up behind the new text. */
function move(position: Position, { start, end, text }: Edit): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const behind = { line: start.line + lines.length - 1, column: (lines.length === 1 ? start.column : 1) + last.length };
  if (isBefore(position, end)) return behind;
  if (position.line > end.line) return { line: position.line - end.line + behind.line, column: position.column };
  return { line: behind.line, column: behind.column + position.column - end.column };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
