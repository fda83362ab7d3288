import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { requestStates } from '../model/request.js';
import type { TrackerConfig } from '../model/tracker.js';
import { ItemMemory } from './item-memory.js';

/** Changes with the form of what is kept. */
const version = 2;

const reference = z.object({ name: z.string(), value: z.number().exactOptional(), currency: z.string().exactOptional() });

const item = z.object({
  tracker: z.string(),
  key: z.string(),
  formerKeys: z.array(z.string()).exactOptional(),
  title: z.string(),
  body: z.string(),
  type: z.string(),
  status: z.string(),
  state: z.enum(requestStates),
  labels: z.array(z.string()),
  customers: z.array(reference),
  priority: z.string(),
  scores: z.record(z.string(), z.number()),
  hoursSpent: z.number().exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  url: z.string(),
});

const kept = z.object({
  version: z.literal(version),
  /** Of which tracker, project and fields the items are. */
  source: z.string(),
  cursor: z.string().nullable(),
  asked: z.string().nullable(),
  items: z.array(item),
  checked: z.record(z.string(), z.string()),
  missing: z.array(z.string()),
});

/** Keeps the items of one tracker in the cache folder, readable to the user alone: no token, no raw answer. */
export class ItemStore {
  readonly #file: string | null;
  readonly #source: string;

  /** Without a folder nothing is kept. `root` is the scanned folder: each has items of its own. */
  constructor(folder: string | null, root: string, { id, type, url, projects, customerFields, customerLabels }: TrackerConfig) {
    const name = createHash('sha1').update(root).digest('hex').slice(0, 16);
    this.#file = folder === null ? null : path.join(folder, `${path.basename(root).replace(/[^\w.-]/g, '_')}-${name}-${id}.items.json`);
    this.#source = JSON.stringify([type, url, projects, customerFields, customerLabels]);
  }

  /** What is kept; empty where nothing is, or it is broken or of another source. */
  load(): ItemMemory {
    const parsed = kept.safeParse(this.#read());
    return parsed.success && parsed.data.source === this.#source ? new ItemMemory(parsed.data) : new ItemMemory();
  }

  /** Throws where the folder can't be written. */
  save(memory: ItemMemory): void {
    if (this.#file === null) return;
    const temporary = `${this.#file}.${process.pid}`;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    try {
      writeFileSync(temporary, JSON.stringify({ version, source: this.#source, ...memory.kept() }), { mode: 0o600 });
      renameSync(temporary, this.#file);
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  #read(): unknown {
    try {
      return this.#file === null ? null : JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch {
      return null;
    }
  }
}
