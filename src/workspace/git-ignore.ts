import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * Every `.gitignore` between the top of the git repository and a path, and `.git/info/exclude`; the deepest rule that speaks wins.
 * Files are read when a path first asks for them and kept; after a `.gitignore` changes, make a new one.
 */
export class GitIgnore {
  readonly #root: string;
  readonly #rules = new Map<string, Ignore | null>();
  /** Folders above the root whose rules hold inside it, nearest first. */
  readonly #above: readonly string[];
  readonly #exclude: { readonly top: string; readonly rules: Ignore | null };

  constructor(root: string) {
    this.#root = root;
    const top = findRepository(root);
    const above = top === null ? [] : foldersBetween(root, top);
    this.#exclude = { top: top ?? root, rules: top === null ? null : readRules(excludeFile(top)) };
    this.#above = above;
    // Whoever scans an ignored folder wants to see it: then rules from above say nothing.
    if (top !== null && this.#ignoredFromAbove(root, true) !== null) {
      this.#above = [];
      this.#exclude = { top, rules: null };
    }
  }

  /** The rule file that ignores this path (posix, relative to the root), or null. Its parent folders are taken to be kept. */
  ignoredBy(relative: string, isFolder: boolean): string | null {
    const parts = relative.split('/');
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const folder = path.join(this.#root, ...parts.slice(0, depth));
      const verdict = this.#ask(folder, parts.slice(depth).join('/'), isFolder);
      if (verdict !== null) return verdict ? [...parts.slice(0, depth), '.gitignore'].join('/') : null;
    }
    return this.#ignoredFromAbove(path.join(this.#root, relative), isFolder);
  }

  #ignoredFromAbove(absolute: string, isFolder: boolean): string | null {
    for (const folder of this.#above) {
      const verdict = this.#ask(folder, toPosix(path.relative(folder, absolute)), isFolder);
      if (verdict !== null) return verdict ? path.join(folder, '.gitignore') : null;
    }
    const inRepository = toPosix(path.relative(this.#exclude.top, absolute));
    return test(this.#exclude.rules, inRepository, isFolder) ? '.git/info/exclude' : null;
  }

  #ask(folder: string, relative: string, isFolder: boolean): boolean | null {
    let rules = this.#rules.get(folder);
    if (rules === undefined) this.#rules.set(folder, (rules = readRules(path.join(folder, '.gitignore'))));
    return test(rules, relative, isFolder);
  }
}

function test(rules: Ignore | null, relative: string, isFolder: boolean): boolean | null {
  if (!rules || relative === '' || relative.startsWith('..')) return null;
  const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative);
  return ignored ? true : unignored ? false : null;
}

function readRules(file: string): Ignore | null {
  try {
    return ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' }).add(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function findRepository(root: string): string | null {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

/** Folders above `root` up to and with `top`, nearest first. */
function foldersBetween(root: string, top: string): string[] {
  const folders: string[] = [];
  for (let folder = root; folder !== top;) {
    folder = path.dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** In a worktree or submodule `.git` is a file that says where the repository's data is. */
function excludeFile(top: string): string {
  const git = path.join(top, '.git');
  if (statSync(git, { throwIfNoEntry: false })?.isFile() !== true) return path.join(git, 'info', 'exclude');
  const pointed = /^gitdir: (.*)$/m.exec(readFileSync(git, 'utf8'))?.[1]?.trim() ?? '.git';
  const data = path.resolve(top, pointed);
  const worktree = /^(.*)[\\/]worktrees[\\/][^\\/]+$/.exec(data)?.[1];
  return path.join(worktree ?? data, 'info', 'exclude');
}

function toPosix(relative: string): string {
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
}
