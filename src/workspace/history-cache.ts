import { z } from 'zod';
import type { FileHistory, FileVersion } from '../history/file-history.js';
import type { LineDiff } from '../history/line-diff.js';
import type { HistoryStore } from '../history/read-history.js';
import type { RepositoryHistory } from '../history/read-repository.js';
import { CacheFile } from './cache-file.js';

/** Changes whenever the same repository would be read differently. */
const historyVersion = 3;

const hash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const index = z.int().min(0);
const diff = z.object({
  hunks: z.array(z.tuple([index, index, index, index])),
  edits: z.array(z.tuple([index, index])),
  restated: z.array(index),
});
const version = z.object({
  commit: hash,
  blob: hash,
  churn: index,
  isMerge: z.boolean(),
  origins: z.array(z.object({ version: z.int().min(-1), diff })),
});
const message = z.object({ commit: hash, date: z.iso.datetime(), subject: z.string(), body: z.string() });
const written = z.object({
  version: z.literal(historyVersion),
  head: hash,
  files: z.record(z.string(), z.object({ keys: z.array(z.number()), versions: z.array(version) })),
  commits: z.array(message.extend({ author: z.string(), files: index, brings: index })),
  broughtBy: z.record(hash, hash),
  times: z.array(z.number()),
  recent: z.object({ since: z.number(), commits: z.array(message.extend({ paths: z.array(z.string()) })) }),
  edges: z.array(hash),
  notices: z.array(z.string()),
});
type Written = z.infer<typeof written>;

/** What was read of repositories, one file each, beside the facts. */
export class HistoryCache implements HistoryStore {
  readonly #folder: string;
  readonly #log: (line: string) => void;

  constructor(folder: string, log: (line: string) => void) {
    this.#folder = folder;
    this.#log = log;
  }

  load(folder: string): RepositoryHistory | null {
    const kept = this.#fileOf(folder).load();
    return kept && revived(kept);
  }

  save(folder: string, history: RepositoryHistory): void {
    this.#fileOf(folder).save(flattened(history));
  }

  #fileOf(about: string): CacheFile<Written> {
    return new CacheFile({ folder: this.#folder, about, extension: 'history', schema: written, log: this.#log });
  }
}

function flattened({ head, files, commits, broughtBy, times, recent, edges, notices }: RepositoryHistory): Written {
  return {
    version: historyVersion,
    head,
    files: Object.fromEntries(
      [...files].map(([name, { keys, versions }]) => [name, { keys: [...keys], versions: versions.map(flattenedVersion) }]),
    ),
    commits: [...commits.values()],
    broughtBy: Object.fromEntries(broughtBy),
    times: [...times],
    recent: { since: recent.since, commits: recent.commits.map(({ paths, ...commit }) => ({ ...commit, paths: [...paths] })) },
    edges: [...edges],
    notices: [...notices],
  };
}

type WrittenVersion = Written['files'][string]['versions'][number];

function flattenedVersion({ origins, ...rest }: FileVersion): WrittenVersion {
  return {
    ...rest,
    origins: origins.map(({ version, diff: { hunks, edits, restated } }) => ({
      version,
      diff: {
        hunks: hunks.map(({ oldStart, oldEnd, newStart, newEnd }) => [oldStart, oldEnd, newStart, newEnd]),
        edits: [...edits],
        restated: [...restated],
      },
    })),
  };
}

function revived({ head, files, commits, broughtBy, times, recent, edges, notices }: Written): RepositoryHistory {
  return {
    head,
    files: new Map(Object.entries(files).map(([name, file]) => [name, revivedFile(file)])),
    commits: new Map(commits.map((commit) => [commit.commit, commit])),
    broughtBy: new Map(Object.entries(broughtBy)),
    times,
    recent,
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

function revivedDiff({ hunks, edits, restated }: WrittenVersion['origins'][number]['diff']): LineDiff {
  return {
    hunks: hunks.map(([oldStart, oldEnd, newStart, newEnd]) => ({ oldStart, oldEnd, newStart, newEnd })),
    edits: new Map(edits),
    restated: new Set(restated),
  };
}
