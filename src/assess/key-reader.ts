import type { LinkSource } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { keyOfAddress, keyPatterns } from '../model/tracker-keys.js';
import type { TrackerConfig } from '../model/tracker.js';

/** A key of a request that stands in a text. */
export interface ReadKey {
  /** Null where no tracker is connected that writes keys so. */
  readonly tracker: TrackerConfig | null;
  readonly key: string;
  /** The address as written, where it was one. */
  readonly url: string | null;
  /** Nothing as long as the tracker doesn't have it: pull requests, colours and list numbers look like `#123`. */
  readonly isDoubtful: boolean;
}

/** A key with the reason why it belongs to a finding. */
export interface KeyLink {
  readonly key: ReadKey;
  /** Set where it is known without looking the key up. */
  readonly item?: TrackerItem;
  readonly source: LinkSource;
  readonly isCandidate: boolean;
  /** A sentence for people. */
  readonly why: string;
}

interface Reader {
  readonly tracker: TrackerConfig | null;
  readonly pattern: RegExp;
  readonly key: string;
  readonly isDoubtful: boolean;
}

/** An address, without the marks that end a sentence or a bracket; with the number that stands for it in Markdown. */
const address = /(?:\[[#!]\d{1,10}\]\()?https?:\/\/[^\s<>"'`\\^{|}]{1,500}/g;

/** What stands before a `#12` that is a place in an order, or a colour. */
const order = 'our|your|their|its|step|option|rule|part|phase|attempt|example|rank|place|section|chapter|row|line|page';
const colour = 'colou?r|background|fill|stroke|border|gr[ae]y|hex|rgb';
const noKey = new RegExp(`(?:\\b(?:${order})\\s|\\b(?:${colour})\\b[^#\\n]{0,20})$`, 'i');

/** Addresses on sites whose form is known, for teams that have connected none. Those with a repository are as often of a foreign one. */
const knownAddresses = [
  /^https:\/\/[\w-]+\.atlassian\.net\/browse\/([A-Z]\w*-\d+)/,
  /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)/,
  /^https:\/\/gitlab\.com\/([\w./-]+?)\/-\/issues\/(\d+)/,
  /^https:\/\/linear\.app\/[\w-]+\/issue\/([A-Z]\w*-\d+)/,
  /^https:\/\/app\.shortcut\.com\/[\w-]+\/story\/(\d+)/,
];

/** Finds keys in texts: those of the trackers, and those with a prefix that the texts themselves give support to. */
export class KeyReader {
  readonly #trackers: readonly TrackerConfig[];
  readonly #readers: readonly Reader[];
  readonly #anyCase: readonly Reader[];

  constructor(trackers: readonly TrackerConfig[], prefixes: Iterable<string>) {
    const ofTrackers = trackers.flatMap((tracker) => keyPatterns(tracker).map((each) => ({ tracker, ...each })));
    const inferred = [...prefixes].map((prefix) => ({ tracker: null, pattern: `${prefix}-{number}`, key: `${prefix}-{number}` }));
    const all = [...ofTrackers, ...inferred];
    this.#trackers = trackers;
    this.#readers = all.map((each) => readerOf(each, 'gu'));
    this.#anyCase = all.map((each) => readerOf(each, 'giu'));
  }

  /** The keys in a text, each once, in the order of the text. `anyCase` is for branches: `feature/prod-123-sso`. */
  read(text: string, { anyCase = false } = {}): readonly ReadKey[] {
    const found = new Map<string, ReadKey & { readonly at: number }>();
    const take = (at: number, key: ReadKey): void => {
      const name = `${key.tracker?.id ?? ''} ${key.key}`;
      if (!found.has(name)) found.set(name, { ...key, at });
    };
    const rest = text.replace(address, (written, at: number) => {
      const key = this.readAddress(written.slice(written.indexOf('http')).replace(/[).,;:!?\]]+$/, ''));
      if (key) take(at, key);
      return ' '.repeat(written.length);
    });
    for (const { tracker, pattern, key, isDoubtful } of anyCase ? this.#anyCase : this.#readers) {
      for (const match of rest.matchAll(pattern)) {
        if (isDoubtful && noKey.test(rest.slice(Math.max(0, match.index - 40), match.index))) continue;
        take(match.index, { tracker, key: filled(key, match.groups), url: null, isDoubtful });
      }
    }
    return [...found.values()].sort((a, b) => a.at - b.at);
  }

  /** The request that an address leads to; null for addresses of anything else, and of other projects where the team's own is known. */
  readAddress(url: string): ReadKey | null {
    for (const tracker of this.#trackers) {
      const key = keyOfAddress(tracker, url);
      if (key !== null) return { tracker, key, url, isDoubtful: /\/pull\/\d+/.test(url) };
    }
    for (const known of knownAddresses) {
      const [, first, second] = known.exec(url) ?? [];
      if (first !== undefined && second === undefined) return { tracker: null, key: nameOf(first), url, isDoubtful: false };
      if (first !== undefined && !this.#trackers.some((tracker) => tracker.url !== null && url.startsWith(`${tracker.url}/`)))
        return { tracker: null, key: `${first}#${second}`, url, isDoubtful: true };
    }
    return null;
  }
}

function nameOf(key: string): string {
  return /^\d+$/.test(key) ? `#${key}` : key;
}

/** Literals stand for themselves; the two placeholders are bounded, so that reading is linear whatever a configuration says. */
function readerOf({ tracker, pattern, key }: { tracker: TrackerConfig | null; pattern: string; key: string }, flags: string): Reader {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace('\\{number\\}', '(?<number>\\d{1,10})')
    .replace('\\{project\\}', '(?<project>[A-Za-z][A-Za-z0-9_]{0,29})');
  const isMarked = /^[#!]/.test(pattern);
  const before = isMarked ? '(?<![\\p{L}\\p{N}_/&#-])' : '(?<![\\p{L}\\p{N}_.-])';
  const after = '(?![\\p{L}\\p{N}_]|[-.]\\d)';
  return {
    tracker,
    key,
    isDoubtful: tracker?.type === 'github' || (isMarked && !/\p{L}/u.test(pattern.replace('{number}', ''))),
    pattern: new RegExp(`${before}${source}${after}`, flags),
  };
}

function filled(key: string, groups: Readonly<Record<string, string>> | undefined): string {
  return key.replace('{number}', String(Number(groups?.['number']))).replace('{project}', groups?.['project'] ?? '');
}
