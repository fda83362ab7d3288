import type { Git } from './git.js';
import type { Repository } from './repository.js';

/** Which commits came before which. */
export class CommitGraph {
  readonly #numbers = new Map<string, number>();
  readonly #parents: number[][] = [];
  readonly #isShallow: boolean;

  constructor(isShallow: boolean) {
    this.#isShallow = isShallow;
  }

  /** A line is a commit and its parents, full hashes with blanks between them. */
  add(line: string): void {
    const [commit = '', ...parents] = line.split(' ');
    this.#parents[this.#numberOf(commit)] = parents.map((parent) => this.#numberOf(parent));
  }

  /** Whether the clone ends at a commit, which then seems to add all that is there. */
  endsAt(commit: string): boolean {
    const number = this.#numbers.get(commit);
    return this.#isShallow && number !== undefined && this.#parents[number]?.length === 0;
  }

  /** Whether a commit is the given one or came before it. One walk over the history; linear in commits. */
  before(commit: string): (other: string) => boolean {
    const start = this.#numbers.get(commit);
    if (start === undefined) return () => false;
    const seen = new Uint8Array(this.#numbers.size);
    const open = [start];
    seen[start] = 1;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const parent of this.#parents[next] ?? []) {
        if (seen[parent] === 1) continue;
        seen[parent] = 1;
        open.push(parent);
      }
    }
    return (other) => {
      const number = this.#numbers.get(other);
      return number !== undefined && seen[number] === 1;
    };
  }

  #numberOf(commit: string): number {
    const known = this.#numbers.get(commit);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(commit, number);
    return number;
  }
}

/** All commits that lead to `head`. */
export async function readCommitGraph(git: Git, { head, isShallow }: Repository, signal?: AbortSignal): Promise<CommitGraph> {
  const graph = new CommitGraph(isShallow);
  const asked = ['rev-list', '--parents', head];
  await git.pieces(
    asked,
    '\n',
    (line) => {
      graph.add(line);
    },
    { signal },
  );
  return graph;
}
