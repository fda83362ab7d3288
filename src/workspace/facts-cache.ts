import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsVersion } from '../facts/collect-facts.js';
import type { Facts } from '../facts/facts.js';
import type { ParserName } from '../facts/parse.js';
import { isRecord } from '../link/package-exports.js';
import { replaceFile } from './replace-file.js';

export interface FactsCacheOptions {
  /** Folder for cache files; one file per workspace and parser. */
  readonly folder: string;
  readonly root: string;
  readonly parser: ParserName;
  readonly log: (line: string) => void;
}

/** Where the command line keeps its caches: `$XDG_CACHE_HOME/oneoff`, else `~/.cache/oneoff`. */
export function defaultCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_CACHE_HOME'];
  return path.join(base !== undefined && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'oneoff');
}

/** Key of a file's facts: they depend on its text, and on its path only for the language. */
export function contentHash(file: string, text: string): string {
  return createHash('sha1').update(path.posix.extname(file)).update('\0').update(text).digest('base64url');
}

/** Facts that are kept between scans, by content hash. */
export type FactsStore = Pick<FactsCache, 'get' | 'put' | 'keep' | 'save'>;

/**
 * Facts by content hash in one file: a line of JSON that says where each entry is, then the entries, each JSON. Compressing them would take
 * a sixth of a cold scan. A file that is broken, or made by another version or
 * parser, is taken for empty.
 */
export class FactsCache {
  readonly #file: string;
  readonly #maker: string;
  readonly #log: (line: string) => void;
  #entries = new Map<string, Uint8Array>();
  readonly #used = new Map<string, Uint8Array>();
  #changed = false;

  constructor({ folder, root, parser, log }: FactsCacheOptions) {
    const name = createHash('sha1').update(root).digest('hex').slice(0, 16);
    this.#file = path.join(folder, `${path.basename(root).replace(/[^\w.-]/g, '_')}-${name}-${parser}.facts`);
    this.#maker = `${factsVersion} ${engineStamp()}`;
    this.#log = log;
    this.#load();
  }

  get(hash: string): Facts | undefined {
    const written = this.#used.get(hash) ?? this.#entries.get(hash);
    if (!written) return undefined;
    const facts = readFacts(written);
    if (!facts) this.#log(`An entry of the cache ${this.#file} is broken; its file is parsed again.`);
    else this.#used.set(hash, written);
    return facts;
  }

  put(hash: string, json: string): void {
    this.#used.set(hash, Buffer.from(json));
    this.#changed = true;
  }

  /** Says that an entry is still needed although nobody had to read it. */
  keep(hash: string): void {
    const written = this.#entries.get(hash);
    if (written) this.#used.set(hash, written);
  }

  /** Writes what was used since the cache was opened and forgets the rest. Never throws: without a cache all is just slower. */
  save(): void {
    if (!this.#changed && this.#used.size === this.#entries.size) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      replaceFile(this.#file, this.#content());
    } catch (error) {
      this.#log(`The cache ${this.#file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  *#content(): Iterable<Uint8Array> {
    const entries = [...this.#used];
    const index = entries.map(([hash, written]) => [hash, written.byteLength]);
    yield Buffer.from(`${JSON.stringify({ maker: this.#maker, index })}\n`);
    for (const [, written] of entries) yield written;
  }

  #load(): void {
    let content: Buffer;
    try {
      content = readFileSync(this.#file);
    } catch {
      return;
    }
    const entries = readEntries(content, this.#maker);
    if (typeof entries === 'string') this.#log(`The cache ${this.#file} is left unread: ${entries}.`);
    else this.#entries = entries;
  }
}

function readEntries(content: Buffer, maker: string): Map<string, Uint8Array> | string {
  let header: unknown;
  const end = content.indexOf('\n');
  try {
    header = JSON.parse(content.toString('utf8', 0, Math.max(0, end)));
  } catch {
    return 'it is broken';
  }
  if (!isRecord(header) || !Array.isArray(header['index'])) return 'it is broken';
  if (header['maker'] !== maker) return 'another version wrote it';
  const index: readonly unknown[] = header['index'];
  const entries = new Map<string, Uint8Array>();
  let offset = end + 1;
  for (const entry of index) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || typeof entry[1] !== 'number') return 'it is broken';
    entries.set(entry[0], content.subarray(offset, offset + entry[1]));
    offset += entry[1];
  }
  return offset === content.length ? entries : 'it is cut short';
}

function readFacts(written: Uint8Array): Facts | undefined {
  try {
    return parseFacts(Buffer.from(written.buffer, written.byteOffset, written.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Undefined for what is not facts. Looks at the outermost shape only: the rest was written by this very version. */
export function parseFacts(json: string): Facts | undefined {
  const value: unknown = JSON.parse(json);
  return isFacts(value) ? value : undefined;
}

const factLists = Object.keys({
  lineStarts: true,
  imports: true,
  exports: true,
  declarations: true,
  conditions: true,
  tables: true,
  calls: true,
  accesses: true,
  notes: true,
  mentions: true,
  directives: true,
  damage: true,
} satisfies Record<Exclude<keyof Facts, 'isData' | 'complexity'>, true>);

function isFacts(value: unknown): value is Facts {
  return isRecord(value) && typeof value['complexity'] === 'number' && factLists.every((key) => Array.isArray(value[key]));
}

/** Changes with every build of the collectors, so that no cache outlives the code that filled it. */
function engineStamp(): string {
  const here = new URL('.', import.meta.url);
  const files = [new URL('./worker.js', here), new URL('../worker.js', here), ...collectors(new URL('../facts/', here))];
  const stamps = files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((status) => `${status?.size ?? 0}-${status?.mtimeMs ?? 0}`);
  return createHash('sha1').update(stamps.join(' ')).digest('base64url');
}

function collectors(folder: URL): URL[] {
  try {
    return readdirSync(fileURLToPath(folder))
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => new URL(name, folder));
  } catch {
    return [];
  }
}
