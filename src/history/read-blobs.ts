import type { Git } from './git.js';

/** Called once for each blob; null for one that the clone does not hold or that is larger than wanted. */
export type TakeBlob = (id: string, content: Buffer | null) => void;

export interface BlobOptions {
  readonly signal?: AbortSignal | undefined;
  /** Larger ones are passed over, so that they never are in memory. Bytes. */
  readonly largest: number;
}

/** Milliseconds. All sources of a large repository come within seconds; slow disks get more. */
const patience = 10 * 60_000;

/** Asks one git process for many blobs. */
export async function readBlobs(git: Git, ids: readonly string[], take: TakeBlob, { signal, largest }: BlobOptions): Promise<void> {
  if (ids.length === 0) return;
  const reader = new BatchReader(take, largest);
  const read = (chunk: Buffer): void => {
    reader.read(chunk);
  };
  await git.stream(['cat-file', '--batch'], read, { signal, timeout: patience, input: `${ids.join('\n')}\n` });
}

/** Takes apart what `cat-file --batch` writes: `<id> <type> <size>`, a line break, the content, a line break; `<id> missing` for what is not there. */
class BatchReader {
  readonly #take: TakeBlob;
  readonly #largest: number;
  #header = '';
  #current: { readonly id: string; readonly parts: Buffer[] | null; missing: number } | null = null;

  constructor(take: TakeBlob, largest: number) {
    this.#take = take;
    this.#largest = largest;
  }

  read(chunk: Buffer): void {
    for (let from = 0; from < chunk.length;) from = this.#current ? this.#readContent(chunk, from) : this.#readHeader(chunk, from);
  }

  #readHeader(chunk: Buffer, from: number): number {
    const end = chunk.indexOf('\n', from);
    this.#header += chunk.toString('latin1', from, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [id = '', type = '', size = ''] = this.#header.split(' ');
    this.#header = '';
    if (size === '') this.#take(id, null);
    else this.#current = { id, parts: type === 'blob' && Number(size) <= this.#largest ? [] : null, missing: Number(size) + 1 };
    return end + 1;
  }

  /** The line break after the content is read with it and cut off. */
  #readContent(chunk: Buffer, from: number): number {
    const current = this.#current;
    if (!current) return from;
    const end = Math.min(chunk.length, from + current.missing);
    current.parts?.push(chunk.subarray(from, end));
    current.missing -= end - from;
    if (current.missing === 0) {
      this.#take(current.id, current.parts && Buffer.concat(current.parts).subarray(0, -1));
      this.#current = null;
    }
    return end;
  }
}
