import path from 'node:path';
import type { ParserName } from '../facts/parse.js';
import type { Git } from '../history/git.js';
import { noGitEvidence, type GitEvidence } from '../link/forks/git-evidence.js';
import { Verifier } from '../link/forks/verify.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { buildSnapshot, type Surroundings, type Work } from './build-snapshot.js';
import { discover } from './discover.js';
import { FactsCache } from './facts-cache.js';
import { loadConfig } from './find-config.js';
import { Inclusion } from './inclusion.js';
import { chooseParser } from './choose-parser.js';
import { ParsePool } from './parse-pool.js';
import { PastFacts } from './past-facts.js';
import { PastTree, type BlobContents } from './past-tree.js';
import type { Snapshot } from './snapshot.js';

export interface PastScannerOptions {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly git: Git;
  readonly configFile?: string | undefined;
  readonly parser: ParserName | 'auto';
  /** Folder of the caches, or null for none. */
  readonly cacheFolder: string | null;
  readonly log: (line: string) => void;
  readonly gitEvidence?: GitEvidence;
}

/** What was found at a commit. */
export interface PastScan {
  readonly findings: readonly Finding[];
  readonly customers: readonly Customer[];
  /** Whether any file had this content. */
  readonly holds: (content: Buffer) => boolean;
}

/**
 * Scans a folder as it was at commits, straight from git's objects. Configuration, ignore rules, package.json and tsconfig are those of
 * today, so that differences come from the code. Files with the same content as in the scan before, or in the caches, are not parsed again.
 */
export class PastScanner {
  readonly #options: PastScannerOptions;
  readonly #pool: ParsePool;
  readonly #facts: PastFacts | null;
  readonly #verifier = new Verifier();
  #contents: BlobContents = new Map();
  #last: Snapshot | null = null;

  private constructor(options: PastScannerOptions, parser: ParserName) {
    this.#options = options;
    this.#pool = new ParsePool({ parser });
    const { root, cacheFolder, log } = options;
    const cache = (folder: string): FactsCache => new FactsCache({ folder, root, parser, log });
    this.#facts = cacheFolder === null ? null : new PastFacts(cache(cacheFolder), cache(path.join(cacheFolder, 'past')));
  }

  static async open(options: PastScannerOptions): Promise<PastScanner> {
    return new PastScanner(options, await chooseParser(options.parser));
  }

  /** `day` is the ISO date by which flags are judged to have expired. */
  async scan(commit: string, day: string, { signal, onProgress }: Work = {}): Promise<PastScan> {
    const { root, git, configFile } = this.#options;
    const tree = await PastTree.at(root, git, commit, signal);
    const inclusion = new Inclusion({ root, loaded: loadConfig(root, configFile, null), excludes: [] });
    const { files } = await discover(root, inclusion, signal, tree.folders);
    this.#contents = await tree.fetch(files, git, this.#contents, signal);
    const snapshot = await buildSnapshot(this.#around(tree, day), this.#last, { signal, onProgress });
    this.#last = snapshot;
    return { findings: [...snapshot.findings.values()].flat(), customers: snapshot.customers, holds: (content) => tree.holds(content) };
  }

  async dispose(): Promise<void> {
    this.#facts?.close();
    await this.#pool.close();
  }

  #around({ folders, readFile }: PastTree, day: string): Surroundings {
    const { root, configFile, log, gitEvidence = noGitEvidence } = this.#options;
    return {
      root,
      configFile,
      excludes: [],
      pool: this.#pool,
      overlays: new Map(),
      openCache: () => this.#facts,
      openHistoryStore: () => null,
      openCopiesStore: () => null,
      git: undefined,
      log,
      forks: true,
      gitEvidence,
      verifier: this.#verifier,
      today: () => day,
      readFile,
      folders,
    };
  }
}
