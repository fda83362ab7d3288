import type { SourceReader } from '../detectors/trace.js';
import type { Explanation } from '../model/explanation.js';
import type { Snapshot } from './snapshot.js';

/**
 * Explains the findings of a snapshot by id. A file is detected again once for all its findings as long as they are asked for one after the
 * other, as reports do; what is kept are the explanations of one file.
 */
export class Explanations {
  readonly snapshot: Snapshot;
  readonly #source: SourceReader;
  readonly #pathOf: ReadonlyMap<string, string>;
  #last: { readonly path: string; readonly byId: ReadonlyMap<string, Explanation> } | null = null;

  constructor(snapshot: Snapshot, source: SourceReader) {
    this.snapshot = snapshot;
    this.#source = source;
    this.#pathOf = new Map([...snapshot.findings.values()].flatMap((inFile) => inFile.map(({ id, path }) => [id, path])));
  }

  /** Undefined when there is no finding of that id. */
  of(id: string): Explanation | undefined {
    const path = this.#pathOf.get(id);
    if (path === undefined) return undefined;
    if (this.#last?.path !== path) this.#last = { path, byId: this.#explain(path) };
    return this.#last.byId.get(id);
  }

  #explain(path: string): ReadonlyMap<string, Explanation> {
    const explained = this.snapshot.linked.explain(path, this.#source, () => true);
    return new Map(explained.map((explanation) => [explanation.finding.id, explanation]));
  }
}
