import type { BinaryTerm, FunctionTerm, Span, Term } from '../facts/facts.js';
import type { Constant } from './constant.js';
import { Elements } from './elements.js';
import { isDomain } from './naming.js';
import { Subjects, type Subject } from './subjects.js';
import type { Located, Symbols } from './symbols.js';
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

/** Values of a called function's parameters, by file and declaration. */
type Bindings = ReadonlyMap<string, Located>;

const neutral: Subject = { strength: 'neutral', text: '' };
const hopLimit = 8;

/** Takes conditions apart into tests, following predicates and stored booleans wherever they are defined. */
export class Tests {
  readonly elements: Elements;
  readonly subjects: Subjects;
  private readonly symbols: Symbols;
  private readonly known = new WeakMap<Term, readonly Test[]>();

  constructor(symbols: Symbols, discriminators: readonly string[]) {
    this.symbols = symbols;
    this.elements = new Elements(symbols);
    this.subjects = new Subjects(symbols, discriminators);
  }

  /** The tests of a condition, in source order. Remembered per term. */
  of(path: string, term: Term): readonly Test[] {
    let tests = this.known.get(term);
    if (!tests) this.known.set(term, (tests = this.tests({ path, term }, new Map(), hopLimit)));
    return tests;
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
    if (!isFunction || !left || !right) return null;
    const name = lastName(callee);
    if (/^(isEqual|equals|eq)$/.test(name)) {
      return this.equality(path, { is: 'binary', operator: '===', left, right, start, end }, bindings, hops);
    }
    if (!/^(includes|contains|oneOf|isOneOf|inArray)$/.test(name)) return null;
    const list = [left, right].find((side) => this.elements.of(path, side).length > 0);
    if (!list) return null;
    const subject = this.subject(path, list === left ? right : left, bindings);
    return [{ form: 'one-of', span: term, subject, constants: this.elements.of(path, list), via: nameOf(list) }];
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
    const inside = this.symbols.values({ path, term: term.callee }).flatMap((value) => {
      if (value.term.is !== 'function') return [];
      const bound = this.bind(value.path, value.term, term.arguments, path, bindings);
      return this.tests({ path: value.path, term: value.term.returns }, bound, hops - 1);
    });
    const telling = inside.filter((test) => test.form !== 'named');
    const followed = telling.map((test) => ({ ...test, span: term, via: [name, ...test.via] }));
    const constants = term.arguments.flatMap((argument) => this.constants(path, argument, bindings));
    if (constants.length > 0) return [...followed, { form: 'asks', span: term, subject: this.askedOf(term), constants, via: [name] }];
    if (followed.length > 0) return followed;
    return name === '' ? [] : [{ form: 'named', span: term, subject: neutral, constants: [], via: [name] }];
  }

  /** What a predicate's name says it asks about: `isTenant('acme')`, `forBrand('acme')`. */
  private askedOf(term: Extract<Term, { is: 'call' }>): Subject {
    const words = wordsOf(lastName(term.callee)).filter(
      (word) => !/^(is|has|are|for|in|of|use|with|matches|enabled|current|active|on)$/.test(word),
    );
    return { strength: this.subjects.strengthOf([words.join('_')]), text: lastName(term.callee) };
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
      .flatMap((value) => this.tests(value, new Map(), hops - 1))
      .filter((test) => test.form !== 'named');
    if (found.length > 0) return found.map((test) => ({ ...test, span: term, via: [name, ...test.via] }));
    return name === '' ? [] : [{ form: 'named', span: term, subject: neutral, constants: [], via: [name] }];
  }
}

function isTruth(term: Term): boolean {
  return term.is === 'literal' && typeof term.value === 'boolean';
}

/** Whether a returned term is an answer, yes or no, as opposed to a value or to a further question about something else. */
function isBooleanArm(term: Term): boolean {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'boolean' || term.value === null;
    case 'binary':
      return !/^[<>+*/%-]/.test(term.operator);
    case 'choice':
      return isBooleanArm(term.then) && isBooleanArm(term.otherwise);
    default:
      return term.is === 'call' || term.is === 'not' || term.is === 'reference';
  }
}

function isIndexMethod(term: Extract<Term, { is: 'call' }>): boolean {
  return /^(indexOf|search|localeCompare|findIndex)$/.test(lastName(term.callee));
}

function objectOf(callee: Term): Term | null {
  if (callee.is === 'member') return callee.path.length > 1 ? { ...callee, path: callee.path.slice(0, -1) } : callee.of;
  if (callee.is !== 'reference' || callee.path.length === 0) return null;
  return { ...callee, path: callee.path.slice(0, -1) };
}

function lastName(term: Term): string {
  if (term.is === 'reference') return term.path.at(-1) ?? term.name;
  if (term.is === 'member') return term.path.at(-1) ?? '';
  return '';
}

function nameOf(term: Term): readonly string[] {
  const name = lastName(term);
  return name === '' ? [] : [name];
}

/** `tenant instanceof AcmeTenant` asks by the name of the class. */
function instanceTests(path: string, { right, ...span }: BinaryTerm): readonly Test[] {
  const name = lastName(right);
  if (name === '' || right.is === 'other') return [];
  return [{ form: 'asks', span, subject: neutral, constants: [{ value: null, names: [name], path, span: right }], via: [name] }];
}

/** `/^acme/` and `new RegExp('^acme')`. */
function sourceOfPattern(term: Term): string | null {
  if (term.is === 'regex') return term.source;
  const [first] = term.is === 'call' && lastName(term.callee) === 'RegExp' ? term.arguments : [];
  return first?.is === 'literal' && typeof first.value === 'string' ? first.value : null;
}

/** The plain texts that a regular expression lets through: `^(acme|globex)-` gives acme and globex. */
function alternatives(source: string, located: Located): Constant[] {
  const span = located.term.is === 'other' ? { start: 0, end: 0 } : located.term;
  const texts = source
    .split(/[|()^$]/)
    .map((part) => part.replace(/\\([.\-/])/g, '$1').replace(/^[.\-/?:]+|[.\-/?*+]+$/g, ''))
    .filter((part) => /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(part));
  const domains = texts.filter(isDomain);
  return (domains.length > 0 ? domains : texts).map((value) => ({ value, names: [], path: located.path, span }));
}
