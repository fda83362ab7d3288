import { z } from 'zod';
import type { GitEvidence } from '../link/forks/git-evidence.js';
import { CacheFile } from './cache-file.js';
import type { Likely } from './git-copies.js';

/** What git showed of some pairs of files when a commit was checked out. */
export interface KnownCopies {
  readonly head: string;
  /** Path of the folder within its repository. */
  readonly prefix: string;
  readonly pairs: readonly Likely[];
  readonly evidence: GitEvidence;
  /** What limited it, as sentences for people. */
  readonly notices: readonly string[];
}

/** Keeps it between runs; never throws. */
export interface CopiesStore {
  load(): KnownCopies | null;
  save(known: KnownCopies): void;
}

/** Changes whenever the same repository would be read differently. */
const copiesVersion = 2;

const copy = z.object({ from: z.string(), score: z.number(), commit: z.string(), date: z.string() });
const written = z.object({
  version: z.literal(copiesVersion),
  head: z.string(),
  prefix: z.string(),
  pairs: z.array(z.tuple([z.string(), z.string()])),
  copies: z.array(z.tuple([z.string(), z.array(copy)])),
  births: z.array(z.tuple([z.string(), z.string()])),
  notices: z.array(z.string()),
});

/** One file for each scanned folder, beside the facts. */
export function openCopiesCache(folder: string, root: string, log: (line: string) => void): CopiesStore {
  const file = new CacheFile({ folder, about: root, extension: 'copies', schema: written, log });
  return {
    load: () => {
      const kept = file.load();
      return kept && { ...kept, evidence: { copies: new Map(kept.copies), births: new Map(kept.births) } };
    },
    save: ({ pairs, evidence: { copies, births }, notices, ...rest }) => {
      const listed = { pairs: pairs.map(([one, other]): [string, string] => [one, other]), notices: [...notices] };
      file.save({
        version: copiesVersion,
        ...rest,
        ...listed,
        copies: [...copies].map(([path, from]) => [path, [...from]]),
        births: [...births],
      });
    },
  };
}
