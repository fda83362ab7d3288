import path from 'node:path';
import { readInside } from './read-inside.js';
import { readCsv, readJson, type Table } from './table.js';

/** Reads the export of a tracker. `folder` is the configuration's; `root` the scanned one. Throws an error with a sentence when it can't. */
export function readExport(file: string, folder: string, root: string): Table {
  const absolute = path.resolve(folder, file);
  const content = readInside(absolute, [folder, root]);
  if ('reason' in content) throw new Error(`the export ${file} is not read: ${content.reason} ${content.remedy}`);
  return path.extname(absolute).toLowerCase() === '.json' ? readJson(content.text) : readCsv(content.text);
}
