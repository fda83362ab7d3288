import type { DeclarationFact, Facts, ReferenceTerm, Term } from '../facts/facts.js';
import type { External, Resolved, Symbols } from './symbols.js';

/** Longer chains of variables, factories and re-exports are not followed. */
const depthLimit = 12;

/** Finds the packages that values come from, through variables, fields, factories and modules of the workspace. */
export class FlagOrigins {
  private readonly files: ReadonlyMap<string, Facts>;
  private readonly symbols: Symbols;

  constructor(files: ReadonlyMap<string, Facts>, symbols: Symbols) {
    this.files = files;
    this.symbols = symbols;
  }

  /** Where an imported name comes from when its module is not part of the workspace. */
  external(path: string, reference: ReferenceTerm): External | null {
    return this.symbols.external(path, reference);
  }

  /** Like `Symbols.resolve`, also for fields of `this` and for names that nothing is known of but their import. */
  resolve(path: string, reference: ReferenceTerm): Resolved | null {
    const field = this.fieldOf(path, reference);
    if (field) return field;
    const resolved = this.symbols.resolve(path, reference);
    if (resolved) return resolved;
    const declaration = this.files.get(path)?.declarations[reference.declaration];
    return declaration && reference.name !== 'this' ? { path, index: reference.declaration, declaration, rest: reference.path } : null;
  }

  /** The module that a client, or what makes it, is imported from: `launchdarkly-node-server-sdk` for `this.client`. */
  source(path: string, term: Term, depth = 0): string | null {
    if (depth > depthLimit) return null;
    const next = (inner: Term) => this.source(path, inner, depth + 1);
    switch (term.is) {
      case 'reference':
        return this.sourceOfName(path, term, depth);
      case 'member':
        return next(term.of);
      case 'call':
        return this.sourceOfCall(path, term.callee, term.arguments, depth);
      case 'binary':
        return next(term.left) ?? next(term.right);
      case 'choice':
        return next(term.then) ?? next(term.otherwise);
      case 'function':
        return next(term.returns);
      default:
        return null;
    }
  }

  private sourceOfName(path: string, reference: ReferenceTerm, depth: number): string | null {
    const external = this.external(path, reference);
    if (external) return external.source;
    const name = this.resolve(path, reference);
    if (!name) return null;
    const { declaration } = name;
    const valueSource = declaration.value && this.source(name.path, declaration.value, depth + 1);
    if (valueSource) return valueSource;
    return declaration.type === undefined ? null : this.sourceOfType(name.path, declaration.type, depth);
  }

  /** A factory's own source; of `useMemo(() => init(…))` and the like what the function argument gives. */
  private sourceOfCall(path: string, callee: Term, args: readonly Term[], depth: number): string | null {
    const made = args.find((argument) => argument.is === 'function');
    return (made ? this.source(path, made, depth + 1) : null) ?? this.source(path, callee, depth + 1);
  }

  private sourceOfType(path: string, type: string, depth: number): string | null {
    const facts = this.files.get(path);
    const index = facts?.declarations.findIndex((declaration) => declaration.name === type && declaration.kind === 'import') ?? -1;
    if (index < 0) return null;
    return this.source(path, { is: 'reference', name: type, declaration: index, path: [], start: 0, end: 0 }, depth + 1);
  }

  /** `this.client` is the field, or the constructor's parameter property, of that name. */
  private fieldOf(path: string, reference: ReferenceTerm): Resolved | null {
    const [name, ...rest] = reference.path;
    if (reference.name !== 'this' || name === undefined || name === null) return null;
    const declarations = this.files.get(path)?.declarations ?? [];
    const isField = (declaration: DeclarationFact) =>
      declaration.name === name &&
      declaration.parent === reference.declaration &&
      /^(property|getter|method|parameter)$/.test(declaration.kind);
    const known = declarations.findIndex((declaration) => isField(declaration) && (declaration.value ?? declaration.type) !== undefined);
    const index = known >= 0 ? known : declarations.findIndex(isField);
    const declaration = declarations[index];
    return declaration ? { path, index, declaration, rest } : null;
  }
}
