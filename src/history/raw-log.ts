import type { CommitMessage } from '../model/age.js';

/** What a commit did to one file; hashes are of contents, null where there is none. */
export interface RawChange {
  /** A letter as git has them: A added, D removed, M changed, R renamed, T of another type. */
  readonly status: string;
  readonly path: string;
  readonly pathBefore: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RawCommit {
  /** `<`, `>` or `=` where two sides were asked for. */
  readonly side: string;
  readonly message: CommitMessage;
  readonly changes: readonly RawChange[];
}

/** What `RawLogReader` reads: to be followed by the commits and paths. */
export const rawLog = ['log', '--raw', '-z', '--no-abbrev', `--format=${['%x01%H', '%m', '%aI', '%s', '%b'].join('%x00')}%x00`];
const headerFields = 5;

const sourceExtensions = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro', 'html'];

/** Files that can hold a fork, wherever in the repository. Git tests each pattern on each path: ten times as slow as to ask for all files. */
export const sourcePaths = sourceExtensions.map((extension) => `:(top)*.${extension}`);

/** Whether a path is one of `sourcePaths`. */
export function isSourcePath(path: string): boolean {
  return sourceExtensions.includes(path.slice(path.lastIndexOf('.') + 1));
}

/** Takes the pieces of `rawLog` one by one, and tells of a commit when it is whole. */
export class RawLogReader {
  readonly #tell: (commit: RawCommit) => void;
  #header: string[] = [];
  #changes: RawChange[] = [];
  #open: { readonly fields: readonly string[]; readonly paths: string[] } | null = null;

  constructor(tell: (commit: RawCommit) => void) {
    this.#tell = tell;
  }

  readonly take = (piece: string): void => {
    if (this.#header.length > 0 && this.#header.length < headerFields) this.#header.push(piece);
    else if (this.#open) this.#takePath(this.#open, piece);
    else if (piece.startsWith('\u0001')) {
      this.end();
      this.#header = [piece.slice(1)];
    } else {
      const [, fields = ''] = /^\n?:(.*)$/s.exec(piece) ?? [];
      if (fields !== '') this.#open = { fields: fields.split(' '), paths: [] };
    }
  };

  /** Tells of the last commit. */
  end(): void {
    const [commit, side = '', date = '', subject = '', body = ''] = this.#header;
    if (commit !== undefined) this.#tell({ side, message: { commit, date, subject, body: body.trim() }, changes: this.#changes });
    this.#header = [];
    this.#changes = [];
  }

  #takePath({ fields, paths }: { readonly fields: readonly string[]; readonly paths: string[] }, piece: string): void {
    const [, , before = '', after = '', status = ''] = fields;
    paths.push(piece);
    if (paths.length < (/^[RC]/.test(status) ? 2 : 1)) return;
    const [pathBefore = piece] = paths;
    this.#changes.push({ status: status.slice(0, 1), path: piece, pathBefore, before: contentOf(before), after: contentOf(after) });
    this.#open = null;
  }
}

/** A hash of zeros stands for no content. */
export function contentOf(hash: string): string | null {
  return /^0*$/.test(hash) ? null : hash;
}
