import type {
  AccessFact,
  BinaryTerm,
  CallFact,
  ConditionFact,
  DeclarationFact,
  DestructuredName,
  Facts,
  Span,
  Term,
} from '../facts/facts.js';
import { environmentToggle } from './flag-environment.js';
import type { FlagBag, FlagKey, FlagValue } from './flag-meaning.js';
import { flagModule } from './flag-names.js';
import type { Flags } from './flags.js';

/** One evaluation of a flag in a file, before it becomes a finding. */
export interface FlagSite extends Span {
  readonly value: FlagValue;
  readonly key: FlagKey;
  readonly region: Span | null;
  /** Enclosing function or class declaration, or -1. */
  readonly parent: number;
  /** Source of the evaluation, where the facts keep it. */
  readonly text: string;
  /** Where the arguments of an evaluating call stand: what is evaluated in there belongs to the same evaluation. */
  readonly within: Span | null;
}

/** Finds all places of one file where flags are evaluated; every place once, outer evaluations before those in their arguments. */
export function flagSites(path: string, facts: Facts, flags: Flags): readonly FlagSite[] {
  const truths = new TruthIndex(facts);
  const sites = [
    ...facts.calls.flatMap((call) => sitesOfCall(path, call, flags, truths)),
    ...unkeptCalls(path, facts, flags),
    ...facts.accesses.flatMap((access) => sitesOfAccess(path, access, flags, truths)),
    ...facts.declarations.flatMap((declaration, index) => sitesOfDeclaration(path, declaration, index, flags)),
    ...environmentSites(facts, truths),
    ...constantSites(facts, truths),
  ];
  return withoutRepeats(sites);
}

function sitesOfCall(path: string, call: CallFact, flags: Flags, truths: TruthIndex): readonly FlagSite[] {
  const { callee, isElement, isNew, start, end } = call;
  const isTruth = truths.has(call);
  const value = flags.call(path, { is: 'call', callee, arguments: call.arguments, isElement, isNew, isTruth, start, end });
  if (value?.is === 'bag') return call.destructured.flatMap((name) => sitesOfName(call, name, value, flags));
  if (value?.is !== 'flag') return [];
  const [first, last] = [call.arguments.find(hasSpan), call.arguments.findLast(hasSpan)];
  const within = first && last && !isElement ? { start: first.start, end: last.end } : null;
  return value.keys.map((key) => site(value, key, { ...call, region: truths.regionAt(call) ?? call.region }, within));
}

/** `const { newNav, darkMode: isDark } = useFlags()` asks for two flags, each where its key stands. */
function sitesOfName(call: CallFact, { name, start, end }: DestructuredName, bag: FlagBag, flags: Flags): readonly FlagSite[] {
  const value = flags.member(bag, name, { start, end });
  const place = { start, end, parent: call.parent, region: null, text: name };
  return value ? value.keys.map((key) => site(value, key, place, null)) : [];
}

/** Calls that stand as plain initialisers, such as `const sale = await summerSale()`, are no facts of their own. */
function unkeptCalls(path: string, facts: Facts, flags: Flags): readonly FlagSite[] {
  const kept = new Set(facts.calls.map((call) => call.start));
  return facts.declarations.flatMap(({ value: term, parent }) => {
    if (term?.is !== 'call' || kept.has(term.start)) return [];
    const value = flags.call(path, { ...term, isElement: false, isTruth: false });
    return value?.is === 'flag' ? value.keys.map((key) => site(value, key, { ...spanOf(term), parent, region: null, text: '' }, null)) : [];
  });
}

function sitesOfAccess(path: string, access: AccessFact, flags: Flags, truths: TruthIndex): readonly FlagSite[] {
  const value = flags.access(path, access.target, truths.has(access));
  return value ? value.keys.map((key) => site(value, key, { ...access, region: truths.regionAt(access) ?? access.region }, null)) : [];
}

function sitesOfDeclaration(path: string, declaration: DeclarationFact, index: number, flags: Flags): readonly FlagSite[] {
  const isOfCall = declaration.value?.is === 'call' && declaration.members?.length === 1;
  const value = declaration.members && !isOfCall ? flags.destructured(path, index) : null;
  return value ? value.keys.map((key) => site(value, key, { ...declaration, region: null, text: declaration.name }, null)) : [];
}

function environmentSites(facts: Facts, truths: TruthIndex): readonly FlagSite[] {
  const asked = [...truths.operands()].flatMap(({ term, condition, isTruth }) => {
    const value = environmentToggle(term, isTruth);
    return value
      ? [{ value, parent: condition.parent, region: regionOf(condition), text: term === condition.test ? condition.text : '' }]
      : [];
  });
  const converted = facts.calls.flatMap((call) => {
    const value = environmentToggle(
      { is: 'call', callee: call.callee, arguments: call.arguments, isNew: call.isNew, start: call.start, end: call.end },
      false,
    );
    return value ? [{ value, parent: call.parent, region: truths.regionAt(call), text: call.text }] : [];
  });
  return [...asked, ...converted].flatMap(({ value, ...place }) =>
    value.keys.map((key) => site(value, key, { ...spanOf(key), ...place }, null)),
  );
}

/** `if (enableNewNav)` where `enableNewNav` is imported from a module of feature flags. */
function constantSites(facts: Facts, truths: TruthIndex): readonly FlagSite[] {
  return [...truths.operands()].flatMap(({ term, condition, isTruth }) => {
    if (!isTruth || term.is !== 'reference' || term.path.length > 0) return [];
    const imported = facts.imports.find((item) => item.local === term.declaration && item.local >= 0);
    if (!imported || imported.imported === '*' || !flagModule(imported.source)) return [];
    const text = imported.imported === null || imported.imported === 'default' ? term.name : imported.imported;
    const key: FlagKey = { text, term: null, ...spanOf(term) };
    const evidence = [`\`${term.name}\` comes from \`${imported.source}\`, a module of feature flags.`];
    const value: FlagValue = { is: 'flag', provider: 'home-made', confidence: 'medium', evidence, keys: [key] };
    return [site(value, key, { ...spanOf(term), parent: condition.parent, region: regionOf(condition), text: term.name }, null)];
  });
}

function site(value: FlagValue, key: FlagKey, place: Span & Pick<FlagSite, 'parent' | 'region' | 'text'>, within: Span | null): FlagSite {
  const span = value.keys.length > 1 ? spanOf(key) : spanOf(place);
  return { value, key, region: place.region, parent: place.parent, text: place.text, within, ...span };
}

/** One site per place; what stands in the arguments of an evaluating call, or asks for the same flag within it, is part of that evaluation. */
function withoutRepeats(sites: readonly FlagSite[]): readonly FlagSite[] {
  const kept: FlagSite[] = [];
  for (const found of [...sites].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (!kept.some((outer) => outer.value !== found.value && isPartOf(found, outer))) kept.push(found);
  }
  return kept;
}

function isPartOf(inner: FlagSite, outer: FlagSite): boolean {
  if (outer.within && contains(outer.within, inner)) return true;
  return contains(outer, inner) && (outer.key.text === inner.key.text || (outer.start === inner.start && outer.end === inner.end));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Operand {
  readonly term: Exclude<Term, { is: 'other' }>;
  readonly condition: ConditionFact;
  /** Whether only the truth of the operand counts. */
  readonly isTruth: boolean;
}

/** The parts of a file's conditions: which expressions decide something by being true. */
class TruthIndex {
  private readonly byStart = new Map<number, Operand[]>();
  private readonly conditions: readonly ConditionFact[];

  constructor(facts: Facts) {
    this.conditions = facts.conditions;
    for (const condition of facts.conditions) this.add(condition.test, condition, condition.form !== 'case');
  }

  /** Whether an expression stands where only its truth counts. */
  has(span: Span): boolean {
    return (this.byStart.get(span.start) ?? []).some(({ term, isTruth }) => isTruth && term.end === span.end);
  }

  *operands(): Iterable<Operand> {
    for (const list of this.byStart.values()) yield* list;
  }

  /** The lines that the condition around an expression decides. */
  regionAt(span: Span): Span | null {
    const condition = this.conditions.find((candidate) => candidate.start <= span.start && span.end <= candidate.end);
    return condition ? regionOf(condition) : null;
  }

  private add(term: Term, condition: ConditionFact, isTruth: boolean): void {
    if (term.is === 'other') return;
    const known = this.byStart.get(term.start);
    if (known) known.push({ term, condition, isTruth });
    else this.byStart.set(term.start, [{ term, condition, isTruth }]);
    if (term.is === 'not') this.add(term.operand, condition, true);
    if (term.is === 'binary') {
      const decides = isTruth && combinesTruth(term);
      this.add(term.left, condition, decides);
      this.add(term.right, condition, decides);
    }
    if (term.is === 'call' && term.callee.is === 'reference' && term.callee.name === 'Boolean') {
      for (const argument of term.arguments) this.add(argument, condition, true);
    }
  }
}

/** Whether the operands count for their truth: in `a && b`, `a || b`, `a ?? false`, not in `a || 'default'`. */
function combinesTruth({ operator, right }: BinaryTerm): boolean {
  if (operator === '&&') return true;
  const isBoolean = right.is === 'literal' && typeof right.value === 'boolean';
  return operator === '||' ? isBoolean || !/^(literal|list|table|template|other)$/.test(right.is) : operator === '??' && isBoolean;
}

function regionOf(condition: ConditionFact): Span | null {
  return condition.form === 'value' ? null : condition.region;
}

function hasSpan(term: Term): term is Exclude<Term, { is: 'other' }> {
  return term.is !== 'other';
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}
