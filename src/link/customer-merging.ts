import { groupByCandidate, type Candidate } from './customer-candidates.js';
import type { Evidence } from './evidence.js';
import { isDomain, isOpaque, isPlausibleName } from './naming.js';
import { environmentWords, legalForms, partyWords, rehearsalWords } from './vocabulary.js';
import { wordsOf } from './words.js';

/** Names shorter than this are parts of too many others for spelling alone to say that two are one. */
const shortestSpelled = 4;

/**
 * Candidates with those merged that are two words for one customer: where the code ties them (one id, a predicate or constant of the one
 * name for the other), and where all that one has more says nothing about who it is (`acme-corp`, `acme-staging`, `AcmeTenant`). What
 * only begins alike (`acme-uk` and `acme-us`, `north` and `northwind`) stays apart. Takes no notice of the order of evidence.
 */
export function mergedCandidates(evidence: readonly Evidence[]): readonly Candidate[] {
  const groups = groupByCandidate(evidence);
  const sets = new DisjointSets();
  const reasons = new Map<string, string>();
  for (const { one, other, because } of [...codeTies(groups), ...spellingTies(groups)])
    if (sets.join(one, other)) reasons.set(other, because);
  const members = new Map<string, string[]>();
  for (const key of [...groups.keys()].sort()) members.set(sets.rootOf(key), [...(members.get(sets.rootOf(key)) ?? []), key]);
  return [...members.values()].map((keys) => candidateOf(keys, groups, reasons));
}

interface Tie {
  readonly one: string;
  readonly other: string;
  readonly because: string;
}

/** Two names with one id, and names that a predicate or constant puts for one another. */
function* codeTies(groups: ReadonlyMap<string, readonly Evidence[]>): Generator<Tie> {
  const byId = new Map<string, string>();
  for (const key of [...groups.keys()].sort())
    for (const { id, alias, text, path, line } of groups.get(key) ?? []) {
      const place = `(${path}:${line})`;
      if (alias !== undefined && alias !== key && groups.has(alias)) yield { one: alias, other: key, because: `${text} ${place}.` };
      if (id === null || isDomain(id) || /^\d+$/.test(id)) continue;
      const holder = byId.get(id);
      if (holder === undefined) byId.set(id, key);
      else if (holder !== key)
        yield { one: holder, other: key, because: `“${nameOf(groups, holder)}” and “${nameOf(groups, key)}” have one id ${place}.` };
    }
}

/** `acmecorp` is `acme` where that is a candidate too, and so are `acme-staging` and `AcmeTenant`. */
function* spellingTies(groups: ReadonlyMap<string, readonly Evidence[]>): Generator<Tie> {
  for (const key of [...groups.keys()].sort()) {
    const name = nameOf(groups, key);
    const shorter = coresOf(key, name).find(
      (core) => core !== key && core.length >= shortestSpelled && groups.has(core) && isPlausibleName(core),
    );
    if (shorter !== undefined)
      yield { one: shorter, other: key, because: `“${name}” is “${nameOf(groups, shorter)}” but for what says nothing about who it is.` };
  }
}

/** What is left of a name without its first and last words of environment and trade, and its last ones of law. */
function coresOf(key: string, name: string): readonly string[] {
  const words = [...wordsOf(name)];
  while (words.length > 1 && isSideWord(words.at(-1) ?? '')) words.pop();
  while (words.length > 1 && isSideWord(words[0] ?? '') && !legalForms.has(words[0] ?? '')) words.shift();
  const squashed = [...legalForms].filter((form) => key.endsWith(form)).map((form) => key.slice(0, -form.length));
  return [words.join(''), ...squashed];
}

function isSideWord(word: string): boolean {
  return [legalForms, environmentWords, rehearsalWords, partyWords].some((words) => words.has(word));
}

function nameOf(groups: ReadonlyMap<string, readonly Evidence[]>, key: string): string {
  return namesOf(groups.get(key) ?? [])[0] ?? key;
}

function candidateOf(
  keys: readonly string[],
  groups: ReadonlyMap<string, readonly Evidence[]>,
  reasons: ReadonlyMap<string, string>,
): Candidate {
  const ranked = keys.toSorted((a, b) => rankOf(a) - rankOf(b) || a.length - b.length || compareText(a, b));
  const evidence = keys.flatMap((key) => groups.get(key) ?? []).sort(byPlace);
  return {
    key: ranked[0] ?? '',
    names: [...new Set(ranked.flatMap((key) => namesOf(groups.get(key) ?? [])))],
    evidence,
    merged: keys.flatMap((key) => reasons.get(key) ?? []),
  };
}

/** A word that people can read says more than an id, and a name more than a code of a few letters. */
function rankOf(key: string): number {
  return isOpaque(key) ? 2 : key.length < shortestSpelled ? 1 : 0;
}

/** The spellings in a group, the one with most evidence first. */
function namesOf(group: readonly Evidence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of group) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, inA], [b, inB]) => inB - inA || a.length - b.length || compareText(a, b)).map(([name]) => name);
}

function byPlace(a: Evidence, b: Evidence): number {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.text, b.text);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

class DisjointSets {
  readonly #parents = new Map<string, string>();

  rootOf(key: string): string {
    let root = key;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  /** False where the two are together already. */
  join(one: string, other: string): boolean {
    const [first, second] = [this.rootOf(one), this.rootOf(other)];
    if (first !== second) this.#parents.set(second, first);
    return first !== second;
  }
}
