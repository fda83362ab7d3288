import type { TSESTree } from '@typescript-eslint/types';
import { outermostNodesAt, targetOfNode } from './directive-targets.js';
import type { DirectiveFact, DirectiveTarget, Span } from './facts.js';
import { excerpt } from './place.js';
import { spanOf, type SourceComment } from './parse.js';

const restLimit = 300;

/** Which code a directive speaks of, by its word; the others speak of their own line or of the file. */
const reach: Readonly<Record<string, 'beside or next' | 'next'>> = { oneoff: 'beside or next', 'oneoff-ignore-next-line': 'next' };

interface Written {
  readonly comment: SourceComment;
  readonly word: string;
  readonly rest: string;
  /** Offset of the first character of the code that it speaks of, or -1. */
  readonly from: number;
}

/**
 * The comments that begin with `oneoff` or `oneoff-…`; whether they mean anything is judged where customers are known.
 * `program` is null for data: there a directive speaks of a line.
 */
export function collectDirectives(source: string, comments: readonly SourceComment[], program: TSESTree.Program | null): DirectiveFact[] {
  const endOf = new Map(comments.map(({ start, end }) => [start, end]));
  const written = comments.flatMap((comment) => read(source, comment, endOf) ?? []);
  if (written.length === 0) return [];
  const nodes = program ? outermostNodesAt(program, new Set(written.map(({ from }) => from))) : new Map<number, never>();
  return written.map(({ comment: { start, end }, word, rest, from }) => {
    const node = nodes.get(from);
    const isRead = node && !isMarkup(source, node);
    return {
      word,
      rest,
      target: from < 0 ? null : isRead ? targetOfNode(source, node) : targetOfLine(source, from, program ? 'other' : 'entry'),
      start,
      end,
    };
  });
}

/** What a tag of a template was turned into has its offset, but not its extent. */
function isMarkup(source: string, node: TSESTree.Node): boolean {
  return source.charAt(spanOf(node).start) === '<' && !node.type.startsWith('JSX');
}

function read(source: string, comment: SourceComment, endOf: ReadonlyMap<number, number>): Written | null {
  const [, word, after = ''] = /^[\s*]*(oneoff(?:-[\w-]*)?)(?![\w.'’/@-])([^\r\n]*)/.exec(comment.text) ?? [];
  if (word === undefined) return null;
  const rest = after
    .replace(/^:/, '')
    .replace(/[\s*]+$/, '')
    .trim()
    .slice(0, restLimit);
  return { comment, word, rest, from: startOfCode(source, comment, reach[word], endOf) };
}

function startOfCode(source: string, comment: Span, reaches: string | undefined, endOf: ReadonlyMap<number, number>): number {
  if (reaches === undefined) return -1;
  const line = source.lastIndexOf('\n', comment.start - 1) + 1;
  const before = source.slice(line, comment.start);
  const isAlone = /^[\s{]*$/.test(before);
  if (reaches === 'next' || isAlone) return nextCode(source, comment, endOf);
  return line + before.length - before.trimStart().length;
}

/** The first code behind a comment, past white space and further comments; -1 at the end of the file. */
function nextCode(source: string, comment: Span, endOf: ReadonlyMap<number, number>): number {
  let at = endOfBraces(source, comment) ?? comment.end;
  for (;;) {
    const behind = /\s/.test(source.charAt(at)) ? at + 1 : (endOf.get(at) ?? endOfBracedComment(source, at, endOf));
    if (behind === null || behind <= at) return at < source.length ? at : -1;
    at = behind;
  }
}

/** Comments between JSX elements stand in braces: `{/* … *\/}`. */
function endOfBracedComment(source: string, at: number, endOf: ReadonlyMap<number, number>): number | null {
  if (source.charAt(at) !== '{') return null;
  const start = at + 1 + spacesAt(source, at + 1);
  const end = endOf.get(start);
  return end === undefined ? null : endOfBraces(source, { start, end });
}

/** The end of the braces that hold a comment and nothing else; null where it stands in none. */
function endOfBraces(source: string, { start, end }: Span): number | null {
  const close = end + spacesAt(source, end);
  return /\{\s*$/.test(source.slice(Math.max(0, start - 100), start)) && source.charAt(close) === '}' ? close + 1 : null;
}

function spacesAt(source: string, at: number): number {
  return /^\s*/.exec(source.slice(at, at + 100))?.[0].length ?? 0;
}

function targetOfLine(source: string, start: number, form: DirectiveTarget['form']): DirectiveTarget {
  const newline = source.indexOf('\n', start);
  const line = source.slice(start, newline < 0 ? source.length : newline).trimEnd();
  const mark = { start, end: start + line.length };
  const end = Math.max(mark.end, endOfTag(source, start));
  return { form, mark, text: excerpt(source, mark), region: { start, end }, start, end };
}

/** Where the tag that opens here ends, or the offset itself where none does. */
export function endOfTag(source: string, start: number): number {
  const tag = /<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/y;
  tag.lastIndex = start;
  return tag.test(source) ? tag.lastIndex : start;
}
