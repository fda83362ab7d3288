/**
 * What one source file says, as plain data. Offsets are UTF-16 code units from the file's start; `lineStarts` turns them into lines.
 * Nothing here depends on customers, configuration or other files, so facts can be cached by content and computed anywhere.
 */
export interface Facts {
  /** Set for JSON, YAML and environment files: modules that export their root and hold nothing but tables. */
  readonly isData?: true;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** Decisions in the code: branches, loops, cases, logical operators. 0 for data. */
  readonly complexity: number;
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly declarations: readonly DeclarationFact[];
  readonly conditions: readonly ConditionFact[];
  readonly tables: readonly TableFact[];
  readonly calls: readonly CallFact[];
  /** Member chains in value position: `brands.acme.logo`, `flags.newCheckout`, `process.env.FEATURE_X`. */
  readonly accesses: readonly AccessFact[];
  /** Comments that stand on the line of a string or number literal; they often name an opaque id. */
  readonly notes: readonly NoteFact[];
  /** Lines of comments that could name a request, in the order of the text. */
  readonly mentions: readonly MentionFact[];
  /** Comments that are meant for One-Off itself, in the order of the text. */
  readonly directives: readonly DirectiveFact[];
  /** Parts of the file that could not be parsed. */
  readonly damage: readonly DamageFact[];
}

/** Half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A summary of an expression that the linker can evaluate without its syntax tree.
 * Depth and size are bounded; what does not fit or does not matter is `other`.
 */
export type Term =
  | LiteralTerm
  | ReferenceTerm
  | MemberTerm
  | CallTerm
  | NotTerm
  | BinaryTerm
  | ChoiceTerm
  | ListTerm
  | TableTerm
  | RegexTerm
  | TemplateTerm
  | FunctionTerm
  | OtherTerm;

export interface LiteralTerm extends Span {
  readonly is: 'literal';
  readonly value: string | number | boolean | null;
}

/** An identifier with the members read from it: `tenant.config?.slug` is name `tenant`, path `['config', 'slug']`. */
export interface ReferenceTerm extends Span {
  readonly is: 'reference';
  readonly name: string;
  /** Index into `declarations`, or -1 for a global or unknown name. For `this` it is the enclosing class. */
  readonly declaration: number;
  /** Members read from it; `null` stands for a computed member. */
  readonly path: readonly (string | null)[];
}

/** Members read from something that is no identifier: `useTenant().slug`, `tables[kind].acme`. */
export interface MemberTerm extends Span {
  readonly is: 'member';
  readonly of: Term;
  readonly path: readonly (string | null)[];
  /** The key of the last member when it is computed: `table[tenant.slug]`. */
  readonly key?: Term;
}

export interface CallTerm extends Span {
  readonly is: 'call';
  readonly callee: Term;
  readonly arguments: readonly Term[];
  /** `new Set([...])` */
  readonly isNew: boolean;
}

export interface NotTerm extends Span {
  readonly is: 'not';
  readonly operand: Term;
}

/** Comparison, logical or arithmetic operator; assignments appear as their right side. */
export interface BinaryTerm extends Span {
  readonly is: 'binary';
  readonly operator: string;
  readonly left: Term;
  readonly right: Term;
}

/** `test ? then : otherwise`; also a function's early returns: `if (t) return a; return b`. */
export interface ChoiceTerm extends Span {
  readonly is: 'choice';
  readonly test: Term;
  readonly then: Term;
  readonly otherwise: Term;
}

export interface ListTerm extends Span {
  readonly is: 'list';
  readonly items: readonly Term[];
}

/** An object literal or enum; its entries are in `tables[table]`. */
export interface TableTerm extends Span {
  readonly is: 'table';
  readonly table: number;
}

export interface RegexTerm extends Span {
  readonly is: 'regex';
  readonly source: string;
}

/** A template with holes; `parts` alternate text (literal) and hole. */
export interface TemplateTerm extends Span {
  readonly is: 'template';
  readonly parts: readonly Term[];
}

/** A function's meaning: what it returns. Its parameters are declarations of kind `parameter`. */
export interface FunctionTerm extends Span {
  readonly is: 'function';
  /** Indices into `declarations`, in order; -1 for a destructured one. */
  readonly parameters: readonly number[];
  /** The returned value where it can be written as one term, else `other`. */
  readonly returns: Term;
}

/** Anything else; it has no position, since nothing can be said about it. */
export interface OtherTerm {
  readonly is: 'other';
}

export type ImportForm = 'import' | 'reexport' | 'require' | 'dynamic' | 'lazy';

export interface ImportFact extends Span {
  readonly form: ImportForm;
  /** The module specifier as written. */
  readonly source: string;
  /** `default`, `*`, a name, or null for side-effect imports and bare `import()`. */
  readonly imported: string | null;
  /** Index into `declarations` of the local name, or -1. */
  readonly local: number;
  readonly typeOnly: boolean;
}

export interface ExportFact {
  /** Name seen from outside; `default`; `*` for `export * from`. */
  readonly exported: string;
  /** Index into `declarations`, or -1 when `source` or `value` says what it is. */
  readonly declaration: number;
  /** Set for re-exports. */
  readonly source?: string;
  /** Name in `source`; `*` for all of it. */
  readonly imported?: string;
  /** Set for `export default <expression>` and `module.exports = <expression>`. */
  readonly value?: Term;
}

export type DeclarationKind =
  'variable' | 'function' | 'class' | 'enum' | 'enum-member' | 'method' | 'getter' | 'property' | 'parameter' | 'import' | 'type';

export interface DeclarationFact extends Span {
  /** `start`/`end` cover the name; `region` the whole declaration. */
  readonly name: string;
  readonly kind: DeclarationKind;
  readonly region: Span;
  /**
   * Initialiser, enum value, or a function's meaning. For the parameter of a callback (`tenants.find((t) => …)`) the list that is walked,
   * with members `['0']`.
   */
  readonly value?: Term;
  /** Members a destructuring reads: `const { slug } = tenant` has value `tenant`, members `['slug']`. */
  readonly members?: readonly string[];
  /** Name of the annotated type, without arguments: `Tenant`. */
  readonly type?: string;
  /** Index of the enclosing function, class or enum declaration, or -1 where none has a name. */
  readonly parent: number;
  /** Set for what is declared inside a function, named or not. */
  readonly isLocal?: true;
}

export type ConditionForm =
  | 'if'
  | 'ternary'
  | 'and'
  | 'or'
  | 'nullish'
  | 'case'
  | 'loop'
  /** A test whose result is kept: initialiser, returned value, property value, argument, assignment. */
  | 'value';

/** Control flow decided by a test. `start`/`end` cover the test. */
export interface ConditionFact extends Span {
  readonly form: ConditionForm;
  /** The source of the test, white space folded, cut at 120 characters. */
  readonly text: string;
  /** For `case` the comparison `discriminant === label`, or the label alone in `switch (true)`. */
  readonly test: Term;
  /** Lines that exist because of the test (both arms; the rest of the block after an early return), null for `value`. */
  readonly region: Span | null;
  /** Enclosing function or class declaration, or -1. */
  readonly parent: number;
  /** Index of the declaration that receives the result (variable, property, or the function that returns it), else -1. */
  readonly target: number;
}

export interface TableFact extends Span {
  /** The name it is bound to: variable, property, enum, or called function; null if none. */
  readonly name: string | null;
  readonly entries: readonly TableEntry[];
  /** Whether it stands directly in a list: one record of several. */
  readonly isItem: boolean;
  /** Table in whose entry or list this one stands, or -1. */
  readonly parent: number;
  /** Declaration whose value this table, or the list that holds it, is; else -1. */
  readonly declaration: number;
}

/** `start`/`end` cover the key. */
export interface TableEntry extends Span {
  /** End of the value. */
  readonly until: number;
  /** Static key, or null for computed keys and spreads. */
  readonly key: string | null;
  /** The key's expression when it is computed: `[Tenant.Acme]`. */
  readonly computed?: Term;
  readonly value: Term;
}

/** How the result of a call or access is used. */
export type UseForm = 'test' | 'value' | 'statement';

/** A call, decorator or JSX element that could evaluate a flag or name a customer; calls without any telling argument or name are left out. */
export interface CallFact extends Span {
  /** The source of the call, white space folded, cut at 120 characters. */
  readonly text: string;
  readonly callee: Term;
  readonly arguments: readonly Term[];
  readonly isNew: boolean;
  /** JSX elements are calls of their tag; attributes are one table argument. */
  readonly isElement: boolean;
  /** Set for decorators of classes and members; those of parameters say what to pass. */
  readonly decorates?: true;
  /** Enclosing function or class declaration, or -1. */
  readonly parent: number;
  /** Names that a destructuring reads from the result: `const { newCheckout } = useFlags()`. */
  readonly destructured: readonly DestructuredName[];
  readonly use: UseForm;
  /** Innermost region that depends on the result: what a test decides, what a decorator decorates, an element with its children; or null. */
  readonly region: Span | null;
}

export interface DestructuredName extends Span {
  readonly name: string;
  /** Index of the local declaration, or -1. */
  readonly declaration: number;
}

export interface AccessFact extends Span {
  /** The source of the access, white space folded, cut at 120 characters. */
  readonly text: string;
  /** Enclosing function or class declaration, or -1. */
  readonly parent: number;
  readonly target: ReferenceTerm | MemberTerm;
  readonly use: UseForm;
  readonly region: Span | null;
}

/** `start`/`end` cover the comment. */
export interface NoteFact extends Span {
  readonly text: string;
  /** Whether the comment has its line to itself, and so speaks of the next one. */
  readonly isAlone: boolean;
}

/** `start`/`end` cover the line of the comment. */
export interface MentionFact extends Span {
  /** Cut at 300 characters. */
  readonly text: string;
  /** Whether the comment has its line to itself. */
  readonly isAlone: boolean;
  /** Where the comment ends, together with those on the lines right below it. */
  readonly until: number;
}

/** `// oneoff-ignore-next-line reason`, `// oneoff acme PROD-123`. `start`/`end` cover the comment with its marks. */
export interface DirectiveFact extends Span {
  /** The first word of the comment: `oneoff`, or one that begins with `oneoff-`. */
  readonly word: string;
  /** What follows on the same line of the comment, cut at 300 characters. */
  readonly rest: string;
  /** What it speaks of; null where that is its own line or the whole file, no code follows, or the word is unknown. */
  readonly target: DirectiveTarget | null;
}

/** `start`/`end` cover the head of what a directive speaks of: a statement up to its first block, else a line. */
export interface DirectiveTarget extends Span {
  readonly form: 'condition' | 'declaration' | 'entry' | 'import' | 'other';
  /** What a reader would point at: the test, name or key; else the first line. */
  readonly mark: Span;
  /** The source of `mark`, white space folded, cut at 120 characters. */
  readonly text: string;
  /** All of the statement, entry or line. */
  readonly region: Span;
}

export interface DamageFact {
  /** 1-based line of the syntax error. */
  readonly line: number;
  /** 1-based first and last line that were left out; equal to the whole file when nothing could be had. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}
