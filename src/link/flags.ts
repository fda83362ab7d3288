import type { DeclarationFact, Facts, MemberTerm, ReferenceTerm, Span, Term } from '../facts/facts.js';
import type { Config } from '../model/config.js';
import {
  conventionalBag,
  conventionalBagCall,
  conventionalCall,
  conventionalChain,
  listDeclarations,
  namesOf,
  type FlagCall,
} from './flag-conventions.js';
import { KeyReader } from './flag-keys.js';
import type { FlagBag, FlagKey, FlagMeaning, FlagValue } from './flag-meaning.js';
import { flagBag, isFlagMember } from './flag-names.js';
import { FlagOrigins } from './flag-origins.js';
import { SdkReader } from './flag-sdk-reader.js';
import { FlagWrappers } from './flag-wrappers.js';
import type { Symbols } from './symbols.js';

export interface FlagContext {
  readonly files: ReadonlyMap<string, Facts>;
  readonly symbols: Symbols;
  readonly config: Pick<Config, 'flagFunctions'>;
}

/**
 * What calls and members of a workspace mean to feature flags: SDK calls, configured and home-made functions, bags of flags, and functions
 * that wrap any of these. Answers are computed when first asked for and kept, so one instance serves one state of the workspace.
 */
export class Flags {
  private readonly context: FlagContext;
  private readonly origins: FlagOrigins;
  private readonly sdks: SdkReader;
  /** Functions of the workspace that give a flag's value. */
  readonly wrappers: FlagWrappers;
  private readonly readers = new Map<string, KeyReader>();
  private readonly lists = new Map<string, ReadonlySet<number>>();
  private readonly declared = new Map<string, FlagMeaning | null>();
  private readonly given = new Map<string, FlagMeaning | null>();

  constructor(context: FlagContext) {
    this.context = context;
    this.origins = new FlagOrigins(context.files, context.symbols);
    this.sdks = new SdkReader(context.files, this.origins);
    this.wrappers = new FlagWrappers(context.files, this.origins, this);
  }

  /** What a call means: a flag's value, all flags at once, or a client. Null when it has nothing to do with flags. */
  call(path: string, call: FlagCall): FlagMeaning | null {
    return (
      this.configured(path, call) ??
      this.sdks.call(path, call, this.keys(path)) ??
      this.wrapperCall(path, call) ??
      this.conventional(path, call)
    );
  }

  /** The flag that a member chain reads from a bag of flags: `flags.newNav`, `useFlags().newNav`, `config.featureToggles[key]`. */
  access(path: string, term: ReferenceTerm | MemberTerm, isTruth: boolean): FlagValue | null {
    if (this.isKeyConstant(path, term)) return null;
    const read = this.readMembers(path, term);
    if (read) return read.isRead && read.meaning.is === 'flag' && (isTruth || !read.meaning.isDoubtful) ? read.meaning : null;
    const names = namesOf(term);
    const found = conventionalChain(names, isTruth);
    if (!found || (term.is === 'reference' && found.at === 0 && this.isList(path, term.declaration))) return null;
    const meaning = step(found.bag, names[found.at + 1] ?? null, term, term.is === 'member' ? this.keyOf(path, term) : null);
    return meaning?.is === 'flag' ? meaning : null;
  }

  /** The flag that a destructuring reads from a bag that has a name, or from deeper within a result: `const { newNav } = flags`. */
  destructured(path: string, index: number): FlagValue | null {
    const declaration = this.declaration(path, index);
    if (!declaration?.members || declaration.kind === 'import') return null;
    const meaning = this.meaningOf(path, index);
    const isFromBag = meaning?.is === 'flag' && meaning.keys[0]?.start === declaration.start && meaning.keys[0].end === declaration.end;
    return isFromBag && !meaning.isDoubtful ? meaning : null;
  }

  /** The flag that reading a member takes out of a bag. */
  member(bag: FlagBag, name: string, span: Span): FlagValue | null {
    const meaning = bag.isDoubtful ? null : stepIntoBag(bag, name, span, null);
    return meaning?.is === 'flag' ? meaning : null;
  }

  private declaration(path: string, index: number): DeclarationFact | undefined {
    return this.context.files.get(path)?.declarations[index];
  }

  /** The flag that a name holds or a member chain reads. */
  held(path: string, term: ReferenceTerm | MemberTerm): FlagValue | null {
    const meaning = this.readMembers(path, term)?.meaning ?? this.access(path, term, true);
    return meaning?.is === 'flag' ? meaning : null;
  }

  keys(path: string): KeyReader {
    const known = this.readers.get(path);
    if (known) return known;
    const facts = this.context.files.get(path);
    if (!facts) throw new Error(`There are no facts of ${path}.`);
    const reader = new KeyReader(facts, (term) => this.context.symbols.literals(path, term));
    this.readers.set(path, reader);
    return reader;
  }

  private isList(path: string, index: number): boolean {
    let lists = this.lists.get(path);
    if (!lists) {
      const facts = this.context.files.get(path);
      lists = facts ? listDeclarations(facts) : new Set();
      this.lists.set(path, lists);
    }
    return lists.has(index);
  }

  private configured(path: string, call: FlagCall): FlagValue | null {
    const names = namesOf(call.callee);
    const name = this.context.config.flagFunctions.find((configured) => {
      const parts = configured.split('.');
      return parts.length <= names.length && parts.every((part, position) => names[names.length - parts.length + position] === part);
    });
    if (name === undefined) return null;
    const keys = this.keys(path);
    const key = call.isElement ? keys.attribute(call.arguments) : keys.among(call.arguments);
    const evidence = [`\`${name}\` is one of the configured flag functions.`];
    return { is: 'flag', provider: 'configured', confidence: 'high', evidence, keys: [whole(key, call)] };
  }

  private conventional(path: string, call: FlagCall): FlagMeaning | null {
    const { callee } = call;
    if (call.arguments.some((argument) => this.isBit(path, argument))) return null;
    const origin = callee.is === 'reference' ? this.importOf(path, callee) : null;
    return conventionalCall(call, this.keys(path), origin) ?? conventionalBagCall(call);
  }

  /** `Feature.Simd` of `enum Feature { Simd = 1 << 4 }`: a set of bits that a program asks itself about, which nobody switches from outside. */
  private isBit(path: string, term: Term): boolean {
    if (term.is !== 'reference' || term.path.length === 0) return false;
    const declaration = this.context.symbols.resolve(path, term)?.declaration;
    return declaration?.kind === 'enum-member' && declaration.value?.is === 'binary' && declaration.value.operator === '<<';
  }

  /** The module that a name is imported from in its own file, as written. */
  private importOf(path: string, reference: ReferenceTerm): string | null {
    if (reference.declaration < 0) return null;
    return this.context.files.get(path)?.imports.find((item) => item.local === reference.declaration)?.source ?? null;
  }

  private wrapperCall(path: string, call: FlagCall): FlagMeaning | null {
    const { callee } = call;
    if (callee.is !== 'reference') return null;
    const wrapper = this.wrappers.called(path, callee);
    if (wrapper) return this.wrappers.evaluated(path, call, wrapper);
    const name = this.origins.resolve(path, callee);
    return name?.rest.length === 0 && name.index >= 0 ? this.returned(name.path, name.index) : null;
  }

  /** The bag of flags, or the client, that a function of the workspace gives. */
  private returned(path: string, index: number): FlagMeaning | null {
    return remembered(this.given, `${path}#${index}`, () => {
      const value = this.declaration(path, index)?.value;
      const meaning = value?.is === 'function' ? this.meaningOfTerm(path, value.returns) : null;
      return meaning?.is === 'bag' || meaning?.is === 'client' ? meaning : null;
    });
  }

  /** What the value of a declaration means, members of a destructuring included. */
  private meaningOf(path: string, index: number): FlagMeaning | null {
    return remembered(this.declared, `${path}#${index}`, () => {
      const declaration = this.declaration(path, index);
      return declaration ? this.meaningOfDeclaration(path, index, declaration) : null;
    });
  }

  private meaningOfDeclaration(path: string, index: number, declaration: DeclarationFact): FlagMeaning | null {
    const value = declaration.value && declaration.value.is !== 'function' ? this.meaningOfTerm(path, declaration.value) : null;
    if (value)
      return (declaration.members ?? []).reduce<FlagMeaning | null>(
        (meaning, member) => meaning && step(meaning, member, declaration, null),
        value,
      );
    if (this.isList(path, index)) return null;
    if (isAttribute(declaration, 'flags')) {
      const given = this.sdks.flagsOfProps(path);
      if (given) return given;
    }
    return conventionalBag(declaration, this.context.files.get(path)?.imports.find((item) => item.local === index)?.source ?? null);
  }

  private meaningOfTerm(path: string, term: Term): FlagMeaning | null {
    switch (term.is) {
      case 'call':
        return this.call(path, { ...term, isElement: false, isTruth: false });
      case 'reference':
      case 'member':
        return this.readMembers(path, term)?.meaning ?? null;
      case 'binary':
        return /^(\?\?|\|\|)$/.test(term.operator) ? this.meaningOfTerm(path, term.left) : null;
      default:
        return null;
    }
  }

  /** Follows a member chain from what its root means; `isRead` says whether the chain itself takes a flag out of a bag. */
  private readMembers(path: string, term: ReferenceTerm | MemberTerm): { readonly meaning: FlagMeaning; readonly isRead: boolean } | null {
    const root = this.rootOf(path, term);
    if (!root) return null;
    let { meaning } = root;
    let isRead = false;
    for (const [position, member] of root.rest.entries()) {
      const isLast = position === root.rest.length - 1;
      const stepped = step(meaning, member, term, isLast && term.is === 'member' ? this.keyOf(path, term) : null);
      if (!stepped) return null;
      isRead ||= meaning.is === 'bag' && stepped.is === 'flag';
      meaning = stepped;
    }
    return { meaning, isRead };
  }

  private rootOf(
    path: string,
    term: ReferenceTerm | MemberTerm,
  ): { readonly meaning: FlagMeaning; readonly rest: readonly (string | null)[] } | null {
    if (term.is === 'member') {
      const meaning = this.meaningOfTerm(path, term.of);
      return meaning && { meaning, rest: term.path };
    }
    const local = this.meaningOf(path, term.declaration);
    if (local && term.name !== 'this') return { meaning: local, rest: term.path };
    const name = this.origins.resolve(path, term);
    const meaning = name && this.meaningOf(name.path, name.index);
    return meaning && { meaning, rest: name.rest };
  }

  private keyOf(path: string, term: MemberTerm): FlagKey | null {
    return term.key ? this.keys(path).of(term.key) : null;
  }

  /** `FLAGS.NEW_NAV` where it is the flag's key, not its value. */
  private isKeyConstant(path: string, term: ReferenceTerm | MemberTerm): boolean {
    return this.context.symbols.literals(path, term).some((value) => typeof value === 'string');
  }
}

/** What reading a member of a meaning gives. */
function step(meaning: FlagMeaning, member: string | null, span: Span, key: FlagKey | null): FlagMeaning | null {
  switch (meaning.is) {
    case 'client':
      return member !== null && flagBag(member) !== null ? { ...meaning, is: 'bag' } : meaning;
    case 'bag':
      return stepIntoBag(meaning, member, span, key);
    default:
      return meaning;
  }
}

function stepIntoBag(meaning: FlagBag, member: string | null, span: Span, key: FlagKey | null): FlagMeaning | null {
  if (member !== null && (flagBag(member) !== null || /^(data|value|values|current|state)$/.test(member))) return meaning;
  if (member !== null && !isFlagMember(member)) return null;
  return {
    ...meaning,
    is: 'flag',
    keys: [{ text: member ?? key?.text ?? null, term: key?.term ?? null, start: span.start, end: span.end }],
  };
}

/** A parameter of that name, or what is taken from `props` under it. */
function isAttribute({ kind, name, members, value }: DeclarationFact, attribute: string): boolean {
  if ((members?.at(-1) ?? name) !== attribute) return false;
  return kind === 'parameter' || (value?.is === 'reference' && (value.path.at(-1) ?? value.name) === 'props');
}

function whole(key: FlagKey | null, call: Span): FlagKey {
  return { text: key?.text ?? null, term: key?.term ?? null, start: call.start, end: call.end };
}

/** The kept answer; while it is being computed, as in a cycle, the answer is null. */
function remembered(answers: Map<string, FlagMeaning | null>, id: string, compute: () => FlagMeaning | null): FlagMeaning | null {
  const known = answers.get(id);
  if (known !== undefined) return known;
  answers.set(id, null);
  const found = compute();
  answers.set(id, found);
  return found;
}
