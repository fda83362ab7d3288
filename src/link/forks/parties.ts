import { hashText } from '../../facts/prints/scan-tokens.js';
import type { Prints } from '../../facts/prints/prints.js';
import { isOrdinary } from '../ordinary-words.js';
import { genericValues, integrationNames } from '../vocabulary.js';
import { singular, wordsOf } from '../words.js';
import { otherVariants, partyFolders, sharedFolders } from './fork-vocabulary.js';
import type { Slot } from './path-difference.js';

/** A folder of its own below `tenants/`, `clients/` …: `name` is the party, `position` the index of its segment. */
export interface PartyPlace {
  readonly name: string;
  readonly position: number;
}

/** Fewer than this many fillers may be anything. */
const leastFillers = 5;
/** Share of a slot's fillers that must look like names of parties. */
const properShare = 0.6;
/** Share of them that must be one word; what is done with things takes two: `{reset-password}Form`. */
const singleShare = 0.5;

/** What the paths and words of all files say about names: which of them are called after somebody. */
export class Parties {
  readonly #paths: readonly string[];
  /** Files that hold a word, and those of them that have it in their path. */
  readonly #holding = new Map<number, number>();
  readonly #named = new Map<string, { paths: number; holding: number }>();
  readonly #children = new Map<string, Set<string>>();
  readonly #slots = new Map<string, boolean>();
  readonly #proper = new Map<string, boolean>();
  readonly #outside = new Map<string, number>();
  readonly #dimensions = new Map<string, boolean>();

  constructor(files: ReadonlyMap<string, Prints>) {
    this.#paths = [...files.keys()];
    for (const [path, { words }] of files) {
      for (const word of words) this.#holding.set(word, (this.#holding.get(word) ?? 0) + 1);
      for (const word of new Set(wordsOf(path))) {
        const known = this.#named.get(word) ?? { paths: 0, holding: 0 };
        this.#named.set(word, { paths: known.paths + 1, holding: known.holding + (holds(words, word) ? 1 : 0) });
      }
    }
  }

  /** The innermost party that a path has a folder or file for; null in what is shared. */
  placeOf(path: string): PartyPlace | null {
    const segments = path.split('/');
    for (let position = segments.length - 1; position > 0; position--) {
      const folder = segments[position - 1]?.toLowerCase() ?? '';
      if (!isPartyFolder(folder) || this.#isDimension(segments.slice(0, position))) continue;
      const name = (segments[position] ?? '').replace(position === segments.length - 1 ? /\.[^.]+$/ : /$^/, '');
      if (position === segments.length - 1 && /^index$|\./.test(name)) continue;
      if (sharedFolders.has(name.toLowerCase()) || !this.isName(name) || wordsOf(name).some((word) => singular(word) === singular(folder)))
        continue;
      return { name, position };
    }
    return null;
  }

  /** How many paths outside a folder hold all words of a name. */
  pathsOutside(name: string, folder: string): number {
    const key = `${name}\0${folder}`;
    let known = this.#outside.get(key);
    if (known === undefined) {
      const words = wordsOf(name);
      const holdsAll = (path: string): boolean => words.every((word) => wordsOf(path).includes(word));
      known = words.length === 0 ? 0 : this.#paths.filter((path) => !path.startsWith(`${folder}/`) && holdsAll(path)).length;
      this.#outside.set(key, known);
    }
    return known;
  }

  /** Whether a text could be what somebody is called: not only words of the trade, of code, of platforms. */
  isName(name: string): boolean {
    const words = wordsOf(name);
    if (words.length === 0 || words.length > 4 || /^[[(_.@]/.test(name)) return false;
    const isPhrase = words.some((word) => /^(of|and|or|for|with|without|to|by|from|in|on|at|the|a|not|no)$/.test(word));
    const isRandom = words.filter((word) => /^[^aeiouy\d]{2,}$/.test(word)).length >= 2;
    return !isPhrase && !isRandom && !words.every((word) => isOtherWord(word));
  }

  /** Whether a name is unlike ordinary words, and stands hardly anywhere but in the files that are called after it. */
  isProper(name: string): boolean {
    let known = this.#proper.get(name);
    if (known === undefined) this.#proper.set(name, (known = this.#isProperAnew(name)));
    return known;
  }

  #isProperAnew(name: string): boolean {
    if (!this.isName(name)) return false;
    const rare = wordsOf(name).filter((word) => !isOtherWord(word) && (word.length <= 3 || !isOrdinary(word)) && !derived.test(word));
    return rare.some((word) => {
      const { paths = 0, holding = 0 } = this.#named.get(word) ?? {};
      const elsewhere = (this.#holding.get(hashText(word)) ?? 0) - holding;
      return elsewhere <= Math.max(1, paths);
    });
  }

  /** Whether what stands at this place of a path is, in most files that have something there, the name of a party: `modules/{…}Adapter`. */
  isSlotOfParties(slot: Slot, isFile: boolean): boolean {
    const key = `${slot.folder}\0${slot.before}\0${slot.behind}\0${String(isFile)}`;
    let known = this.#slots.get(key);
    if (known === undefined) {
      const fillers = this.fillersOf(slot, isFile);
      const proper = fillers.filter((filler) => this.isProper(filler)).length;
      const single = fillers.filter((filler) => !filler.includes('-')).length;
      known = fillers.length >= leastFillers && proper >= properShare * fillers.length && single >= singleShare * fillers.length;
      this.#slots.set(key, known);
    }
    return known;
  }

  fillersOf({ folder, before, behind }: Slot, isFile: boolean): readonly string[] {
    const [start, end] = [before, behind].map((part) => (part === '' ? [] : part.split('-')));
    const fillers = new Set<string>();
    for (const name of this.#childrenOf(folder, isFile)) {
      const words = wordsOf(name);
      const inner = words.slice(start?.length, words.length - (end?.length ?? 0));
      if (inner.length === 0 || inner.length > 3) continue;
      if (start?.every((word, at) => words[at] === word) && end?.every((word, at) => words[words.length - end.length + at] === word))
        fillers.add(inner.join('-'));
    }
    return [...fillers];
  }

  /** `hooli/bidders/…`, `initech/bidders/…`: where folders side by side hold the same names in a folder of one name, those are no parties. */
  #isDimension(segments: readonly string[]): boolean {
    if (segments.length < 2) return false;
    const path = segments.join('/');
    let known = this.#dimensions.get(path);
    if (known === undefined) {
      const [above, name] = [segments.slice(0, -2).join('/'), segments.at(-1) ?? ''];
      const own = this.#allChildrenOf(path);
      const alike = [...this.#childrenOf(above, false)].filter((sibling) => {
        const children = this.#allChildrenOf(above === '' ? `${sibling}/${name}` : `${above}/${sibling}/${name}`);
        return sibling !== segments.at(-2) && children.filter((child) => own.includes(child)).length >= 2;
      });
      known = alike.length >= 2;
      this.#dimensions.set(path, known);
    }
    return known;
  }

  #allChildrenOf(folder: string): readonly string[] {
    return [...this.#childrenOf(folder, true), ...this.#childrenOf(folder, false)];
  }

  #childrenOf(folder: string, isFile: boolean): ReadonlySet<string> {
    if (this.#children.size === 0) this.#listChildren();
    return this.#children.get(`${isFile ? 'file' : 'folder'}\0${folder}`) ?? new Set();
  }

  #listChildren(): void {
    for (const path of this.#paths) {
      const segments = path.replace(/\.[^./]+$/, '').split('/');
      for (const [position, segment] of segments.entries()) {
        const key = `${position === segments.length - 1 ? 'file' : 'folder'}\0${segments.slice(0, position).join('/')}`;
        this.#children.set(key, (this.#children.get(key) ?? new Set()).add(segment));
      }
    }
  }
}

/** Binary search in the sorted hashes of a file's words. */
export function holds(words: Uint32Array, word: string): boolean {
  const wanted = hashText(word);
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = words[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Endings of words that say what is done or had, not who. */
const derived = /.(ing|tion|sion|ment|ness|ity|able|ible|ship|ence|ance)s?$/;

function isPartyFolder(name: string): boolean {
  const one = singular(name);
  if (partyFolders.has(one) && (one !== name || nameless.has(name))) return true;
  return wordsOf(name).some((word, at, all) => at === all.length - 1 && at > 0 && strongFolders.has(singular(word)));
}

/** In the singular, other folders are modules about the thing: `customer/`. */
const nameless: ReadonlySet<string> = new Set(['tenant', 'brand', 'whitelabel', 'flavor', 'flavour']);

/** Words that make `customer-tenants/` or `our-clients/` a folder of parties. */
const strongFolders: ReadonlySet<string> = new Set(['tenant', 'customer', 'client', 'brand', 'partner', 'merchant', 'whitelabel']);

function isOtherWord(word: string): boolean {
  const one = singular(word);
  return (
    /^\d+$|^\p{L}$/u.test(word) ||
    [otherVariants, genericValues, integrationNames, partyFolders].some((vocabulary) => vocabulary.has(word) || vocabulary.has(one))
  );
}
