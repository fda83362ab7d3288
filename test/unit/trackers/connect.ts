import type { TrackerConfig } from '../../../src/model/tracker.js';
import { HttpClient, type HttpOptions } from '../../../src/trackers/http-client.js';
import { openTracker } from '../../../src/trackers/registry.js';
import type { Tracker } from '../../../src/trackers/tracker.js';
import type { World } from '../../../src/trackers/world.js';
import type { FakeItem } from './fake-items.js';
import { FakeServer, type FakeAnswer, type FakeRequest } from './fake-server.js';
import type { FakeTracker } from './fake-trackers.js';

/** Nothing but tokens may look like this, so that a leak is found anywhere. */
export const canary = 'canary-6f1d0c2b9a';

export const startOfTime = Date.parse('2026-06-01T12:00:00Z');

/** A world whose pauses take no time but are counted. */
export class TestWorld implements World {
  time = startOfTime;
  readonly waits: number[] = [];
  readonly fetch: World['fetch'] = (url, init) => fetch(url, init);
  now(): number {
    return this.time;
  }
  random(): number {
    return 0.5;
  }
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    this.waits.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  }
}

export function trackerConfig(change: Partial<TrackerConfig>): TrackerConfig {
  return {
    ...{ id: 'work', type: 'redmine', url: null, projects: [], keyPatterns: [], customerFields: [], customerLabels: [] },
    ...{ path: null, columns: {}, dateOrder: null },
    ...change,
  };
}

export function item(number: number, change: Partial<FakeItem> = {}): FakeItem {
  const updatedAt = `2026-03-0${number}T08:00:00Z`;
  return {
    number,
    title: `Umbrella prices ${number}`,
    updatedAt,
    label: 'customer-umbrella',
    customer: 'Umbrella',
    isClosed: false,
    hours: number === 1 ? 1.5 : 0,
    isDeleted: false,
    ...change,
  };
}

export interface Connected {
  readonly tracker: Tracker;
  readonly server: FakeServer;
  readonly world: TestWorld;
  readonly items: FakeItem[];
}

/** A tracker's adapter, connected to its fake over a real connection. Stop the server afterwards. */
export async function connect(
  fake: FakeTracker,
  options: HttpOptions = {},
  check?: (request: FakeRequest, answer: FakeAnswer) => void,
): Promise<Connected> {
  const items = [item(1), item(2, { isClosed: true }), item(3), item(4), item(5)];
  const server = new FakeServer((request, base) => {
    const answer = fake.handle(request, items, base);
    check?.(request, answer);
    return answer;
  });
  const base = await server.start();
  const world = new TestWorld();
  const url = fake.type === 'azure-boards' ? `${base}/ledgerly` : base;
  const tracker = openTracker({
    config: trackerConfig({
      type: fake.type,
      url,
      projects: fake.type === 'shortcut' ? [] : [fake.project],
      customerFields: [fake.customerField],
    }),
    http: new HttpClient(world, { timeout: 5000, ...options }),
    provider: (_, origin) => Promise.resolve({ token: canary, user: 'robin@ledgerly.example', origin }),
    readExport: () => Promise.reject(new Error('no export here')),
  });
  return { tracker, server, world, items };
}
