import { nameParts } from './renames.js';

/** A customer with all the ways to write its name. */
export interface NamedCustomer {
  readonly id: string;
  readonly names: readonly string[];
}

/** Branches of one task; they go away when it is done. */
const topic =
  /^(?:(?:feat|features?|fix(?:es)?|bug(?:s|fix(?:es)?)?|hotfix(?:es)?|chores?|tasks?|story|stories|issues?|tickets?|docs?|tests?|ci|refactor|perf|build|style|wip|tmp|temp|backup|revert|poc|spike|experiment|dependabot|renovate|snyk|copilot|cherry-pick|users?|personal|pr|pull|merge|deps)[/_-]|\d+[-_]|#\d+)/i;
const requestKey = /(?:^|[/_-])[a-z][a-z0-9]+-\d+(?:$|[/_-])/i;
const release = /^(?:v?\d+(?:\.\d+)*(?:[.-]x)?(?:-\w+)?|releases?[/_-].*|gh-pages|support\/\d.*)$/i;

/** Ids of the customers that a branch is named for; none where its name is that of a task, a release or a person's work. */
export function customersOfBranch(name: string, customers: readonly NamedCustomer[]): readonly string[] {
  if (topic.test(name) || requestKey.test(name) || release.test(name)) return [];
  const parts = nameParts(name).map((part) => part.toLowerCase());
  return customers.filter(({ id, names }) => [id, ...names].some((one) => holdsName(parts, one))).map(({ id }) => id);
}

/** Shorter names stand in branches' names by chance. */
const shortest = 3;

function holdsName(parts: readonly string[], name: string): boolean {
  const wanted = nameParts(name).join('').toLowerCase();
  if (wanted.length < shortest) return false;
  return parts.some((_, start) => {
    let joined = '';
    for (let at = start; at < parts.length && joined.length < wanted.length; at++) joined += parts[at] ?? '';
    return joined === wanted;
  });
}

/** So many branches in one folder that are called after a customer each are no accident. */
const leastKept = 3;

/** Of some branches those that are kept for customers by their names alone: `customers/acme`, where the folder has two more such branches. */
export function keptByName(names: readonly string[], customers: readonly NamedCustomer[]): ReadonlySet<string> {
  const joined = (text: string): string => nameParts(text).join('').toLowerCase();
  const known = new Set(customers.flatMap(({ id, names: others }) => [id, ...others].map(joined)));
  const folders = new Map<string, string[]>();
  for (const name of names) {
    const end = name.lastIndexOf('/');
    if (end > 0 && known.has(joined(name.slice(end + 1))))
      folders.set(name.slice(0, end), [...(folders.get(name.slice(0, end)) ?? []), name]);
  }
  return new Set([...folders.values()].filter((inside) => inside.length >= leastKept).flat());
}

const day = 86_400_000;
/** A branch that parted from the base for less has the age of a task. */
const leastDays = 30;

/** Whole days between two ISO dates. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / day);
}

/** Whether a branch has lived on its own for long, from where it parted to its last commit. */
export function isLongLived(parted: string, tip: string): boolean {
  return daysBetween(parted, tip) >= leastDays;
}
