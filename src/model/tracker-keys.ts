import type { TrackerConfig } from './tracker.js';

/** One way to write a key. `{number}` and `{project}` in `key` are what they stood for in `pattern`. */
export interface KeyPattern {
  readonly pattern: string;
  /** The key as the tracker's items have it. */
  readonly key: string;
}

/** The ways in which the keys of a tracker are written, those of the configuration included. */
export function keyPatterns(tracker: TrackerConfig): readonly KeyPattern[] {
  const numbered = numberedKey(tracker);
  const own = tracker.keyPatterns.map((pattern) => ({ pattern, key: numbered ?? pattern }));
  return [...usualPatterns(tracker), ...own];
}

/** The key of an item of a project by its number, for trackers that count within a project or altogether. */
export function itemKey(tracker: TrackerConfig, project: string, number: number): string {
  return (numberedKey(tracker) ?? `${project}#{number}`).replace('{number}', String(number));
}

/** The form of all keys where they differ in nothing but the number; null elsewhere. */
function numberedKey({ type, projects }: TrackerConfig): string | null {
  switch (type) {
    case 'github':
    case 'gitlab':
      return projects.length === 1 ? '#{number}' : null;
    case 'redmine':
      return '#{number}';
    case 'azure-boards':
      return 'AB#{number}';
    case 'shortcut':
      return 'sc-{number}';
    default:
      return null;
  }
}

function usualPatterns(tracker: TrackerConfig): readonly KeyPattern[] {
  const { type, projects } = tracker;
  const alike = (pattern: string): KeyPattern => ({ pattern, key: pattern });
  switch (type) {
    case 'jira-cloud':
    case 'jira-data-center':
    case 'linear':
      return projects.map((project) => alike(`${project}-{number}`));
    case 'aha':
      return projects.flatMap((project) => [alike(`${project}-I-{number}`), alike(`${project}-{number}`)]);
    case 'github':
    case 'gitlab':
      return repositoryPatterns(tracker);
    case 'redmine':
      return [alike('#{number}')];
    case 'azure-boards':
      return [alike('AB#{number}')];
    case 'shortcut':
      return [alike('sc-{number}'), { pattern: 'ch{number}', key: 'sc-{number}' }];
    case 'file':
      return [];
  }
}

function repositoryPatterns({ type, projects }: TrackerConfig): readonly KeyPattern[] {
  const [only] = projects;
  if (projects.length !== 1 || only === undefined) return projects.map((project) => alikeIn(project));
  const short = type === 'github' ? ['#{number}', 'GH-{number}'] : ['#{number}'];
  return [...short, `${only}#{number}`].map((pattern) => ({ pattern, key: '#{number}' }));
}

function alikeIn(project: string): KeyPattern {
  return { pattern: `${project}#{number}`, key: `${project}#{number}` };
}

/** Where people read an item; null where the address has parts that only the tracker knows. */
export function webUrl(tracker: TrackerConfig, key: string): string | null {
  const { type, url, projects } = tracker;
  const number = /\d+$/.exec(key)?.[0];
  if (url === null || number === undefined) return null;
  const repository = key.includes('/') ? key.slice(0, key.lastIndexOf('#')) : projects[0];
  switch (type) {
    case 'jira-cloud':
    case 'jira-data-center':
      return `${url}/browse/${encodeURIComponent(key)}`;
    case 'github':
      return repository === undefined ? null : `${url}/${repository}/issues/${number}`;
    case 'gitlab':
      return repository === undefined ? null : `${url}/${repository}/-/issues/${number}`;
    case 'azure-boards':
      return `${url}/${encodeURIComponent(projects[0] ?? '')}/_workitems/edit/${number}`;
    case 'aha':
      return `${url}/${key.includes('-I-') ? 'ideas/ideas' : 'features'}/${encodeURIComponent(key)}`;
    case 'redmine':
      return `${url}/issues/${number}`;
    default:
      return null;
  }
}

/** What an address of a tracker's site ends in, from its path on: in brackets the key or its number, before it the repository. */
const addresses: Readonly<Record<string, RegExp>> = {
  'jira-cloud': /^\/browse\/([A-Za-z]\w{0,30}-\d{1,10})/,
  'jira-data-center': /^\/browse\/([A-Za-z]\w{0,30}-\d{1,10})/,
  github: /^\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:issues|pull)\/(\d{1,10})/,
  gitlab: /^\/([\w./-]{1,300}?)\/(?:-\/)?issues\/(\d{1,10})/,
  linear: /^\/[\w-]{1,100}\/issue\/([A-Za-z]\w{0,30}-\d{1,10})/,
  'azure-boards': /^\/(?:[^/]{1,100}\/)?_workitems\/edit\/(\d{1,10})/,
  aha: /^\/(?:ideas\/ideas|features)\/([A-Za-z][\w-]{0,40}-\d{1,10})/,
  redmine: /^\/issues\/(\d{1,10})/,
  shortcut: /^\/[\w-]{1,100}\/story\/(\d{1,10})/,
};

/** The key of the item that an address leads to; null for addresses of other sites, projects or pages. */
export function keyOfAddress(tracker: TrackerConfig, address: string): string | null {
  const { type, url, projects } = tracker;
  if (url === null || !address.toLowerCase().startsWith(url.toLowerCase())) return null;
  const [, first, second] = addresses[type]?.exec(address.slice(url.length)) ?? [];
  if (first === undefined) return null;
  if (second !== undefined) return projects.includes(first) ? itemKey(tracker, first, Number(second)) : null;
  return /^\d+$/.test(first) ? itemKey(tracker, '', Number(first)) : first.toUpperCase();
}
