import { jsonText } from '../json-text.js';
import { printable } from '../printable.js';

/** Text that is HTML already. Nothing else gets into a page without being escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Markup | string | number | null | readonly Piece[];

/** A template tag: whatever is put in is escaped, but for markup; lists are joined, null is nothing. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + written(pieces[index - 1] ?? null) + string));
}

/** For a data block that no browser runs; the text can't end its element. */
export function inertJson(value: unknown): Markup {
  return new Markup(jsonText(value).replaceAll('<', '\\u003c'));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return printable(piece).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  return typeof piece === 'number' ? piece.toLocaleString('en-US') : piece.map(written).join('');
}
