import path from 'node:path';
import type { ForkInput } from '../link/forks/find-forks.js';
import { matchCopies } from '../link/forks/match-copies.js';
import type { Surroundings } from './build-snapshot.js';
import type { FileRecord } from './load-files.js';
import { decodeSource, readSource } from './read-source.js';
import type { Snapshot } from './snapshot.js';

/** What is similar among the files, and how to read them again to compare them: a snapshot keeps no texts. */
export function startForkSearch(
  { root, overlays, readFile, gitEvidence, verifier }: Surroundings,
  records: ReadonlyMap<string, FileRecord>,
  { packages }: Snapshot['projects'],
): Omit<ForkInput, 'customers'> {
  const prints = new Map([...records].flatMap(([file, { copyable }]) => (copyable ? [[file, copyable.prints]] : [])));
  const textOf = (file: string): string | null => {
    const overlay = overlays.get(file);
    const source = overlay === undefined ? readSource(path.join(root, file), readFile) : decodeSource(Buffer.from(overlay), file);
    return 'text' in source ? source.text : null;
  };
  return { matches: matchCopies(prints), packages: new Set(packages.map(({ folder }) => folder)), textOf, verifier, gitEvidence };
}
