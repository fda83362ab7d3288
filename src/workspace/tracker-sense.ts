import type { JSONPath } from 'jsonc-parser';
import { usualUrl, type TrackerType } from '../model/tracker.js';
import type { ConfigDocument, ConfigProblem } from './config-document.js';
import type { WrittenTracker } from './complete-trackers.js';
import type { WrittenConfig } from './config-schema.js';

/** What is wrong with a tracker: where below it, what, and what to do. */
interface Fault {
  readonly at: JSONPath;
  readonly message: string;
  readonly remedy: string;
}

/** What a project of a type is called, for those that cannot be asked without. */
const neededProjects: Readonly<Partial<Record<TrackerType, string>>> = {
  'jira-cloud': 'the keys of projects: ["PROD"]',
  'jira-data-center': 'the keys of projects: ["PROD"]',
  github: 'repositories: ["owner/repository"]',
  gitlab: 'projects: ["group/project"]',
  'azure-boards': 'the names of projects: ["Shop"]',
  aha: 'the prefixes of products: ["SHOP"]',
};

/** Warnings about trackers and links. A tracker with one is not in force; the rest of the file is. */
export function trackerProblems(document: ConfigDocument, { trackers = [], links = [] }: WrittenConfig): readonly ConfigProblem[] {
  const inTrackers = trackers.flatMap((tracker, index) =>
    faultsOf(tracker, trackers.slice(0, index)).map(({ at, message, remedy }) =>
      document.problem('warning', ['trackers', index, ...at], `${message}; the tracker is left out.`, remedy),
    ),
  );
  const inLinks = links.flatMap((link, index) => {
    if (link.finding !== undefined || link.path !== undefined || link.customer !== undefined) return [];
    const message = `The link to "${link.request}" says nothing of what it belongs to; it has no effect.`;
    return [document.problem('warning', ['links', index], message, 'Add "finding", "path" or "customer".')];
  });
  return [...inTrackers, ...inLinks];
}

/** The trackers that can be asked. */
export function usableTrackers({ trackers = [] }: WrittenConfig): readonly WrittenTracker[] {
  return trackers.filter((tracker, index) => faultsOf(tracker, trackers.slice(0, index)).length === 0);
}

function faultsOf(tracker: WrittenTracker, before: readonly WrittenTracker[]): readonly Fault[] {
  return [...idFaults(tracker, before), ...placeFaults(tracker), ...patternFaults(tracker)];
}

function idFaults({ id }: WrittenTracker, before: readonly WrittenTracker[]): Fault[] {
  const at = ['id'];
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id))
    return [{ at, message: `"${id}" is no id of a tracker`, remedy: 'Use letters, digits and hyphens, beginning with a letter.' }];
  const isTaken = before.some((other) => other.id.toLowerCase() === id.toLowerCase());
  return isTaken ? [{ at, message: `Two trackers have the id "${id}"`, remedy: 'Give each its own.' }] : [];
}

function placeFaults({ type, url, projects = [], path }: WrittenTracker): Fault[] {
  if (type === 'file')
    return path === undefined ? [{ at: [], message: 'A "file" needs a "path"', remedy: 'Give the path of the CSV or JSON file.' }] : [];
  const project = neededProjects[type];
  const lacks = project !== undefined && projects.length === 0;
  const isRepository = type === 'github' || type === 'gitlab';
  return [
    ...urlFaults(type, url),
    ...(lacks ? [{ at: [], message: `A tracker of type "${type}" needs "projects"`, remedy: `Give ${project}.` }] : []),
    ...projects.flatMap((name, index) =>
      isRepository && !/^[\w.-]+(?:\/[\w.-]+)+$/.test(name)
        ? [{ at: ['projects', index], message: `"${name}" is no project of ${type}`, remedy: `Give ${project ?? ''}.` }]
        : [],
    ),
  ];
}

function urlFaults(type: TrackerType, url: string | undefined): Fault[] {
  const at = ['url'];
  if (url === undefined) {
    const message = `A tracker of type "${type}" needs a "url"`;
    return usualUrl(type) === null ? [{ at: [], message, remedy: 'Give the address of the site as you open it.' }] : [];
  }
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.search !== '' || parsed.hash !== '')
    return [
      { at, message: `"${url}" is no address of a site`, remedy: 'Give it as "https://tracker.example.com", without a name or query.' },
    ];
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
  const remedy = 'Write https://. Plain http is for trackers on this machine only.';
  return parsed.protocol === 'http:' && !isLocal ? [{ at, message: `"${url}" would send the token unencrypted`, remedy }] : [];
}

function patternFaults({ keyPatterns = [], customerLabels = [] }: WrittenTracker): Fault[] {
  const keys = keyPatterns.flatMap((pattern, index) =>
    isKeyPattern(pattern)
      ? []
      : [
          {
            at: ['keyPatterns', index],
            message: `"${pattern}" is no pattern of a key`,
            remedy:
              'Write the key with {number} for its digits, such as "REQ-{number}"; {project} stands for a word, nothing else is special.',
          },
        ],
  );
  const labels = customerLabels.flatMap((pattern, index) =>
    pattern.split('{customer}').length === 2 && pattern !== '{customer}'
      ? []
      : [
          {
            at: ['customerLabels', index],
            message: `"${pattern}" is no pattern of a label`,
            remedy: 'Write the label with {customer} for the name: "customer-{customer}".',
          },
        ],
  );
  return [...keys, ...labels];
}

/** One number, at most one project, and something besides; a number alone would be found everywhere. */
function isKeyPattern(pattern: string): boolean {
  const literal = pattern.replace('{number}', '').replace('{project}', '');
  return pattern.includes('{number}') && literal.trim() !== '' && !/[{}\s]/.test(literal) && pattern.length <= 60;
}
