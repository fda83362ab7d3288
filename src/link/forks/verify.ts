import type { Prints } from '../../facts/prints/prints.js';
import { scanTokens, type Tokens } from '../../facts/prints/scan-tokens.js';
import { compare, type Comparison, type Side } from './compare.js';

/** The text of a file as it was when its fingerprints were made; null where that can't be had. */
export type TextOf = (path: string) => string | null;

/** Part of a file by the indices of its tokens. */
export interface Part {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Tokens of so many texts are kept; families are compared together. */
const textsKept = 64;

/**
 * Compares candidates token by token. What was compared once is not compared again as long as both texts stay the same, also from one scan to
 * the next: the results hang on the fingerprints, which are the same object for the same text.
 */
export class Verifier {
  readonly #results = new WeakMap<Prints, WeakMap<Prints, Map<string, Comparison>>>();
  #texts = new Map<string, { readonly text: string; readonly tokens: Tokens } | null>();
  #textOf: TextOf = () => null;
  #prints: ReadonlyMap<string, Prints> = new Map();

  /** Says where texts are to be had from now on. */
  begin(prints: ReadonlyMap<string, Prints>, textOf: TextOf): void {
    this.#prints = prints;
    this.#textOf = textOf;
    this.#texts = new Map();
  }

  /** Lets go of the texts. */
  end(): void {
    this.#texts = new Map();
    this.#textOf = () => null;
  }

  compareFiles(fork: string, origin: string): Comparison | null {
    const whole = (path: string): Part => ({ path, from: 0, to: this.#prints.get(path)?.tokens ?? 0 });
    return this.compare(whole(fork), whole(origin));
  }

  compare(fork: Part, origin: Part): Comparison | null {
    const [a, b] = [this.#prints.get(fork.path), this.#prints.get(origin.path)];
    if (!a || !b) return null;
    const results = this.#resultsOf(a, b);
    const key = `${String(fork.from)}-${String(fork.to)}-${String(origin.from)}-${String(origin.to)}`;
    const known = results.get(key);
    if (known) return known;
    const [left, right] = [this.#sideOf(fork), this.#sideOf(origin)];
    if (!left || !right) return null;
    const comparison = compare(left, right);
    results.set(key, comparison);
    return comparison;
  }

  textOf(path: string): string | null {
    return this.#tokensOf(path)?.text ?? null;
  }

  #resultsOf(a: Prints, b: Prints): Map<string, Comparison> {
    const inner = this.#results.get(a) ?? new WeakMap<Prints, Map<string, Comparison>>();
    this.#results.set(a, inner);
    const results = inner.get(b) ?? new Map<string, Comparison>();
    inner.set(b, results);
    return results;
  }

  #sideOf({ path, from, to }: Part): Side | null {
    const read = this.#tokensOf(path);
    return read && { ...read, from, to: Math.min(to, read.tokens.count) };
  }

  #tokensOf(path: string): { readonly text: string; readonly tokens: Tokens } | null {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = this.#textOf(path);
    const read = text === null ? null : { text, tokens: scanTokens(text) };
    if (this.#texts.size >= textsKept) this.#texts.delete(this.#texts.keys().next().value ?? '');
    this.#texts.set(path, read);
    return read;
  }
}
