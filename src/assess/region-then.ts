import { tokensFrom, type CodeTokens } from './code-tokens.js';
import { RunIndex, runLength } from './run-index.js';

/** How much longer than now a function may have been. */
const slack = 1.3;

/**
 * The words of another version of a file in which a function's words are found most densely: that function then. Empty when fewer than a
 * fifth of its runs are there. Linear but for runs that stand in many places.
 */
export function regionThen({ words: now }: CodeTokens, version: CodeTokens): CodeTokens {
  const index = new RunIndex(version.words);
  const hits = new Uint8Array(version.words.length);
  for (let at = 0; at + runLength <= now.length; at++) for (const start of index.startsOf(now, at)) hits[start] = 1;
  const length = Math.min(hits.length, Math.ceil(now.length * slack));
  let [sum, best, bestStart] = [0, 0, 0];
  for (let end = 0; end < hits.length; end++) {
    sum += hits[end] ?? 0;
    if (end >= length) sum -= hits[end - length] ?? 0;
    if (sum > best) [best, bestStart] = [sum, Math.max(0, end - length + 1)];
  }
  if (best * 5 < now.length) return tokensFrom(version, 0, 0);
  const window = hits.subarray(bestStart, bestStart + length);
  return tokensFrom(version, bestStart + window.indexOf(1), bestStart + window.lastIndexOf(1) + runLength);
}
