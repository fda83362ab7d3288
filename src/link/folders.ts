import { isVocabulary } from './collections.js';
import type { Evidence } from './evidence.js';
import { isPlausibleName } from './naming.js';
import { customerFolders, partyWords } from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/** A name that stands below this many other folders is a part of the code's architecture: `workflows`, `dtos`. */
const architectureLimit = 3;

/** Names of folders that stand below so many different folders that they can't be customers. */
export function architectureOf(paths: Iterable<string>): ReadonlySet<string> {
  const parents = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const path of paths) {
    const segments = path.split('/').slice(0, -1);
    const folder = segments.join('/');
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (let position = 1; position < segments.length; position++) {
      const [parent = '', name = ''] = [segments[position - 1]?.toLowerCase(), segments[position]?.toLowerCase()];
      if (!customerFolders.has(parent)) parents.set(name, (parents.get(name) ?? new Set()).add(parent));
    }
  }
  return new Set([...parents].filter(([, below]) => below.size >= architectureLimit).map(([name]) => name));
}

/** Evidence that lies in where a file is: `src/customers/acme/invoice.ts`. */
export function folderEvidence(path: string, architecture: ReadonlySet<string>): Evidence[] {
  const segments = path.split('/');
  return segments.flatMap((segment, position): Evidence[] => {
    const next = segments[position + 1];
    if (next === undefined || !customerFolders.has(segment.toLowerCase())) return [];
    const isFile = position + 1 === segments.length - 1;
    if (isFile && /\..*\./.test(next)) return [];
    const name = isFile ? next.replace(/\..*$/, '') : next;
    if (/^[[(_.@]/.test(name) || !isPlausibleName(name) || isVocabulary(name)) return [];
    if (architecture.has(name.toLowerCase()) || isPartOf(name, segment)) return [];
    const weight = weightOf(segment.toLowerCase()) * (isFile ? 0.5 : 1);
    const text = `has a place of its own under ${segments.slice(0, position + 1).join('/')}/`;
    return [{ name, id: null, source: 'folder', weight, path, line: 0, text: `“${name}” ${text}` }];
  });
}

/** A module that is imported stands somewhere too, even where its file is not part of the scan. */
export function importedFolder(path: string, source: string, architecture: ReadonlySet<string>): Evidence[] {
  if (!source.startsWith('.') && !source.startsWith('@/') && !source.startsWith('~/')) return [];
  const segments = source.startsWith('.') ? path.split('/').slice(0, -1) : [];
  for (const segment of source.replace(/^[@~]\//, '').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return folderEvidence(segments.join('/'), architecture).map((one) => ({ ...one, path }));
}

/** `customers/customer-detail` is a feature about customers. */
function isPartOf(name: string, folder: string): boolean {
  const own = singular(folder.toLowerCase());
  return wordsOf(name).some((word) => singular(word) === own);
}

/** `tenants/` holds tenants; `customer/` is as often a module about the customer. */
function weightOf(folder: string): number {
  const party = singular(normalize(folder));
  if (!partyWords.has(party)) return party === normalize(folder) ? 0.1 : 0.2;
  return party === normalize(folder) && !/^(brand|tenant|whitelabel)$/.test(folder) ? 0.12 : 0.4;
}
