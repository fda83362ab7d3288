import { existsSync } from 'node:fs';
import path from 'node:path';
import { Minimatch } from 'minimatch';
import { isDataFile, whyDataLeftOut } from './data-files.js';
import { generatedFile, isForeignFolder, isOutputFolder, isSourceFile } from './default-excludes.js';
import type { LoadedConfig } from './find-config.js';
import { GitIgnore } from './git-ignore.js';

/** A glob of the configuration or the editor, for files and for folders that it takes whole. */
interface Glob {
  readonly written: string;
  readonly file: Minimatch;
  readonly folder: Minimatch;
  used: boolean;
}

export interface InclusionOptions {
  /** Absolute path of the scanned folder. */
  readonly root: string;
  readonly loaded: LoadedConfig;
  /** Further globs relative to the root: the editor's `files.exclude`. */
  readonly excludes: readonly string[];
}

/**
 * Says which files belong to the workspace, and of every other why it does not. The only such rule: the full scan asks it folder by
 * folder, a file event with the whole path. It reads `.gitignore` files when it meets them; after one changes, make a new inclusion.
 */
export class Inclusion {
  readonly #root: string;
  /** Path of the root relative to the configuration's folder, with a slash at its end, or empty. */
  readonly #prefix: string;
  readonly #include: readonly Glob[];
  readonly #exclude: readonly Glob[];
  readonly #editorExclude: readonly Glob[];
  /** Folder names that an include glob spells out; the defaults do not leave them out. */
  readonly #wanted: ReadonlySet<string>;
  readonly #git: GitIgnore;
  /** Absolute paths of the files that the configuration takes customers from. */
  readonly #customerFiles: ReadonlySet<string>;

  constructor({ root, loaded, excludes }: InclusionOptions) {
    this.#root = root;
    const prefix = path.relative(loaded.folder, root).split(path.sep).join('/');
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    this.#include = loaded.config.include.map(compileInclude);
    this.#exclude = loaded.config.exclude.map(compile);
    this.#editorExclude = excludes.map(compile);
    this.#customerFiles = new Set(loaded.customerFiles);
    this.#wanted = new Set(loaded.config.include.flatMap((glob) => glob.split('/')));
    this.#git = new GitIgnore(root);
  }

  /** Why the file with this path (posix, relative to the root) is left out; null when it belongs to the workspace. */
  why(file: string): string | null {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const reason = this.whyFolder(parts.slice(0, depth).join('/'));
      if (reason !== null) return reason;
    }
    return this.whyFile(file);
  }

  /** As `why`, for a folder whose parent is kept. */
  whyFolder(folder: string): string | null {
    return this.#excluded(folder, 'folder') ?? this.#defaultFolder(folder) ?? this.#ignored(folder, true);
  }

  /** As `why`, for a file whose folder is kept. */
  whyFile(file: string): string | null {
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (!isSourceFile(name))
      return 'It is neither code (JavaScript, TypeScript, Vue, Svelte, Astro, HTML) nor data of the product (JSON, YAML, .env).';
    if (this.#customerFiles.has(path.join(this.#root, file))) return 'The configuration takes customers from it.';
    const excluded = this.#excluded(file, 'file');
    if (excluded !== null) return excluded;
    const included = this.#include.length === 0 || matchAll(this.#include, this.#prefix + file, 'file');
    if (!included) return 'No glob of "include" matches it.';
    const byDefault = this.#defaultFile(file, name);
    if (byDefault !== null) return `It is left out by default: ${byDefault}.`;
    return this.#ignored(file, false);
  }

  /** Globs of the configuration that have matched nothing so far. */
  unusedGlobs(): { readonly include: readonly number[]; readonly exclude: readonly number[] } {
    const unused = (globs: readonly Glob[]): number[] => globs.flatMap((glob, index) => (glob.used ? [] : [index]));
    return { include: unused(this.#include), exclude: unused(this.#exclude) };
  }

  #excluded(relative: string, as: 'file' | 'folder'): string | null {
    if (matchAll(this.#exclude, this.#prefix + relative, as)) return 'A glob of "exclude" in the configuration matches it.';
    return matchAll(this.#editorExclude, relative, as) ? 'A glob of the setting "files.exclude" matches it.' : null;
  }

  #defaultFile(file: string, name: string): string | null {
    const generated = this.#wanted.has(name) ? null : generatedFile(name);
    if (generated !== null || !isDataFile(name)) return generated;
    return file.split('/').some((part) => this.#wanted.has(part)) ? null : whyDataLeftOut(file);
  }

  #defaultFolder(folder: string): string | null {
    const cut = folder.lastIndexOf('/');
    const name = folder.slice(cut + 1);
    if (this.#wanted.has(name)) return null;
    const output = isOutputFolder(name) && (cut < 0 || existsSync(path.join(this.#root, folder.slice(0, cut), 'package.json')));
    return output || isForeignFolder(name) ? `The folder ${folder} is left out by default.` : null;
  }

  #ignored(relative: string, isFolder: boolean): string | null {
    const rule = this.#git.ignoredBy(relative, isFolder);
    return rule === null ? null : `${rule} ignores it.`;
  }
}

function compile(written: string): Glob {
  const plain = written.replace(/^\.\//, '').replace(/\/+$/, '');
  const whole = plain.replace(/(?:\/\*\*)?\/\*{1,2}$/, '') || plain;
  const file = new Minimatch(plain, { dot: true });
  return { written, file, folder: /\/\*\*(?:\/\*)?$/.test(plain) ? new Minimatch(whole, { dot: true }) : file, used: false };
}

/** An include glob may also name a folder: `src` stands for all below it. */
function compileInclude(written: string): Glob {
  const glob = compile(written);
  const plain = glob.file.pattern;
  return { ...glob, file: new Minimatch(`{${plain},${plain}/**}`, { dot: true }) };
}

/** Tries every glob, also after the first hit, so that `used` is true for each that could match. */
function matchAll(globs: readonly Glob[], relative: string, as: 'file' | 'folder'): boolean {
  let matched = false;
  for (const glob of globs) {
    if (!glob[as].match(relative)) continue;
    glob.used = true;
    matched = true;
  }
  return matched;
}
