import type { DamageFact, Span } from '../facts.js';
import { parseSource, type ParserName } from '../parse.js';
import type { RecoveredSource } from '../recover.js';
import { templateLabel } from '../template-label.js';
import { GeneratedSource, type Piece } from './generated-source.js';
import type { MarkupLanguage } from './markup-language.js';
import { markupComments } from './markup-comments.js';
import { mendPieces } from './mend-pieces.js';
import { moveToFile } from './move-to-file.js';
import { readMarkup } from './read-markup.js';

/**
 * The tree of a markup file's code: scripts as they are, then the code of the template in a block, so that it sees what the scripts
 * declare. Positions are those of the file. Code that does not parse is left out and, but for the templates of unknown languages in HTML,
 * reported.
 */
export function parseMarkup(text: string, language: MarkupLanguage, parser: ParserName): RecoveredSource {
  const { scripts, template, hasJsx, unread } = readMarkup(text, language);
  const path = hasJsx ? 'code.tsx' : 'code.ts';
  const comments = markupComments(text, scripts);
  const parse = (pieces: readonly Piece[]) => {
    const source = new GeneratedSource(pieces);
    const result = parseSource(source.text, path, parser);
    if ('damage' in result) return null;
    const moved = moveToFile(result.parsed, source, { length: text.length, hasStores: language === 'svelte' });
    return { ...moved, comments: [...moved.comments, ...comments].sort((a, b) => a.start - b.start) };
  };
  const pieces = [...scripts.flatMap((script) => scriptPieces(text, script)), ...templatePieces(template)];
  const notices = unread.map((part) => noticeOf(text, part));
  const whole = parse(pieces);
  if (whole) return { parsed: whole, damage: notices };
  const mended = mendPieces(pieces, text, { path, parser, isForeign: language === 'html' });
  const parsed = parse(mended.pieces) ?? parse(mended.pieces.filter(({ role }) => role === 'script'));
  return { parsed, damage: [...notices, ...mended.damage] };
}

function scriptPieces(text: string, script: Span): Piece[] {
  const { start, end } = script;
  return [
    { role: 'script', start, end, text: text.slice(start, end) },
    { role: null, start: end, end, text: '\n;\n' },
  ];
}

function templatePieces(template: readonly Piece[]): Piece[] {
  const at = template[0]?.start;
  const end = template.at(-1)?.end;
  if (at === undefined || end === undefined) return [];
  return [{ role: null, start: at, end: at, text: `${templateLabel}: {\n` }, ...template, { role: null, start: end, end, text: '}\n' }];
}

function noticeOf(text: string, { start, end, message }: Span & { readonly message: string }): DamageFact {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  return { line: lineAt(start), from: lineAt(start), to: lineAt(end), message };
}
