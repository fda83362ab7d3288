import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** An export with this much text has rows by the ten thousand; nobody writes code for each. */
const maximumBytes = 20 * 1024 * 1024;

export type Content = { readonly text: string } | { readonly reason: string; readonly remedy: string };

const outside = { reason: "it lies outside of the configuration's folder.", remedy: 'Copy it into the folder.' };

/** The text of a file with rows. Nothing outside of the folders is read, whatever a path or a link says. */
export function readInside(absolute: string, folders: readonly string[]): Content {
  try {
    if (!folders.some((folder) => isInside(folder, absolute))) return outside;
    const real = realpathSync(absolute);
    if (!folders.some((folder) => isInside(realpathSync(folder), real))) return outside;
    const status = statSync(real);
    if (!status.isFile()) return { reason: 'it is no file.', remedy: 'Give the path of a CSV or JSON file.' };
    if (status.size > maximumBytes) return { reason: 'it is over 20 MB.', remedy: 'Export fewer rows or columns.' };
    return { text: decode(readFileSync(real)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      return { reason: 'there is no such file.', remedy: 'Paths are relative to oneoff.config.json; correct or remove it.' };
    return { reason: `${error instanceof Error ? error.message : String(error)}.`, remedy: 'Check that it can be read.' };
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/** By byte order mark, else UTF-8 where it is valid, else what spreadsheets write in the west. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
