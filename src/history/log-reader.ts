/** A commit as the log has it. */
export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Seconds since 1970. */
  readonly time: number;
  readonly author: string;
  readonly message: string;
  /** For a merge only those files that are like in none of its parents. */
  readonly changes: readonly LoggedChange[];
}

/** A file that a commit changed; blobs by full hash. */
export interface LoggedChange {
  /** Relative to the top of the repository. */
  readonly path: string;
  /** Null where it was deleted. */
  readonly blob: string | null;
  /** What it was in the parents that had it. */
  readonly before: readonly string[];
}

const headerLength = 5;

/** Puts commits together from the pieces of `git log -z --raw -c --format=%H%x00%P%x00%at%x00%aN%x00%B`. */
export class LogReader {
  readonly #take: (commit: LoggedCommit) => void;
  #header: string[] = [];
  #changes: LoggedChange[] = [];
  /** The line of figures whose path comes next. */
  #figures: string | null = null;

  constructor(take: (commit: LoggedCommit) => void) {
    this.#take = take;
  }

  read(piece: string): void {
    if (this.#figures !== null) this.#change(this.#figures, piece);
    else if (this.#header.length < headerLength) this.#header.push(piece);
    else this.#figuresOrNext(piece.startsWith('\n') ? piece.slice(1) : piece);
  }

  /** Hands over the last commit. */
  end(): void {
    const [hash = '', parents = '', time = '', author = '', message = ''] = this.#header;
    if (this.#header.length === headerLength)
      this.#take({ hash, parents: parents.split(' ').filter(Boolean), time: Number(time), author, message, changes: this.#changes });
    this.#header = [];
    this.#changes = [];
  }

  /** Merges have an empty piece before their figures, also where none follow. */
  #figuresOrNext(piece: string): void {
    if (piece === '') return;
    if (piece.startsWith(':')) {
      this.#figures = piece;
      return;
    }
    this.end();
    this.#header.push(piece);
  }

  /** `:100644 100644 OLD NEW M`, or for a merge of two `::100644 100644 100644 OLD OLD NEW MM`. */
  #change(figures: string, path: string): void {
    this.#figures = null;
    const parents = /^:+/.exec(figures)?.[0].length ?? 1;
    const words = figures.slice(parents).split(' ');
    const blobs = words.slice(parents + 1, 2 * parents + 2).map((hash) => (/^0+$/.test(hash) ? null : hash));
    const isSubmodule = words.slice(0, parents + 1).includes('160000');
    if (isSubmodule) return;
    this.#changes.push({ path, blob: blobs[parents] ?? null, before: blobs.slice(0, parents).filter((blob) => blob !== null) });
  }
}
