import type { Facts, Term } from '../facts/facts.js';
import type { Config } from '../model/config.js';
import { Customers, type KnownCustomer } from './customers.js';
import { EvidenceCollector } from './evidence.js';
import type { FlagDefinition } from './flag-definitions/definition.js';
import { readFlagDefinitions } from './flag-definitions/read-definitions.js';
import { FlagRegister } from './flag-definitions/register.js';
import { targetingEvidence } from './flag-definitions/targeting.js';
import { flagUses, type FlagUses } from './flag-uses.js';
import { Flags } from './flags.js';
import { forkEvidence } from './forks/fork-evidence.js';
import type { ForksOfFile } from './forks/found-fork.js';
import type { Matches } from './forks/match-copies.js';
import { architectureOf, folderEvidence } from './folders.js';
import type { ModuleResolver } from './modules.js';
import { Symbols } from './symbols.js';
import { Tests } from './tests.js';
import { normalize, wordsOf } from './words.js';

/** All files linked: what detectors read. */
export interface Workspace {
  readonly files: ReadonlyMap<string, Facts>;
  readonly config: Config;
  readonly modules: ModuleResolver;
  readonly symbols: Symbols;
  readonly tests: Tests;
  readonly customers: Customers;
  readonly flags: Flags;
  /** The flags that definition files of the workspace define. */
  readonly register: FlagRegister;
  readonly today: string | null;
  /** What was copied for customers, by path of the copy. */
  readonly forks: ReadonlyMap<string, ForksOfFile>;
  /** What code asks flags for; worked out when first asked for. */
  readonly flagUses: () => FlagUses;
}

export interface LinkInput {
  /** Facts by posix path relative to the root. */
  readonly files: ReadonlyMap<string, Facts>;
  readonly modules: ModuleResolver;
  readonly config: Config;
  /** ISO date by which flags are judged to have expired; without one none is. */
  readonly today?: string | null;
  /** Similar files, as evidence of who is a customer. */
  readonly copies?: { readonly matches: Matches; readonly packages: ReadonlySet<string> } | null;
}

/** Links facts into a workspace. Linear in the number of facts; takes no notice of the order of files. */
export function linkWorkspace({ files, modules, config, today = null, copies = null }: LinkInput): Workspace {
  const { symbols, tests, flags } = joined(files, modules, config);
  const architecture = architectureOf(modules.paths);
  const collector = new EvidenceCollector(files, symbols, tests, modules.paths, architecture);
  const definitions = readFlagDefinitions(files);
  const inFiles = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, facts]) => [...collector.of(path, facts), ...folderEvidence(path, architecture)]);
  const copied = copies ? forkEvidence(copies.matches, copies.packages) : [];
  const evidence = [...inFiles, ...copied, ...targetingEvidence(definitions, files, modules.ownNames)];
  const customers = new Customers(config, evidence, modules.ownNames);
  const linked = {
    files,
    config,
    modules,
    symbols,
    tests,
    customers,
    flags,
    today,
    forks: new Map(),
    flagUses: once(() => flagUses(files, flags)),
  };
  return { ...linked, register: registerOf(linked, definitions) };
}

/**
 * The workspace with other texts for some of its files and the customers that it had: for the moments between two keystrokes, when
 * nobody asks who is a customer or which flags are used. Costs nothing until it is asked.
 */
export function relinkWorkspace(workspace: Workspace, files: ReadonlyMap<string, Facts>): Workspace {
  const { modules, config } = workspace;
  const linked = { ...workspace, files, ...joined(files, modules, config) };
  return { ...linked, register: registerOf(linked, readFlagDefinitions(files)) };
}

function registerOf(linked: Omit<Workspace, 'register'>, definitions: readonly FlagDefinition[]): FlagRegister {
  const { files, modules, customers, today, flagUses: uses } = linked;
  const customerOf = (text: string): string | null => customers.recognizeText(text)?.customer.id ?? null;
  return new FlagRegister(definitions, { files, today, uses, customerOf, ownNames: new Set(modules.ownNames.map(normalize)) });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same workspace, whose tests tell behind which names they were found: see `Tests.hopOf`. Nothing is worked out yet. */
export function tracedWorkspace(workspace: Workspace): Workspace {
  const { symbols, config } = workspace;
  return { ...workspace, tests: new Tests(symbols, config.discriminators, new WeakMap()) };
}

/** What follows names from file to file; all of it is worked out when it is first asked for. */
function joined(
  files: ReadonlyMap<string, Facts>,
  modules: ModuleResolver,
  config: Config,
): Pick<Workspace, 'symbols' | 'tests' | 'flags'> {
  const symbols = new Symbols(files, modules);
  return { symbols, tests: new Tests(symbols, config.discriminators), flags: new Flags({ files, symbols, config }) };
}

/**
 * Names that linking has found and that other files may use without any word of the trade: customers, the predicates, constants and
 * lists that stand for them, and the functions that wrap feature flags. Files that hold one of them are worth parsing.
 */
export function learnedWords(workspace: Workspace): readonly string[] {
  const words = new Set<string>();
  for (const name of workspace.flags.wrappers.names()) words.add(name);
  for (const { key } of workspace.register.flags) if (isTelling(key) && wordsOf(key).length > 1) words.add(key);
  for (const [path, facts] of workspace.files) {
    for (const { exported, declaration } of facts.exports) {
      const value = facts.declarations[declaration]?.value;
      if (value && isTelling(exported) && standsForCustomer(workspace, path, value)) words.add(exported);
    }
  }
  return [...words];
}

/** Short plain words (`eids`, `list`) stand in too many other files to lead anywhere. */
function isTelling(name: string): boolean {
  return name.length >= 6 || (name.length >= 4 && wordsOf(name).length > 1);
}

function standsForCustomer(workspace: Workspace, path: string, value: Term): boolean {
  const term = value.is === 'function' ? value.returns : value;
  const constants = [...workspace.tests.of(path, term).flatMap((test) => test.constants), ...workspace.tests.elements.of(path, term)];
  return constants.some((constant) => isTrusted(workspace.customers.recognize(constant)?.customer));
}

function isTrusted(customer: KnownCustomer | undefined): boolean {
  return customer !== undefined && customer.confidence !== 'low';
}
