import type { Facts } from '../facts/facts.js';
import type { ModuleResolver } from '../link/modules.js';
import type { Config } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';

/** Facts and configuration put together; what can be asked of it. */
export interface Linked {
  /** Without counts: `findings` is 0. */
  readonly customers: readonly Customer[];
  /** Names found by linking that other files must be tested for: predicates, constants, customers. */
  readonly learnedWords: readonly string[];
  detect(path: string): readonly Finding[];
}

/** What a session needs of the inner rooms. */
export interface Engine {
  /** Words that a file must hold one of to be worth parsing. */
  words(config: Config): readonly string[];
  /** `files` are in the order of their paths. */
  link(files: ReadonlyMap<string, Facts>, modules: ModuleResolver, config: Config): Linked;
}
