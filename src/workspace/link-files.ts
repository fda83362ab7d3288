import { detectFile } from '../detectors/registry.js';
import type { Facts } from '../facts/facts.js';
import type { ModuleResolver } from '../link/modules.js';
import { learnedTriggerWords } from '../link/trigger-words.js';
import { linkWorkspace, relinkWorkspace, type Workspace } from '../link/workspace.js';
import type { Config } from '../model/config.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';

/** Facts and configuration put together; what a session asks of the inner rooms. */
export interface Linked {
  /** Not counted yet: `findings` is 0. */
  readonly customers: readonly Customer[];
  /** Names found by linking that other files must be tested for: predicates, constants, customers. */
  learnedWords(): readonly string[];
  detect(path: string): readonly Finding[];
  /** The same customers with other facts for some files; instant. */
  withFiles(files: ReadonlyMap<string, Facts>): Linked;
}

export function linkFiles(files: ReadonlyMap<string, Facts>, modules: ModuleResolver, config: Config): Linked {
  return linked(linkWorkspace({ files, modules, config }));
}

function linked(workspace: Workspace): Linked {
  return {
    customers: workspace.customers.all.map((customer) => ({ ...customer, findings: 0 })),
    learnedWords: () => learnedTriggerWords(workspace),
    detect: (path) => detectFile(workspace, path),
    withFiles: (files) => linked(relinkWorkspace(workspace, files)),
  };
}
