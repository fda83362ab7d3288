import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { SkippedFile } from '../model/report.js';
import { Breath } from './breathe.js';
import { isSourceFile } from './default-excludes.js';
import type { Inclusion } from './inclusion.js';
import { isProjectFile } from './project-files.js';

export interface Discovery {
  /** Source files that belong to the workspace: posix paths relative to the root, sorted by code unit. */
  readonly files: readonly string[];
  /** Files that say how modules are found: package.json, tsconfig.json; sorted likewise. */
  readonly projectFiles: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** What a folder holds under a name; a `Dirent` is one. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The file system as far as discovery needs it, by absolute paths: the disk, a commit, or in tests one that fails. */
export interface FolderReader {
  list(folder: string): FolderEntry[];
}

const nodeFolders: FolderReader = { list: (folder) => readdirSync(folder, { withFileTypes: true }) };

/**
 * Walks the folder. Symbolic links are followed only out of the root: what they point to inside is found under its own name.
 * Throws the signal's reason when aborted; whatever cannot be read is in `skipped`.
 */
export async function discover(root: string, inclusion: Inclusion, signal?: AbortSignal, folders = nodeFolders): Promise<Discovery> {
  signal?.throwIfAborted();
  const walk = new Walk(root, inclusion, folders);
  const breath = new Breath(signal);
  while (walk.step()) if (breath.due) await breath.take();
  return walk.result();
}

class Walk {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #inclusion: Inclusion;
  readonly #reader: FolderReader;
  readonly #files: string[] = [];
  readonly #projectFiles: string[] = [];
  readonly #skipped: SkippedFile[] = [];
  readonly #folders: string[] = [''];
  readonly #links: string[] = [];
  /** Real paths of what links outside the root have led to. */
  readonly #visited = new Set<string>();

  constructor(root: string, inclusion: Inclusion, reader: FolderReader) {
    this.#root = root;
    this.#realRoot = realpathSync(root);
    this.#inclusion = inclusion;
    this.#reader = reader;
  }

  /** Reads one folder or follows one link; false when none is left. Links come last, in order, so that the outcome is always the same. */
  step(): boolean {
    const folder = this.#folders.pop();
    if (folder !== undefined) {
      this.#readFolder(folder);
      return true;
    }
    const link = this.#links.shift();
    if (link === undefined) return false;
    this.#follow(link);
    return true;
  }

  result(): Discovery {
    const byPath = (a: SkippedFile, b: SkippedFile): number => (a.path < b.path ? -1 : 1);
    return { files: this.#files.sort(), projectFiles: this.#projectFiles.sort(), skipped: this.#skipped.sort(byPath) };
  }

  #readFolder(folder: string): void {
    let entries: FolderEntry[];
    try {
      entries = this.#reader.list(path.join(this.#root, folder));
    } catch (error) {
      this.#skip(folder === '' ? '.' : folder, `The folder cannot be read: ${describe(error)}.`);
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) this.#links.push(relative);
      else if (entry.isDirectory()) this.#addFolder(relative);
      else this.#addFile(relative, entry.isFile());
    }
  }

  #addFolder(relative: string): void {
    if (this.#inclusion.whyFolder(relative) === null) this.#folders.push(relative);
  }

  #addFile(relative: string, isRegular: boolean): void {
    const name = relative.slice(relative.lastIndexOf('/') + 1);
    if (isRegular && isProjectFile(name)) this.#projectFiles.push(relative);
    if (!isSourceFile(name) || this.#inclusion.whyFile(relative) !== null) return;
    if (isRegular) this.#files.push(relative);
    else this.#skip(relative, 'It is a pipe, socket or device, not a file.');
  }

  #follow(link: string): void {
    const absolute = path.join(this.#root, link);
    const target = statLink(absolute);
    const why = target?.isDirectory() === true ? this.#inclusion.whyFolder(link) : this.#inclusion.whyFile(link);
    if (why !== null) return;
    if (!target) {
      this.#skip(link, 'It is a symbolic link that leads nowhere or to itself.');
      return;
    }
    const real = realpathSync(absolute);
    const inside = real === this.#realRoot || real.startsWith(this.#realRoot + path.sep);
    const around = target.isDirectory() && this.#realRoot.startsWith(real + path.sep);
    if (inside) this.#skip(link, `It is a symbolic link to ${this.#name(real)}, which has its own place in this workspace.`);
    else if (around || this.#visited.has(real))
      this.#skip(link, `It is a symbolic link to ${real}, which would lead in a circle or to the same files twice.`);
    else {
      this.#visited.add(real);
      if (target.isDirectory()) this.#folders.push(link);
      else this.#addFile(link, target.isFile());
    }
  }

  #name(real: string): string {
    return path.relative(this.#realRoot, real).split(path.sep).join('/') || 'the root';
  }

  #skip(relative: string, reason: string): void {
    this.#skipped.push({ path: relative, reason });
  }
}

/** Undefined for links that lead nowhere or to themselves. */
function statLink(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
