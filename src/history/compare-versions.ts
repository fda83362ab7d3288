import { readBlobs } from './blobs.js';
import type { FileHistory, Origin } from './file-history.js';
import { GitError, type Git, type GitOptions } from './git.js';
import { diffLines, type Hunk, type LineDiff } from './line-diff.js';
import { keyedLines, type KeyedLines } from './line-keys.js';
import type { PlannedOrigin, PlannedVersion } from './version-graph.js';

/** A file whose versions are known, and shall be compared. */
export interface PlannedFile {
  readonly path: string;
  /** Content in HEAD. */
  readonly head: string;
  readonly versions: readonly PlannedVersion[];
}

/** Differences known from an earlier time, by `diffName`. */
export type KnownDiffs = ReadonlyMap<string, LineDiff>;

export function diffName(older: string, newer: string): string {
  return `${older} ${newer}`;
}

export interface Compared {
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Contents that could not be read: missing in a partial clone, too large, or not reached in time. */
  readonly unread: number;
}

/**
 * Compares the versions of all files with one process, holding only those texts that are still to be compared with another. Where git
 * fails on the way, what was compared by then counts.
 */
export async function compareVersions(
  git: Git,
  files: readonly PlannedFile[],
  known: KnownDiffs,
  options: GitOptions,
  onDone: (done: number) => void,
): Promise<Compared> {
  const comparing = new Comparing(files, known);
  const take = (hash: string, content: Buffer | null): void => {
    comparing.take(hash, content);
    onDone(comparing.done);
  };
  try {
    await readBlobs(git, comparing.wanted(), take, options);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return comparing.result();
}

/** In place of a hash: the version before the first. */
const nothing = '';

class Comparing {
  readonly #files: readonly PlannedFile[];
  readonly #diffs: Map<string, LineDiff>;
  readonly #heads = new Map<string, Float64Array>();
  readonly #headBlobs: ReadonlySet<string>;
  /** Comparisons that each content is waited for by. */
  readonly #waiting = new Map<string, Set<string>>();
  readonly #texts = new Map<string, KeyedLines>([[nothing, keyedLines(Buffer.alloc(0))]]);
  #taken = 0;
  #read = 0;

  constructor(files: readonly PlannedFile[], known: KnownDiffs) {
    this.#files = files;
    this.#headBlobs = new Set(files.map(({ head }) => head));
    this.#diffs = new Map(known);
    for (const { head, versions } of files) {
      if (!this.#waiting.has(head)) this.#waiting.set(head, new Set());
      for (const { blob, origins } of versions) {
        for (const { blob: older } of origins) this.#plan(older, blob);
        if (origins.length === 0) this.#plan(nothing, blob);
      }
    }
  }

  /** Files compared so far, about. */
  get done(): number {
    return Math.floor((this.#files.length * this.#taken) / Math.max(1, this.#waiting.size));
  }

  wanted(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  take(hash: string, content: Buffer | null): void {
    this.#taken++;
    if (!content) return;
    this.#read++;
    const text = keyedLines(content);
    if (this.#headBlobs.has(hash)) this.#heads.set(hash, text.keys);
    this.#texts.set(hash, text);
    for (const name of this.#waiting.get(hash) ?? []) this.#compare(name);
    if (this.#waiting.get(hash)?.size === 0) this.#texts.delete(hash);
  }

  result(): Compared {
    const files = this.#files.flatMap(({ path, head, versions }): [string, FileHistory][] => {
      const keys = this.#heads.get(head);
      if (!keys) return [];
      return [[path, { keys, versions: versions.map((version) => this.#version(version)) }]];
    });
    return { files: new Map(files), unread: this.#waiting.size - this.#read };
  }

  #plan(older: string, newer: string): void {
    const name = diffName(older, newer);
    if (this.#diffs.has(name)) return;
    for (const hash of [newer, older]) {
      if (hash === nothing) continue;
      const names = this.#waiting.get(hash);
      if (names) names.add(name);
      else this.#waiting.set(hash, new Set([name]));
    }
  }

  #compare(name: string): void {
    const [older = '', newer = ''] = name.split(' ');
    const [olderText, newerText] = [this.#texts.get(older), this.#texts.get(newer)];
    if (!olderText || !newerText) return;
    this.#diffs.set(name, diffLines(olderText, newerText));
    for (const hash of [older, newer]) {
      const names = this.#waiting.get(hash);
      names?.delete(name);
      if (names?.size === 0) this.#texts.delete(hash);
    }
  }

  #version({ event, blob, origins }: PlannedVersion): FileHistory['versions'][number] {
    const { commit, isMerge } = event;
    const against = this.#diffs.get(diffName(origins[0]?.blob ?? nothing, blob));
    return { commit, isMerge, blob, churn: churnOf(against?.hunks ?? []), origins: origins.map((origin) => this.#origin(blob, origin)) };
  }

  /** Where one of the two could not be read, nothing is known of what was before. */
  #origin(blob: string, { blob: older, version }: PlannedOrigin): Origin {
    const diff = this.#diffs.get(diffName(older, blob));
    return diff ? { version, diff } : { version: -1, diff: { hunks: [], edits: new Map(), restated: new Set() } };
  }
}

function churnOf(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { oldStart, oldEnd, newStart, newEnd }) => sum + oldEnd - oldStart + newEnd - newStart, 0);
}
