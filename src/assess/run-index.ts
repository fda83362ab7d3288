/** Words that make a place findable; fewer stand in too many places, more are broken by the next change. */
export const runLength = 5;

/** Where each run of `runLength` words starts in a text. Linear to build; memory is a number and a key for each word. */
export class RunIndex {
  readonly words: readonly string[];
  readonly #starts = new Map<string, number[]>();

  constructor(words: readonly string[]) {
    this.words = words;
    for (let start = 0; start + runLength <= words.length; start++) {
      const key = runAt(words, start);
      const starts = this.#starts.get(key);
      if (starts) starts.push(start);
      else this.#starts.set(key, [start]);
    }
  }

  /** Ascending starts of the run that starts at `start` in `words`. */
  startsOf(words: readonly string[], start: number): readonly number[] {
    return this.#starts.get(runAt(words, start)) ?? [];
  }
}

function runAt(words: readonly string[], start: number): string {
  return words.slice(start, start + runLength).join('\n');
}
