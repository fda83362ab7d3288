import type { Facts, Term } from '../facts/facts.js';
import { flagSites } from './flag-sites.js';
import type { Flags } from './flags.js';
import { isTestFile } from './test-files.js';
import { normalize } from './words.js';

/** What the code of a workspace asks flags for, and what it could ask for. */
export interface FlagUses {
  /** Keys that code outside of tests evaluates, by provider. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Providers that are asked with keys made at run time. */
  readonly computed: ReadonlySet<string>;
  /** Whether a key stands anywhere in code, in whatever style, as a text or a name. */
  mentions(key: string): boolean;
}

/** Linear in the size of all facts. */
export function flagUses(files: ReadonlyMap<string, Facts>, flags: Flags): FlagUses {
  const keys = new Map<string, Set<string>>();
  const computed = new Set<string>();
  const words = new Set<string>();
  for (const [path, facts] of files) {
    if (facts.isData) continue;
    collectWords(facts, words);
    if (isTestFile(path)) continue;
    for (const { key, value, parent } of flagSites(path, facts, flags)) {
      if (key.text !== null) keys.set(value.provider, (keys.get(value.provider) ?? new Set()).add(key.text));
      else if (!isInWrapper(flags, path, parent)) computed.add(value.provider);
    }
  }
  const evaluated = new Set([...keys.values()].flatMap((set) => [...set].map(normalize)));
  const isNamed = (form: string): boolean => words.has(form) || evaluated.has(form);
  return { keys, computed, mentions: (key) => isNamed(normalize(key)) || isNamed(normalize(key.slice(key.lastIndexOf(':') + 1))) };
}

/** A function that passes its caller's key on: its callers tell the key. */
function isInWrapper(flags: Flags, path: string, parent: number): boolean {
  return parent >= 0 && flags.wrappers.at(path, parent) !== null;
}

/** All texts and names of a file, normalised. */
function collectWords({ declarations, conditions, tables, calls, accesses, exports }: Facts, words: Set<string>): void {
  const add = (text: string): void => {
    if (text.length <= 100) words.add(normalize(text));
  };
  for (const { name, value } of declarations) {
    add(name);
    if (value) eachText(value, add);
  }
  for (const { entries } of tables)
    for (const { key, computed, value } of entries) {
      if (key !== null) add(key);
      if (computed) eachText(computed, add);
      eachText(value, add);
    }
  for (const { test } of conditions) eachText(test, add);
  for (const { target } of accesses) eachText(target, add);
  for (const { callee, arguments: args, destructured } of calls) {
    for (const term of [callee, ...args]) eachText(term, add);
    for (const { name } of destructured) add(name);
  }
  for (const { value } of exports) if (value) eachText(value, add);
}

function eachText(term: Term, visit: (text: string) => void): void {
  for (const text of textsIn(term)) visit(text);
  for (const part of partsOf(term)) eachText(part, visit);
}

function textsIn(term: Term): readonly string[] {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'string' ? [term.value] : [];
    case 'reference':
      return [term.name, ...term.path].filter((name) => name !== null);
    case 'member':
      return term.path.filter((name) => name !== null);
    default:
      return [];
  }
}

/** The terms within a term; those of a table are facts of their own. */
function partsOf(term: Term): readonly Term[] {
  switch (term.is) {
    case 'member':
      return term.key ? [term.of, term.key] : [term.of];
    case 'call':
      return [term.callee, ...term.arguments];
    case 'not':
      return [term.operand];
    case 'binary':
      return [term.left, term.right];
    case 'choice':
      return [term.test, term.then, term.otherwise];
    case 'list':
      return term.items;
    case 'template':
      return term.parts;
    case 'function':
      return [term.returns];
    default:
      return [];
  }
}
