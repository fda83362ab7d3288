import type { Span } from '../facts.js';

/** What stands for a part of the markup, and how it can be checked alone. */
export type Role = 'expression' | 'statements' | 'parameters' | 'script';

/**
 * A part of generated code. Code from the file covers `start` to `end` there; glue that joins it stands for the one point where both
 * are equal.
 */
export interface Piece extends Span {
  readonly text: string;
  /** Null for glue. */
  readonly role: Role | null;
}

/** Code generated from a markup file, with the way back from its offsets to those of the file. */
export class GeneratedSource {
  readonly pieces: readonly Piece[];
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.text = pieces.map(({ text }) => text).join('');
    let at = 0;
    this.starts = pieces.map(({ text }) => (at += text.length) - text.length);
  }

  /** The part of the file that a part of the generated code stands for. */
  toFile({ start, end }: Span): Span {
    const from = this.offsetInFile(start);
    return { start: from, end: end > start ? Math.max(from, this.offsetInFile(end - 1, 1)) : from };
  }

  private offsetInFile(offset: number, past: 0 | 1 = 0): number {
    const index = this.pieceAt(offset);
    const piece = this.pieces[index];
    if (!piece) return 0;
    return Math.min(piece.end, piece.start + offset - (this.starts[index] ?? 0) + past);
  }

  /** Index of the piece that holds the offset. */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
