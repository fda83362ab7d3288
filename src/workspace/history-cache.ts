import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { FileHistory, FileVersion } from '../history/file-history.js';
import type { LineDiff } from '../history/line-diff.js';
import type { HistoryStore } from '../history/read-history.js';
import type { RepositoryHistory } from '../history/read-repository.js';
import { replaceFile } from './replace-file.js';

/** Changes whenever the same repository would be read differently. */
const historyVersion = 1;

const hash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const index = z.int().min(0);
const diff = z.object({ hunks: z.array(z.tuple([index, index, index, index])), edits: z.array(z.tuple([index, index])) });
const version = z.object({
  commit: hash,
  blob: hash,
  churn: index,
  isMerge: z.boolean(),
  origins: z.array(z.object({ version: z.int().min(-1), diff })),
});
const written = z.object({
  version: z.literal(historyVersion),
  head: hash,
  files: z.record(z.string(), z.object({ keys: z.array(z.number()), versions: z.array(version) })),
  commits: z.array(z.object({ commit: hash, date: z.iso.datetime(), subject: z.string(), body: z.string(), author: z.string() })),
  broughtBy: z.record(hash, hash),
  times: z.array(z.number()),
  edges: z.array(hash),
  notices: z.array(z.string()),
});
type Written = z.infer<typeof written>;

/** What was read of repositories, one file each, beside the facts. A file that is broken or made by another version is taken for none. */
export class HistoryCache implements HistoryStore {
  readonly #folder: string;
  readonly #log: (line: string) => void;

  constructor(folder: string, log: (line: string) => void) {
    this.#folder = folder;
    this.#log = log;
  }

  load(folder: string): RepositoryHistory | null {
    const file = this.#fileOf(folder);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return null;
    }
    try {
      const parsed = written.safeParse(JSON.parse(text));
      if (parsed.success) return revived(parsed.data);
    } catch {
      // Not even JSON.
    }
    this.#log(`The cache ${file} is left unread: it is broken, or another version wrote it.`);
    return null;
  }

  save(folder: string, history: RepositoryHistory): void {
    const file = this.#fileOf(folder);
    try {
      mkdirSync(this.#folder, { recursive: true });
      replaceFile(file, Buffer.from(JSON.stringify(flattened(history))));
    } catch (error) {
      this.#log(`The cache ${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #fileOf(folder: string): string {
    const name = createHash('sha1').update(folder).digest('hex').slice(0, 16);
    return path.join(this.#folder, `${path.basename(folder).replace(/[^\w.-]/g, '_')}-${name}.history`);
  }
}

function flattened({ head, files, commits, broughtBy, times, edges, notices }: RepositoryHistory): Written {
  return {
    version: historyVersion,
    head,
    files: Object.fromEntries(
      [...files].map(([name, { keys, versions }]) => [name, { keys: [...keys], versions: versions.map(flattenedVersion) }]),
    ),
    commits: [...commits.values()],
    broughtBy: Object.fromEntries(broughtBy),
    times: [...times],
    edges: [...edges],
    notices: [...notices],
  };
}

type WrittenVersion = Written['files'][string]['versions'][number];

function flattenedVersion({ origins, ...rest }: FileVersion): WrittenVersion {
  return {
    ...rest,
    origins: origins.map(({ version, diff: { hunks, edits } }) => ({
      version,
      diff: {
        hunks: hunks.map(({ oldStart, oldEnd, newStart, newEnd }) => [oldStart, oldEnd, newStart, newEnd]),
        edits: [...edits],
      },
    })),
  };
}

function revived({ head, files, commits, broughtBy, times, edges, notices }: Written): RepositoryHistory {
  return {
    head,
    files: new Map(Object.entries(files).map(([name, file]) => [name, revivedFile(file)])),
    commits: new Map(commits.map((commit) => [commit.commit, commit])),
    broughtBy: new Map(Object.entries(broughtBy)),
    times,
    edges: new Set(edges),
    notices,
  };
}

function revivedFile({ keys, versions }: Written['files'][string]): FileHistory {
  return {
    keys: Float64Array.from(keys),
    versions: versions.map(({ origins, ...rest }) => ({
      ...rest,
      origins: origins.map(({ version, diff }) => ({ version, diff: revivedDiff(diff) })),
    })),
  };
}

function revivedDiff({ hunks, edits }: WrittenVersion['origins'][number]['diff']): LineDiff {
  return {
    hunks: hunks.map(([oldStart, oldEnd, newStart, newEnd]) => ({ oldStart, oldEnd, newStart, newEnd })),
    edits: new Map(edits),
  };
}
