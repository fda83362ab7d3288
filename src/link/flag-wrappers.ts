import type { CallTerm, DeclarationFact, Facts, FunctionTerm, MemberTerm, ReferenceTerm, Span, Term } from '../facts/facts.js';
import { namesOf, type FlagCall } from './flag-conventions.js';
import { environmentToggle } from './flag-environment.js';
import type { KeyReader } from './flag-keys.js';
import type { FlagKey, FlagMeaning, FlagValue, FlagWrapper, WrapperParameter } from './flag-meaning.js';
import type { FlagOrigins } from './flag-origins.js';
import { wordsOf } from './words.js';

/** What wrappers ask about the expressions that they return. */
export interface FlagReader {
  call(path: string, call: FlagCall): FlagMeaning | null;
  /** The flag that a name or member chain holds or reads. */
  held(path: string, term: ReferenceTerm | MemberTerm): FlagValue | null;
  keys(path: string): KeyReader;
}

/** Functions that give back the function they are given. */
const functionMakers = /^(useCallback|memo|memoize|cache|once|forwardRef|observer|createSelector|computed)$/;
/** Words of a function's name that say that a flag is what it is about, even if it looks at other things too. */
const aboutFlags = /\b(enabled|active|flags?|features?|toggles?|preview|beta|available|disabled)\b|\b(on|off)$/;
/** Longer chains of local variables are not followed. */
const hopLimit = 8;

/** Finds functions, hooks, methods and elements that give a flag's value, in whatever file they are declared. */
export class FlagWrappers {
  private readonly files: ReadonlyMap<string, Facts>;
  private readonly origins: FlagOrigins;
  private readonly reader: FlagReader;
  private readonly known = new Map<string, FlagWrapper | null>();

  constructor(files: ReadonlyMap<string, Facts>, origins: FlagOrigins, reader: FlagReader) {
    this.files = files;
    this.origins = origins;
    this.reader = reader;
  }

  /** The wrapper that a declaration is, or null. */
  at(path: string, index: number): FlagWrapper | null {
    const id = `${path}#${index}`;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    // Functions that call each other give nothing while one of them is being read.
    this.known.set(id, null);
    const declaration = this.declaration(path, index);
    const found = declaration ? this.ofDeclaration(path, declaration) : null;
    this.known.set(id, found);
    return found;
  }

  /** The wrapper behind a name and the members read from it: `isOn`, `toggles.isOn`, `featureService.isOn`. */
  called(path: string, callee: ReferenceTerm): FlagWrapper | null {
    const name = this.origins.resolve(path, callee);
    if (!name) return null;
    const [member, ...more] = name.rest;
    if (member === undefined) return name.index < 0 ? this.ofDeclaration(name.path, name.declaration) : this.at(name.path, name.index);
    const value = name.declaration.value;
    const entry = member !== null && more.length === 0 && value?.is === 'table' ? this.reader.keys(name.path).entry(value, member) : null;
    return entry?.value.is === 'function' ? this.ofFunction(name.path, entry.value, entry.key ?? '') : null;
  }

  /** The flag that a call of a wrapper evaluates. */
  evaluated(path: string, call: FlagCall, wrapper: FlagWrapper): FlagValue {
    const { key, ...source } = wrapper;
    const span: Span = { start: call.start, end: call.end };
    if (typeof key === 'string') return { is: 'flag', ...source, keys: [{ text: key, term: null, ...span }] };
    const keys = this.reader.keys(path);
    const argument = call.arguments[key.position];
    const term = argument && key.member !== null ? keys.entry(argument, key.member)?.value : argument;
    const given: FlagKey | null = term ? keys.of(term) : null;
    return { is: 'flag', ...source, keys: [{ text: given?.text ?? null, term: given?.term ?? null, ...span }] };
  }

  /** Names of all wrappers; files that mention them are worth reading. Linear in the number of declarations. */
  names(): readonly string[] {
    const names = new Set<string>();
    for (const [path, facts] of this.files) {
      facts.declarations.forEach((declaration, index) => {
        if (declaration.value && !declaration.isLocal && this.at(path, index)) names.add(declaration.name);
      });
    }
    return [...names];
  }

  private declaration(path: string, index: number): DeclarationFact | undefined {
    return this.files.get(path)?.declarations[index];
  }

  private ofDeclaration(path: string, declaration: DeclarationFact): FlagWrapper | null {
    const { value, name } = declaration;
    if (!value || declaration.members || declaration.kind === 'import' || declaration.kind === 'parameter') return null;
    if (value.is === 'function') return this.ofFunction(path, value, name);
    if (value.is !== 'call') return null;
    const [first] = value.arguments;
    if (first?.is === 'function' && functionMakers.test(namesOf(value.callee).at(-1) ?? '')) return this.ofFunction(path, first, name);
    const made = this.reader.call(path, asked(value));
    const [key] = made?.is === 'evaluator' ? made.keys : [];
    return made && key ? { provider: made.provider, confidence: made.confidence, evidence: made.evidence, key: key.text ?? name } : null;
  }

  private ofFunction(path: string, value: FunctionTerm, name: string): FlagWrapper | null {
    const returned = this.returned(path, value.returns, aboutFlags.test(wordsOf(name).join(' ')), hopLimit);
    const flag = returned ?? this.gate(path, value.returns, name);
    const [key, ...more] = flag?.keys ?? [];
    if (!flag || !key || more.length > 0) return null;
    const given = key.text ?? (key.term && this.parameterOf(path, value, key.term));
    if (!given || (!returned && typeof given === 'string')) return null;
    const what = typeof given === 'string' ? `the flag \`${given}\`` : 'the flag that it is asked for';
    return {
      provider: flag.provider,
      confidence: flag.confidence,
      evidence: [`\`${name}\` gives the value of ${what} (${path}).`, ...flag.evidence],
      key: given,
    };
  }

  /** An element that shows its children only when a flag is on: `on ? children : null`, `on && children`. */
  private gate(path: string, returns: Term, name: string): FlagValue | null {
    if (!/^[A-Z]/.test(name)) return null;
    if (returns.is === 'choice') return this.returned(path, returns.test, false, hopLimit);
    return returns.is === 'binary' && returns.operator === '&&' ? this.returned(path, returns.left, false, hopLimit) : null;
  }

  private parameterOf(path: string, value: FunctionTerm, key: Term): WrapperParameter | null {
    if (key.is !== 'reference' || key.path.length > 1) return null;
    const [member = null] = key.path;
    const position = value.parameters.indexOf(key.declaration);
    if (position >= 0) return { position, member };
    const declaration = this.declaration(path, key.declaration);
    const isOwn = declaration?.kind === 'parameter' && declaration.start >= value.start && declaration.end <= value.end;
    const destructured = value.parameters.indexOf(-1);
    if (!isOwn || destructured < 0 || member !== null) return null;
    return { position: destructured, member: declaration.members?.[0] ?? declaration.name };
  }

  /** The flag that a returned expression gives. With `mixes`, also where the flag is only one of several reasons. */
  private returned(path: string, term: Term, mixes: boolean, hops: number): FlagValue | null {
    if (hops <= 0) return null;
    const next = (inner: Term) => this.returned(path, inner, mixes, hops);
    switch (term.is) {
      case 'call':
        return this.returnedByCall(path, term, next);
      case 'reference':
      case 'member':
        return this.reader.held(path, term) ?? this.returnedByVariable(path, term, mixes, hops);
      case 'not':
        return next(term.operand) ?? environmentToggle(term, false);
      case 'choice':
        return chosen(term.test, term.then, term.otherwise, next);
      case 'binary':
        if (term.operator === '??' || (mixes && /^(\|\||&&)$/.test(term.operator))) return next(term.left) ?? next(term.right);
        if (term.operator === '||' && term.right.is === 'literal') return next(term.left);
        if (!/^[!=]==?$/.test(term.operator)) return null;
        return environmentToggle(term, false) ?? (term.right.is === 'literal' ? next(term.left) : null);
      default:
        return null;
    }
  }

  private returnedByCall(path: string, term: CallTerm, next: (term: Term) => FlagValue | null): FlagValue | null {
    const meaning = this.reader.call(path, asked(term));
    if (meaning?.is === 'flag') return meaning;
    const [argument] = term.arguments;
    const isConversion = /^(Boolean|String)$/.test(namesOf(term.callee).join('.'));
    return (argument && isConversion ? next(argument) : null) ?? environmentToggle(term, false);
  }

  private returnedByVariable(path: string, term: Term, mixes: boolean, hops: number): FlagValue | null {
    const variable = term.is === 'reference' && term.path.length === 0 ? this.declaration(path, term.declaration) : undefined;
    const value = variable?.kind === 'variable' && !variable.members ? variable.value : undefined;
    return value ? this.returned(path, value, mixes, hops - 1) : null;
  }
}

/** `flag ? true : false`; `if (!client) return false; return client.isOn(key)`. */
function chosen(test: Term, then: Term, otherwise: Term, next: (term: Term) => FlagValue | null): FlagValue | null {
  if (then.is === 'literal') return otherwise.is === 'literal' ? next(test) : next(otherwise);
  return otherwise.is === 'literal' ? next(then) : null;
}

function asked(term: CallTerm): FlagCall {
  return { ...term, isElement: false, isTruth: true };
}
