/** Says whether a text can hold a fact worth parsing for. */
export type WordTest = (text: string) => boolean;

/**
 * True for texts that contain any of the words, in whatever case and within other words: `tenant` is in `subTenantId`.
 * One regular expression does it at several hundred MB/s, also for thousands of words; scanning bytes by hand was no faster.
 */
export function makeWordTest(words: Iterable<string>): WordTest {
  const alternatives = withoutCovered(words).map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  if (alternatives.length === 0) return () => false;
  const pattern = new RegExp(alternatives.join('|'), 'i');
  return (text) => pattern.test(text);
}

/** Leaves out words that contain another one, as these match wherever they do. */
function withoutCovered(words: Iterable<string>): readonly string[] {
  const kept: string[] = [];
  const all = new Set([...words].map((word) => word.toLowerCase()).filter((word) => word !== ''));
  for (const word of [...all].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (!kept.some((shorter) => word.includes(shorter))) kept.push(word);
  }
  return kept;
}
