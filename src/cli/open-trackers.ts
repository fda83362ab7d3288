import path from 'node:path';
import { HttpClient } from '../trackers/http-client.js';
import { ItemStore } from '../trackers/item-store.js';
import { openTracker } from '../trackers/registry.js';
import { TrackerItems } from '../trackers/sync.js';
import { realWorld } from '../trackers/world.js';
import { readExport } from '../workspace/read-export.js';
import type { Configuration } from '../workspace/session.js';
import { tokenFor } from './tokens.js';

/** The trackers of a configuration with what is kept of them. Nothing is asked yet. `cacheFolder` null keeps nothing. */
export function openTrackers(root: string, { config, file }: Configuration, cacheFolder: string | null): readonly TrackerItems[] {
  const http = new HttpClient(realWorld);
  const folder = file === null ? root : path.dirname(file);
  return config.trackers.map((one) => {
    const tracker = openTracker({
      config: one,
      http,
      provider: (of, origin) =>
        new Promise((resolve) => {
          resolve(tokenFor(of, origin, process.env));
        }),
      readExport: (name) =>
        new Promise((resolve) => {
          resolve(readExport(name, folder, root));
        }),
    });
    return new TrackerItems(tracker, new ItemStore(cacheFolder, root, one));
  });
}
