import type { Facts } from '../facts/facts.js';
import type { Config } from '../model/config.js';
import { Customers } from './customers.js';
import { EvidenceCollector, folderEvidence } from './evidence.js';
import { Flags } from './flags.js';
import type { ModuleResolver } from './modules.js';
import { Symbols } from './symbols.js';
import { Tests } from './tests.js';

/** All files linked: what detectors read. */
export interface Workspace {
  readonly files: ReadonlyMap<string, Facts>;
  readonly config: Config;
  readonly modules: ModuleResolver;
  readonly symbols: Symbols;
  readonly tests: Tests;
  readonly customers: Customers;
  readonly flags: Flags;
}

export interface LinkInput {
  /** Facts by posix path relative to the root. */
  readonly files: ReadonlyMap<string, Facts>;
  readonly modules: ModuleResolver;
  readonly config: Config;
}

/** Links facts into a workspace. Linear in the number of facts; takes no notice of the order of files. */
export function linkWorkspace({ files, modules, config }: LinkInput): Workspace {
  const symbols = new Symbols(files, modules);
  const tests = new Tests(symbols, config.discriminators);
  const collector = new EvidenceCollector(files, symbols, tests);
  const evidence = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, facts]) => [...collector.of(path, facts), ...folderEvidence(path)]);
  return {
    files,
    config,
    modules,
    symbols,
    tests,
    customers: new Customers(config, evidence),
    flags: new Flags({ files, symbols, config }),
  };
}

/**
 * Names that linking has found and that other files may use without any word of the trade: customers, the predicates, constants and
 * lists that stand for them, and the functions that wrap feature flags. Files that hold one of them are worth parsing.
 */
export function learnedWords(workspace: Workspace): readonly string[] {
  const words = new Set(workspace.customers.spellings.filter((spelling) => spelling.length >= 3));
  for (const name of workspace.flags.wrappers.names()) words.add(name);
  for (const [path, facts] of workspace.files) {
    for (const { exported, declaration } of facts.exports) {
      const value = facts.declarations[declaration]?.value;
      if (!value || exported.length < 3) continue;
      const term = value.is === 'function' ? value.returns : value;
      const isTest = workspace.tests
        .of(path, term)
        .some((test) => test.constants.some((constant) => workspace.customers.recognize(constant)));
      if (isTest || workspace.tests.elements.of(path, term).some((constant) => workspace.customers.recognize(constant)))
        words.add(exported);
    }
  }
  return [...words];
}
