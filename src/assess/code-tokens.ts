import jsTokens from 'js-tokens';

/** A text as the words that decide what it does; comments, white space, imports and marks that formatters set are left out. */
export interface CodeTokens {
  readonly words: readonly string[];
  /** 1-based line of each word. */
  readonly lines: readonly number[];
  /** What was left out, for telling why two texts with the same words differ. */
  readonly imports: string;
  readonly comments: string;
}

/** The words on some lines (1-based, the last one included); all for null. */
export function tokensOn(tokens: CodeTokens, lines: { readonly first: number; readonly last: number } | null): CodeTokens {
  if (!lines) return tokens;
  const start = tokens.lines.findIndex((line) => line >= lines.first);
  const end = tokens.lines.findLastIndex((line) => line <= lines.last) + 1;
  return start < 0 ? tokensFrom(tokens, 0, 0) : tokensFrom(tokens, start, end);
}

/** The words from `start` up to, not including, `end`. */
export function tokensFrom(tokens: CodeTokens, start: number, end: number): CodeTokens {
  return { ...tokens, words: tokens.words.slice(start, end), lines: tokens.lines.slice(start, end) };
}

interface Piece {
  readonly type: string;
  readonly value: string;
  readonly line: number;
}

/**
 * Reads JavaScript and TypeScript, well formed or not. Whether `<` opens an element is guessed, as it is in no .ts file and wherever
 * reading it so leads to what can stand in no element. Linear; about 5 MB/s.
 */
export function codeTokens(text: string, path: string): CodeTokens {
  const withElements = /\.[cm]?ts$/.test(path) ? null : readPieces(text, true);
  const pieces = withElements ?? readPieces(text, false) ?? [];
  const kept: Piece[] = [];
  const imports: string[] = [];
  const comments: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    const end = importEnd(pieces, at);
    if (end > at) {
      imports.push(...pieces.slice(at, end).map(({ value }) => value));
      at = end - 1;
    } else if (piece.type.endsWith('Comment')) comments.push(piece.value.replace(/\s+/g, ' '));
    else kept.push(piece);
  }
  const told = kept.filter((piece, at) => !isFormattersMark(piece, kept[at + 1]));
  return {
    words: told.map(wordOf),
    lines: told.map(({ line }) => line),
    imports: imports.join(' '),
    comments: comments.join(' '),
  };
}

/** Null when the text cannot be what `jsx` says. */
function readPieces(text: string, jsx: boolean): Piece[] | null {
  const pieces: Piece[] = [];
  let line = 1;
  for (const { type, value } of jsx ? jsTokens(text, { jsx: true }) : jsTokens(text)) {
    if (type === 'JSXInvalid') return null;
    const isBlank = type === 'WhiteSpace' || type === 'LineTerminatorSequence' || (type === 'JSXText' && value.trim() === '');
    const leading = type === 'JSXText' ? lineBreaks(/^\s*/.exec(value)?.[0] ?? '') : 0;
    if (!isBlank) pieces.push({ type, value, line: line + leading });
    line += lineBreaks(value);
  }
  return pieces;
}

function lineBreaks(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count++;
  return count;
}

/** More than the names that any import lists; what goes on for longer is none. */
const longestImport = 2000;

/** Where the import statement that starts at `at` ends; `at` when none does. */
function importEnd(pieces: readonly Piece[], at: number): number {
  if (pieces[at]?.value !== 'import' || pieces[at].type !== 'IdentifierName' || pieces[at - 1]?.value === '.') return at;
  if (/^[(.:=]$/.test(pieces[at + 1]?.value ?? '')) return at;
  for (let end = at + 1; end < Math.min(pieces.length, at + longestImport); end++) {
    const { type, value } = pieces[end] ?? { type: '', value: '' };
    if (type === 'StringLiteral') return pieces[end + 1]?.value === ';' ? end + 2 : end + 1;
    if (value === ';' || value === '(') return at;
  }
  return at;
}

function isFormattersMark({ type, value }: Piece, next: Piece | undefined): boolean {
  if (type !== 'Punctuator') return false;
  return value === ';' || (value === ',' && next !== undefined && /^[)\]}]$/.test(next.value));
}

function wordOf({ type, value }: Piece): string {
  if (type === 'StringLiteral' || type === 'NoSubstitutionTemplate' || type === 'JSXString') return `'${value.slice(1, -1)}'`;
  return type === 'JSXText' ? value.trim().replace(/\s+/g, ' ') : value;
}
