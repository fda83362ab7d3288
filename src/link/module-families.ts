import type { CallFact, Term } from '../facts/facts.js';
import type { Evidence } from './evidence.js';
import { areServices, isVocabulary } from './collections.js';
import { isPlausibleName } from './naming.js';
import type { Subjects, SubjectStrength } from './subjects.js';
import type { Symbols } from './symbols.js';
import { environmentWords } from './vocabulary.js';
import { wordsOf } from './words.js';

/** Chances that the modules of a family are called after customers, by what chooses among them. */
const strongFamily = 0.55;
const familyWeight: Readonly<Partial<Record<SubjectStrength, number>>> = { strong: strongFamily, weak: 0.3, host: 0.3 };
/** `process.env.CONFIG` may choose anything; whom, other evidence must say. */
const environmentWeight = 0.25;

/** A configuration that is loaded by name is one of several products; whose, other evidence must say. */
const configurationWeight = 0.36;
const fewestConfigurations = 3;

/** Modules of which one is loaded by name: the path before and after the name. */
interface Family {
  readonly before: string;
  readonly after: string;
  readonly chosenBy: Term;
}

/** ``import(`./themes/${tenant.slug}`)``: the modules that this can mean are called after customers. Linear in the number of paths. */
export function familyEvidence(call: CallFact, path: string, paths: readonly string[], subjects: Subjects): Evidence[] {
  const family = familyOf(call, path);
  if (!family) return [];
  const { strength, text } = subjects.of(path, family.chosenBy);
  const isEnvironment = strength === 'neutral' && /^(process|import\.meta)\.env\.(?!NODE_ENV)/.test(text);
  const names = [...new Set(paths.flatMap((one) => nameWithin(one, family) ?? []))];
  const own = isEnvironment ? environmentWeight : (familyWeight[strength] ?? 0);
  const weight = Math.max(own, strength !== 'property' && areConfigurations(family, names) ? configurationWeight : 0);
  if (weight === 0) return [];
  return names
    .filter((name) => isPlausibleName(name) && !isVocabulary(name))
    .map((name) => ({
      name,
      id: null,
      source: 'table',
      weight,
      path,
      line: 0,
      text: `“${name}” is one of the modules ${family.before}…, of which ${text} chooses one`,
    }));
}

/** `import * as clients from './clients'` and `clients[slug]`: what the module exports is called after customers. */
export function namespaceEvidence(symbols: Symbols, path: string, owner: Term, chosenBy: string): Evidence[] {
  if (owner.is !== 'reference' || owner.path.length > 0) return [];
  return symbols.exportsOf(path, owner).flatMap((name): Evidence[] => {
    if (!isPlausibleName(name) || isVocabulary(name)) return [];
    const text = `“${name}” is exported by ${owner.name}, of which ${chosenBy} chooses one`;
    return [{ name, id: null, source: 'table', weight: strongFamily, path, line: 0, text }];
  });
}

function familyOf({ callee, arguments: values }: CallFact, path: string): Family | null {
  const [specifier] = values;
  if (callee.is !== 'reference' || !/^(import|require)$/.test(callee.name) || specifier?.is !== 'template') return null;
  const [before, chosenBy, after, ...more] = specifier.parts;
  if (before?.is !== 'literal' || !chosenBy || chosenBy.is === 'literal' || more.length > 0) return null;
  if (after && after.is !== 'literal') return null;
  const prefix = absolute(path, String(before.value));
  return prefix === null ? null : { before: prefix, after: String(after?.value ?? ''), chosenBy };
}

/** A relative specifier as the beginning of a path; null for others. */
function absolute(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The name that stands in a path where the family's members differ. */
function nameWithin(path: string, { before, after }: Family): string | null {
  if (!path.startsWith(before)) return null;
  const rest = path.slice(before.length);
  const stop = after === '' ? rest.search(/[/.]/) : rest.indexOf(after.replace(/\.[cm]?[jt]sx?$/, ''));
  const name = rest.slice(0, stop);
  return stop > 0 && !name.includes('/') ? name : null;
}

/** `config.acme.js` beside `config.globex.js`, as opposed to one configuration an environment, a language or a tool. */
function areConfigurations({ before }: Family, names: readonly string[]): boolean {
  const words = wordsOf(before.split('/').slice(-2).join('/'));
  if (!words.some((word) => /^config(?:s|uration|urations)?$/.test(word))) return false;
  const named = names.filter((name) => isPlausibleName(name) && name.length > 2);
  const isEnvironment = names.some((name) => wordsOf(name).some((word) => environmentWords.has(word)));
  return named.length >= fewestConfigurations && named.length * 2 > names.length && !isEnvironment && !areServices(names);
}
