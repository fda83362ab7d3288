import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { dataLanguage } from '../facts/data/data-language.js';
import { markupLanguage } from '../facts/markup/markup-language.js';
import { maximumDataBytes } from './data-files.js';

/** Larger files are data or bundles, whatever their extension says; the limit also bounds what one parse can cost. See also `maximumDataBytes`. */
export const maximumBytes = 2 * 1024 * 1024;

/** A line of this many characters on average was not written by hand. */
const minifiedLine = 500;

/** Without it, opening a pipe would wait for a writer for ever. Windows has no such flag, nor pipes among its files. */
const nonBlocking = 'O_NONBLOCK' in constants ? constants.O_NONBLOCK : 0;

/** A file's text, or a sentence that says why it is passed over. */
export type Source = { readonly text: string; readonly bytes: number } | { readonly reason: string };

/** Opens and reads a file; tests put in one that fails. Must reject what is no regular file. */
export type FileReader = (absolute: string) => Buffer | { readonly reason: string };

export function readSource(absolute: string, read: FileReader = readRegularFile): Source {
  try {
    const content = read(absolute);
    return Buffer.isBuffer(content) ? decodeSource(content, absolute) : content;
  } catch (error) {
    return { reason: explainError(error) };
  }
}

function readRegularFile(absolute: string): Buffer | { readonly reason: string } {
  const descriptor = openSync(absolute, constants.O_RDONLY | nonBlocking);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { reason: 'It is not a regular file.' };
    if (status.size > limitOf(absolute)) return isOftenMade(absolute) ? Buffer.alloc(0) : tooLarge(status.size);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Turns bytes into text by their byte order mark (UTF-8, UTF-16 either way; UTF-8 without one) and passes over what is no source. Pages
 * and data that a program has made are common beside sources; they count as empty, so that nobody has to be told of each.
 */
export function decodeSource(content: Buffer, path: string): Source {
  const source = decodeWritten(content, path);
  return 'reason' in source && isOftenMade(path) ? { text: '', bytes: content.length } : source;
}

function decodeWritten(content: Buffer, path: string): Source {
  if (content.length > limitOf(path)) return tooLarge(content.length);
  const decoded = decode(content);
  if (decoded === null) return { reason: 'It is binary, not source text.' };
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const reason = notWritten(text, path);
  return reason === null ? { text, bytes: content.length } : { reason };
}

function tooLarge(bytes: number): { readonly reason: string } {
  return { reason: `It is ${(bytes / 1024 / 1024).toFixed(1)} MB; files over 2 MB are not read.` };
}

function decode(content: Buffer): string | null {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString('utf16le');
  if (content[0] === 0xfe && content[1] === 0xff) {
    const even = content.length - (content.length % 2);
    return Buffer.from(content.subarray(0, even)).swap16().toString('utf16le');
  }
  return content.includes(0) ? null : content.toString('utf8');
}

function notWritten(text: string, path: string): string | null {
  if (!isPage(path) && /^\s*<(?:\?xml|!DOCTYPE TS)/i.test(text.slice(0, 100))) return 'It is XML (a Qt translation?), not TypeScript.';
  if (/@generated\b|Code generated .{0,80}DO NOT EDIT/.test(text.slice(0, 500))) return 'Its first lines say that it is generated.';
  return text.length > 5_000 && text.length / countLines(text) > minifiedLine ? 'It looks minified: its lines are very long.' : null;
}

/** Lines as an editor counts them; an empty text has none. */
export function countLines(text: string): number {
  if (text === '') return 0;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.endsWith('\n') ? lines - 1 : lines;
}

function limitOf(path: string): number {
  return dataLanguage(path) ? maximumDataBytes : maximumBytes;
}

function isOftenMade(path: string): boolean {
  return isPage(path) || dataLanguage(path) !== null;
}

function isPage(path: string): boolean {
  return markupLanguage(path) === 'html';
}

function explainError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'It vanished while the scan was going on.';
  if (code === 'EACCES' || code === 'EPERM') return 'It cannot be read: permission denied.';
  return `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}
