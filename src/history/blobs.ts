import type { Git, GitOptions } from './git.js';

/** Bytes. Larger files are no source text. As `maximumBytes` of the scan. */
const sourceSize = 2 * 1024 * 1024;

export interface BlobOptions extends GitOptions {
  /** Larger ones are passed over, so that they never are in memory. Bytes; left out for what source text can have. */
  readonly largest?: number;
}

/** Called once for each blob asked for, in order; null where it is not here, no file, or too large. */
export type TakeBlob = (hash: string, content: Buffer | null) => void;

/** Reads many blobs with one process. */
export async function readBlobs(
  git: Git,
  hashes: readonly string[],
  take: TakeBlob,
  { largest = sourceSize, ...options }: BlobOptions,
): Promise<void> {
  if (hashes.length === 0) return;
  const reader = new BatchReader(take, largest);
  await git.stream(
    ['cat-file', '--batch', '--buffer'],
    (chunk) => {
      reader.read(chunk);
    },
    { ...options, input: `${hashes.join('\n')}\n` },
  );
}

interface Entry {
  readonly hash: string;
  readonly isKept: boolean;
  readonly size: number;
}

/** Takes `HASH blob SIZE\nCONTENT\n` and `HASH missing\n` apart, wherever the chunks break. */
class BatchReader {
  readonly #take: TakeBlob;
  readonly #largest: number;
  #head: Buffer = Buffer.alloc(0);
  #entry: Entry | null = null;
  #parts: Buffer[] = [];
  /** Bytes of the content, with the line end after it, that are still to come. */
  #left = 0;

  constructor(take: TakeBlob, largest: number) {
    this.#take = take;
    this.#largest = largest;
  }

  read(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#entry ? this.#content(this.#entry, rest) : this.#header(rest);
  }

  #header(chunk: Buffer): Buffer {
    const end = chunk.indexOf('\n');
    if (end < 0) {
      this.#head = Buffer.concat([this.#head, chunk]);
      return Buffer.alloc(0);
    }
    const [hash = '', type = '', size] = Buffer.concat([this.#head, chunk.subarray(0, end)])
      .toString('latin1')
      .split(' ');
    this.#head = Buffer.alloc(0);
    if (size === undefined) this.#take(hash, null);
    else {
      this.#entry = { hash, isKept: type === 'blob' && Number(size) <= this.#largest, size: Number(size) };
      this.#left = Number(size) + 1;
    }
    return chunk.subarray(end + 1);
  }

  #content({ hash, isKept, size }: Entry, chunk: Buffer): Buffer {
    const part = chunk.subarray(0, this.#left);
    this.#left -= part.length;
    if (isKept) this.#parts.push(part);
    if (this.#left === 0) {
      const content = isKept ? Buffer.concat(this.#parts).subarray(0, size) : null;
      this.#parts = [];
      this.#entry = null;
      this.#take(hash, content);
    }
    return chunk.subarray(part.length);
  }
}
