import { codeTokens } from '../assess/code-tokens.js';
import { runShare } from '../assess/word-diff.js';
import { addition, versionAt, type StoredFile } from '../history/fork-point.js';
import type { FileVersion } from '../history/path-histories.js';
import { readTexts } from '../history/read-texts.js';
import type { Git } from '../history/git.js';
import type { GitCopy } from '../link/forks/git-evidence.js';
import type { ForkPast } from './fork-past.js';

/** Two files, by their paths from the root, of which one may be a copy of the other. */
export type Likely = readonly [string, string];

/** Files of one group that each of them is compared with; the oldest ones, as all copies go back to them. */
const mostOrigins = 12;

/** Below this, files of one trade are alike by chance. */
const leastScore = 0.4;

/**
 * For each file that was added while others of its group were there, those that it was like then, the likest first. Groups are what the pairs join. Compares first versions only, so the cost is that of the files, not of their past.
 */
export async function gitCopies(
  pairs: readonly Likely[],
  git: Git,
  past: ForkPast,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly GitCopy[]>> {
  const copies = new Map<string, readonly GitCopy[]>();
  for (const group of groupsOf(pairs)) {
    const copied = group.flatMap((path) => bornBeside(path, group, past));
    const hashes = copied.flatMap(({ self, origins }) => [self.hash, ...origins.map(({ file }) => file.hash)]);
    const words = wordsOf(await readTexts(git, hashes, signal));
    for (const { path, self, origins, message } of copied) {
      const { commit, date } = message;
      const found = origins
        .map((origin) => ({ from: origin.path, score: likeness(words(self), words(origin.file)), commit, date }))
        .filter(({ score }) => score >= leastScore)
        .toSorted((one, other) => other.score - one.score);
      if (found.length > 0) copies.set(path, found);
    }
  }
  return copies;
}

/** Paths that the pairs join, directly or by others. */
function groupsOf(pairs: readonly Likely[]): readonly (readonly string[])[] {
  const groupOf = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const joined = new Set([one, ...(groupOf.get(one) ?? []), other, ...(groupOf.get(other) ?? [])]);
    for (const path of joined) groupOf.set(path, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort());
}

interface Born {
  readonly path: string;
  readonly message: FileVersion['message'];
  readonly self: StoredFile;
  readonly origins: readonly { readonly path: string; readonly file: StoredFile }[];
}

/** A file as it was added, with those of its group that were there before, as they were then; the oldest first. */
function bornBeside(path: string, group: readonly string[], { historyOf, graph }: ForkPast): Born[] {
  const born = addition(historyOf(path), graph);
  if (!born?.after) return [];
  const { message } = born;
  const isBefore = graph.before(message.commit);
  const origins = group.flatMap((other) => {
    const history = historyOf(other);
    const then = other === path ? undefined : versionAt(history, isBefore);
    const added = history.at(-1);
    if (!then?.after || !added || added.message.commit === message.commit) return [];
    return [{ path: other, since: added.message.date, file: { path: then.path, hash: then.after } }];
  });
  origins.sort((one, other) => (one.since < other.since ? -1 : 1));
  return [{ path, message, self: { path: born.path, hash: born.after }, origins: origins.slice(0, mostOrigins) }];
}

function wordsOf(texts: ReadonlyMap<string, string>): (file: StoredFile) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return ({ path, hash }) => {
    const words = known.get(hash) ?? codeTokens(texts.get(hash) ?? '', path).words;
    known.set(hash, words);
    return words;
  };
}

/** In steps of a hundredth, so that the oldest one comes first among those that are all but the same. */
function likeness(one: readonly string[], other: readonly string[]): number {
  return Math.round(50 * (runShare(one, other) + runShare(other, one))) / 100;
}
