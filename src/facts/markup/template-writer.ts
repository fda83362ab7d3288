import type { Span } from '../facts.js';
import { directiveOf, type Directive } from './directives.js';
import type { Piece } from './generated-source.js';
import { Pieces } from './pieces.js';
import type { Attribute, Tag } from './scan-markup.js';

interface OpenElement {
  readonly name: string;
  /** Ends of the blocks that its directives have opened, the innermost first. */
  readonly closers: string;
  /** Whether a `v-else` can follow. */
  readonly isCondition: boolean;
}

interface Use extends Span {
  readonly directive: Directive;
}

/**
 * Turns the code in the attributes and interpolations of a template in HTML syntax into statements. An element with a condition becomes
 * an `if`, one that is repeated a callback over its list, so that regions and names come out as the template means them.
 */
export class TemplateWriter {
  private readonly text: string;
  private readonly pieces: Pieces;
  private readonly stack: OpenElement[] = [];
  private readonly openByName = new Map<string, number>();
  /** Whether nothing has been written since the end of an element with a condition. */
  private mayContinue = false;

  constructor(text: string) {
    this.text = text;
    this.pieces = new Pieces(text);
  }

  get depth(): number {
    return this.stack.length;
  }

  /** The statements; elements that are still open end at `end`. */
  finish(end: number): readonly Piece[] {
    while (this.stack.length > 0) this.pop(end);
    return this.pieces.list;
  }

  open({ name, attributes, isEmpty, start, end }: Tag): void {
    const uses = attributes.flatMap(useOf);
    const closers: string[] = [];
    let isCondition = false;
    for (const use of uses.toSorted((a, b) => rank(a.directive) - rank(b.directive))) {
      const closer = this.use(use, start);
      if (closer !== '') this.mayContinue = false;
      isCondition ||= closer === blockEnd && use.directive !== 'show';
      closers.unshift(closer);
    }
    this.stack.push({ name, closers: closers.join(''), isCondition });
    this.openByName.set(name, (this.openByName.get(name) ?? 0) + 1);
    if (isEmpty) this.pop(end);
  }

  close(name: string, { start, end }: Span): void {
    if ((this.openByName.get(name) ?? 0) === 0) return;
    while (this.stack.length > 0 && this.stack.at(-1)?.name !== name) this.pop(start);
    this.pop(end);
  }

  interpolation(code: Span): void {
    const written = this.text.slice(code.start, code.end);
    // Marks of Handlebars and its like.
    if (/^\s*(?:[#/^>!%{&]|else\b)/.test(written)) return;
    this.value(code);
  }

  private pop(at: number): void {
    const element = this.stack.pop();
    if (!element) return;
    this.openByName.set(element.name, (this.openByName.get(element.name) ?? 1) - 1);
    if (element.closers === '') return;
    this.pieces.glue(element.closers, at);
    this.mayContinue = element.isCondition;
  }

  /** Writes what an attribute does; gives what ends it behind the element. */
  private use({ directive, start, end }: Use, at: number): string {
    const span = { start, end };
    if (directive === 'else') {
      this.pieces.glue(this.mayContinue ? 'else {\n' : '{\n', at);
      return blockEnd;
    }
    if (this.text.slice(start, end).trim() === '') return '';
    switch (directive) {
      case 'if':
      case 'show':
        return this.condition('if (', span, at);
      case 'else-if':
        return this.condition(this.mayContinue ? 'else if (' : 'if (', span, at);
      case 'angular-if':
        return this.condition('if (', this.untilMark(span, /;|\sas\s/), at);
      case 'for':
        return this.repetition(span, /^\s*\(?([\s\S]*?)\)?\s+(?:in|of)\s+(?=\S)/);
      case 'angular-for':
        return this.repetition(this.untilMark(span, /;/), /^\s*let\s+([\w$]+)\s+of\s+(?=\S)/);
      case 'parameters':
        this.pieces.parameters('((', span);
        return '});\n';
      case 'handler':
        this.pieces.handler(span, decoded(this.text.slice(start, end)));
        return '';
      case 'value':
        this.value(span);
        return '';
    }
  }

  private condition(opening: string, span: Span, at: number): string {
    this.pieces.condition(opening, at, span, decoded(this.text.slice(span.start, span.end)));
    return blockEnd;
  }

  private repetition(span: Span, form: RegExp): string {
    const written = this.text.slice(span.start, Math.min(span.end, span.start + repetitionLimit));
    const match = form.exec(written);
    const [head, alias] = match ?? [];
    if (head === undefined || alias === undefined) return '';
    const aliasStart = span.start + head.indexOf(alias);
    this.pieces.glue('(', span.start);
    this.pieces.code('expression', { start: span.start + head.length, end: span.end });
    this.pieces.parameters('\n).map((', { start: aliasStart, end: aliasStart + alias.length });
    return '});\n';
  }

  /** An expression without the filters of Vue 2 and the pipes of Angular. */
  private value(span: Span): void {
    const shown = this.untilMark(span, /\s\|\s*[\w$]+\s*(?=$|[|:(])/);
    this.mayContinue = false;
    this.pieces.expression(shown, decoded(this.text.slice(shown.start, shown.end)));
  }

  private untilMark({ start, end }: Span, mark: RegExp): Span {
    const at = this.text.slice(start, end).search(mark);
    return { start, end: at === -1 ? end : start + at };
  }
}

const blockEnd = '}\n';

/** Aliases are names; what is longer is no repetition. */
const repetitionLimit = 2000;

function useOf({ name, value }: Attribute): Use[] {
  const directive = directiveOf(name);
  if (directive === 'else') return [{ directive, start: 0, end: 0 }];
  return directive && value ? [{ directive, ...value }] : [];
}

/** Conditions hold for all else that an element says, repetitions for all but its conditions. */
function rank(directive: Directive): number {
  const order: readonly Directive[] = ['if', 'else-if', 'else', 'angular-if', 'for', 'angular-for', 'parameters', 'show'];
  const position = order.indexOf(directive);
  return position === -1 ? order.length : position;
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", '#39': "'", '#34': '"' };

function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(quot|amp|lt|gt|apos|#39|#34);/g, (entity, name: string) => entities[name] ?? entity);
}
