import type { Facts, Span, TableEntry, Term } from '../facts/facts.js';
import { flagAttributes, looksLikeFlagKey } from './flag-names.js';
import type { FlagKey } from './flag-meaning.js';
import type { ArgumentPlace } from './flag-sdk-index.js';

/** Tells what constant a term is; empty when it is none. */
export type ReadConstant = (term: Term) => readonly (string | number)[];

const keyProperties = ['key', 'flag', 'flagKey', 'feature', 'featureKey', 'name', 'featureName', 'flagName', 'id', 'toggle'];

/** Reads flag keys from the arguments of calls in one file. */
export class KeyReader {
  private readonly facts: Facts;
  private readonly constantsOf: ReadConstant;

  constructor(facts: Facts, constantsOf: ReadConstant) {
    this.facts = facts;
    this.constantsOf = constantsOf;
  }

  /** The key that a term is: its constant text, or null when it is computed. */
  of(term: Term): FlagKey {
    const [text, ...more] = this.constantsOf(term);
    return { text: typeof text === 'string' && more.length === 0 ? text : null, term, ...spanOf(term) };
  }

  /** Keys at the places that an SDK takes them; of several places the first with a constant counts. */
  at(places: readonly ArgumentPlace[], args: readonly Term[]): readonly FlagKey[] {
    const found = places.map((place) => {
      const argument = args[place.argument];
      return argument ? this.walk(argument, place.steps) : [];
    });
    return found.find((keys) => keys.some((key) => key.text !== null)) ?? found.find((keys) => keys.length > 0) ?? [];
  }

  /** The key among the arguments of a home-made function: the first constant one, or a telling property of an object. */
  among(args: readonly Term[]): FlagKey | null {
    const [first] = args;
    if (!first) return null;
    const keys = args.slice(0, 3).map((argument) => this.of(argument));
    const made = first.is === 'call' ? first.arguments.find(({ is }) => is === 'table') : undefined;
    const constant = keys.find((key) => key.text !== null && looksLikeFlagKey(key.text));
    return constant ?? this.property(made ?? first, keyProperties) ?? this.of(first);
  }

  /** The key in the attributes of an element, by the first attribute that is there. */
  attribute(args: readonly Term[], names: readonly string[] = flagAttributes): FlagKey | null {
    const [attributes] = args;
    if (!attributes) return null;
    for (const name of names) {
      const isList = name.endsWith('[]');
      const entry = this.entry(attributes, isList ? name.slice(0, -2) : name);
      const [key] = entry ? this.walk(entry.value, isList ? ['[]'] : []) : [];
      if (key) return key;
    }
    return null;
  }

  entry(term: Term, name: string): TableEntry | null {
    const table = term.is === 'table' ? this.facts.tables[term.table] : undefined;
    return table?.entries.find((entry) => entry.key === name) ?? null;
  }

  private property(term: Term, names: readonly string[]): FlagKey | null {
    for (const name of names) {
      const entry = this.entry(term, name);
      const key = entry && this.of(entry.value);
      if (key && key.text !== null) return key;
    }
    return null;
  }

  private walk(term: Term, steps: readonly string[]): readonly FlagKey[] {
    const [step, ...rest] = steps;
    if (step === undefined) return [this.of(term)];
    if (step === '[]') return term.is === 'list' ? term.items.flatMap((item) => this.walk(item, rest)) : [computed(term)];
    if (term.is !== 'table') return [computed(term)];
    if (step === '{}') return (this.facts.tables[term.table]?.entries ?? []).map(keyOfEntry);
    const entry = this.entry(term, step);
    return entry ? this.walk(entry.value, rest) : [];
  }
}

function keyOfEntry(entry: TableEntry): FlagKey {
  return { text: entry.key, term: null, start: entry.start, end: entry.end };
}

function computed(term: Term): FlagKey {
  return { text: null, term: null, ...spanOf(term) };
}

function spanOf(term: Term): Span {
  return term.is === 'other' ? { start: 0, end: 0 } : { start: term.start, end: term.end };
}
