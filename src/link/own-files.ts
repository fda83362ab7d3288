import type { Facts, TableFact } from '../facts/facts.js';
import { isIdentifyingKey } from './collections.js';
import type { Evidence } from './evidence.js';
import { lineOf, nameOfConstant } from './naming.js';
import { customerFolders, partyWords } from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/** As strong as the folder that it confirms. */
const ownFileWeight = 0.4;

/** `export default { slug: 'acme', … }` in `clients/acme.ts`, `{ tenantId: 'acme' }` in `acme.config.ts`: a file of the customer's own. */
export function ownFileEvidence(path: string, facts: Facts, table: TableFact): Evidence[] {
  if (table.isItem || table.parent !== -1) return [];
  const [file = '', folder = '', above = ''] = path.split('/').reverse();
  const stems = [...file.split('.'), folder].map(normalize);
  const isPlace = [folder, above].some((one) => customerFolders.has(one.toLowerCase()));
  return table.entries.flatMap((entry) => {
    const { key, value } = entry;
    if (key === null || value.is !== 'literal' || typeof value.value !== 'string' || !isIdentifyingKey(key)) return [];
    if (!stems.includes(normalize(value.value))) return [];
    if (!isPlace && !wordsOf(key).some((word) => partyWords.has(singular(word)))) return [];
    const naming = nameOfConstant({ value: value.value, names: [], path, span: entry }, facts);
    if (!naming) return [];
    const text = `“${naming.name}” stands as ${key} in its own file`;
    return [{ ...naming, source: 'record', weight: ownFileWeight, path, line: lineOf(facts, entry.start) + 1, text }];
  });
}
