import { isTestFile } from '../test-files.js';
import { singular, wordsOf } from '../words.js';
import { alikeEndings, alikeFolders, alikeNames, alikeWords } from './fork-vocabulary.js';

/** Whether a copy of this file could be for a customer: not of tests, icons, settings of tools, type declarations, migrations … */
export function mayBeForked(path: string): boolean {
  if (isTestFile(path)) return false;
  const segments = path.toLowerCase().split('/');
  const file = segments.pop() ?? '';
  const [name = '', ...endings] = file.split('.').slice(0, -1);
  if (segments.some((folder) => alikeFolders.has(singular(folder)) || /[-_]tests?$/.test(folder))) return false;
  if (name === '' || alikeNames.has(singular(name)) || endings.some((ending) => alikeEndings.has(singular(ending)))) return false;
  const words = wordsOf(path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')));
  const isTest = [words[0], words.at(-1)].some((word) => word === 'test' || word === 'tests' || word === 'e2e');
  return !isTest && !words.some((word) => alikeWords.has(singular(word)));
}
