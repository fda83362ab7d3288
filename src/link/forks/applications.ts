import { normalize, singular, wordsOf } from '../words.js';
import { applicationFolders, otherVariants } from './fork-vocabulary.js';
import { nameChange } from './name-change.js';
import type { Parties } from './parties.js';

export function folderKey(one: string, other: string): string {
  return one < other ? `${one}\0${other}` : `${other}\0${one}`;
}

export interface ApplicationSources {
  readonly parties: Parties;
  /** Folders with a package of their own. */
  readonly packages: ReadonlySet<string>;
  /** How many pairs of similar files stand at the same places below two folders; by `folderKey`. */
  readonly trees: ReadonlyMap<string, number>;
}

/** So many similar files at the same places make two folders two versions of one application. */
export const leastTree = 5;
/** What stands in more paths outside its folder is a part of the product: `billing`, `inventory`. */
const mostPathsOutside = 5;
/** Share of the folders beside each other that must be called after somebody. */
const leastParties = 0.6;

/** A folder, with what it is called but for what it has in common with the one that it is compared with. */
interface Version {
  readonly folder: string;
  readonly name: string;
}

/** Folders beside each other, each a package or in a folder of applications, that are versions of one application for different parties. */
export class Applications {
  readonly #pairs = new Set<string>();
  readonly #names = new Set<string>();
  readonly #folders = new Map<string, string>();
  readonly #products = new Set<string>();

  /** Linear in pairs of folders; each name is looked for in all paths once. */
  constructor(sources: ApplicationSources) {
    const besides = new Map<string, (readonly [Version, Version])[]>();
    for (const [key, count] of sources.trees) {
      const pair = count < leastTree ? null : versionsIn(key, sources);
      if (pair) besides.set(above(pair[0].folder), [...(besides.get(above(pair[0].folder)) ?? []), pair]);
    }
    for (const [folder, pairs] of besides) {
      const versions = new Map(pairs.flat().map((version) => [version.folder, version]));
      const named = [...versions.values()].filter(({ name, folder }) => sources.parties.pathsOutside(name, folder) <= mostPathsOutside);
      if (named.length < leastParties * versions.size) {
        this.#products.add(folder);
        continue;
      }
      for (const [one, other] of pairs) this.#pairs.add(folderKey(one.folder, other.folder));
      for (const { name } of named) this.#names.add(normalize(name));
      for (const { folder, name } of versions.values()) this.#folders.set(folder, name);
    }
  }

  areVersions(one: string, other: string): boolean {
    return this.#pairs.has(folderKey(one, other));
  }

  /** The party in whose application a file is, and its path in there; null outside of all. */
  placeOf(path: string): { readonly name: string; readonly folder: string; readonly inside: string } | null {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const name = this.#folders.get(path.slice(0, end));
      if (name !== undefined) return { name, folder: path.slice(0, end), inside: path.slice(end + 1) };
    }
    return null;
  }

  /** Whether what stands below a folder side by side are parts of one product, made alike. */
  areParts(folder: string): boolean {
    return this.#products.has(folder);
  }

  /** Whether somebody of this name has an application of their own. */
  isParty(name: string): boolean {
    return this.#names.has(normalize(name));
  }
}

function above(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

function versionsIn(key: string, { packages }: ApplicationSources): readonly [Version, Version] | null {
  const [one = '', other = ''] = key.split('\0');
  if (above(one) !== above(other)) return null;
  const parent = above(one);
  const isOfApplications = applicationFolders.has(singular(parent.slice(parent.lastIndexOf('/') + 1).toLowerCase()));
  if (!isOfApplications && !(packages.has(one) && packages.has(other))) return null;
  const change = nameChange(one.slice(one.lastIndexOf('/') + 1), other.slice(other.lastIndexOf('/') + 1));
  const [a = '', b = ''] = [change.one, change.other].map((words) => words.join('-'));
  return [a, b].some(isOtherVariant)
    ? null
    : [
        { folder: one, name: a },
        { folder: other, name: b },
      ];
}

function isOtherVariant(name: string): boolean {
  return wordsOf(name).every((word) => otherVariants.has(singular(word)));
}
