import type { Span } from '../facts.js';
import { codeOfScript, type MarkupSource } from './markup-source.js';
import { Pieces } from './pieces.js';
import { readCode } from './read-code.js';
import { scanMarkup, svelteDialect, type Attribute, type MarkupListener, type Tag } from './scan-markup.js';

/** A Svelte component: its scripts, blocks and expressions. */
export function readSvelte(text: string): MarkupSource {
  const listener = new SvelteListener(text);
  scanMarkup(text, 0, svelteDialect, listener);
  return { scripts: listener.scripts, template: listener.finish(), hasJsx: false, unread: [] };
}

const blockEnd = '}\n';
const callbackEnd = '});\n';

class SvelteListener implements MarkupListener {
  readonly isDone = false;
  readonly scripts: Span[] = [];
  private readonly text: string;
  private readonly pieces: Pieces;
  /** Blocks that are open: their word, and what ends the part of them that is being read. */
  private readonly blocks: { readonly word: string; readonly closer: string }[] = [];

  constructor(text: string) {
    this.text = text;
    this.pieces = new Pieces(text);
  }

  finish(): Pieces['list'] {
    while (this.blocks.length > 0) this.end(this.text.length);
    return this.pieces.list;
  }

  open(tag: Tag): void {
    for (const attribute of tag.attributes) this.attribute(attribute);
  }

  raw(tag: Tag, content: Span): void {
    const code = tag.name === 'script' ? codeOfScript(this.text, tag, content) : null;
    if (code) this.scripts.push(code);
  }

  close(): void {
    // Elements do not matter here: only blocks decide what is shown.
  }

  hole(code: Span): void {
    const [marked = '', mark = '', word = ''] =
      /^\s*([#:/@])(\w+)\s*/.exec(this.text.slice(code.start, Math.min(code.end, code.start + 80))) ?? [];
    const rest = { start: code.start + marked.length, end: code.end };
    const outside = { start: code.start - 1, end: code.end + 1 };
    if (mark === '#') this.begin(word, rest, outside.start);
    else if (mark === ':') this.goOn(word, rest, outside.start);
    else if (mark === '/' && this.blocks.at(-1)?.word === word) this.end(outside.end);
    else if (mark === '@') this.tag(word, rest, code);
    else if (mark === '') this.pieces.expression(code);
  }

  private attribute({ name, holes }: Attribute): void {
    if (name.startsWith('let:')) return;
    for (const hole of holes) {
      const prefix = /^\s*(?:\.\.\.|@\w+\s)/.exec(this.text.slice(hole.start, Math.min(hole.end, hole.start + 80)))?.[0] ?? '';
      this.pieces.expression({ start: hole.start + prefix.length, end: hole.end });
    }
  }

  /** `{@html x}` and the like; `{@const x = y}` declares. */
  private tag(word: string, rest: Span, code: Span): void {
    if (word === 'debug') return;
    if (word !== 'const') {
      this.pieces.expression(rest);
      return;
    }
    this.pieces.code('statements', { start: this.text.indexOf('const', code.start), end: code.end });
    this.pieces.glue('\n;\n', code.end);
  }

  private begin(word: string, rest: Span, at: number): void {
    if (word === 'if') {
      this.pieces.condition('if (', at, rest);
      this.blocks.push({ word, closer: blockEnd });
    } else if (word === 'each') this.each(rest, at);
    else if (word === 'await') this.awaiting(rest, at);
    else if (word === 'snippet') this.snippet(rest, at);
    else {
      this.pieces.expression(rest);
      this.block(word, at);
    }
  }

  private block(word: string, at: number): void {
    this.pieces.glue('{\n', at);
    this.blocks.push({ word, closer: blockEnd });
  }

  /** `{:else if x}`, `{:else}`, `{:then value}`, `{:catch error}` */
  private goOn(word: string, rest: Span, at: number): void {
    const open = this.blocks.pop();
    if (!open) return;
    this.pieces.glue(open.closer, at);
    const condition = /^if\b/.exec(this.text.slice(rest.start, rest.end));
    if (open.word === 'if' && condition) this.pieces.condition('else if (', at, { start: rest.start + 2, end: rest.end });
    else if (word === 'then' || word === 'catch') {
      this.receive(open.word, rest);
      return;
    } else this.pieces.glue(open.word === 'if' ? 'else {\n' : '{\n', at);
    this.blocks.push({ word: open.word, closer: blockEnd });
  }

  private end(at: number): void {
    const block = this.blocks.pop();
    if (block) this.pieces.glue(block.closer, at);
  }

  /** `list as pattern, index (key)` */
  private each(rest: Span, at: number): void {
    const written = this.text.slice(rest.start, rest.end);
    const as = /\sas\s+/.exec(written);
    const pattern = as && this.patternAt(rest.start + as.index + as[0].length, rest.end);
    if (!as || !pattern) {
      this.pieces.expression({ start: rest.start, end: rest.start + (as?.index ?? written.length) });
      this.block('each', at);
      return;
    }
    this.pieces.glue('(', rest.start);
    this.pieces.code('expression', { start: rest.start, end: rest.start + as.index });
    this.pieces.parameters('\n).map((', pattern);
    this.blocks.push({ word: 'each', closer: callbackEnd });
    const key = /^\s*\(([\s\S]*)\)\s*$/.exec(this.text.slice(pattern.end, rest.end));
    if (key?.[1]) this.pieces.expression({ start: pattern.end + key[0].indexOf('(') + 1, end: pattern.end + key[0].lastIndexOf(')') });
  }

  /** A name or destructuring, and the name of an index behind it. */
  private patternAt(start: number, end: number): Span | null {
    const isBracket = /[[{]/.test(this.text[start] ?? '');
    const bracketEnd = isBracket ? (readCode(this.text, start + 1)?.end ?? end) + 1 : start;
    const index = /^[\w$]*(?:\s*,\s*[\w$]+)?/.exec(this.text.slice(bracketEnd, end))?.[0] ?? '';
    return bracketEnd + index.length > start ? { start, end: bracketEnd + index.length } : null;
  }

  /** `promise`, `promise then value`, `promise catch error` */
  private awaiting(rest: Span, at: number): void {
    const received = /\s(?:then|catch)\b\s*/.exec(this.text.slice(rest.start, rest.end));
    if (!received) {
      this.pieces.expression(rest);
      this.block('await', at);
      return;
    }
    const behind = rest.start + received.index;
    this.pieces.expression({ start: rest.start, end: behind });
    this.receive('await', { start: behind + received[0].length, end: rest.end });
  }

  private receive(word: string, name: Span): void {
    this.pieces.parameters('((', name);
    this.blocks.push({ word, closer: callbackEnd });
  }

  /** `name(parameters)` */
  private snippet(rest: Span, at: number): void {
    const [head = '', name = ''] = /^([\w$]+)\s*(?:<[^>]*>)?\s*\(/.exec(this.text.slice(rest.start, rest.end)) ?? [];
    const end = head === '' ? -1 : (readCode(this.text, rest.start + head.length)?.end ?? -1);
    if (end === -1) {
      this.block('snippet', at);
      return;
    }
    this.pieces.glue('const ', at);
    this.pieces.code('parameters', { start: rest.start, end: rest.start + name.length });
    this.pieces.parameters(' = (', { start: rest.start + head.length, end });
    this.blocks.push({ word: 'snippet', closer: '};\n' });
  }
}
