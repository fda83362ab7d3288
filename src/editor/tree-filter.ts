import type { Entry } from './file-rows.js';
import { nameKind, type Translate } from './translate.js';

/** Whether an entry holds every word of the filter: in its path, source, kind, customers, flag or requests. Case does not count. */
export function makeFilter(t: Translate, filter: string): (entry: Entry) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (entry) => {
    const said = textsOf(t, entry).join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  };
}

function textsOf(t: Translate, { path, finding, customers }: Entry): readonly string[] {
  const { kind, text, flag, requests = [] } = finding;
  return [
    path,
    text,
    nameKind(t, kind),
    flag?.key ?? '',
    ...finding.customers,
    ...customers.map(({ name }) => name),
    ...requests.flatMap(({ key, title = '', status = '' }) => [key, title, status]),
  ];
}
