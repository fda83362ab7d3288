import type { DamageFact } from '../facts.js';
import { parseSource, type ParserName, type SyntaxDamage } from '../parse.js';
import { withoutDamage } from '../recover.js';
import type { Piece, Role } from './generated-source.js';
import { withoutServerMarks } from './server-marks.js';

export interface MendOptions {
  /** Tells the language of the code by its extension. */
  readonly path: string;
  readonly parser: ParserName;
  /** Whether the file can hold a template language that is not known, whose marks are no damage. */
  readonly isForeign: boolean;
}

/** What stands for code that does not parse, so that the code around it does. */
const placeholders: Readonly<Record<Exclude<Role, 'script'>, string>> = { expression: '0', statements: '', parameters: '' };

/** Checks each piece of code alone and replaces what does not parse. Costs about one more parse. */
export function mendPieces(pieces: readonly Piece[], text: string, options: MendOptions): { pieces: Piece[]; damage: DamageFact[] } {
  const lines = new LineCounter(text);
  const damage: DamageFact[] = [];
  const mended = pieces.map((piece): Piece => {
    if (piece.role === null) return piece;
    const found = piece.role === 'script' ? mendScript(piece, options) : mendPart(piece, piece.role, options);
    const line = found.damage.length > 0 ? lines.at(piece.start) : 0;
    damage.push(...found.damage.map((part) => ({ ...part, line: part.line + line, from: part.from + line, to: part.to + line })));
    return { ...piece, text: found.text };
  });
  return { pieces: mended, damage };
}

/** Code that stands for a piece, and damage by lines counted from the piece's. */
interface Mended {
  readonly text: string;
  readonly damage: readonly DamageFact[];
}

function mendScript({ text }: Piece, { path, parser, isForeign }: MendOptions): Mended {
  const plain = isForeign ? withoutServerMarks(text) : text;
  const { sound, damage } = withoutDamage(plain, path, parser);
  return { text: sound, damage: plain === text ? damage : [] };
}

function mendPart({ text }: Piece, role: Exclude<Role, 'script'>, { path, parser, isForeign }: MendOptions): Mended {
  const result = parseSource(alone(text, role), path, parser);
  if ('parsed' in result) return { text, damage: [] };
  const damage = isForeign ? [] : [partDamage(text, result.damage)];
  return { text: placeholders[role], damage };
}

function alone(text: string, role: Exclude<Role, 'script'>): string {
  if (role === 'expression') return `(${text}\n);`;
  return role === 'statements' ? `async () => {${text}\n};` : `(${text}\n) => 0;`;
}

function partDamage(text: string, { line, message }: SyntaxDamage): DamageFact {
  const lines = text.split('\n').length;
  return { line: Math.min(line, lines), from: 1, to: lines, message };
}

/** Tells the line of an offset without counting from the start each time. */
class LineCounter {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  }

  /** Lines that end before the offset. */
  at(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
