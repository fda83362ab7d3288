import path from 'node:path';
import type { SourceReader } from '../detectors/trace.js';
import { dataLanguage } from '../facts/data/data-language.js';
import { contentHash } from './facts-cache.js';
import { decodeSource, readSource, type FileReader } from './read-source.js';
import type { Snapshot } from './snapshot.js';

interface Surroundings {
  readonly root: string;
  readonly overlays: ReadonlyMap<string, string>;
  readonly readFile?: FileReader | undefined;
}

/**
 * Reads sources again for as long as one explanation takes, since a snapshot keeps none. A file that is not as it was when it was scanned
 * gives nothing, as offsets would point elsewhere. Nor does a data file: what may be shown of those, which hold secrets, is in their facts.
 */
export function sourceReader(around: Surroundings, { files }: Pick<Snapshot, 'files'>): SourceReader {
  const texts = new Map<string, string | null>();
  return (file, { start, end }) => {
    if (dataLanguage(file) !== null) return null;
    let text = texts.get(file);
    if (text === undefined) texts.set(file, (text = scannedText(around, { files }, file)));
    return text === null ? null : text.slice(start, end);
  };
}

/** A file's text, read again, as long as it is what was scanned; of data files too, of which nothing may be shown. */
export function scannedText({ root, overlays, readFile }: Surroundings, { files }: Pick<Snapshot, 'files'>, file: string): string | null {
  const overlay = overlays.get(file);
  const source = overlay === undefined ? readSource(path.join(root, file), readFile) : decodeSource(Buffer.from(overlay), file);
  return 'text' in source && files.get(file)?.parsed?.hash === contentHash(file, source.text) ? source.text : null;
}
