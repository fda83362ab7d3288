import { dataLanguage } from '../facts/data/data-language.js';
import { PrintMaker, type Prints } from '../facts/prints/prints.js';
import { mayBeForked } from '../link/forks/may-be-forked.js';
import { contentHash } from './facts-cache.js';

/** Fingerprints by the content of files: those of an earlier scan are taken as they are. */
export class PrintStore {
  readonly #maker = new PrintMaker();
  readonly #known: Map<string, Prints>;

  constructor(known: ReadonlyMap<string, Prints>) {
    this.#known = new Map(known);
  }

  /** Null for files that are no copies of anything, whatever they look like. */
  of(file: string, text: string): { readonly hash: string; readonly prints: Prints } | null {
    if (dataLanguage(file) !== null || !mayBeForked(file)) return null;
    const hash = contentHash(file, text);
    let prints = this.#known.get(hash);
    if (!prints) this.#known.set(hash, (prints = this.#maker.of(text)));
    return { hash, prints };
  }
}
