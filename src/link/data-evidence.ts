import type { Facts, TableEntry, TableFact } from '../facts/facts.js';
import { isIdentifyingKey, isVocabulary } from './collections.js';
import { isKeyedByParty, isSampleData, ownPlace, partyTable } from './data-tables.js';
import type { Evidence, EvidenceSource } from './evidence.js';
import { isOpaque, lineOf, nameOfConstant } from './naming.js';
import { partyWords } from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/** A list of who the customers are says little: many products keep one of parties that are nobody's customers. */
const directoryFactor = 0.4;
/** `tenants` are served by the product; `brands` and `partners` may be shown by it. */
const servedFactor = 1.25;
const servedParty = /^(?:tenant|subtenant|licensee|reseller|whitelabel|mandant|cobrand|franchisee|concessionaire)$/;
/** `TENANT=acme` in an environment file. */
const variableWeight = 0.3;
/** `slug: acme` in `tenants/acme.yaml`: as strong as the folder that it confirms. */
const ownFileWeight = 0.4;

/** Evidence in a data file: keys of and records in tables of settings per customer, and variables that name one. */
export function dataEvidence(path: string, facts: Facts): Evidence[] {
  if (isSampleData(path)) return [];
  const found = facts.tables.flatMap((table) => [...keys(path, facts, table), ...records(path, facts, table)]);
  const isEnvironment = !/\.(?:jsonc?|ya?ml)$/i.test(path);
  return isEnvironment ? variables(path, facts) : found;
}

function keys(path: string, facts: Facts, table: TableFact): Evidence[] {
  const party = partyTable(path, facts, table);
  if (!isKeyedByParty(table, party)) return [];
  const weight = party.weight * factorOf(party.name, party.isSettings);
  return table.entries.flatMap((entry) => named(path, facts, entry, entry.key, 'table', weight, `is a key of ${party.name}`));
}

function records(path: string, facts: Facts, table: TableFact): Evidence[] {
  const own = ownPlace(path, table);
  if (!table.isItem && own === null) return [];
  const party = partyTable(path, facts, table);
  const weight = (own === null ? party.weight : ownFileWeight) * factorOf(party.name, party.isSettings);
  if (weight === 0 || (own === null && !party.isSettings)) return [];
  return table.entries.flatMap((entry) => {
    const text = entry.value.is === 'literal' && typeof entry.value.value === 'string' ? entry.value.value : null;
    // Names of people have spaces; slugs, codes and ids have none.
    if (entry.key === null || text === null || /\s/.test(text) || !isIdentifyingKey(entry.key)) return [];
    if (own !== null && normalize(text) !== normalize(own)) return [];
    return named(path, facts, entry, text, 'record', weight, `stands as ${entry.key} in ${own === null ? party.name : 'its own file'}`);
  });
}

/** `TENANT=acme`, `BRAND_SLUG=umbrella-health` */
function variables(path: string, facts: Facts): Evidence[] {
  return (facts.tables[0]?.entries ?? []).flatMap((entry) => {
    const isParty = entry.key !== null && wordsOf(entry.key).some((word) => partyWords.has(singular(word))) && isIdentifyingKey(entry.key);
    const text = isParty && entry.value.is === 'literal' && typeof entry.value.value === 'string' ? entry.value.value : null;
    return named(path, facts, entry, text, 'constant', variableWeight, `is the value of ${entry.key ?? ''}`);
  });
}

function factorOf(name: string, isSettings: boolean): number {
  if (!isSettings) return directoryFactor;
  return wordsOf(name).some((word) => servedParty.test(singular(word))) ? servedFactor : 1;
}

function named(
  path: string,
  facts: Facts,
  entry: TableEntry,
  value: string | null,
  source: EvidenceSource,
  weight: number,
  text: string,
): Evidence[] {
  const naming = value === null ? null : nameOfConstant({ value, names: [], path, span: entry }, facts);
  if (!naming || isVocabulary(naming.name) || isOpaque(naming.name)) return [];
  return [{ ...naming, source, weight, path, line: lineOf(facts, entry.start) + 1, text: `“${naming.name}” ${text}` }];
}
