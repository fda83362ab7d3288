import { codeTokens, type CodeTokens } from '../assess/code-tokens.js';
import type { StoredFile } from '../history/fork-point.js';
import type { Git } from '../history/git.js';
import { readTexts } from '../history/read-texts.js';

/** Versions kept at once; those of an origin with more are read again for its next fork. */
const mostKept = 600;

/** Files as words: those of today as the session has them, older ones as git does. */
export class DriftTexts {
  readonly #git: Git;
  readonly #textOf: (path: string) => Promise<string | undefined>;
  readonly #signal: AbortSignal | undefined;
  readonly #now = new Map<string, CodeTokens | undefined>();
  #texts = new Map<string, string>();
  #stored = new Map<string, CodeTokens>();

  constructor(git: Git, textOf: (path: string) => Promise<string | undefined>, signal: AbortSignal | undefined) {
    this.#git = git;
    this.#textOf = textOf;
    this.#signal = signal;
  }

  /** A file of today, by its path from the root; undefined when it is gone. */
  async now(path: string): Promise<CodeTokens | undefined> {
    if (!this.#now.has(path)) {
      const text = await this.#textOf(path);
      this.#now.set(path, text === undefined ? undefined : codeTokens(text, path));
    }
    return this.#now.get(path);
  }

  /** Makes versions ready for `stored`; one question to git for those that are not. */
  async load(hashes: readonly string[]): Promise<void> {
    const missing = hashes.filter((hash) => !this.#texts.has(hash));
    if (missing.length === 0) return;
    if (this.#texts.size > mostKept) {
      this.#texts = new Map();
      this.#stored = new Map();
      return this.load(hashes);
    }
    for (const [hash, text] of await readTexts(this.#git, missing, this.#signal)) this.#texts.set(hash, text);
  }

  /** An older version that was loaded; undefined when the clone does not have it. */
  stored({ path, hash }: StoredFile): CodeTokens | undefined {
    const known = this.#stored.get(hash);
    if (known) return known;
    const text = this.#texts.get(hash);
    if (text === undefined) return undefined;
    const tokens = codeTokens(text, path);
    this.#stored.set(hash, tokens);
    return tokens;
  }
}
