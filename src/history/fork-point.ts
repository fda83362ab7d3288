import type { CommitReference } from '../model/age.js';
import type { ForkOrder } from '../model/drift.js';
import type { CommitGraph } from './commit-graph.js';
import type { FileVersion } from './path-histories.js';

/** A commit at which two files can be compared to tell when one was copied. Hashes are of contents. */
export interface MeetingPoint extends CommitReference {
  readonly order: Exclude<ForkOrder, 'rewritten'>;
  readonly fork: StoredFile;
  readonly origin: StoredFile;
}

export interface StoredFile {
  readonly path: string;
  readonly hash: string;
}

/** Which commits came before a commit, itself included. */
export type Ancestry = (commit: string) => boolean;

/**
 * The first commit that has both files. Histories are newest first, as `readPathHistories` gives them. Null when the history does not reach
 * that far, or the two never stood in one line of it.
 */
export function meetingPoint(fork: readonly FileVersion[], origin: readonly FileVersion[], graph: CommitGraph): MeetingPoint | null {
  const forkAdded = addition(fork, graph);
  const originAdded = addition(origin, graph);
  if (!forkAdded) return null;
  if (originAdded?.message.commit === forkAdded.message.commit) return pointOf('together', forkAdded, forkAdded, originAdded);
  const originThen = versionAt(origin, graph.before(forkAdded.message.commit));
  if (originThen) return pointOf('copied', forkAdded, forkAdded, originThen);
  if (!originAdded) return null;
  const forkThen = versionAt(fork, graph.before(originAdded.message.commit));
  return forkThen ? pointOf('reversed', originAdded, forkThen, originAdded) : null;
}

/** The newest version of a file among some commits. */
export function versionAt(history: readonly FileVersion[], isThere: Ancestry): FileVersion | undefined {
  return history.find(({ message }) => isThere(message.commit));
}

/** The version that a file began with; undefined where the history ends before it. */
export function addition(history: readonly FileVersion[], graph: CommitGraph): FileVersion | undefined {
  const oldest = history.at(-1);
  return oldest?.before === null && !graph.endsAt(oldest.message.commit) ? oldest : undefined;
}

function pointOf(order: MeetingPoint['order'], at: FileVersion, fork: FileVersion, origin: FileVersion): MeetingPoint | null {
  const { commit, date, subject } = at.message;
  if (fork.after === null || origin.after === null) return null;
  return {
    commit,
    date,
    subject,
    order,
    fork: { path: fork.path, hash: fork.after },
    origin: { path: origin.path, hash: origin.after },
  };
}
