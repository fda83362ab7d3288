import { collectFacts } from './collect-facts.js';
import { dataLanguage } from './data/data-language.js';
import { endOfTag } from './directives.js';
import type { Facts } from './facts.js';
import { markupLanguage } from './markup/markup-language.js';
import type { ParserName } from './parse.js';

/** A comment to be written. */
export interface WantedDirective {
  /** 1-based line of what it is to speak of, or null for the file. */
  readonly line: number | null;
  /** `ignore` keeps what stands there out of reports; `annotate`, which needs a line, says whose it is and who asked. */
  readonly verb: 'ignore' | 'annotate';
  /** What stands behind the directive's word. */
  readonly rest: string;
}

/** Text to put into a file; line and column are 1-based. */
export interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

interface Attempt {
  readonly offset: number;
  readonly word: string;
  readonly before: string;
  readonly after: string;
  /** At the end of the line that it speaks of. */
  readonly isBeside: boolean;
}

/**
 * Where and how a comment that ignores or annotates a place can be written: the first form in which it is heard and changes nothing else. Null where
 * there is none, as within a template literal or in JSON. The parser must have been loaded. Costs a few parses.
 */
export function placeDirective(text: string, path: string, parser: ParserName, { line, verb, rest }: WantedDirective): Insertion | null {
  const said = rest
    .replace(/\*\/|-->/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const attempts = line === null ? forFile(text, path, eol) : forLine(text, path, { line, words: words[verb] }, eol);
  const facts = collectFacts(text, path, parser);
  for (const attempt of attempts) {
    const { offset, word, before, after } = attempt;
    const added = `${before}${word}${said === '' ? '' : ` ${said}`}${after}`;
    const changed = collectFacts(text.slice(0, offset) + added + text.slice(offset), path, parser);
    if (!isSameCode(facts, changed) || !isHeard(changed, attempt, line)) continue;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return { line: text.slice(0, offset).split('\n').length, column: offset - start + 1, text: added };
  }
  return null;
}

interface Words {
  readonly above: string;
  readonly beside: string;
}

const words: Readonly<Record<WantedDirective['verb'], Words>> = {
  ignore: { above: 'oneoff-ignore-next-line', beside: 'oneoff-ignore-line' },
  annotate: { above: 'oneoff', beside: 'oneoff' },
};

function forLine(
  text: string,
  path: string,
  { line, words: { above, beside } }: { line: number; words: Words },
  eol: string,
): readonly Attempt[] {
  const start = startOfTag(text, path, startOfLine(text, line));
  const indent = /^[ \t]*/.exec(text.slice(start, start + 500))?.[0] ?? '';
  const end = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0);
  const marks = marksFor(path);
  return [
    ...marks.map(([open, close]) => {
      return { offset: start, word: above, before: `${indent}${open} `, after: close + eol, isBeside: false };
    }),
    ...marks.map(([open, close]) => ({ offset: end, word: beside, before: ` ${open} `, after: close, isBeside: true })),
  ];
}

/** Behind what has to come first: a shebang, a fence, a doctype, a comment that other tools read. */
function forFile(text: string, path: string, eol: string): readonly Attempt[] {
  const head = /^(?:#!.*\r?\n)?(?:\s*\/\*[^]*?\*\/[ \t]*\r?\n|---[ \t]*\r?\n|\s*<!doctype[^>]*>[ \t]*\r?\n)?/i.exec(text)?.[0] ?? '';
  return marksFor(path).map(([open, close]) => {
    return { offset: head.length, word: 'oneoff-ignore-file', before: `${open} `, after: close + eol, isBeside: false };
  });
}

function marksFor(path: string): readonly (readonly [open: string, close: string])[] {
  const data = dataLanguage(path);
  // A comment would break a strict reader of JSON.
  if (data === 'json') return path.endsWith('.jsonc') ? [['//', '']] : [];
  if (data) return [['#', '']];
  const slashes = ['//', ''] as const;
  const language = markupLanguage(path);
  if (language === null) return [slashes, ['{/*', ' */}'], ['/*', ' */']];
  return [slashes, ['<!--', ' -->']];
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let left = line; left > 1 && text.includes('\n', start); left--) start = text.indexOf('\n', start) + 1;
  return start;
}

/** Markup has no comments within a tag: above a line of one, the comment goes above all of it. */
function startOfTag(text: string, path: string, start: number): number {
  if (markupLanguage(path) === null) return start;
  const open = text.lastIndexOf('<', start - 1);
  return open >= 0 && endOfTag(text, open) > start ? text.lastIndexOf('\n', open) + 1 : start;
}

/** Whether nothing but comments is different. */
function isSameCode(before: Facts, after: Facts): boolean {
  const lists = ['imports', 'exports', 'declarations', 'conditions', 'tables', 'calls', 'accesses', 'damage'] as const;
  return lists.every((list) => before[list].length === after[list].length);
}

function isHeard({ directives, lineStarts }: Facts, { offset, word, isBeside }: Attempt, line: number | null): boolean {
  const lineAt = (at: number): number => lineStarts.findLastIndex((start) => start <= at) + 1;
  const written = directives.find((directive) => directive.word === word && directive.start >= offset);
  if (!written || line === null) return written !== undefined;
  if (isBeside) return lineAt(written.start) === line;
  // Its own line pushed the other one down.
  return written.target !== null && lineAt(written.target.start) <= line + 1 && lineAt(written.target.end) >= line + 1;
}
