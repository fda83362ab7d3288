import { isTestFile } from '../link/test-files.js';
import { tradeWords } from '../link/trigger-words.js';

/** Says whether a text can hold a fact worth parsing for. */
export type WordTest = (text: string) => boolean;

/** Says whether a file can, by its text or by its path: a folder's name can be the evidence. */
export type FileTest = (text: string, path: string) => boolean;

/**
 * The word test of files. Test files count only where they hold a name, configured or learned from other files: they make up
 * customers and switch flags as they need them, so that the words of the trade say nothing there.
 */
export function makeFileTest(words: Iterable<string>): FileTest {
  const all = [...words];
  const holdsWord = makeWordTest(all);
  const holdsName = makeWordTest(all.filter((word) => !tradeWords.has(word)));
  return (text, path) => {
    const test = isTestFile(path) ? holdsName : holdsWord;
    return test(text) || test(path);
  };
}

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
