import type { Finding } from '../model/finding.js';
import type { Request } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { requestsInOrder } from './figures-plan.js';
import type { Translate } from './translate.js';

/** A request that can be picked. */
export interface RequestChoice {
  readonly label: string;
  readonly description: string;
  readonly key: string;
}

/** More than this nobody reads. */
const choiceLimit = 50;

/** What can be linked for a text that somebody typed: the requests that hold its words, those known longest last, and the text as a key. */
export function planChoices(t: Translate, items: readonly TrackerItem[], typed: string): readonly RequestChoice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = ({ key, title, labels, customers }: TrackerItem): boolean => {
    const said = [key, title, ...labels, ...customers.map(({ name }) => name)].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const found = items
    .filter(isMeant)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, choiceLimit)
    .map(({ key, title, status, tracker }) => ({
      label: `${key} ${title}`,
      description: [status, tracker].filter(Boolean).join(' · '),
      key,
    }));
  const key = typed.trim();
  if (!isKey(key) || found.some((choice) => choice.key.toLowerCase() === key.toLowerCase())) return found;
  return [...found, { label: key, description: t('as it is written'), key }];
}

/** Whether a directive would take it for a request: `PROD-123`, `#123`, `owner/name#123`, or an address. */
export function isKey(text: string): boolean {
  return /^(?:https?:\/\/\S+|[A-Za-z][A-Za-z0-9_]*-\d+|[\w./-]*[#!]\d+)$/.test(text);
}

/** What a comment says that ties a place to a request; null where no customer can be named in it. */
export function annotationOf({ customers }: Finding, key: string): string | null {
  return customers.length > 0 && isKey(key) ? `${customers.join(', ')} ${key}` : null;
}

/** Requests that can be read in a browser, the surest first. */
export function readable(finding: Finding): readonly Request[] {
  return requestsInOrder(finding).filter(({ url }) => url !== null);
}
