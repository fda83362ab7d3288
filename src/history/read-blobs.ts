import { GitError, type Git } from './git.js';

/** What is larger is no source that somebody wrote. */
const largest = 1_000_000;

/**
 * Contents by hash, asked for in one question. What the clone does not have, what is no file and what is larger than a million bytes is
 * left out. In a partial clone git gives up at the first content that it would have to fetch; then it is asked first for all that is there.
 */
export async function readBlobs(git: Git, hashes: Iterable<string>, signal?: AbortSignal): Promise<Map<string, string>> {
  const wanted = new Set(hashes);
  try {
    return await readBatch(git, wanted, signal);
  } catch (error) {
    if (!(error instanceof GitError) || error.failure !== 'failed') throw error;
    const present = new Set<string>();
    const asked = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'];
    const keep = (hash: string): void => {
      if (wanted.has(hash)) present.add(hash);
    };
    await git.pieces(asked, '\n', keep, { signal });
    return readBatch(git, present, signal);
  }
}

async function readBatch(git: Git, wanted: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (wanted.size === 0) return texts;
  const reader = new BatchReader(texts);
  await git.stream(['cat-file', '--batch'], reader.take, { signal, input: `${[...wanted].join('\n')}\n` });
  return texts;
}

interface OpenObject {
  readonly hash: string;
  readonly keep: boolean;
  readonly parts: Buffer[];
  /** Bytes to come. */
  left: number;
}

/** Takes `<hash> <type> <size>\n<content>\n` and `<hash> missing\n`, in whatever pieces they come. */
class BatchReader {
  readonly #texts: Map<string, string>;
  #header = '';
  #object: OpenObject | null = null;

  constructor(texts: Map<string, string>) {
    this.#texts = texts;
  }

  readonly take = (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length;) at = this.#object ? this.#takeContent(this.#object, chunk, at) : this.#takeHeader(chunk, at);
  };

  #takeHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [hash = '', type = '', size = ''] = this.#header.split(' ');
    this.#header = '';
    // The content is followed by a line break of its own.
    if (/^\d+$/.test(size)) this.#object = { hash, keep: type === 'blob' && Number(size) <= largest, left: Number(size) + 1, parts: [] };
    return end + 1;
  }

  #takeContent(object: OpenObject, chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + object.left);
    if (object.keep) object.parts.push(chunk.subarray(at, end));
    object.left -= end - at;
    if (object.left === 0) {
      if (object.keep) this.#texts.set(object.hash, Buffer.concat(object.parts).toString('utf8').slice(0, -1));
      this.#object = null;
    }
    return end;
  }
}
