import path from 'node:path';
import type { Facts } from '../facts/facts.js';
import type { Prints } from '../facts/prints/prints.js';
import { Breath } from './breathe.js';
import { contentHash, parseFacts, type FactsStore } from './facts-cache.js';
import type { PrintStore } from './print-store.js';
import type { ParseOutcome, ParsePool } from './parse-pool.js';
import { countLines, decodeSource, readSource, type FileReader } from './read-source.js';
import type { FileTest } from './word-test.js';

/** What is kept of a source file: never its text. */
export interface FileRecord {
  readonly bytes: number;
  readonly lines: number;
  /** Null when the word test says that nothing in it is worth parsing for. */
  readonly parsed: { readonly hash: string; readonly facts: Facts } | null;
  /** Null where nobody looks for copies of it. */
  readonly copyable: { readonly hash: string; readonly prints: Prints } | null;
}

export interface LoadContext {
  readonly root: string;
  readonly pool: ParsePool;
  readonly cache: FactsStore | null;
  /** Unsaved texts that stand for what is on disk. */
  readonly overlays: ReadonlyMap<string, string>;
  /** Facts that are in memory already, by content hash. */
  readonly known: ReadonlyMap<string, Facts>;
  /** Makes fingerprints; null where forks are not asked for. */
  readonly prints: PrintStore | null;
  readonly readFile?: FileReader;
}

export interface LoadedFiles {
  readonly records: Map<string, FileRecord>;
  /** Why a file could not be read or parsed, by path. */
  readonly skipped: Map<string, string>;
  parsed: number;
  cached: number;
}

/**
 * Reads the files and gets the facts of those that pass the test: from memory, from the cache, else by parsing. Reading goes on while
 * threads parse. Rejects with the signal's reason when aborted.
 */
export async function loadFiles(
  paths: readonly string[],
  test: FileTest,
  context: LoadContext,
  signal?: AbortSignal,
  onDone?: (done: number) => void,
): Promise<LoadedFiles> {
  const loading = new Loading(test, context);
  const breath = new Breath(signal);
  for (const [index, file] of paths.entries()) {
    await loading.load(file);
    if (!breath.due) continue;
    onDone?.(index + 1 - loading.unfinished);
    await breath.take();
  }
  await orAborted(loading.finish(), signal);
  onDone?.(paths.length);
  return loading.loaded;
}

class Loading {
  readonly loaded: LoadedFiles = { records: new Map(), skipped: new Map(), parsed: 0, cached: 0 };
  readonly #test: FileTest;
  readonly #context: LoadContext;
  readonly #run;
  readonly #parsing = new Map<string, Omit<FileRecord, 'parsed'> & { readonly hash: string }>();

  constructor(test: FileTest, context: LoadContext) {
    this.#test = test;
    this.#context = context;
    this.#run = context.pool.start((file, outcome) => {
      this.#take(file, outcome);
    });
  }

  get unfinished(): number {
    return this.#parsing.size;
  }

  async load(file: string): Promise<void> {
    const { root, overlays, readFile } = this.#context;
    const overlay = overlays.get(file);
    const source = overlay === undefined ? readSource(path.join(root, file), readFile) : decodeSource(Buffer.from(overlay), file);
    if ('reason' in source) this.loaded.skipped.set(file, source.reason);
    else await this.#read(file, source.text, source.bytes);
  }

  async finish(): Promise<void> {
    await this.#run.finish();
  }

  async #read(file: string, text: string, bytes: number): Promise<void> {
    const size = { bytes, lines: countLines(text), copyable: this.#context.prints?.of(file, text) ?? null };
    if (!this.#test(text, file)) {
      this.loaded.records.set(file, { ...size, parsed: null });
      return;
    }
    const hash = contentHash(file, text);
    const known = this.#context.known.get(hash);
    if (known) this.#context.cache?.keep(hash);
    const facts = known ?? this.#context.cache?.get(hash);
    if (facts) {
      this.loaded.cached++;
      this.loaded.records.set(file, { ...size, parsed: { hash, facts } });
    } else {
      this.#parsing.set(file, { hash, ...size });
      await this.#run.add({ path: file, text });
    }
  }

  #take(file: string, outcome: ParseOutcome): void {
    const expected = this.#parsing.get(file);
    if (!expected) return;
    const { hash, ...size } = expected;
    this.#parsing.delete(file);
    const facts = 'json' in outcome ? parseFacts(outcome.json) : undefined;
    if (!facts || 'reason' in outcome) {
      this.loaded.skipped.set(file, 'reason' in outcome ? outcome.reason : 'Its facts came back broken.');
      return;
    }
    this.loaded.parsed++;
    this.#context.cache?.put(hash, outcome.json);
    this.loaded.records.set(file, { ...size, parsed: { hash, facts } });
  }
}

/** Stops waiting when aborted; what the threads still bring is dropped. */
async function orAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('It was cancelled.', 'AbortError'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
