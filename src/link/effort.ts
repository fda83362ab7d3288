/** Steps that one question may take. Real chains of names take dozens; only functions that return choices of each other take more. */
const stepLimit = 3000;

/**
 * Bounds the work of one question. A limit of depth alone would not: mutually recursive functions whose results are choices fan out
 * exponentially. The outermost step opens the account that all inner ones draw from.
 */
export class Effort {
  private depth = 0;
  private left = 0;

  /** The result of `work`, or `fallback` once the question has used up its steps. */
  spend<R>(fallback: R, work: () => R): R {
    if (this.depth === 0) this.left = stepLimit;
    if (this.left-- <= 0) return fallback;
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
    }
  }
}
