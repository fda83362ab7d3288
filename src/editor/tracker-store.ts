import { posix } from 'node:path';
import * as vscode from 'vscode';
import { missingKeys } from '../assess/tracker-coverage.js';
import type { MissingKeys, TrackerCoverage } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { TrackerConfig } from '../model/tracker.js';
import { HttpClient } from '../trackers/http-client.js';
import { ItemStore } from '../trackers/item-store.js';
import { openTracker } from '../trackers/registry.js';
import { TrackerItems } from '../trackers/sync.js';
import type { TokenProvider, Tracker } from '../trackers/tracker.js';
import { realWorld } from '../trackers/world.js';
import { readExport } from '../workspace/read-export.js';
import { configUri } from './config-file.js';
import type { Folder } from './folders.js';
import { isKey } from './request-plan.js';
import type { Connection, TrackerConnections } from './tracker-connections.js';

interface Opened {
  /** The configurations that the trackers were opened with, as text to compare with. */
  readonly written: string;
  readonly trackers: readonly TrackerItems[];
}

/** The trackers of all folders, and their items as far as they are known here: from what was kept, until somebody asks for more. */
export class TrackerStore {
  readonly #connections: TrackerConnections;
  readonly #cacheFolder: string | null;
  readonly #http = new HttpClient(realWorld);
  readonly #opened = new Map<string, Opened>();

  /** `cacheFolder` null keeps nothing between windows. */
  constructor(connections: TrackerConnections, cacheFolder: string | null) {
    this.#connections = connections;
    this.#cacheFolder = cacheFolder;
  }

  /** Takes what the configuration says of trackers; true when that is news. Asks nobody. */
  open(folder: Folder): boolean {
    const { trackers } = folder.session.model.config;
    const written = JSON.stringify(trackers);
    if ((this.#opened.get(keyOf(folder))?.written ?? '[]') === written) return false;
    const provider = this.#connections.provider(keyOf(folder));
    const made = trackers.map((config) => new TrackerItems(this.#tracker(folder, config, provider), this.#storeOf(folder, config)));
    this.#opened.set(keyOf(folder), { written, trackers: made });
    return true;
  }

  /** `folder` is the address of a workspace folder. */
  itemsOf(folder: string): readonly TrackerItem[] {
    return this.#of(folder).flatMap(({ items }) => items);
  }

  /** What the trackers of a folder, by its address, do not find. */
  missingOf(folder: string): readonly MissingKeys[] {
    return missingKeys(this.#of(folder).map(({ coverage }) => coverage));
  }

  coverageOf(folder: Folder): readonly TrackerCoverage[] {
    return this.#of(keyOf(folder)).map(({ coverage }) => coverage);
  }

  isConnected(folder: Folder, tracker: string): boolean {
    return this.#connections.find(keyOf(folder), tracker) !== undefined;
  }

  /** Where a tracker's API is; null for files. */
  originOf(folder: Folder, config: TrackerConfig): string | null {
    return this.#tracker(folder, config, this.#connections.provider(keyOf(folder))).origin;
  }

  /** Asks the tracker whose token it is, and keeps the connection if it answers. Gives the name of the account. */
  async connect(
    folder: Folder,
    config: TrackerConfig,
    made: Connection | null,
    token: string | null,
    signal: AbortSignal,
  ): Promise<string> {
    const provider: TokenProvider = ({ id }, origin) => {
      if (!made) throw new Error('A file needs no token.');
      return this.#connections.credentials(id, made, origin, token);
    };
    const { name } = await this.#tracker(folder, config, provider).whoAmI(signal);
    if (made) await this.#connections.keep(keyOf(folder), config.id, { ...made, account: made.user ?? name }, token);
    return name;
  }

  async disconnect(folder: Folder, tracker: string): Promise<void> {
    await this.#connections.forget(keyOf(folder), tracker);
  }

  /** Reads what has changed in the trackers that can be asked, or in files alone; links anew, and asks for linked items that are not known. */
  async sync(folder: Folder, { onlyFiles = false, signal }: { onlyFiles?: boolean; signal?: AbortSignal } = {}): Promise<void> {
    this.open(folder);
    const asked = this.#of(keyOf(folder)).filter(({ tracker }) => {
      return tracker.origin === null || (!onlyFiles && this.isConnected(folder, tracker.config.id));
    });
    const options = { now: () => Date.now(), signal };
    await Promise.all(asked.map((one) => one.sync(options)));
    await folder.session.assess();
    const fetched = await Promise.all(asked.map((one) => one.fetchLinked(linkedKeys(folder, one.tracker.config.id), options)));
    if (fetched.includes(true)) await folder.session.assess();
  }

  /** Items that a text leads to, in the trackers that can be asked. */
  async search(folder: Folder, text: string, signal: AbortSignal): Promise<readonly TrackerItem[]> {
    const asked = this.#of(keyOf(folder)).filter(({ tracker }) => this.isConnected(folder, tracker.config.id));
    const found = await Promise.all(asked.map(({ tracker }) => searched(tracker, text.trim(), signal)));
    return found.flat();
  }

  #of(folder: string): readonly TrackerItems[] {
    return this.#opened.get(folder)?.trackers ?? [];
  }

  #tracker(folder: Folder, config: TrackerConfig, provider: TokenProvider): Tracker {
    const root = folder.uri.fsPath;
    const holder = vscode.Uri.joinPath(configUri(folder), '..').fsPath;
    return openTracker({ config, http: this.#http, provider, readExport: async (name) => Promise.resolve(readExport(name, holder, root)) });
  }

  #storeOf(folder: Folder, config: TrackerConfig): ItemStore {
    return new ItemStore(this.#cacheFolder, folder.uri.fsPath, config);
  }
}

async function searched(tracker: Tracker, text: string, signal: AbortSignal): Promise<readonly TrackerItem[]> {
  const [found, fetched] = await Promise.all([
    tracker.search({ text }, signal),
    isKey(text) ? tracker.fetchByKeys([text], signal).then(({ found: items }) => [...items.values()]) : [],
  ]);
  return [...fetched, ...found];
}

function linkedKeys(folder: Folder, tracker: string): readonly string[] {
  const keys = [...folder.session.model.findings()].flatMap(({ requests = [] }) => {
    return requests.flatMap((request) => (request.tracker === tracker ? [request.key] : []));
  });
  return [...new Set(keys)];
}

function keyOf({ uri }: Folder): string {
  return uri.toString();
}

/** Whether a file (an absolute path) is the export of one of the folder's trackers. */
export function isExport(folder: Folder, file: string): boolean {
  const holder = posix.dirname(configUri(folder).path);
  return folder.session.model.config.trackers.some(({ path }) => path !== null && posix.resolve(holder, path) === file);
}
