import { explainFile } from '../detectors/explain.js';
import { leftAlone } from '../detectors/left-alone.js';
import { detectFile, type Detected } from '../detectors/registry.js';
import type { SourceReader } from '../detectors/trace.js';
import type { Facts } from '../facts/facts.js';
import { learnedTriggerWords } from '../link/trigger-words.js';
import { findForks, type ForkInput } from '../link/forks/find-forks.js';
import { unreadDefinitions } from '../link/unread-definitions.js';
import { linkWorkspace, relinkWorkspace, type LinkInput, type Workspace } from '../link/workspace.js';
import type { Customer } from '../model/customer.js';
import type { Explanation, Step } from '../model/explanation.js';
import type { Finding } from '../model/finding.js';

/** Facts and configuration put together; what a session asks of the inner rooms. */
export interface Linked {
  /** Not counted yet: `findings` is 0. */
  readonly customers: readonly Customer[];
  /** Names found by linking that other files must be tested for: predicates, constants, customers. */
  learnedWords(): readonly string[];
  /** Files left aside that define what is compared: to be read before anything is known of customers. */
  unreadDefinitions(): readonly string[];
  detect(path: string): Detected;
  /** The findings of a file that are asked about, with the chain behind each. */
  explain(path: string, source: SourceReader, isAsked: (finding: Finding) => boolean): readonly Explanation[];
  /** What stands on a line without being a finding, and why. */
  leftAlone(path: string, line: number, source: SourceReader): readonly Step[];
  /** The same customers with other facts for some files; instant. */
  withFiles(files: ReadonlyMap<string, Facts>): Linked;
  /** The same with forks, which are looked for now. */
  withForks(search: Omit<ForkInput, 'customers'>): Linked;
  /** Pairs of similar code that were not compared; null where forks were not looked for. */
  readonly droppedPairs: number | null;
  /** Paths of files and folders that hold forks. */
  forked(): Iterable<string>;
}

export function linkFiles(input: LinkInput): Linked {
  return linked(linkWorkspace(input));
}

function linked(workspace: Workspace, droppedPairs: number | null = null): Linked {
  return {
    droppedPairs,
    customers: workspace.customers.all.map((customer) => ({ ...customer, findings: 0 })),
    learnedWords: () => learnedTriggerWords(workspace),
    unreadDefinitions: () => unreadDefinitions(workspace),
    detect: (path) => detectFile(workspace, path),
    explain: (path, source, isAsked) => explainFile(workspace, path, source, isAsked),
    leftAlone: (path, line, source) => leftAlone(workspace, path, line, source),
    withFiles: (files) => linked(relinkWorkspace(workspace, files), droppedPairs),
    withForks: (search) =>
      linked({ ...workspace, forks: findForks({ ...search, customers: workspace.customers }) }, search.matches.dropped),
    forked: () => workspace.forks.keys(),
  };
}
