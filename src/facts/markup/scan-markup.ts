import type { Span } from '../facts.js';
import { readCode } from './read-code.js';

/** How a language marks code in its markup. */
export interface MarkupDialect {
  /** `{ code }` in text and attributes (Svelte, Astro), or `{{ code }}` in text alone (Vue, Angular). */
  readonly holes: 'braces' | 'mustaches';
  /** Whether `{ code }` counts within quoted attribute values too (Svelte). */
  readonly holesInQuotes: boolean;
  /** Offset of the `}` that closes code which starts at `from`, or -1. */
  readonly endOfHole: (text: string, from: number) => number;
}

export interface Attribute extends Span {
  readonly name: string;
  /** What stands between the quotes; null without a value. */
  readonly value: Span | null;
  /** Whether the value is itself code in back quotes. */
  readonly isTemplate: boolean;
  /** Code in braces that is, or is in, the value; a hole without a name and value is `{name}` or `{...rest}`. */
  readonly holes: readonly Span[];
}

/** `start` to `end` covers the opening tag. */
export interface Tag extends Span {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Whether no closing tag is to be expected. */
  readonly isEmpty: boolean;
}

/** Hears of the parts of a markup text in their order. */
export interface MarkupListener {
  open(tag: Tag): void;
  /** A `script` or `style` with its content, which is no markup. */
  raw(tag: Tag, content: Span): void;
  close(name: string, tag: Span): void;
  hole(code: Span): void;
  /** Asked after each tag; the scan goes no further once it is true. */
  readonly isDone: boolean;
}

const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Parts that are neither text nor tags: comments, declarations, PHP, and the marks of server-side templates. */
const asides: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
  ['<%', '%>'],
];

/**
 * Walks over markup from `from` to the end, or until the listener stops it, and gives the offset reached. It reads tags as browsers do,
 * forgives as they do, and never fails; parsers for HTML alone know neither `{` in tags nor code that holds markup. Linear.
 */
export function scanMarkup(text: string, from: number, dialect: MarkupDialect, listener: MarkupListener): number {
  return new Scan(text, from, dialect, listener).run();
}

/** The dialect in which braces end where their code does. */
export const svelteDialect: MarkupDialect = {
  holes: 'braces',
  holesInQuotes: true,
  // The end of a block, `{/if}`, would else be read as the beginning of a regular expression.
  endOfHole: (text, from) => (/^\/\w/.test(text.slice(from, from + 2)) ? text.indexOf('}', from) : (readCode(text, from)?.end ?? -1)),
};

/** Vue ends an interpolation at the first `}}`, whatever its code says. */
export const mustacheDialect: MarkupDialect = {
  holes: 'mustaches',
  holesInQuotes: false,
  endOfHole: (text, from) => text.indexOf('}}', from),
};

class Scan {
  private readonly text: string;
  private readonly dialect: MarkupDialect;
  private readonly listener: MarkupListener;
  private at: number;
  /** Set once a hole has no end, so that the rest is not searched again for each further one. */
  private isOpenEnded = false;

  constructor(text: string, from: number, dialect: MarkupDialect, listener: MarkupListener) {
    this.text = text;
    this.at = from;
    this.dialect = dialect;
    this.listener = listener;
  }

  run(): number {
    const next = this.dialect.holes === 'braces' ? /[<{]/g : /<|\{\{/g;
    for (;;) {
      next.lastIndex = this.at;
      const match = next.exec(this.text);
      if (!match) return this.text.length;
      this.at = match.index;
      if (match[0] !== '<') this.hole(match[0].length);
      else this.markup();
      if (this.listener.isDone) return this.at;
    }
  }

  private markup(): void {
    const aside = this.endOfAside();
    if (aside !== -1) this.at = aside;
    else if (this.text.startsWith('</', this.at)) this.closingTag();
    else if (this.matches(/<(?:[A-Za-z]|>)/y)) this.openingTag();
    else this.at++;
  }

  private hole(marks: number): void {
    const hole = this.readHole(marks);
    if (hole) this.listener.hole(hole);
    else this.at += marks;
  }

  /** Reads code in braces and goes behind it; null and no step where it has no end. */
  private readHole(marks: number): Span | null {
    const start = this.at + marks;
    const end = this.isOpenEnded ? -1 : this.dialect.endOfHole(this.text, start);
    this.isOpenEnded ||= end === -1;
    if (end === -1) return null;
    this.at = end + marks;
    return { start, end };
  }

  private endOfAside(): number {
    const aside = asides.find(([open]) => this.text.startsWith(open, this.at));
    return aside ? this.behind(aside[1], this.at + aside[0].length) : -1;
  }

  private closingTag(): void {
    const start = this.at;
    const [tag = '', name = ''] = this.read(/<\/\s*([^\s>]*)[^>]*>?/y) ?? [];
    this.at = start + tag.length;
    this.listener.close(name, { start, end: this.at });
  }

  private openingTag(): void {
    const start = this.at;
    const [opening = '<', name = ''] = this.read(/<([^\s/>{]*)/y) ?? [];
    this.at += opening.length;
    const attributes: Attribute[] = [];
    while (this.at < this.text.length && !this.matches(/\/?>/y)) {
      const attribute = this.attribute();
      if (attribute) attributes.push(attribute);
    }
    const selfClosed = this.text[this.at] === '/';
    this.at = Math.min(this.text.length, this.at + (selfClosed ? 2 : 1));
    const tag: Tag = { name, attributes, isEmpty: selfClosed || voidElements.has(name), start, end: this.at };
    if (/^(?:script|style)$/i.test(name) && !selfClosed) this.rawElement(tag);
    else this.listener.open(tag);
  }

  private rawElement(tag: Tag): void {
    const closing = new RegExp(`</${tag.name}\\b[^>]*>?`, 'gi');
    closing.lastIndex = this.at;
    const match = closing.exec(this.text);
    const content = { start: this.at, end: match?.index ?? this.text.length };
    this.at = match ? closing.lastIndex : this.text.length;
    this.listener.raw(tag, content);
  }

  /** Reads an attribute, or steps over what is none. */
  private attribute(): Attribute | null {
    this.at += this.read(/\s+/y)?.[0].length ?? 0;
    const start = this.at;
    const aside = this.endOfAside();
    if (aside !== -1) {
      this.at = aside;
      return null;
    }
    if (this.dialect.holes === 'braces' && this.text[this.at] === '{') {
      const hole = this.readHole(1);
      if (hole) return { name: '', value: null, isTemplate: false, holes: [hole], start, end: this.at };
    }
    const name = this.read(this.dialect.holes === 'braces' ? /[^\s=>"'/{]+/y : /[^\s=>"'/]+/y)?.[0] ?? '';
    if (name === '') {
      if (!this.matches(/\/?>/y)) this.at++;
      return null;
    }
    this.at += name.length;
    return { name, ...this.value(), start, end: this.at };
  }

  private value(): Pick<Attribute, 'value' | 'isTemplate' | 'holes'> {
    const assignment = this.read(/\s*=\s*/y);
    if (!assignment) return { value: null, isTemplate: false, holes: [] };
    this.at += assignment[0].length;
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") return this.quoted(quote);
    if (this.dialect.holes === 'mustaches') return this.plain(/[^\s>]+/y);
    if (quote === '`') return this.template();
    return this.unquoted();
  }

  private quoted(quote: string): Pick<Attribute, 'value' | 'isTemplate' | 'holes'> {
    const start = ++this.at;
    const holes = this.dialect.holesInQuotes ? this.holesUntil(quote) : [];
    const end = this.text.indexOf(quote, this.at);
    this.at = end === -1 ? this.text.length : end + 1;
    return { value: { start, end: end === -1 ? this.text.length : end }, isTemplate: false, holes };
  }

  /** Code in braces up to a quote that stands outside of it. */
  private holesUntil(quote: string): Span[] {
    const holes: Span[] = [];
    const stop = new RegExp(`[{${quote}]`, 'g');
    for (;;) {
      stop.lastIndex = this.at;
      const match = stop.exec(this.text);
      if (match?.[0] !== '{') return holes;
      this.at = match.index;
      const hole = this.readHole(1);
      if (hole) holes.push(hole);
      else this.at++;
    }
  }

  private plain(pattern: RegExp): Pick<Attribute, 'value' | 'isTemplate' | 'holes'> {
    const start = this.at;
    this.at += this.read(pattern)?.[0].length ?? 0;
    return { value: { start, end: this.at }, isTemplate: false, holes: [] };
  }

  /** `{code}`, or text with code in it: `a-{b}`. */
  private unquoted(): Pick<Attribute, 'value' | 'isTemplate' | 'holes'> {
    const start = this.at;
    const holes: Span[] = [];
    for (;;) {
      this.at += this.read(/[^\s>{]+/y)?.[0].length ?? 0;
      const hole = this.text[this.at] === '{' ? this.readHole(1) : null;
      if (hole) holes.push(hole);
      else if (this.text[this.at] === '{') this.at++;
      else return { value: { start, end: this.at }, isTemplate: false, holes };
    }
  }

  private template(): Pick<Attribute, 'value' | 'isTemplate' | 'holes'> {
    const start = this.at;
    this.at = this.behind('`', start + 1);
    return { value: { start, end: this.at }, isTemplate: true, holes: [] };
  }

  private behind(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found === -1 ? this.text.length : found + mark.length;
  }

  private matches(pattern: RegExp): boolean {
    return this.read(pattern) !== null;
  }

  private read(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }
}
