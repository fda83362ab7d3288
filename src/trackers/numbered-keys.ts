import type { TrackerConfig } from '../model/tracker.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { FetchedItems } from './tracker.js';

/** The items with these numbers in a project, in their order; null for what is not there. */
type NumberReader = (project: string, numbers: readonly number[]) => Promise<readonly (TrackerItem | null)[]>;

/** Fetches items whose keys end in numbers, project by project. Keys of projects that are not configured are missing: no one asked for them. */
export async function numberedKeys(config: TrackerConfig, keys: readonly string[], read: NumberReader): Promise<FetchedItems> {
  const byProject = new Map<string, Map<number, string>>();
  for (const key of keys) {
    const number = Number(/\d+$/.exec(key)?.[0]);
    const project = projectOf(config, key);
    if (project === undefined || !Number.isSafeInteger(number)) continue;
    const numbers = byProject.get(project) ?? new Map<number, string>();
    byProject.set(project, numbers.set(number, key));
  }
  const found = new Map<string, TrackerItem>();
  for (const [project, numbers] of byProject) {
    const items = await read(project, [...numbers.keys()]);
    for (const [index, key] of [...numbers.values()].entries()) {
      const item = items[index];
      if (item) found.set(key, item);
    }
  }
  return { found, missing: keys.filter((key) => !found.has(key)) };
}

function projectOf({ projects }: TrackerConfig, key: string): string | undefined {
  const named = projects.find((project) => key.startsWith(`${project}#`));
  return named ?? (key.includes('/') ? undefined : projects[0]);
}
