import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { replaceFile } from './replace-file.js';

export interface CacheFileOptions<T> {
  /** Folder of the caches; made when something is kept. */
  readonly folder: string;
  /** Absolute path of what the kept value is about. */
  readonly about: string;
  /** Tells the kinds of caches apart, without a dot. */
  readonly extension: string;
  readonly schema: z.ZodType<T>;
  readonly log: (line: string) => void;
}

/** A value as JSON in a file of its own. A file that is broken or made by another version is taken for none; nothing throws. */
export class CacheFile<T> {
  readonly #file: string;
  readonly #options: CacheFileOptions<T>;

  constructor(options: CacheFileOptions<T>) {
    const { folder, about, extension } = options;
    const name = createHash('sha1').update(about).digest('hex').slice(0, 16);
    this.#file = path.join(folder, `${path.basename(about).replace(/[^\w.-]/g, '_')}-${name}.${extension}`);
    this.#options = options;
  }

  load(): T | null {
    const { schema, log } = this.#options;
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch {
      return null;
    }
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {
      // Not even JSON.
    }
    log(`The cache ${this.#file} is left unread: it is broken, or another version wrote it.`);
    return null;
  }

  save(value: T): void {
    const { folder, log } = this.#options;
    try {
      mkdirSync(folder, { recursive: true });
      replaceFile(this.#file, [Buffer.from(JSON.stringify(value))]);
    } catch (error) {
      log(`The cache ${this.#file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
