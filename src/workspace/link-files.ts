import { detectFile } from '../detectors/registry.js';
import type { Facts } from '../facts/facts.js';
import type { ModuleResolver } from '../link/modules.js';
import { learnedTriggerWords } from '../link/trigger-words.js';
import { linkWorkspace } from '../link/workspace.js';
import type { Config } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';

/** Facts and configuration put together; what a session asks of the inner rooms. */
export interface Linked {
  /** Not counted yet: `findings` is 0. */
  readonly customers: readonly Customer[];
  /** Names found by linking that other files must be tested for: predicates, constants, customers. */
  readonly learnedWords: readonly string[];
  detect(path: string): readonly Finding[];
}

export function linkFiles(files: ReadonlyMap<string, Facts>, modules: ModuleResolver, config: Config): Linked {
  const workspace = linkWorkspace({ files, modules, config });
  return {
    customers: workspace.customers.all.map((customer) => ({ ...customer, findings: 0 })),
    learnedWords: learnedTriggerWords(workspace),
    detect: (path) => detectFile(workspace, path),
  };
}
