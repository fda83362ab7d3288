import { nameChange } from './name-change.js';

/** One place where two paths differ. */
export interface PathChange {
  /** Words that the one has and the other has others for, joined by `-`; empty where there are none. */
  readonly one: string;
  readonly other: string;
  /** The folder above, the words before and the words behind: what different parties can fill. */
  readonly slot: Slot;
  /** Whether it is the name of the file, not of a folder. */
  readonly isFile: boolean;
}

export interface Slot {
  readonly folder: string;
  readonly before: string;
  readonly behind: string;
}

/** How two paths differ. */
export interface PathDifference {
  readonly changes: readonly PathChange[];
  /** Segments that only the longer path has, between what both share; empty where both are as long. */
  readonly inserted: readonly string[];
  /** Which of the two is the longer one. */
  readonly longer: 'one' | 'other' | null;
  /** What follows the last difference: the place within the two. */
  readonly rest: string;
}

/** More words than this are other names, not other parties. */
const mostWords = 3;

/**
 * How two paths differ, by segments and by the words of a segment: `apps/{hobbies→sports}-club/src/search.ts`, `invoice{→.acme}.ts`,
 * `{→clients/acme/}invoice.ts`. Null where they have too little in common to be two versions of one thing.
 */
export function pathDifference(one: string, other: string): PathDifference | null {
  const [a, b] = [segmentsOf(one), segmentsOf(other)];
  return a.length === b.length ? changed(a, b) : inserted(a, b);
}

/** Folders, then the name of the file without its last extension. */
function segmentsOf(path: string): readonly string[] {
  return path.replace(/\.[^./]+$/, '').split('/');
}

function changed(a: readonly string[], b: readonly string[]): PathDifference | null {
  const changes: PathChange[] = [];
  let last = -1;
  for (const [position, segment] of a.entries()) {
    const facing = b[position] ?? '';
    if (segment === facing) continue;
    const change = changeIn(segment, facing, a.slice(0, position).join('/'), position === a.length - 1);
    if (!change) return null;
    changes.push(change);
    last = position;
  }
  return { changes, inserted: [], longer: null, rest: a.slice(last + 1).join('/') };
}

function inserted(a: readonly string[], b: readonly string[]): PathDifference | null {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  const extra = long.length - short.length;
  let start = 0;
  while (start < short.length - 1 && long[start] === short[start]) start++;
  for (let position = start; position < short.length - 1; position++) if (long[position + extra] !== short[position]) return null;
  const [name = '', facing = ''] = [a.at(-1), b.at(-1)];
  const change = name === facing ? [] : [changeIn(name, facing, a.slice(0, -1).join('/'), true)];
  const known = change.flatMap((each) => each ?? []);
  if (known.length < change.length) return null;
  const rest = short.slice(start).join('/');
  return { changes: known, inserted: long.slice(start, start + extra), longer: long === a ? 'one' : 'other', rest };
}

function changeIn(one: string, other: string, folder: string, isFile: boolean): PathChange | null {
  const change = nameChange(one, other);
  if (change.one.length > mostWords || change.other.length > mostWords) return null;
  const slot = { folder, before: change.before.join('-'), behind: change.behind.join('-') };
  return { one: change.one.join('-'), other: change.other.join('-'), slot, isFile };
}
