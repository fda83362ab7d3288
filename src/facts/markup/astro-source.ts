import type { Span } from '../facts.js';
import { codeOfScript, type MarkupSource } from './markup-source.js';
import { Pieces } from './pieces.js';
import { isBlankCode, readCode, type ReadCode } from './read-code.js';
import { scanMarkup, type Attribute, type MarkupDialect, type MarkupListener, type Tag } from './scan-markup.js';

/** An Astro component: the script between its fences, client scripts, and expressions, which can hold markup that holds expressions. */
export function readAstro(text: string): MarkupSource {
  const fences = /^\s*---[^\S\n]*\n/.exec(text);
  const start = fences?.[0].length ?? 0;
  const end = fences ? text.indexOf('---', start) : -1;
  const frontmatter = end === -1 ? [] : [{ start, end }];
  const reader = new AstroReader(text);
  scanMarkup(text, end === -1 ? 0 : end + 3, reader.dialect, reader);
  return { scripts: [...frontmatter, ...reader.scripts], template: reader.pieces.list, hasJsx: false, unread: [] };
}

/** Deeper markup within code within markup is left out. */
const nestingLimit = 60;

class AstroReader implements MarkupListener {
  readonly isDone = false;
  readonly scripts: Span[] = [];
  readonly pieces: Pieces;
  readonly dialect: MarkupDialect = {
    holes: 'braces',
    holesInQuotes: false,
    endOfHole: (_, from) => {
      const read = this.nesting < nestingLimit ? readCode(this.text, from, (at) => this.nested(at)) : null;
      if (read) this.codes.set(from, read.code);
      return read?.end ?? -1;
    },
  };
  private readonly text: string;
  /** Code in braces by its start, its markup turned into code. */
  private readonly codes = new Map<number, string>();
  private nesting = 0;

  constructor(text: string) {
    this.text = text;
    this.pieces = new Pieces(text);
  }

  open({ attributes }: Tag): void {
    for (const code of attributes.flatMap(codesOf)) this.hole(code);
  }

  raw(tag: Tag, content: Span): void {
    const code = tag.name === 'script' ? codeOfScript(this.text, tag, content) : null;
    if (code) this.scripts.push(code);
    this.open(tag);
  }

  close(): void {
    // What is shown is decided by expressions, never by elements.
  }

  hole(code: Span): void {
    this.pieces.expression(code, this.codeOf(code));
  }

  private codeOf({ start, end }: Span): string {
    return (this.codes.get(start) ?? this.text.slice(start, end)).replace(/^\s*\.\.\./, (dots) => ' '.repeat(dots.length));
  }

  /** An element within code as a sequence of what its own expressions are: `<a b={c}>{d}</a>` is `(0     ,c, ,d,   0)`. */
  private nested(at: number): ReadCode | null {
    if (!/^<[A-Za-z>]/.test(this.text.slice(at, at + 2))) return null;
    const element = new ElementListener();
    this.nesting++;
    const end = scanMarkup(this.text, at, this.dialect, element);
    this.nesting--;
    if (!element.isDone || end - at < 4) return null;
    const codes = element.codes.map((span) => ({ ...span, code: this.codeOf(span) })).filter(({ code }) => !isBlankCode(code));
    let code = '(0';
    for (const hole of codes) code += `${this.blank(at + code.length, hole.start - 1)},${hole.code}`;
    return { code: `${code}${this.blank(at + code.length, end - 1)})`, end };
  }

  private blank(start: number, end: number): string {
    return this.text.slice(start, end).replace(/[^\r\n]/g, ' ');
  }
}

/** Hears one element to its end. */
class ElementListener implements MarkupListener {
  isDone = false;
  readonly codes: Span[] = [];
  private depth = 0;

  open(tag: Tag): void {
    this.codes.push(...tag.attributes.flatMap(codesOf));
    if (!tag.isEmpty) this.depth++;
    this.isDone = this.depth === 0;
  }

  raw(tag: Tag): void {
    this.codes.push(...tag.attributes.flatMap(codesOf));
    this.isDone = this.depth === 0;
  }

  close(): void {
    this.depth--;
    this.isDone = this.depth <= 0;
  }

  hole(code: Span): void {
    this.codes.push(code);
  }
}

function codesOf({ holes, value, isTemplate }: Attribute): readonly Span[] {
  return isTemplate && value ? [value] : holes;
}
