import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { ParserName } from '../facts/parse.js';
import { isRecord } from '../link/package-exports.js';

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What a worker is given at a time. */
export interface ParseBatch {
  readonly parser: ParserName;
  readonly files: readonly SourceText[];
}

/**
 * Facts as they come from a thread and go into the cache. JSON, because it is read in two thirds of the time that a structured clone takes.
 */
export interface WrittenFacts {
  readonly json: string;
}

/** Facts, or a sentence that says why there are none. */
export type ParseOutcome = WrittenFacts | { readonly reason: string };

export interface ParsePoolOptions {
  readonly parser: ParserName;
  /** Module with a `parseBatch`; tests put in one that dies. */
  readonly worker?: URL;
  readonly threads?: number;
}

/** Enough text to make the passing to and fro cheap, few enough to keep all threads busy until the end. */
const batchCharacters = 150_000;
const batchFiles = 24;

/** No file of 2 MB takes a tenth of this; what does is stuck. */
const patience = 60_000;

/** For recursion in the parsers: 5,000 nested brackets need about 16 MB with the hungrier of them. */
const stackSizeMb = 64;

/** Facts live only until they are written: room for a batch of them spares most of the collector's work. Twice as much is no faster. */
const maxYoungGenerationSizeMb = 48;

/** Idle threads are kept this long for the next edit, in milliseconds. */
const idleTimeout = 60_000;

/**
 * Turns texts into facts on worker threads. When a thread dies, the files it held are tried again one by one; the one that kills a
 * thread again gets a reason instead of facts, and everything else goes on.
 */
export class ParsePool {
  readonly #pool: Tinypool;
  readonly #parser: ParserName;
  readonly #watched = new WeakSet<object>();
  #closed = false;

  constructor({ parser, worker, threads }: ParsePoolOptions) {
    this.#parser = parser;
    this.#pool = new Tinypool({
      filename: fileURLToPath(worker ?? workerModule()),
      name: 'parseBatch',
      minThreads: 0,
      maxThreads: threads ?? Math.min(8, availableParallelism()),
      idleTimeout,
      resourceLimits: { stackSizeMb, maxYoungGenerationSizeMb },
    });
    // A thread that dies while idle: the next task starts another.
    this.#pool.on('error', () => undefined);
  }

  /** Starts a run; `onParsed` is called once for each file added, in no particular order. */
  start(onParsed: (path: string, outcome: ParseOutcome) => void): ParseRun {
    return new ParseRun((files) => this.#parse(files), this.#pool.options.maxThreads * 2, onParsed);
  }

  /** What is being parsed comes to nothing. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.destroy();
  }

  async #parse(files: readonly SourceText[]): Promise<readonly ParseOutcome[]> {
    try {
      return await this.#run(files);
    } catch {
      if (files.length === 1) return this.#again(files);
      const outcomes: ParseOutcome[] = [];
      for (const file of files) outcomes.push(...(await this.#again([file])));
      return outcomes;
    }
  }

  async #again(files: readonly SourceText[]): Promise<readonly ParseOutcome[]> {
    try {
      return await this.#run(files);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return files.map(() => ({ reason: `It stopped the parser's thread twice: ${message}.` }));
    }
  }

  async #run(files: readonly SourceText[]): Promise<readonly ParseOutcome[]> {
    if (this.#closed) throw new Error('the scan is over');
    const batch: ParseBatch = { parser: this.#parser, files };
    const running: Promise<unknown> = this.#pool.run(batch, { signal: AbortSignal.timeout(patience) });
    this.#watchThreads();
    const facts = await running;
    if (!Array.isArray(facts) || facts.length !== files.length || !facts.every(isWrittenFacts))
      throw new Error('it did not answer with facts');
    return facts;
  }

  /** The pool hears of errors in a thread but not of its exit, and would wait for the answer for ever. */
  #watchThreads(): void {
    for (const thread of this.#pool.threads) {
      if (this.#watched.has(thread)) continue;
      this.#watched.add(thread);
      thread.once('exit', () => {
        if (this.#pool.threads.includes(thread)) thread.emit('error', new Error('the thread ended'));
      });
    }
  }
}

/** One go over many files. */
export class ParseRun {
  readonly #parse: (files: readonly SourceText[]) => Promise<readonly ParseOutcome[]>;
  readonly #limit: number;
  readonly #onParsed: (path: string, outcome: ParseOutcome) => void;
  readonly #running = new Set<Promise<void>>();
  #waiting: SourceText[] = [];
  #waitingCharacters = 0;

  constructor(
    parse: (files: readonly SourceText[]) => Promise<readonly ParseOutcome[]>,
    limit: number,
    onParsed: (path: string, outcome: ParseOutcome) => void,
  ) {
    this.#parse = parse;
    this.#limit = limit;
    this.#onParsed = onParsed;
  }

  /** Resolves when there is room for more, so that texts do not pile up in memory. */
  async add(file: SourceText): Promise<void> {
    this.#waiting.push(file);
    this.#waitingCharacters += file.text.length;
    if (this.#waiting.length >= batchFiles || this.#waitingCharacters >= batchCharacters) this.#send();
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
  }

  /** Resolves when every file added has been reported. */
  async finish(): Promise<void> {
    if (this.#waiting.length > 0) this.#send();
    await Promise.all(this.#running);
  }

  #send(): void {
    const files = this.#waiting;
    this.#waiting = [];
    this.#waitingCharacters = 0;
    const running = this.#parse(files)
      .then((outcomes) => {
        for (const [index, file] of files.entries()) this.#onParsed(file.path, outcomes[index] ?? { reason: 'It was lost.' });
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}

function isWrittenFacts(value: unknown): value is WrittenFacts {
  return isRecord(value) && typeof value['json'] === 'string';
}

/** Beside this module in a bundle, one folder up where every module is a file of its own. */
function workerModule(): URL {
  const beside = new URL('./worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../worker.js', import.meta.url);
}
