import type { DeclarationFact, ExportFact, Facts, ImportFact, ReferenceTerm, TableFact, Term } from '../facts/facts.js';
import { wrapsValue } from '../facts/telling.js';
import { Effort } from './effort.js';
import type { ModuleResolver } from './modules.js';

/** Where a reference leads. */
export interface Resolved {
  readonly path: string;
  /** Index into the file's declarations; -1 for the value of a default or CommonJS export without a name. */
  readonly index: number;
  readonly declaration: DeclarationFact;
  /** Members of the reference that lie below the declaration. */
  readonly rest: readonly (string | null)[];
}

/** A name that comes from outside the workspace. */
export interface External {
  readonly source: string;
  readonly imported: string;
  readonly rest: readonly (string | null)[];
}

/** A term and the file in whose facts its references are to be read. */
export interface Located<T extends Term = Term> {
  readonly path: string;
  readonly term: T;
}

type Target = Resolved | ({ readonly external: true } & External);

/** Longer chains of imports, aliases and re-exports are cycles. */
const hopLimit = 24;

/** Follows names across files. Nothing is computed before it is asked for. */
export class Symbols {
  /** Shared with all that asks through these symbols. */
  readonly effort = new Effort();
  private readonly files: ReadonlyMap<string, Facts>;
  private readonly modules: ModuleResolver;
  private readonly importsByLocal = new WeakMap<Facts, ReadonlyMap<number, ImportFact>>();

  constructor(files: ReadonlyMap<string, Facts>, modules: ModuleResolver) {
    this.files = files;
    this.modules = modules;
  }

  /** The declaration in the workspace that a reference leads to, through imports, re-exports, `export *` and CommonJS; else null. */
  resolve(path: string, reference: ReferenceTerm): Resolved | null {
    const target = this.target(path, reference);
    return target && !('external' in target) ? target : null;
  }

  /** The package and name outside the workspace that a reference leads to; else null. */
  external(path: string, reference: ReferenceTerm): External | null {
    const target = this.target(path, reference);
    return target && 'external' in target ? { source: target.source, imported: target.imported, rest: target.rest } : null;
  }

  /** The names that `import * as x` gives, in the order of the module; empty for any other reference. */
  exportsOf(path: string, { declaration }: ReferenceTerm): readonly string[] {
    const facts = this.files.get(path);
    const imported = facts && declaration !== -1 ? this.importOf(facts, declaration) : undefined;
    const target = imported?.imported === '*' ? this.modules.resolve(path, imported.source) : null;
    const exported = (target === null ? undefined : this.files.get(target))?.exports ?? [];
    return exported.map((fact) => fact.exported).filter((name) => name !== 'default' && name !== '*');
  }

  /** What a term is when it is constant: literal, constant, enum member, member of a constant table, or a choice of these. */
  literals(path: string, term: Term): readonly (string | number)[] {
    return this.constants({ path, term }, hopLimit);
  }

  /** The values that a term stands for, following names and members; the term itself where nothing can be followed. */
  values(located: Located, hops = hopLimit): readonly Located[] {
    return hops <= 0 ? [] : this.effort.spend([], () => this.followed(located, hops));
  }

  private followed(located: Located, hops: number): readonly Located[] {
    const { path, term } = located;
    if (term.is === 'choice') return [term.then, term.otherwise].flatMap((arm) => this.values({ path, term: arm }, hops - 1));
    if (term.is === 'member') {
      const whole = this.values({ path, term: term.of }, hops - 1);
      return whole.flatMap((value) => this.descend(value, term.path, hops - 1));
    }
    if (term.is !== 'reference') return [located];
    const found = this.resolve(path, term);
    if (!found?.declaration.value || found.declaration.kind === 'parameter') return [located];
    const members = [...(found.declaration.members ?? []), ...found.rest];
    const { kind, value: declared } = found.declaration;
    const value: Located = { path: found.path, term: kind === 'getter' && declared.is === 'function' ? declared.returns : declared };
    if (members.length === 0 && value.term.is === 'reference') return this.values(value, hops - 1);
    return this.descend(value, members, hops - 1);
  }

  /** The table that a table term means. */
  table(path: string, term: Term): TableFact | null {
    return term.is === 'table' ? (this.files.get(path)?.tables[term.table] ?? null) : null;
  }

  private constants(located: Located, hops: number): (string | number)[] {
    return hops <= 0 ? [] : this.effort.spend([], () => this.constantsOf(located, hops));
  }

  private constantsOf({ path, term }: Located, hops: number): (string | number)[] {
    switch (term.is) {
      case 'literal':
        return typeof term.value === 'string' || typeof term.value === 'number' ? [term.value] : [];
      case 'choice':
        return [term.then, term.otherwise].flatMap((arm) => this.constants({ path, term: arm }, hops - 1));
      case 'reference':
      case 'member':
        return this.values({ path, term }, hops - 1).flatMap((value) => (value.term === term ? [] : this.constants(value, hops - 1)));
      case 'call':
        return this.constantCall(path, term, hops);
      default:
        return [];
    }
  }

  private constantCall(path: string, term: Extract<Term, { is: 'call' }>, hops: number): (string | number)[] {
    const { callee } = term;
    if (callee.is !== 'reference') return [];
    const method = callee.path.at(-1);
    if ((method === 'toLowerCase' || method === 'toUpperCase' || method === 'trim') && term.arguments.length === 0) {
      return this.constants({ path, term: { ...callee, path: callee.path.slice(0, -1) } }, hops - 1);
    }
    const [only] = term.arguments;
    return only && /^(String|Number|Symbol)$/.test(callee.name) ? this.constants({ path, term: only }, hops - 1) : [];
  }

  /** Reads members from a value: `TABLE.acme`, `LIST[0]`, members of what a called function returns. */
  private descend(value: Located, members: readonly (string | null)[], hops: number): readonly Located[] {
    const [name, ...rest] = members;
    if (hops <= 0) return [];
    if (name === undefined) return value.term.is === 'reference' || value.term.is === 'choice' ? this.values(value, hops - 1) : [value];
    const { path, term } = value;
    switch (term.is) {
      case 'table': {
        const entries = this.table(path, term)?.entries ?? [];
        const entry = entries.find((candidate) => candidate.key === name);
        if (entry) return this.descend({ path, term: entry.value }, rest, hops - 1);
        return entries.filter(({ key }) => key === null).flatMap((spread) => this.descend({ path, term: spread.value }, members, hops - 1));
      }
      case 'list': {
        const item = name === null ? undefined : term.items[Number(name)];
        return item ? this.descend({ path, term: item }, rest, hops - 1) : [];
      }
      case 'call':
        return this.descendCall(value, members, hops);
      case 'reference': {
        const extended: ReferenceTerm = { ...term, path: [...term.path, ...members] };
        const further = this.values({ path, term: extended }, hops - 1);
        return further;
      }
      case 'choice':
        return [term.then, term.otherwise].flatMap((arm) => this.descend({ path, term: arm }, members, hops - 1));
      default:
        return [];
    }
  }

  private descendCall(value: Located, members: readonly (string | null)[], hops: number): readonly Located[] {
    const { path, term } = value;
    if (term.is !== 'call') return [];
    const wrapped = wrappedBy(term);
    if (wrapped && members[0] === 'value') return this.descend({ path, term: computedBy(wrapped) }, members.slice(1), hops - 1);
    if (wrapped) return this.descend({ path, term: wrapped }, members, hops - 1);
    return this.returned(path, term.callee, hops - 1).flatMap((result) => this.descend(result, members, hops - 1));
  }

  /** What a called function returns, where it is a function of the workspace. */
  returned(path: string, callee: Term, hops = hopLimit): readonly Located[] {
    return this.values({ path, term: callee }, hops).flatMap((value) => {
      if (value.term.is === 'function') return [{ path: value.path, term: value.term.returns }];
      const wrapped = value.term.is === 'call' ? wrappedBy(value.term) : undefined;
      return wrapped?.is === 'function' ? [{ path: value.path, term: wrapped.returns }] : [];
    });
  }

  private target(path: string, reference: ReferenceTerm): Target | null {
    return this.follow(path, reference.declaration, reference.path, hopLimit);
  }

  private follow(path: string, index: number, rest: readonly (string | null)[], hops: number): Target | null {
    const facts = this.files.get(path);
    const declaration = facts?.declarations[index];
    if (!facts || !declaration || hops <= 0) return null;
    const imported = this.importOf(facts, index) ?? requiredBy(declaration);
    if (imported) return this.followImport(path, imported, [...(declaration.members ?? []), ...rest], hops - 1);
    return this.intoMember(facts, { path, index, declaration, rest }, hops - 1);
  }

  private followImport(
    path: string,
    fact: Pick<ImportFact, 'source' | 'imported'>,
    rest: readonly (string | null)[],
    hops: number,
  ): Target | null {
    const target = this.modules.resolve(path, fact.source);
    const wanted = fact.imported === '*' ? (rest[0] ?? null) : fact.imported;
    const below = fact.imported === '*' ? rest.slice(1) : rest;
    if (target === null)
      return {
        external: true,
        source: fact.source,
        imported: fact.imported === '*' && wanted === null ? '*' : (wanted ?? '*'),
        rest: below,
      };
    // `import * as brands from './brands.json'` and `require('./brands.json')` give the root itself.
    const name = wanted ?? (this.files.get(target)?.isData ? 'default' : null);
    return name === null ? null : this.exported(target, name, below, hops);
  }

  /** Finds what a module exports under a name. */
  private exported(path: string, name: string, rest: readonly (string | null)[], hops: number): Target | null {
    const facts = this.files.get(path);
    if (!facts || hops <= 0) return null;
    const direct = facts.exports.find((fact) => fact.exported === name);
    if (direct) return this.followExport(path, direct, rest, hops - 1);
    for (const fact of facts.exports) {
      if (fact.exported !== '*' || fact.source === undefined || name === 'default') continue;
      const target = this.modules.resolve(path, fact.source);
      const found = target === null ? null : this.exported(target, name, rest, hops - 1);
      if (found) return found;
    }
    // A CommonJS module imported by `import x from`, and a default import of `module.exports = { name }`.
    const fallback = name === 'default' ? undefined : facts.exports.find((fact) => fact.exported === 'default');
    return fallback ? this.followExport(path, fallback, [name, ...rest], hops - 1) : null;
  }

  private followExport(path: string, fact: ExportFact, rest: readonly (string | null)[], hops: number): Target | null {
    if (fact.source !== undefined) {
      const target = this.modules.resolve(path, fact.source);
      const name = fact.imported === '*' ? (rest[0] ?? null) : (fact.imported ?? fact.exported);
      const below = fact.imported === '*' ? rest.slice(1) : rest;
      if (target === null) return { external: true, source: fact.source, imported: name ?? '*', rest: below };
      return name === null ? null : this.exported(target, name, below, hops);
    }
    if (fact.declaration !== -1) return this.follow(path, fact.declaration, rest, hops);
    if (!fact.value || fact.value.is === 'other') return null;
    if (fact.value.is === 'reference') return this.follow(path, fact.value.declaration, [...fact.value.path, ...rest], hops);
    const { start, end } = fact.value;
    const declaration: DeclarationFact = {
      name: fact.exported,
      kind: 'variable',
      start,
      end,
      region: { start, end },
      value: fact.value,
      parent: -1,
    };
    return { path, index: -1, declaration, rest };
  }

  /** From a class, enum or instance to the member that the first of `rest` names. */
  private intoMember(facts: Facts, found: Resolved, hops: number): Target | null {
    const [name] = found.rest;
    const { declaration, path, index } = found;
    if (name === undefined || name === null) return found;
    if (declaration.kind === 'class' || declaration.kind === 'enum') {
      const member = facts.declarations.findIndex(
        (candidate) => candidate.parent === index && candidate.name === name && candidate.kind !== 'parameter',
      );
      return member === -1 ? found : this.follow(path, member, found.rest.slice(1), hops);
    }
    const instance = this.classOf(facts, found);
    return instance === -1 ? found : this.follow(path, instance, found.rest, hops);
  }

  /** Index of the class, or of its import, that a variable or parameter is an instance of, or -1. */
  private classOf(facts: Facts, { declaration }: Resolved): number {
    const { value, type } = declaration;
    const made = value?.is === 'call' && value.isNew && value.callee.is === 'reference' ? value.callee : null;
    if (made?.path.length === 0) return isClassOrImport(facts, made.declaration) ? made.declaration : -1;
    if (type === undefined) return -1;
    return facts.declarations.findIndex(({ name, kind }) => name === type && (kind === 'class' || kind === 'import'));
  }

  private importOf(facts: Facts, index: number): ImportFact | undefined {
    let byLocal = this.importsByLocal.get(facts);
    if (!byLocal) {
      byLocal = new Map(facts.imports.filter(({ local }) => local !== -1).map((fact) => [fact.local, fact]));
      this.importsByLocal.set(facts, byLocal);
    }
    return byLocal.get(index);
  }
}

/** `const { isAcme } = require('./tenants')` and `= await import('./tenants')`, seen as an import of everything. */
function requiredBy({ value }: DeclarationFact): Pick<ImportFact, 'source' | 'imported'> | null {
  if (value?.is !== 'call' || value.callee.is !== 'reference' || value.callee.path.length > 0) return null;
  const [source] = value.arguments;
  const loads = (value.callee.name === 'require' || value.callee.name === 'import') && value.callee.declaration === -1;
  return loads && source?.is === 'literal' && typeof source.value === 'string' ? { source: source.value, imported: '*' } : null;
}

function isClassOrImport(facts: Facts, index: number): boolean {
  const kind = facts.declarations[index]?.kind;
  return kind === 'class' || kind === 'import';
}

/** Calls that give back their first argument, as far as its value matters: `Object.freeze(x)`, `useMemo(() => x)`. */
export function isWrapping(term: Extract<Term, { is: 'call' }>): boolean {
  return term.callee.is === 'reference' && wrapsValue(term.callee.path.at(-1) ?? term.callee.name);
}

/** What such a call gives back: the function that computes it (`derived(store, (value) => …)`), else its first argument. */
export function wrappedBy(term: Extract<Term, { is: 'call' }>): Term | undefined {
  return isWrapping(term) ? (term.arguments.find(({ is }) => is === 'function') ?? term.arguments[0]) : undefined;
}

/** What the value of a wrapped term is: in `computed(() => x)` it is x. */
export function computedBy(wrapped: Term): Term {
  return wrapped.is === 'function' ? wrapped.returns : wrapped;
}
