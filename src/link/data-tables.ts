import type { Facts, TableFact, Term } from '../facts/facts.js';
import { collectionWeight, isHomogeneous, isIdentifyingKey, strongCollection } from './collections.js';
import { customerFolders, directoryWords } from './vocabulary.js';
import { singular, wordsOf } from './words.js';

/** A table or list of a data file that is, by its name or place, about customers. */
export interface PartyTable {
  /** `brands`, `tenants` */
  readonly name: string;
  /** From 0 to 1, as `collectionWeight`; 0 for a name that tells nothing. */
  readonly weight: number;
  /** Whether it holds what the product does for each, as opposed to who they are: names, addresses, figures. */
  readonly isSettings: boolean;
}

/** Lists of more customers than a product is adapted for are its data. */
const crowd = 40;

const sampleFolder = /(?:^|\/)(?:seeds?|seeders?|samples?|examples?|demos?|dumm(?:y|ies)|sandbox|snapshots?|templates?)\//i;
const sampleName = /(?:^|[._-])(?:seeds?|samples?|examples?|demo|dummy|mocks?|fixtures?|template|dist|schema)(?=[._-])/i;

/** Whether a data file only shows what such a file could be: examples, templates, what a new database is filled with. */
export function isSampleData(path: string): boolean {
  return sampleFolder.test(path) || sampleName.test(fileName(path));
}

/** Names of files that say as much as the folder does. */
const genericName = /^(?:index|config|configs|configuration|settings|data|defaults?|list|all|main|values|map)$/i;

/** What a table of a data file is called: the key that it stands under, at the root the file, or its folder where the file's name says nothing. */
export function dataTableName(path: string, table: TableFact): string {
  if (table.name !== null) return table.name;
  const [stem = ''] = fileName(path).split('.');
  return genericName.test(stem) ? folderName(path) : stem;
}

/** How far a table that is keyed by customers, or the list that a record stands in, is about them. */
export function partyTable(path: string, facts: Facts, table: TableFact): PartyTable {
  const name = dataTableName(path, table);
  const records = table.isItem ? siblings(facts, table) : table.entries.flatMap(({ value }) => tableOf(facts, value) ?? []);
  const count = table.isItem ? records.length : table.entries.length;
  const isPlain = records.length > 0 && records.every((record) => isDirectoryEntry(record));
  return { name, weight: collectionWeight(name), isSettings: count <= crowd && !isPlain };
}

/** Whether the keys of a table are customers by what it is called and holds. */
export function isKeyedByParty(table: TableFact, { weight }: PartyTable): boolean {
  return !table.isItem && weight >= strongCollection && table.entries.length >= 2 && table.entries.length <= crowd && isHomogeneous(table);
}

/** The name under which a root mapping has a file or folder of its own among customers: `acme` in `tenants/acme.json`, `tenants/acme/theme.yml`. */
export function ownPlace(path: string, table: TableFact): string | null {
  if (table.name !== null || table.parent !== -1) return null;
  const [file = '', folder = '', above = ''] = path.split('/').reverse();
  const stem = file.replace(/\..*$/, '');
  if (customerFolders.has(folder.toLowerCase())) return stem !== '' && !genericName.test(stem) ? stem : null;
  return customerFolders.has(above.toLowerCase()) ? folder : null;
}

/** Fields of an address book or a product catalogue, without a word on how the product behaves. */
function isDirectoryEntry(record: TableFact): boolean {
  return record.entries.every(({ key, value }) => {
    if (key === null || (value.is === 'literal' && value.value === null)) return true;
    if (value.is === 'literal' && typeof value.value === 'boolean') return /^(?:is_?)?(?:active|deleted|archived|verified)$/i.test(key);
    return isIdentifyingKey(key) || directoryWords.has(singular(wordsOf(key).at(-1) ?? ''));
  });
}

/** The records of the list that a record stands in. */
function siblings(facts: Facts, { name, parent }: TableFact): readonly TableFact[] {
  let lists = listsOf.get(facts);
  if (!lists) {
    lists = new Map<string, TableFact[]>();
    for (const table of facts.tables) {
      if (!table.isItem) continue;
      const list = lists.get(listKey(table));
      if (list) list.push(table);
      else lists.set(listKey(table), [table]);
    }
    listsOf.set(facts, lists);
  }
  return lists.get(listKey({ name, parent })) ?? [];
}

const listsOf = new WeakMap<Facts, Map<string, TableFact[]>>();

function listKey({ name, parent }: Pick<TableFact, 'name' | 'parent'>): string {
  return `${String(parent)} ${name ?? ''}`;
}

function tableOf(facts: Facts, term: Term): TableFact | undefined {
  return term.is === 'table' ? facts.tables[term.table] : undefined;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderName(path: string): string {
  return path.split('/').at(-2) ?? '';
}
