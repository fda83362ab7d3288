import type { Span } from '../facts.js';
import type { Piece } from './generated-source.js';
import type { Tag } from './scan-markup.js';

/** What of a markup file is code. */
export interface MarkupSource {
  readonly scripts: readonly Span[];
  /** Statements that hold the code of the template. */
  readonly template: readonly Piece[];
  /** Whether scripts are written with JSX. */
  readonly hasJsx: boolean;
  /** Parts in a language that is not read. */
  readonly unread: readonly UnreadPart[];
}

export interface UnreadPart extends Span {
  readonly message: string;
}

const codeTypes = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|type)script|text\/(?:babel|jsx|tsx?)|)$/i;
const codeLanguages = /^(?:[jt]sx?|(?:java|type)script|)$/i;

/** The code of a `script` element, or null where it holds data, or a language that is not read. */
export function codeOfScript(text: string, tag: Tag, content: Span): Span | null {
  const isCode = codeTypes.test(attributeText(text, tag, 'type')) && codeLanguages.test(attributeText(text, tag, 'lang'));
  return isCode && text.slice(content.start, content.end).trim() !== '' ? content : null;
}

export function isJsxScript(text: string, tag: Tag): boolean {
  return /^(?:text\/)?(?:jsx|tsx|babel)$/i.test(attributeText(text, tag, 'lang') || attributeText(text, tag, 'type'));
}

/** The value of an attribute as written, or an empty text. */
export function attributeText(text: string, tag: Tag, name: string): string {
  const value = tag.attributes.find((attribute) => attribute.name === name)?.value;
  return value ? text.slice(value.start, value.end).trim() : '';
}
