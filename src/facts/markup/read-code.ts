import jsTokens from 'js-tokens';

/** Code as far as the bracket that closes it, which is at `end`. */
export interface ReadCode {
  /** The code, of the same length as its source; nested markup has become code. */
  readonly code: string;
  readonly end: number;
}

/** Reads markup that starts at an offset in code (Astro, as in JSX) as code of the same length; null if it is none. */
export type ReadMarkup = (at: number) => ReadCode | null;

/** Words after which an operand follows, so that `<` opens an element. */
const wordBeforeOperand = /^(?:return|default|case|else|await|yield|typeof|void|in|of|do)$/;
const markBeforeOperand = /^(?:[(,=?:&|{[;!+}>]|=>|&&|\|\||\?\?)$/;

/**
 * Reads up to the bracket that closes the code which starts at `from`; null where there is none. Brackets in strings, templates,
 * comments and regular expressions do not count. Linear in the length of the code.
 */
export function readCode(text: string, from: number, readMarkup?: ReadMarkup): ReadCode | null {
  const reader = new CodeReader(text, from, readMarkup);
  while (reader.readOn());
  return reader.result;
}

/** Whether there is nothing but white space and comments. */
export function isBlankCode(code: string): boolean {
  for (const { type } of jsTokens(code)) if (!isBlank(type)) return false;
  return true;
}

class CodeReader {
  result: ReadCode | null = null;
  private readonly text: string;
  private readonly readMarkup: ReadMarkup | undefined;
  private at: number;
  private code = '';
  private depth = 0;
  /** The last token that was neither white space nor a comment. */
  private before = '';

  constructor(text: string, from: number, readMarkup: ReadMarkup | undefined) {
    this.text = text;
    this.at = from;
    this.readMarkup = readMarkup;
  }

  /** Reads to the end, or past one piece of nested markup; false when there is nothing more to read. */
  readOn(): boolean {
    for (const { type, value } of jsTokens(this.text.slice(this.at))) {
      const markup = value === '<' && this.expectsOperand() ? this.readMarkup?.(this.at) : null;
      if (markup) {
        this.step(markup.code, ')');
        return true;
      }
      if (/^(?:[([{]|\$\{)$/.test(value)) this.depth++;
      else if (/^[)\]}]$/.test(value) && this.depth-- === 0) {
        this.result = { code: this.code, end: this.at };
        return false;
      }
      this.step(value, isBlank(type) ? this.before : value);
    }
    return false;
  }

  private step(code: string, before: string): void {
    this.code += code;
    this.at += code.length;
    this.before = before;
  }

  private expectsOperand(): boolean {
    return this.before === '' || markBeforeOperand.test(this.before) || wordBeforeOperand.test(this.before);
  }
}

function isBlank(type: string): boolean {
  return type === 'WhiteSpace' || type === 'LineTerminatorSequence' || type === 'MultiLineComment' || type === 'SingleLineComment';
}
