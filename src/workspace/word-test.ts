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

/** The spellings under which a name with several parts can stand in code: `Acme Corp`, `acmeCorp`, `ACME_CORP`, `acme-corp`. */
export function spellings(name: string): readonly string[] {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const joined = ['', ' ', '-', '_', '.'].map((joint) => parts.join(joint));
  return [...new Set([name.toLowerCase(), ...joined])].filter((spelling) => spelling !== '');
}
