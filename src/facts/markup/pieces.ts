import type { Span } from '../facts.js';
import type { Piece, Role } from './generated-source.js';
import { isBlankCode } from './read-code.js';

/** Generated code in the making: statements that hold the code of a markup text. */
export class Pieces {
  readonly list: Piece[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Code that joins what stands in the file; `at` is the point of the file that it belongs to. */
  glue(text: string, at: number): void {
    this.list.push({ text, role: null, start: at, end: at });
  }

  /** Code of the file, or what stands for it. */
  code(role: Role, { start, end }: Span, text = this.text.slice(start, end)): void {
    this.list.push({ text, role, start, end });
  }

  /** An expression whose value is only looked at. */
  expression(span: Span, text = this.text.slice(span.start, span.end)): void {
    if (isBlankCode(text)) return;
    this.glue('void (', span.start);
    this.code('expression', span, text);
    this.glue('\n);\n', span.end);
  }

  /** What is done on an event. */
  handler(span: Span, text = this.text.slice(span.start, span.end)): void {
    if (isBlankCode(text)) return;
    if (isFunctionText(text)) {
      this.expression(span, text);
      return;
    }
    this.glue('(() => {', span.start);
    this.code('statements', span, text);
    this.glue('\n});\n', span.end);
  }

  /** Opens a block that depends on `test`; `at` is where what depends on it begins. */
  condition(opening: string, at: number, test: Span, text?: string): void {
    this.glue(opening, at);
    this.code('expression', test, text);
    this.glue('\n) {\n', test.end);
  }

  /** Opens a function with these parameters. */
  parameters(opening: string, span: Span): void {
    this.glue(opening, span.start);
    this.code('parameters', span);
    this.glue('\n) => {\n', span.end);
  }
}

function isFunctionText(text: string): boolean {
  return /^\s*(?:async\b\s*)?(?:function\b|[\w$]+\s*=>|\([^()]*\)\s*(?::[^=(){}]+)?=>)/.test(text);
}
