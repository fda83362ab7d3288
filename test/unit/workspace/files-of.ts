import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Reads files of a folder; undefined for those that are not there. */
export const filesOf =
  (folder: string) =>
  (file: string): Promise<string | undefined> =>
    readFile(path.join(folder, file), 'utf8').catch(() => undefined);
