import type { BinaryTerm, FunctionTerm, Span, Term } from '../facts/facts.js';
import { isBooleanArm, isTruth } from './answers.js';
import type { Constant } from './constant.js';
import { Elements } from './elements.js';
import { Gates } from './gates.js';
import { alternatives, sourceOfPattern } from './patterns.js';
import { isIndexMethod, lastName, nameOf, objectOf } from './names-of-terms.js';
import { pendingComparisons } from './operators.js';
import { Subjects, type Subject } from './subjects.js';
import { computedBy, wrappedBy, type Located, type Symbols } from './symbols.js';
import { isWordForParty } from './vocabulary.js';
import { wordsOf } from './words.js';

/** `equals` a constant, `one-of` a list, `pattern` (part of a text), `asks` (a call with a literal: `isTenant('acme')`), `named` only by its own name. */
export type TestForm = 'equals' | 'one-of' | 'pattern' | 'asks' | 'named';

/** The smallest part of a condition that asks one question: is this value that constant? */
export interface Test {
  readonly form: TestForm;
  /** Where it stands in the condition's own file. */
  readonly span: Span;
  readonly subject: Subject;
  /** What it is tested for; empty for `named`. */
  readonly constants: readonly Constant[];
  /** Identifiers followed on the way, nearest first: predicates, booleans, lists. */
  readonly via: readonly string[];
}

/** How a test was found behind a name: what was used, where that led, and the test that stands there. */
export interface Hop {
  readonly from: Located<Named>;
  readonly to: Located;
  readonly inner: Test;
}

/** Terms that other code can stand behind. */
type Named = Extract<Term, { is: 'reference' | 'member' | 'call' }>;

/** Values of a called function's parameters, by file and declaration. */
type Bindings = ReadonlyMap<string, Located>;

const neutral: Subject = { strength: 'neutral', text: '' };
const hopLimit = 8;

/** Takes conditions apart into tests, following predicates and stored booleans wherever they are defined. */
export class Tests {
  readonly elements: Elements;
  readonly subjects: Subjects;
  readonly gates: Gates;
  private readonly symbols: Symbols;
  private readonly known = new WeakMap<Term, readonly Test[]>();
  private readonly hops: WeakMap<Test, Hop> | null;

  /** With `hops`, each test found behind a name is recorded there; that is for explanations, which ask about one file. */
  constructor(symbols: Symbols, discriminators: readonly string[], hops: WeakMap<Test, Hop> | null = null) {
    this.symbols = symbols;
    this.hops = hops;
    this.elements = new Elements(symbols);
    this.subjects = new Subjects(symbols, discriminators);
    this.gates = new Gates(symbols, this.elements, this.subjects);
  }

  /** The tests of a condition, in source order. Remembered per term. */
  of(path: string, term: Term): readonly Test[] {
    let tests = this.known.get(term);
    if (!tests) this.known.set(term, (tests = this.tests({ path, term }, new Map(), hopLimit)));
    return tests;
  }

  /** The name that a test was found behind; undefined for one that stands in the condition itself, or where hops are not recorded. */
  hopOf(test: Test): Hop | undefined {
    return this.hops?.get(test);
  }

  private tests(located: Located, bindings: Bindings, hops: number): readonly Test[] {
    return hops <= 0 ? [] : this.symbols.effort.spend([], () => this.testsOf(located, bindings, hops));
  }

  private testsOf({ path, term }: Located, bindings: Bindings, hops: number): readonly Test[] {
    const inner = (operand: Term) => this.tests({ path, term: operand }, bindings, hops);
    switch (term.is) {
      case 'not':
        return inner(term.operand);
      case 'binary':
        return this.binary(path, term, bindings, hops);
      case 'choice':
        return isBooleanArm(term.then) && isBooleanArm(term.otherwise)
          ? [...inner(term.test), ...inner(term.then), ...inner(term.otherwise)]
          : [];
      case 'call':
        return this.call(path, term, bindings, hops);
      case 'reference':
      case 'member':
        return this.stored(path, term, hops);
      default:
        return [];
    }
  }

  private binary(path: string, term: Extract<Term, { is: 'binary' }>, bindings: Bindings, hops: number): readonly Test[] {
    const { operator, left, right } = term;
    const both = [left, right];
    if (/^(&&|\|\||\?\?)=?$/.test(operator)) return both.flatMap((side) => this.tests({ path, term: side }, bindings, hops));
    if (/^[!=]==?$/.test(operator)) return this.equality(path, term, bindings, hops);
    if (/^[<>]=?$/.test(operator))
      return both.flatMap((side) => (side.is === 'call' ? this.tests({ path, term: side }, bindings, hops) : []));
    if (operator === 'instanceof') return instanceTests(path, term);
    if (operator !== 'in') return [];
    const constants = this.elements.of(path, right);
    return constants.length > 0
      ? [{ form: 'one-of', span: term, subject: this.subject(path, left, bindings), constants, via: nameOf(right) }]
      : [];
  }

  private equality(path: string, term: Extract<Term, { is: 'binary' }>, bindings: Bindings, hops: number): readonly Test[] {
    const { left, right } = term;
    if (isTruth(left) || isTruth(right)) return this.tests({ path, term: isTruth(left) ? right : left }, bindings, hops);
    // `indexOf(x) !== -1`
    const call = [left, right].find((side) => side.is === 'call' && isIndexMethod(side));
    if (call) return this.tests({ path, term: call }, bindings, hops);
    const sides = [
      [left, right],
      [right, left],
    ] as const;
    for (const [value, constant] of sides) {
      const constants = this.constants(path, constant, bindings);
      if (constants.length === 0) continue;
      const subject = this.subject(path, value, bindings);
      if (constants.every((one) => one.value === null) && (subject.strength === 'neutral' || subject.strength === 'property')) continue;
      return [{ form: 'equals', span: term, subject, constants, via: [] }];
    }
    return [];
  }

  private call(path: string, term: Extract<Term, { is: 'call' }>, bindings: Bindings, hops: number): readonly Test[] {
    const { callee } = term;
    const method = callee.is === 'reference' ? callee.path.at(-1) : callee.is === 'member' ? callee.path.at(-1) : null;
    const object = objectOf(callee);
    const [first] = term.arguments;
    const wrapped = wrappedBy(term);
    if (wrapped) return this.tests({ path, term: computedBy(wrapped) }, bindings, hops - 1);
    const written = this.operator(path, term, bindings, hops);
    if (written) return written;
    if (object && first && method !== null && method !== undefined) {
      const found = this.method(path, method, object, first, term, bindings, hops);
      if (found) return found;
    }
    if (callee.is === 'reference' && callee.path.length === 0 && callee.name === 'Boolean' && first)
      return this.tests({ path, term: first }, bindings, hops);
    return this.predicate(path, term, bindings, hops);
  }

  /** Operators written as functions: `isEqual(slug, 'acme')`, `_.includes(list, slug)`; null for others. */
  private operator(path: string, term: Extract<Term, { is: 'call' }>, bindings: Bindings, hops: number): readonly Test[] | null {
    const { callee, start, end } = term;
    const [left, right] = term.arguments;
    const isFunction = callee.is === 'reference' && (callee.path.length === 0 || /^(_|R|lodash)$/.test(callee.name));
    if (!isFunction || !left) return null;
    const name = lastName(callee);
    const pending = this.pending(path, name, term);
    if (pending.length > 0) return pending;
    if (!right) return null;
    if (/^(isEqual|equals|eq)$/.test(name)) {
      return this.equality(path, { is: 'binary', operator: '===', left, right, start, end }, bindings, hops);
    }
    if (!/^(includes|contains|oneOf|isOneOf|inArray)$/.test(name)) return null;
    const list = [left, right].find((side) => this.elements.of(path, side).length > 0);
    if (!list) return null;
    const subject = this.subject(path, list === left ? right : left, bindings);
    return [{ form: 'one-of', span: term, subject, constants: this.elements.of(path, list), via: nameOf(list) }];
  }

  /** `cond([[equals('acme'), …]])`: the value comes later; what is known of it are the members that are read. */
  private pending(path: string, name: string, term: Extract<Term, { is: 'call' }>): readonly Test[] {
    return pendingComparisons(this.symbols, path, name, term).flatMap(({ members, constant }): Test[] => {
      const subject: Subject = { strength: this.subjects.strengthOf(members), text: members.join('.') };
      const constants = this.elements.constants(path, constant);
      return constants.length > 0 ? [{ form: 'equals', span: term, subject, constants, via: [] }] : [];
    });
  }

  /** Membership and text methods; null when the method is neither. */
  private method(
    path: string,
    method: string,
    object: Term,
    first: Term,
    span: Span,
    bindings: Bindings,
    hops: number,
  ): readonly Test[] | null {
    if (method === 'test' || method === 'match' || method === 'search' || method === 'exec') {
      const [pattern, value] = method === 'test' || method === 'exec' ? [object, first] : [first, object];
      return this.pattern(path, pattern, value, span, bindings);
    }
    if ((method === 'some' || method === 'every' || method === 'find' || method === 'findIndex') && first.is === 'function') {
      return this.callback(path, object, first, span, bindings, hops);
    }
    const isMembership = /^(includes|has|indexOf|contains|hasOwnProperty)$/.test(method);
    if (isMembership) {
      const constants = this.elements.of(path, object);
      if (constants.length > 0)
        return [{ form: 'one-of', span, subject: this.subject(path, first, bindings), constants, via: nameOf(object) }];
    }
    if (method === 'has' || method === 'hasOwnProperty') return [];
    if (!isMembership && !/^(startsWith|endsWith|equals|localeCompare|equalsIgnoreCase|eq)$/.test(method)) return null;
    const constants = this.constants(path, first, bindings);
    if (constants.length === 0) return isMembership ? [] : null;
    return [{ form: 'pattern', span, subject: this.subject(path, object, bindings), constants, via: [] }];
  }

  private pattern(path: string, pattern: Term, value: Term, span: Span, bindings: Bindings): readonly Test[] | null {
    const regexes = this.symbols.values({ path, term: pattern }).flatMap((located) => {
      const source = sourceOfPattern(located.term);
      return source === null ? [] : [alternatives(source, located)];
    });
    if (regexes.length === 0) return null;
    const constants = regexes.flat();
    return [{ form: 'pattern', span, subject: this.subject(path, value, bindings), constants, via: nameOf(pattern) }];
  }

  /** `['acme', 'globex'].some((name) => slug.startsWith(name))` and `tenants.some((t) => t.slug === 'acme')`. */
  private callback(path: string, list: Term, callback: FunctionTerm, span: Span, bindings: Bindings, hops: number): readonly Test[] {
    const constants = this.elements.of(path, list);
    const item = callback.parameters[0] ?? -1;
    const subject = constants.length > 0 ? this.comparedWith(path, callback.returns, item) : null;
    if (subject) return [{ form: 'one-of', span, subject, constants, via: nameOf(list) }];
    return this.tests({ path, term: callback.returns }, bindings, hops - 1).filter((test) => test.form !== 'named');
  }

  /** The subject that a callback compares its item with; null when it does something else. */
  private comparedWith(path: string, term: Term, item: number): Subject | null {
    const isItem = (side: Term) => side.is === 'reference' && side.declaration === item && item !== -1;
    if (term.is === 'binary' && /^[!=]==?$/.test(term.operator)) {
      if (isItem(term.left)) return this.subjects.of(path, term.right);
      return isItem(term.right) ? this.subjects.of(path, term.left) : null;
    }
    if (term.is === 'binary' || term.is === 'choice') {
      const parts = term.is === 'binary' ? [term.left, term.right] : [term.test, term.then, term.otherwise];
      for (const part of parts) {
        const found = this.comparedWith(path, part, item);
        if (found) return found;
      }
      return null;
    }
    const object = term.is === 'call' ? objectOf(term.callee) : null;
    return object && term.is === 'call' && term.arguments.some(isItem) ? this.subjects.of(path, object) : null;
  }

  /** A call of a function of the workspace is what the function returns for these arguments; any other call asks by its name. */
  private predicate(path: string, term: Extract<Term, { is: 'call' }>, bindings: Bindings, hops: number): readonly Test[] {
    const name = lastName(term.callee);
    const followed = this.symbols.values({ path, term: term.callee }).flatMap((value) => {
      if (value.term.is !== 'function') return [];
      const bound = this.bind(value.path, value.term, term.arguments, path, bindings);
      return this.behind({ path, term }, value, this.tests({ path: value.path, term: value.term.returns }, bound, hops - 1));
    });
    const constants = term.arguments.flatMap((argument) => this.constants(path, argument, bindings));
    if (constants.length > 0) return [...followed, { form: 'asks', span: term, subject: this.askedOf(term), constants, via: [name] }];
    if (followed.length > 0) return followed;
    return name === '' ? [] : [{ form: 'named', span: term, subject: neutral, constants: [], via: [name] }];
  }

  /** What a predicate's name says it asks about: `isTenant('acme')`, `forBrand('acme')`. Names of other doings say nothing. */
  private askedOf(term: Extract<Term, { is: 'call' }>): Subject {
    const text = lastName(term.callee);
    const asked = wordsOf(text).filter((word) => !questionWords.has(word) && !fillWords.has(word));
    const isClear = wordsOf(text).some((word) => questionWords.has(word)) || asked.every(isWordForParty);
    return { strength: isClear ? this.subjects.strengthOf([asked.join('_')]) : 'neutral', text };
  }

  private bind(path: string, callee: FunctionTerm, values: readonly Term[], from: string, outer: Bindings): Bindings {
    const bound = new Map<string, Located>();
    callee.parameters.forEach((parameter, position) => {
      const term = values[position];
      if (parameter === -1 || !term) return;
      bound.set(`${path}#${String(parameter)}`, this.bound({ path: from, term }, outer));
    });
    return bound;
  }

  private bound(located: Located, bindings: Bindings): Located {
    const { path, term } = located;
    if (term.is !== 'reference' || term.path.length > 0) return located;
    return bindings.get(`${path}#${String(term.declaration)}`) ?? located;
  }

  private constants(path: string, term: Term, bindings: Bindings): readonly Constant[] {
    const actual = this.bound({ path, term }, bindings);
    return this.elements.constants(actual.path, actual.term);
  }

  private subject(path: string, term: Term, bindings: Bindings): Subject {
    const own = this.subjects.of(path, term);
    const actual = this.bound({ path, term }, bindings);
    if (actual.term === term || own.strength === 'strong' || own.strength === 'property') return own;
    const given = this.subjects.of(actual.path, actual.term);
    return given.strength === 'neutral' ? own : given;
  }

  /** A boolean that was computed elsewhere: `const isAcme = …`, a getter, a member of what a hook returns. */
  private stored(path: string, term: Extract<Term, { is: 'reference' | 'member' }>, hops: number): readonly Test[] {
    const name = lastName(term);
    const found = this.symbols
      .values({ path, term })
      .filter((value) => value.term !== term && value.term.is !== 'function' && value.term.is !== 'reference')
      .flatMap((value) => this.behind({ path, term }, value, this.tests(value, new Map(), hops - 1)));
    if (found.length > 0 || name === '') return found;
    return [{ form: 'named', span: term, subject: neutral, constants: [], via: [name] }];
  }

  /** The tests that stand behind a name, as seen from where the name is used; those that only ask by a name of their own say nothing. */
  private behind(from: Located<Named>, to: Located, tests: readonly Test[]): Test[] {
    const name = lastName(from.term.is === 'call' ? from.term.callee : from.term);
    return tests.flatMap((inner) => {
      if (inner.form === 'named') return [];
      const outer: Test = { ...inner, span: from.term, via: [name, ...inner.via] };
      this.hops?.set(outer, { from, to, inner });
      return [outer];
    });
  }
}

/** Words by which a name asks, and words that only lead to what is asked. */
const questionWords: ReadonlySet<string> = new Set(['is', 'has', 'are', 'for', 'only', 'not', 'matches', 'belongs']);
const fillWords: ReadonlySet<string> = new Set(['in', 'of', 'use', 'with', 'current', 'active', 'enabled', 'on', 'get']);

/** `tenant instanceof AcmeTenant` asks by the name of the class. */
function instanceTests(path: string, { right, ...span }: BinaryTerm): readonly Test[] {
  const name = lastName(right);
  if (name === '' || right.is === 'other') return [];
  return [{ form: 'asks', span, subject: neutral, constants: [{ value: null, names: [name], path, span: right }], via: [name] }];
}
