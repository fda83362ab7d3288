/** Two token streams side by side. */
export interface Alignment {
  /** Runs of equal tokens, in order on both sides. */
  readonly runs: readonly SharedRun[];
  readonly matched: number;
}

export interface SharedRun {
  /** Index of the first token on either side. */
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

interface Part {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Runs of so many tokens that occur once on either side anchor the rest, the longest first. */
const anchorLengths = [8, 4, 2, 1] as const;
/** Parts without anchors are compared token by token up to this many cells; larger ones have nothing in common worth the time. */
const cellLimit = 20_000;

/**
 * Aligns two streams of token hashes: patience (what is unique on both sides, in the longest increasing order), again between the anchors
 * with shorter ones, then the longest common subsequence in what small gaps are left. O(n log n) for texts that were copied; symmetric but for
 * the choice among equally long sequences.
 */
export function align(a: Uint32Array, b: Uint32Array): Alignment {
  const runs: SharedRun[] = [];
  const parts: (Part & { readonly level: number })[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length, level: 0 }];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const inner = trimmed(a, b, part, runs);
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue;
    const anchors = part.level < anchorLengths.length ? anchorsOf(a, b, inner, anchorLengths[part.level] ?? 1) : [];
    if (anchors.length > 0) {
      let from: Part = inner;
      for (const anchor of anchors) {
        parts.push({ ...from, aEnd: anchor.a, bEnd: anchor.b, level: part.level });
        runs.push(anchor);
        from = { a: anchor.a + anchor.length, aEnd: inner.aEnd, b: anchor.b + anchor.length, bEnd: inner.bEnd };
      }
      parts.push({ ...from, level: part.level });
    } else if (part.level < anchorLengths.length) parts.push({ ...inner, level: part.level + 1 });
    else compareAll(a, b, inner, runs);
  }
  const joined = join(runs);
  return { runs: joined, matched: joined.reduce((sum, { length }) => sum + length, 0) };
}

/** Takes off what both begin and end with. */
function trimmed(a: Uint32Array, b: Uint32Array, part: Part, runs: SharedRun[]): Part {
  let { a: from, b: other, aEnd: end, bEnd: otherEnd } = part;
  while (from < end && other < otherEnd && a[from] === b[other]) {
    from++;
    other++;
  }
  if (from > part.a) runs.push({ a: part.a, b: part.b, length: from - part.a });
  while (from < end && other < otherEnd && a[end - 1] === b[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  if (end < part.aEnd) runs.push({ a: end, b: otherEnd, length: part.aEnd - end });
  return { a: from, aEnd: end, b: other, bEnd: otherEnd };
}

/** Runs of `length` tokens that occur once on either side, as long a sequence of them as keeps its order; overlaps are left out. */
function anchorsOf(a: Uint32Array, b: Uint32Array, part: Part, length: number): readonly SharedRun[] {
  const inA = uniqueRuns(a, part.a, part.aEnd, length);
  const inB = uniqueRuns(b, part.b, part.bEnd, length);
  const pairs: SharedRun[] = [];
  for (const [hash, at] of inA) {
    const other = inB.get(hash);
    if (at >= 0 && other !== undefined && other >= 0 && isEqual(a, at, b, other, length)) pairs.push({ a: at, b: other, length });
  }
  pairs.sort((one, other) => one.a - other.a);
  const increasing = longestIncreasing(pairs);
  const apart: SharedRun[] = [];
  for (const run of increasing) {
    const last = apart.at(-1);
    if (!last || (run.a >= last.a + last.length && run.b >= last.b + last.length)) apart.push(run);
  }
  return apart;
}

function isEqual(a: Uint32Array, from: number, b: Uint32Array, other: number, length: number): boolean {
  for (let step = 0; step < length; step++) if (a[from + step] !== b[other + step]) return false;
  return true;
}

/** Where each run stands; -1 for one that occurs again. */
function uniqueRuns(tokens: Uint32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + length <= to; at++) {
    let hash = 0;
    for (let step = 0; step < length; step++) hash = (Math.imul(hash, 0x01000193) + (tokens[at + step] ?? 0)) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

/** Of pairs in the order of `a`, the longest subsequence that rises in `b` too: patience sorting, O(n log n). */
function longestIncreasing(pairs: readonly SharedRun[]): readonly SharedRun[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [index, { b }] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  }
  const found: SharedRun[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) found.push(pair);
  }
  return found.reverse();
}

/** The longest common subsequence of a small part. */
function compareAll(a: Uint32Array, b: Uint32Array, part: Part, runs: SharedRun[]): void {
  const rows = part.aEnd - part.a;
  const columns = part.bEnd - part.b;
  if (rows * columns > cellLimit) return;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = a[part.a + row] === b[part.b + column];
      const below = lengths[(row + 1) * width + column] ?? 0;
      const beside = lengths[row * width + column + 1] ?? 0;
      lengths[row * width + column] = isSame ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1 : Math.max(below, beside);
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (a[part.a + row] === b[part.b + column]) runs.push({ a: part.a + row++, b: part.b + column++, length: 1 });
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row++;
    else column++;
  }
}

function join(runs: readonly SharedRun[]): readonly SharedRun[] {
  const joined: SharedRun[] = [];
  for (const run of runs.toSorted((one, other) => one.a - other.a)) {
    const last = joined.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b)
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    else joined.push(run);
  }
  return joined;
}
