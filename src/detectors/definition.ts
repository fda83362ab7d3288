import type { CallTerm, DeclarationFact, Facts, Term } from '../facts/facts.js';
import type { KnownCustomer } from '../link/customers.js';
import { wrappedBy } from '../link/symbols.js';
import type { Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import type { Confidence } from '../model/finding.js';
import { isPlaceholder } from '../link/naming.js';
import { partyWords } from '../link/vocabulary.js';
import { singular, wordsOf } from '../link/words.js';
import { constantSteps, withoutRepeats } from './constant-chain.js';
import { contains } from './declaration-around.js';
import { nameAt, weakest, type Draft } from './draft.js';
import { isPredicateName, judge, listOf, type Verdict } from './judge.js';
import { subjectReasons, testSteps } from './test-chain.js';
import type { Trace } from './trace.js';

interface Meaning {
  readonly customers: readonly KnownCustomer[];
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  /** The steps behind the declaration, and what speaks for and against it. */
  readonly chain: (trace: Trace) => Behind;
}

interface Behind {
  readonly steps: readonly Step[];
  readonly note?: string;
  readonly for?: readonly string[];
  readonly against?: readonly string[];
}

/** Declarations whose only meaning is one customer: predicates, ids, enum members, lists of one, functions and classes named after it. */
export function detectDefinitions(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return facts.declarations.flatMap((declaration, index) => {
    const meaning = meaningOf(workspace, path, facts, index);
    if (!meaning) return [];
    const draft: Draft = {
      kind: 'definition',
      span: declaration,
      region: declaration.region,
      customers: meaning.customers.map(({ id }) => id),
      confidence: weakest(meaning.confidence, ...meaning.customers.map(({ confidence }) => confidence)),
      evidence: meaning.evidence,
      text: declaration.name,
      within: nameAt(facts, declaration.parent),
      chain: (trace) => {
        const { steps, ...reasons } = meaning.chain(trace);
        return [trace.step('definition', path, declaration, { text: declaration.name, ...reasons }), ...steps];
      },
    };
    return [draft];
  });
}

/** Whether a declaration is a test of one customer, so that the test inside it is no branch of its own. */
export function isPredicate(workspace: Workspace, path: string, declaration: DeclarationFact): boolean {
  return predicateMeaning(workspace, path, declaration) !== null;
}

function meaningOf(workspace: Workspace, path: string, facts: Facts, index: number): Meaning | null {
  const declaration = facts.declarations[index];
  if (!declaration || declaration.kind === 'import' || declaration.kind === 'parameter' || declaration.kind === 'type') return null;
  return (
    predicateMeaning(workspace, path, declaration) ??
    constantMeaning(workspace, path, facts, declaration) ??
    listMeaning(workspace, path, declaration) ??
    nameMeaning(workspace, facts, declaration)
  );
}

/** `const isAcme = tenant.slug === 'acme'`, and functions that only ask whether it is one customer, whatever they are called. */
function predicateMeaning(workspace: Workspace, path: string, { name, value }: DeclarationFact): Meaning | null {
  if (!value) return null;
  const unwrapped = unwrap(value);
  const isFunction = unwrapped.is === 'function';
  const asked = isFunction ? unwrapped.returns : unwrapped;
  if (asked.is === 'literal' || asked.is === 'reference' || asked.is === 'other') return null;
  const mentioned = workspace.customers.mentionedIn(name);
  if (!isFunction && mentioned.length === 0) return null;
  const tests = workspace.tests.of(path, asked);
  const verdicts = tests.flatMap((test) => (test.form === 'named' ? [] : (judge(workspace, test) ?? [])));
  const customers = [...new Set(verdicts.flatMap((verdict) => verdict.customers))];
  const [only] = customers;
  if (!only || customers.length !== 1) return null;
  const isNamed = mentioned.includes(only);
  const isPure =
    isFunction && tests.every((test) => test.form === 'named' || verdicts.some((verdict) => verdict.test === test)) && isQuestion(asked);
  if (!isNamed && !isPure) return null;
  return {
    customers,
    confidence: weakest(...verdicts.map(({ confidence }) => confidence)),
    evidence: [...new Set(verdicts.flatMap(({ evidence }) => evidence))],
    chain: (trace) => behindTests(trace, path, isFunction, verdicts),
  };
}

function behindTests(trace: Trace, path: string, isFunction: boolean, verdicts: readonly Verdict[]): Behind {
  const reasons = verdicts.map((verdict) => subjectReasons(trace, verdict));
  const asked = verdicts.map(({ test }) => trace.text(path, test.span)).filter(Boolean);
  return {
    steps: withoutRepeats(verdicts.flatMap((verdict) => testSteps(trace, path, verdict))),
    note: asked.length > 0 ? `${isFunction ? 'asks' : 'is'} ${asked.join(', ')}` : '',
    for: [...new Set(reasons.flatMap((each) => each.for))],
    against: [...new Set(reasons.flatMap((each) => each.against))],
  };
}

/** `useMemo(() => tenant.slug === 'acme')` means what its function means. */
function unwrap(value: Term): Term {
  const wrapped = value.is === 'call' ? wrappedBy(value) : undefined;
  return wrapped ? unwrap(wrapped) : value;
}

/** Whether a returned term is nothing but the test: guards for missing values are allowed, further conditions are not. */
function isQuestion(term: Term): boolean {
  switch (term.is) {
    case 'choice':
      return [term.then, term.otherwise].every((arm) => arm.is === 'literal' || isQuestion(arm));
    case 'not':
      return isQuestion(term.operand);
    case 'binary':
      return term.operator === '&&'
        ? isGuard(term.left) && isQuestion(term.right)
        : term.operator !== '||' || (isQuestion(term.left) && isQuestion(term.right));
    default:
      return term.is === 'call';
  }
}

function isGuard(term: Term): boolean {
  return (
    term.is === 'reference' ||
    (term.is === 'not' && isGuard(term.operand)) ||
    (term.is === 'binary' && [term.left, term.right].some((side) => side.is === 'literal' && side.value === null))
  );
}

/** `const INITECH_TENANT_ID = 'e4b0…'`, `enum Tenant { Acme = 'acme' }` */
function constantMeaning(workspace: Workspace, path: string, facts: Facts, declaration: DeclarationFact): Meaning | null {
  const { name, kind, value, parent } = declaration;
  if (kind !== 'enum-member' && value?.is !== 'literal') return null;
  const literal = value?.is === 'literal' && value.value !== null && typeof value.value !== 'boolean' ? value.value : null;
  const owner = kind === 'enum-member' ? [nameAt(facts, parent)] : [];
  const found = workspace.customers.recognize({ value: literal, names: [...owner, name], path, span: declaration });
  if (!found) return null;
  const isNamed = workspace.customers.mentionedIn(name).includes(found.customer);
  if (!isNamed && found.by === 'name' && kind !== 'enum-member' && !isCalledAfterParty(name)) return null;
  const evidence = [
    `${name} ${literal === null ? '' : `(“${String(literal)}”) `}stands for ${found.customer.name}.`,
    ...found.customer.evidence.slice(0, 2),
  ];
  return {
    customers: [found.customer],
    confidence: isNamed || found.by !== 'name' ? 'high' : 'medium',
    evidence,
    chain: (trace) => ({
      steps: value?.is === 'literal' ? [trace.step('literal', path, value, { text: String(literal) })] : [],
      for: evidence.slice(0, 1),
    }),
  };
}

/** `const LARGE_TENANT_IDS = new Set(['…'])`: a list of nothing but customers. */
function listMeaning(workspace: Workspace, path: string, { name, kind, value }: DeclarationFact): Meaning | null {
  if (kind !== 'variable' || !value || (value.is !== 'list' && !isSet(value))) return null;
  const elements = workspace.tests.elements.of(path, value);
  const recognized = elements.flatMap((element) => workspace.customers.recognize(element) ?? []);
  const customers = [...new Set(recognized.map(({ customer }) => customer))];
  if (elements.length === 0 || recognized.length < elements.length) return null;
  return {
    customers,
    confidence: elements.length === 1 || recognized.some(({ by }) => by === 'id') ? 'high' : 'medium',
    evidence: [`${name} lists ${listOf(customers)}.`],
    chain: (trace) => ({
      steps: constantSteps(trace, elements, ({ path: at, span }) => at === path && contains(value, span)),
      for: [`${name} lists ${listOf(customers)}.`],
    }),
  };
}

function isSet(value: Term): value is CallTerm {
  return value.is === 'call' && value.isNew && value.callee.is === 'reference' && value.callee.name === 'Set';
}

/** Functions, classes and module-level constants whose name has the customer in it. */
function nameMeaning(workspace: Workspace, facts: Facts, declaration: DeclarationFact): Meaning | null {
  const { name, kind, value, parent, isLocal } = declaration;
  if (kind === 'enum' || kind === 'property' || isModuleCall(value)) return null;
  if (kind === 'variable' && isLocal && !isPredicateName(name) && value?.is !== 'function') return null;
  const customers = workspace.customers.tellingIn(name);
  const [only] = customers;
  if (!only || customers.length > 1 || facts.declarations[parent]?.kind === 'enum') return null;
  if (only.source !== 'configured' && isLowerCaseWord(name)) return null;
  const isClear = kind !== 'variable' || value?.is === 'function' || /^[A-Z]/.test(name) || isPredicateName(name);
  return {
    customers,
    confidence: isClear ? 'high' : 'medium',
    evidence: [`The name ${name} mentions ${only.name}.`, ...only.evidence.slice(0, 2)],
    chain: () => ({ steps: [], for: [`The name ${name} mentions ${only.name}.`] }),
  };
}

/** A plain word as a name (`before`, `anchor`) may mean anything; one that nobody configured is no reason to speak up. */
function isLowerCaseWord(name: string): boolean {
  return /^\p{Ll}[\p{Ll}\d]*$/u.test(name);
}

/** `SSO_ONLY_BRAND = 'hooli'`: a constant for one customer, whatever it is for. */
function isCalledAfterParty(name: string): boolean {
  const words = wordsOf(name).map(singular);
  return /^[A-Z]/.test(name) && !isPlaceholder([name]) && words.slice(-2).some((word) => partyWords.has(word));
}

/** `require('./acme')` and `lazy(() => import('./acme'))` are imports. */
function isModuleCall(value: Term | undefined): boolean {
  if (value?.is === 'member') return isModuleCall(value.of);
  if (value?.is !== 'call' || value.callee.is !== 'reference') return false;
  const [first] = value.arguments;
  const isLoader = value.callee.name === 'require' || value.callee.name === 'import';
  return isLoader || (first?.is === 'function' ? isModuleCall(first.returns) : isModuleCall(first));
}
