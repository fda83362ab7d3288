import type { DamageFact } from './facts.js';
import { parseSource, type ParsedSource, type ParserName, type SyntaxDamage } from './parse.js';

/** What could be read of a source, and what was left out. */
export interface RecoveredSource {
  readonly parsed: ParsedSource | null;
  readonly damage: readonly DamageFact[];
}

/** More pieces than this are not tried one by one. */
const pieceLimit = 3000;

/**
 * Reads a source that may not parse as a whole. Pieces that start in the first column (in formatted code, top-level statements) are
 * parsed alone; those that fail are blanked out, so that offsets stay, and the rest is parsed together. Costs about two parses.
 */
export function parseTolerantly(source: string, path: string, parser: ParserName): RecoveredSource {
  const text = withoutFlowMarks(source);
  const whole = parseSource(text, path, parser);
  if ('parsed' in whole) return { parsed: whole.parsed, damage: [] };
  const { sound, damage } = soundPart(text, path, parser, whole.damage);
  const rest = sound.trim() === '' ? null : parseSource(sound, path, parser);
  if (!rest || 'damage' in rest) return { parsed: null, damage: [wholeFile(text, whole.damage)] };
  return { parsed: rest.parsed, damage };
}

/** A script with what does not parse blanked out; of the same length, so that offsets stay. */
export function withoutDamage(script: string, path: string, parser: ParserName): SoundPart {
  const whole = parseSource(script, path, parser);
  return 'parsed' in whole ? { sound: script, damage: [] } : soundPart(script, path, parser, whole.damage);
}

interface SoundPart {
  readonly sound: string;
  readonly damage: readonly DamageFact[];
}

function soundPart(text: string, path: string, parser: ParserName, damage: SyntaxDamage): SoundPart {
  const nothing = { sound: text.replace(/[^\r\n]/g, ' '), damage: [wholeFile(text, damage)] };
  const pieces = piecesOf(text);
  if (pieces.length < 2 || pieces.length > pieceLimit) return nothing;
  const broken = pieces.flatMap((piece) => {
    const result = parseSource(piece.text, path, parser);
    return 'damage' in result ? [{ piece, damage: result.damage }] : [];
  });
  if (broken.length === pieces.length) return nothing;
  return { sound: blank(text, broken), damage: broken.map(({ piece, damage: why }) => damageOf(piece, why)) };
}

function damageOf(piece: Piece, { line, message }: SyntaxDamage): DamageFact {
  const last = piece.line + countLines(piece.text.trimEnd()) - 1;
  return { line: piece.line + line - 1, from: piece.line, to: last, message };
}

/**
 * Flow's maybe types (`?string`) and exact objects (`{| |}`) are the two of its marks that are not TypeScript as well. In files that say
 * `@flow` they are blanked out, which leaves every offset where it was.
 */
function withoutFlowMarks(text: string): string {
  if (!/@flow\b/.test(text.slice(0, 500))) return text;
  return text
    .replace(/(?<=[:(<|,=&]\s*)\?(?=[\w{([<'"$])/g, ' ')
    .replace(/\{\|/g, '{ ')
    .replace(/\|\}/g, ' }');
}

interface Piece {
  readonly text: string;
  readonly start: number;
  /** 1-based line of its first character. */
  readonly line: number;
}

function piecesOf(text: string): Piece[] {
  const starts = [...text.matchAll(/^(?=[\w@$'"`(/<[])/gm)].map((match) => match.index);
  if (starts[0] !== 0) starts.unshift(0);
  let line = 1;
  return starts.map((start, position) => {
    const piece = { text: text.slice(start, starts[position + 1]), start, line };
    line += countLines(piece.text) - 1;
    return piece;
  });
}

function blank(text: string, broken: readonly { readonly piece: Piece }[]): string {
  let result = '';
  let from = 0;
  for (const { piece } of broken) {
    result += text.slice(from, piece.start) + piece.text.replace(/[^\r\n]/g, ' ');
    from = piece.start + piece.text.length;
  }
  return result + text.slice(from);
}

function wholeFile(text: string, damage: SyntaxDamage): DamageFact {
  return { line: damage.line, from: 1, to: countLines(text), message: damage.message };
}

function countLines(text: string): number {
  return text.split('\n').length;
}
