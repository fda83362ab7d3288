import { dataLanguage } from '../facts/data/data-language.js';
import { mayTellCustomers } from '../link/data-words.js';
import { isTestFile } from '../link/test-files.js';
import { tradeWords } from '../link/trigger-words.js';
import { isForeignDocument } from './data-files.js';

/** Says whether a text can hold a fact worth parsing for. */
export type WordTest = (text: string) => boolean;

/** Says whether a file can, by its text or by its path: a folder's name can be the evidence. */
export type FileTest = (text: string, path: string) => boolean;

/**
 * The word test of files. Test files count only where they hold a name, configured or learned from other files: they make up
 * customers and switch flags as they need them, so that the words of the trade say nothing there. In data, where any word may stand in a
 * text, the words of the trade have to be keys or parts of the path.
 */
export function makeFileTest(words: Iterable<string>): FileTest {
  const all = [...words];
  const names = all.filter((word) => !tradeWords.has(word));
  const holdsWord = makeWordTest(all);
  const holdsName = makeWordTest(names);
  const asksTrade = names.length < all.length;
  return (text, path) => {
    const isTest = isTestFile(path);
    if (dataLanguage(path) !== null) {
      if (isForeignDocument(text)) return false;
      return holdsName(text) || holdsName(path) || (asksTrade && !isTest && mayTellCustomers(text, path));
    }
    const test = isTest ? holdsName : holdsWord;
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
  const kept = new Set<string>();
  const all = new Set([...words].map((word) => word.toLowerCase()).filter((word) => word !== ''));
  const sorted = [...all].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const shortest = sorted[0]?.length ?? 0;
  for (const word of sorted) if (!holdsOneOf(word, kept, shortest)) kept.add(word);
  return [...kept];
}

/** Looks up every part of the word: words come by the thousand, and are short. */
function holdsOneOf(word: string, others: ReadonlySet<string>, shortest: number): boolean {
  for (let start = 0; start + shortest <= word.length; start++)
    for (let end = start + shortest; end <= word.length; end++) if (others.has(word.slice(start, end))) return true;
  return false;
}
