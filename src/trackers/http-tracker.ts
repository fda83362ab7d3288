import { webUrl } from '../model/tracker-keys.js';
import type { TrackerConfig } from '../model/tracker.js';
import { TrackerClient, type ClientOptions } from './tracker-client.js';
import type { TrackerSurroundings } from './tracker.js';

/** How an API is spoken to. */
export type Manners = Pick<ClientOptions, 'authorize' | 'headers' | 'isLimit'>;

/** What all trackers that are asked over HTTP have in common. */
export abstract class HttpTracker {
  readonly config: TrackerConfig;
  readonly origin: string;
  /** Ten minutes: lists of changes have minutes or seconds, and clocks differ. */
  readonly overlap: number = 10 * 60_000;
  protected readonly client: TrackerClient;

  /** `base` is the address of the API, with a slash at its end. */
  constructor({ config, http, provider }: TrackerSurroundings, base: URL, manners: Manners) {
    this.config = config;
    this.origin = base.origin;
    this.client = new TrackerClient({ config, http, provider, base, ...manners });
  }

  webUrl(key: string): string | null {
    return webUrl(this.config, key);
  }
}
