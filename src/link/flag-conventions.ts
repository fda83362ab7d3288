import type { CallTerm, DeclarationFact, Facts, ReferenceTerm, Term } from '../facts/facts.js';
import type { Confidence } from '../model/finding.js';
import type { KeyReader } from './flag-keys.js';
import type { FlagBag, FlagKey, FlagValue } from './flag-meaning.js';
import {
  flagBag,
  flagBagSource,
  flagComponent,
  flagMethod,
  flagModule,
  flagQuestion,
  flagService,
  isFlagStore,
  listMembers,
  looksLikeFlagKey,
} from './flag-names.js';
import { wordsOf } from './words.js';

/** A call as flag conventions look at it. */
export interface FlagCall extends CallTerm {
  readonly isElement: boolean;
  /** Whether only the truth of its result counts. */
  readonly isTruth: boolean;
}

/** Names of a callee or member chain, from the root; computed members are null. The root of `a().b` is `a`. */
export function namesOf(term: Term): readonly (string | null)[] {
  switch (term.is) {
    case 'reference':
      return [term.name, ...term.path];
    case 'member':
      return [...namesOf(term.of), ...term.path];
    case 'call':
      return namesOf(term.callee);
    default:
      return [];
  }
}

/** What a home-made call asks for, judged by names: `isFeatureEnabled('x')`, `featureFlags.includes('x')`, `<Feature name="x">`. */
export function conventionalCall(call: FlagCall, keys: KeyReader, importedFrom: string | null): FlagValue | null {
  const names = namesOf(call.callee);
  const name = names.at(-1);
  // `withFeature('x')(Page)`: the inner call has asked.
  if (!name || call.isNew || call.callee.is === 'call') return null;
  if (call.isElement) return flagComponent(name) || flagComponent(names.join('.')) ? gate(call, keys, names.join('.')) : null;
  const receiver = names.at(-2) ?? null;
  const question = flagQuestion(name);
  if (question === 'strong') return strongQuestion(call, keys, name);
  if (receiver !== null && carriesOut.test(name) && flagQuestion(receiver) === 'strong') return strongQuestion(call, keys, receiver);
  if (receiver !== null) return askedObject(call, keys, receiver, name) ?? (question ? weakQuestion(call, keys, name, receiver) : null);
  if (question) return weakQuestion(call, keys, name, receiver);
  return importedFrom === null ? null : importedQuestion(call, keys, name, importedFrom);
}

/** Methods of objects that do what they are called: `getFeatureFlag.execute(…)`. */
const carriesOut = /^(execute|run|invoke|handle|call)$/;

/** A function that gives all flags, judged by its name: `useFlags()`, `getFeatureFlags(user)`. */
export function conventionalBagCall(term: CallTerm): FlagBag | null {
  const name = namesOf(term.callee).at(-1);
  if (!name || term.isNew || !/^(use|get|fetch|load)[A-Z]/.test(name) || flagBag(name) === null) return null;
  const confidence = wordsOf(name).includes('experiments') ? 'medium' : 'high';
  return bag(confidence, `\`${name}\` is a usual name for a function that gives feature flags.`);
}

function gate(call: FlagCall, keys: KeyReader, name: string): FlagValue | null {
  const key = keys.attribute(call.arguments);
  if (!looksLikeFlagKey(key?.text ?? '')) return null;
  const isCard = ['title', 'icon', 'description', 'image', 'text'].some(
    (attribute) => call.arguments[0] && keys.entry(call.arguments[0], attribute),
  );
  return isCard || !key
    ? null
    : flag(call, key, 'high', `\`<${name}>\` is a usual name for an element that shows its children behind a feature flag.`);
}

function strongQuestion(call: FlagCall, keys: KeyReader, name: string): FlagValue | null {
  const key = keys.among(call.arguments);
  const evidence = `\`${name}\` is a usual name for asking for a feature flag.`;
  if (!key) return call.isTruth ? flag(call, { text: null, term: null, start: call.start, end: call.end }, 'medium', evidence) : null;
  if (key.text === null && !call.isTruth && /^(get|find|fetch|load|select)/.test(name)) return null;
  return flag(call, key, 'high', evidence);
}

function weakQuestion(call: FlagCall, keys: KeyReader, name: string, receiver: string | null): FlagValue | null {
  const [first, second] = call.arguments;
  const key = [first, second]
    .flatMap((term) => (term && isKeyLike(term) ? [keys.of(term)] : []))
    .find((found) => found.text === null || looksLikeFlagKey(found.text));
  if (!key) return null;
  const isQuestion = call.isTruth || /^(is|has|can|use|should|supports)/.test(name);
  if (!isQuestion || (receiver !== null && receiver !== 'this' && !flagService(receiver))) return null;
  return flag(call, key, 'medium', `\`${name}\` is asked for \`${key.text ?? nameOfKey(key)}\`, which looks like a flag.`);
}

/** A literal, or a constant or enum member that is named as a flag. */
function isKeyLike(term: Term): boolean {
  if (term.is === 'literal') return typeof term.value === 'string';
  if (term.is !== 'reference') return false;
  const text = namesOf(term)
    .flatMap((name) => wordsOf(name ?? ''))
    .join(' ');
  return /^[A-Z]/.test(term.path.at(-1) ?? term.name) && /\b(features?|flags?|toggles?|experiments?)\b/.test(text);
}

function nameOfKey(key: FlagKey): string {
  return key.term ? namesOf(key.term).join('.') : '?';
}

/** `featureFlags.includes('x')`, `features.isEnabled('x')`, `config.isEnabled('x')`. */
function askedObject(call: FlagCall, keys: KeyReader, receiver: string, name: string): FlagValue | null {
  const method = flagMethod(name);
  const key = call.arguments[0] && keys.of(call.arguments[0]);
  if (!method || !key) return null;
  const held = flagBag(receiver);
  const evidence = `\`${receiver}.${name}\` asks what is named as flags.`;
  const isConstant = key.text !== null && looksLikeFlagKey(key.text);
  if (method === 'strong') {
    if (held === null && !flagService(receiver))
      return isConstant && isConfigQuestion(receiver, name) ? flag(call, key, 'medium', evidence) : null;
    return isConstant || (call.isTruth && key.text === null) ? flag(call, key, isConstant ? 'high' : 'medium', evidence) : null;
  }
  if (isFlagStore(receiver) && name.startsWith('get') && isConstant) return flag(call, key, 'high', evidence);
  if (held === 'strong' && (isConstant || call.isTruth)) return flag(call, key, isConstant ? 'high' : 'medium', evidence);
  if (held === null || !isConstant || call.arguments[0]?.is !== 'literal') return null;
  return name !== 'get' || call.isTruth ? memberOfWeakBag(call, key, evidence) : null;
}

const ownersOfFlags =
  /^(config|appConfig|settings|environment|env|window|org|organization|organisation|project|workspace|tenant|team|account|user|session|me|viewer|customer|site|shop|store|state)$/i;

/** `organization.features.includes('x')`; without such an owner the key must be written like a flag's: `features.includes('new-nav')`. */
function memberOfWeakBag(call: FlagCall, key: FlagKey, evidence: string): FlagValue | null {
  const owner = namesOf(call.callee).at(-3);
  const isOwned = typeof owner === 'string' && ownersOfFlags.test(owner);
  const isWrittenLikeFlag = (owner ?? 'props') === 'props' && /[a-z0-9][-_:][a-z0-9]/i.test(key.text ?? '');
  return isOwned || isWrittenLikeFlag ? flag(call, key, 'medium', evidence) : null;
}

function isConfigQuestion(receiver: string, name: string): boolean {
  return /^(config|appConfig|settings|configuration)$/.test(receiver) && name === 'isEnabled';
}

/** A function of a module named as flags that is asked without a telling name: `enableNewNav()`, `isEnabled('x')`. */
function importedQuestion(call: FlagCall, keys: KeyReader, name: string, source: string): FlagValue | null {
  const evidence = `\`${name}\` comes from \`${source}\`, a module of feature flags.`;
  const [first] = call.arguments;
  const key = first && keys.of(first);
  if (key?.text && looksLikeFlagKey(key.text) && flagMethod(name) === 'strong' && flagService(source.split('/').at(-1) ?? ''))
    return flag(call, key, 'high', evidence);
  if (!flagModule(source) || !call.isTruth || first || !/^(is|has|enable|should|can|show|supports|allow)[A-Z]/.test(name)) return null;
  return flag(call, { text: name, term: null, start: call.start, end: call.end }, 'medium', evidence);
}

/** Declarations on which methods of lists are called in this file; they hold no flags by name. */
export function listDeclarations(facts: Facts): ReadonlySet<number> {
  const lists = new Set<number>();
  for (const term of [...facts.calls.map((call) => call.callee), ...facts.accesses.map((access) => access.target)]) {
    const [member] = term.is === 'reference' ? term.path : [];
    if (term.is === 'reference' && typeof member === 'string' && listMembers.has(member)) lists.add(term.declaration);
  }
  return lists;
}

/** Whether a declaration holds flags by name, judged by its name, type and origin. */
export function conventionalBag(declaration: DeclarationFact, source: string | null): FlagBag | null {
  const { kind, type } = declaration;
  if (kind === 'type' || kind === 'enum' || kind === 'enum-member' || kind === 'function') return null;
  const name = declaration.members?.at(-1) ?? declaration.name;
  // One feature is an entity, all of them may be switches.
  if (/^(feature|flag|toggle|experiment)$/.test(name)) return null;
  const strength = flagBag(name) ?? flagBag(declaration.name);
  const origin = originOf(declaration, source);
  if (strength === 'strong')
    return { ...bag('high', `\`${name}\` is a usual name for a set of feature flags.`), isDoubtful: /^[A-Z]/.test(name) };
  const evidence = `\`${name}\` comes from \`${origin ?? ''}\`, which is named as flags.`;
  if (strength === 'weak' && origin !== null)
    return { ...bag(isCompound(origin) ? 'high' : 'medium', evidence), isDoubtful: kind === 'import' };
  if (origin !== null && isCompound(origin) && kind !== 'import') return bag('medium', evidence);
  const isUntyped = kind === 'parameter' && type === undefined && /^(features|flags)$/.test(name);
  return isUntyped ? { ...bag('low', `\`${name}\` is a name that feature flags often have.`), isDoubtful: true } : null;
}

function isCompound(name: string): boolean {
  return /\b(feature (flags?|toggles?)|flags? context|features? context)\b/.test(wordsOf(name).join(' '));
}

/** The name of the type, function, context or module that a declaration gets its value from, where it speaks of flags. */
function originOf(declaration: DeclarationFact, source: string | null): string | null {
  if (declaration.type !== undefined && flagBagSource(declaration.type)) return declaration.type;
  const { value } = declaration;
  if (value?.is === 'call') {
    const name = namesOf(value.callee).at(-1) ?? null;
    if (name !== null && flagBagSource(name)) return name;
    const argument = value.arguments.find(
      (term): term is ReferenceTerm => term.is === 'reference' && flagBagSource(term.path.at(-1) ?? term.name),
    );
    if (argument && name !== null && /^(use|inject|get|select)/.test(name)) return argument.path.at(-1) ?? argument.name;
    return name !== null && isHookOfState(name) && flagBag(declaration.members?.at(-1) ?? '') !== null ? name : null;
  }
  const file =
    source
      ?.split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, '') ?? null;
  return file !== null &&
    /^(config|configuration|environment|env|settings|app-?config|features?|flags|feature-?flags?|toggles)$/i.test(file)
    ? file
    : null;
}

/** A hook that gives the state of the application, of which a member is taken: `const { flags } = useWorkspace()`. */
function isHookOfState(name: string): boolean {
  return /^use[A-Z]/.test(name) && !/^use(State|Reducer|Ref|Memo|Params|Query|Form|Map|Router|Search|Args|Product|Plan)/.test(name);
}

const owners = /^(config|appConfig|runtimeConfig|siteConfig|settings|environment|env|window|gon|globalThis|props|state|context|ctx)$/;

/** `config`, and configurations of a part: `uiConfig`, `pageSettings`. */
function isOwner(name: string): boolean {
  return owners.test(name) || /[a-z](Config|Settings|Environment)$/.test(name);
}

/** The bag in a chain of members that no declaration explains: `config.featureToggles`, `window.featureFlags`; `at` is its place in `names`. */
export function conventionalChain(
  names: readonly (string | null)[],
  isTruth: boolean,
): { readonly at: number; readonly bag: FlagBag } | null {
  for (const [at, name] of names.entries()) {
    if (name === null || at === names.length - 1) continue;
    const strength = flagBag(name);
    if (strength === 'strong' && !/^[A-Z]/.test(name)) {
      return { at, bag: bag(isTruth ? 'high' : 'medium', `\`${name}\` is a usual name for a set of feature flags.`) };
    }
    const owner = at > 0 ? names[at - 1] : null;
    if (strength !== null && isTruth && owner && isOwner(owner) && !isStateOfSomething(names[at + 1] ?? '')) {
      return { at, bag: bag('medium', `\`${owner}.${name}\` is a usual place for feature flags.`) };
    }
  }
  return null;
}

/** `state.flags.hasEmail` says what something is like. */
function isStateOfSomething(member: string): boolean {
  return /^(is|has|was|did)[A-Z]/.test(member) && !/(Enabled|Active|On|Available|Disabled)$/.test(member);
}

function bag(confidence: Confidence, evidence: string): FlagBag {
  return { is: 'bag', provider: 'home-made', confidence, evidence: [evidence] };
}

function flag(call: FlagCall, key: FlagKey, confidence: Confidence, evidence: string): FlagValue {
  return { is: 'flag', provider: 'home-made', confidence, evidence: [evidence], keys: [{ ...key, start: call.start, end: call.end }] };
}
