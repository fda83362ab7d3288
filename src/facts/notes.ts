import type { NoteFact } from './facts.js';
import type { SourceComment } from './parse.js';

/** A literal that no reader can interpret by itself: a quoted text with digits, or a bare number. */
const opaqueLiteral = /(['"`])(?=[^'"`]*\d)[\w:.-]{1,80}\1|(?:^|[:=(,[])\s*\d+\b/;

const noteLimit = 160;

/** Comments that can explain an opaque literal: on its line, or alone on the line above it. */
export function collectNotes(text: string, comments: readonly SourceComment[]): NoteFact[] {
  return comments.flatMap((comment) => {
    const note = comment.text.replace(/^[\s*]+|[\s*]+$/g, '').replace(/\s+/g, ' ');
    if (note === '' || note.length > noteLimit || !opaqueLiteral.test(explainedLine(text, comment))) return [];
    return [{ text: note, isAlone: codeBefore(text, comment).trim() === '', start: comment.start, end: comment.end }];
  });
}

function codeBefore(text: string, comment: SourceComment): string {
  return text.slice(text.lastIndexOf('\n', comment.start - 1) + 1, comment.start);
}

function explainedLine(text: string, comment: SourceComment): string {
  const before = codeBefore(text, comment);
  if (before.trim() !== '') return before;
  const next = text.indexOf('\n', comment.end) + 1;
  return next === 0 ? '' : text.slice(next, (text.indexOf('\n', next) + 1 || text.length + 1) - 1);
}
