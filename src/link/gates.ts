import type { CallFact, TableEntry, Term } from '../facts/facts.js';
import type { Constant } from './constant.js';
import type { Elements } from './elements.js';
import { lastName } from './names-of-terms.js';
import type { Subject, Subjects } from './subjects.js';
import type { Symbols } from './symbols.js';
import type { Test } from './tests.js';
import { gateWords, isWordForParty, partyWords, weakPartyWords } from './vocabulary.js';
import { singular, wordsOf } from './words.js';

/** What a gate says for whom it is. */
interface Named {
  readonly constants: readonly Constant[];
  readonly subject: Subject;
}

/** Reads calls that let something be for some customers only: `requireTenant('acme')`, `@OnlyFor('acme')`, `<IfTenant slug="acme">`. */
export class Gates {
  private readonly symbols: Symbols;
  private readonly elements: Elements;
  private readonly subjects: Subjects;

  constructor(symbols: Symbols, elements: Elements, subjects: Subjects) {
    this.symbols = symbols;
    this.elements = elements;
    this.subjects = subjects;
  }

  /** The test that a call makes by what it is called and for whom; null for calls that are no gates. */
  of(path: string, call: CallFact): Test | null {
    const name = lastName(call.callee);
    const words = wordsOf(name);
    const rest = words.filter((word) => !gateWords.has(word));
    if (words.length === 0 || !rest.every(isWordForParty)) return null;
    const isNamed = rest.some(isParty);
    const subject: Subject = { strength: this.subjects.strengthOf([rest.join('_')]), text: name };
    const named = call.isElement
      ? this.attributes(path, call.arguments, { isGate: rest.length < words.length, isNamed, subject })
      : isGateCall(call, name, { isGate: rest.length < words.length, isNamed })
        ? this.values(path, call.arguments, subject)
        : null;
    return named && named.constants.length > 0 ? { form: 'asks', span: call, via: [name], ...named } : null;
  }

  private values(path: string, values: readonly Term[], subject: Subject): Named {
    const terms = values.flatMap((value) => {
      const table = this.symbols.table(path, value);
      return table ? table.entries.map((entry) => entry.value) : [value];
    });
    return { subject, constants: terms.flatMap((term) => this.constants(path, term)) };
  }

  /** In an element called after a party any attribute names one; in another, those that are called so. */
  private attributes(
    path: string,
    values: readonly Term[],
    gate: { readonly isGate: boolean; readonly isNamed: boolean; readonly subject: Subject },
  ): Named {
    const named = values
      .flatMap((value) => this.symbols.table(path, value)?.entries ?? [])
      .flatMap((entry): Named[] => {
        const own = this.subjectOf(entry);
        const isOpen = gate.isGate ? gate.isNamed || isForParty(own) : gate.isNamed && isGateName(entry.key);
        return isOpen ? [{ constants: this.constants(path, entry.value), subject: gate.isNamed ? gate.subject : own }] : [];
      })
      .filter(({ constants }) => constants.length > 0);
    const [first] = named;
    return { constants: named.flatMap(({ constants }) => constants), subject: first?.subject ?? gate.subject };
  }

  private subjectOf({ key }: TableEntry): Subject {
    return { strength: key === null ? 'neutral' : this.subjects.strengthOf([key]), text: key ?? '' };
  }

  /** Names and ids, as opposed to messages. */
  private constants(path: string, term: Term): readonly Constant[] {
    const own = this.elements.constants(path, term);
    const found = own.length > 0 || term.is === 'table' ? own : this.elements.of(path, term);
    return found.filter(({ value }) => value === null || !/\s/.test(String(value)));
  }
}

/** A decorator may be called after the party alone: `@Tenant('acme')`. */
function isGateCall(call: CallFact, name: string, { isGate, isNamed }: { readonly isGate: boolean; readonly isNamed: boolean }): boolean {
  if (call.decorates) return isGate || isNamed;
  return isGate && (isNamed || /^(only|except|exclusive|restrict|limit)(ed)?(For|To)$/.test(name));
}

function isGateName(key: string | null): boolean {
  return key !== null && wordsOf(key).every((word) => gateWords.has(word));
}

function isForParty({ strength }: Subject): boolean {
  return strength === 'strong' || strength === 'weak';
}

function isParty(word: string): boolean {
  return partyWords.has(singular(word)) || weakPartyWords.has(singular(word));
}
