import type { Customers } from '../customers.js';
import { Applications } from './applications.js';
import { findFileForks } from './file-forks.js';
import { foldFolders } from './folder-forks.js';
import type { ForksOfFile } from './found-fork.js';
import type { Matches } from './match-copies.js';
import { findPieceForks } from './piece-forks.js';
import { findSubclasses } from './subclasses.js';
import { kinOf } from './kin.js';
import type { SubjectSources } from './subject.js';
import type { GitEvidence } from './git-evidence.js';
import type { TextOf, Verifier } from './verify.js';

export interface ForkInput {
  readonly matches: Matches;
  readonly customers: Customers;
  /** Folders with a package of their own. */
  readonly packages: ReadonlySet<string>;
  readonly textOf: TextOf;
  readonly verifier: Verifier;
  readonly gitEvidence: GitEvidence;
}

/** All that the parts of the search share. */
export interface ForkSearch extends ForkInput {
  readonly sources: SubjectSources;
}

/**
 * What was copied for customers, by path of the copy: folders first, then files outside them, then functions and classes outside both. Compares
 * only what names or git give a reason to compare; time is linear in the tokens of these pairs.
 */
export function findForks(input: ForkInput): ReadonlyMap<string, ForksOfFile> {
  const { matches, customers, packages, verifier, textOf } = input;
  const { parties, recurrences, trees, prints } = matches;
  const applications = new Applications({ parties, packages, trees });
  const search: ForkSearch = { ...input, sources: { parties, customers, recurrences, applications } };
  verifier.begin(prints, textOf);
  const kin = kinOf(search);
  const folders = foldFolders(search, kin);
  const files = findFileForks(search, folders.rest);
  const whole = [...folders.forks, ...files.forks.filter(({ path, fork }) => !folders.tells(path, fork.similarity))];
  const pieces = findPieceForks(search, folders, files);
  const classes = findSubclasses(search, pieces);
  const found = new Map<string, ForksOfFile>();
  for (const { path, ...fork } of [...whole, ...pieces, ...classes]) {
    const { lineStarts = lineStartsOf(verifier.textOf(path) ?? ''), forks = [] } = found.get(path) ?? {};
    found.set(path, { lineStarts, forks: [...forks, fork] });
  }
  verifier.end();
  return found;
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
