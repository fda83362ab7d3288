import { createHash } from 'node:crypto';
import path from 'node:path';
import { listTree } from '../history/commit-tree.js';
import type { Git } from '../history/git.js';
import { readBlobs } from '../history/blobs.js';
import type { FolderEntry, FolderReader } from './discover.js';
import { maximumBytes, type FileReader } from './read-source.js';

/** Milliseconds. All sources of a large repository come within seconds; slow disks get more. */
const patience = 10 * 60_000;

/** Contents of files by their hash in git; null where the clone does not hold one, or it is too large to be read. */
export type BlobContents = Map<string, Buffer | null>;

/** Hexadecimal digits of a hash in a repository with `extensions.objectFormat=sha256`. */
const sha256Length = 64;

/** The folder as it was at a commit, in the form in which a scan reads the disk. Nothing is checked out. */
export class PastTree {
  readonly #root: string;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #folders: ReadonlyMap<string, readonly FolderEntry[]>;
  #contents: BlobContents = new Map();

  private constructor(root: string, files: readonly { readonly path: string; readonly id: string }[]) {
    this.#root = root;
    this.#ids = new Map(files.map((file) => [file.path, file.id]));
    this.#known = new Set(this.#ids.values());
    this.#folders = foldersOf([...this.#ids.keys()]);
  }

  /** `root` is absolute; git is asked about the same folder. */
  static async at(root: string, git: Git, commit: string, signal?: AbortSignal): Promise<PastTree> {
    return new PastTree(root, await listTree(git, commit, signal));
  }

  /** Gets the contents of these files, as far as `held`, the contents of another commit, has none of them. */
  async fetch(files: readonly string[], git: Git, held: BlobContents, signal?: AbortSignal): Promise<BlobContents> {
    const ids = new Set(files.flatMap((file) => this.#ids.get(file) ?? []));
    this.#contents = new Map([...held].filter(([id]) => ids.has(id)));
    const missing = [...ids].filter((id) => !held.has(id));
    await readBlobs(git, missing, (id, content) => this.#contents.set(id, content), { signal, largest: maximumBytes, timeout: patience });
    return this.#contents;
  }

  readonly folders: FolderReader = {
    list: (absolute) => [...(this.#folders.get(this.#relative(absolute)) ?? [])],
  };

  readonly readFile: FileReader = (absolute) => {
    const content = this.#contents.get(this.#ids.get(this.#relative(absolute)) ?? '');
    return content ?? { reason: 'It is over 2 MB, or the clone does not hold what it was at that commit.' };
  };

  /** Whether any file of the commit has this content. Git's own hash tells, so that nothing has to be fetched; filters make it say no. */
  holds(content: Buffer): boolean {
    const known = this.#known;
    const algorithm = known.values().next().value?.length === sha256Length ? 'sha256' : 'sha1';
    return known.has(
      createHash(algorithm)
        .update(`blob ${String(content.length)}\0`)
        .update(content)
        .digest('hex'),
    );
  }

  #relative(absolute: string): string {
    return path.relative(this.#root, absolute).split(path.sep).join('/');
  }
}

function foldersOf(files: readonly string[]): Map<string, FolderEntry[]> {
  const folders = new Map<string, FolderEntry[]>();
  const add = (file: string, isFile: boolean): void => {
    const cut = file.lastIndexOf('/');
    const folder = file.slice(0, Math.max(0, cut));
    const entry = { name: file.slice(cut + 1), isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
    const entries = folders.get(folder);
    if (entries) {
      entries.push(entry);
      return;
    }
    folders.set(folder, [entry]);
    if (folder !== '') add(folder, false);
  };
  for (const file of files) add(file, true);
  return folders;
}
