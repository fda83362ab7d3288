import type { Facts } from '../../facts/facts.js';
import type { FlagState } from '../../model/finding.js';
import type { FlagUses } from '../flag-uses.js';
import { lineOf } from '../naming.js';
import { normalize, wordsOf } from '../words.js';
import type { FlagDefinition } from './definition.js';
import { isProduction } from './reader.js';
import { stateOf, type StateContext } from './state.js';

/** A flag with all its definitions. */
export interface DefinedFlag {
  readonly key: string;
  readonly provider: string;
  /** The definition to show: production's where there are several. */
  readonly definition: FlagDefinition;
  readonly definitions: readonly FlagDefinition[];
  /** What the definitions say; whether code uses the flag is another question. */
  readonly state: FlagState;
}

export interface RegisterContext extends StateContext {
  readonly files: ReadonlyMap<string, Facts>;
  /** What the code of the whole workspace evaluates; worked out when asked for. */
  readonly uses: () => FlagUses;
}

/** A key is called unknown only where this many other keys are known … */
const leastKnown = 5;
/** … and this share of all that code asks for. */
const knownShare = 0.8;
/** A key is called dead only where code uses this many other keys of its file, and half of them. */
const leastUsed = 3;

/** All flags that the workspace defines, joined to the keys that its code asks for. */
export class FlagRegister {
  readonly flags: readonly DefinedFlag[];
  readonly context: RegisterContext;
  private readonly byKey: ReadonlyMap<string, readonly DefinedFlag[]>;
  private readonly byForm: ReadonlyMap<string, readonly DefinedFlag[]>;
  private readonly known = new Map<string, boolean>();

  constructor(definitions: readonly FlagDefinition[], context: RegisterContext) {
    this.context = context;
    const groups = grouped(definitions, ({ key, provider }) => `${provider} ${key}`);
    this.flags = [...groups.values()].flatMap((group) => definedFlag(group, context));
    this.byKey = grouped(this.flags, ({ key }) => key);
    this.byForm = grouped(this.flags, ({ key }) => formOf(key));
  }

  /** The flag that an evaluation asks for: the exact key, else the only one that is written alike. */
  find(key: string, provider: string): DefinedFlag | null {
    const exact = joinable(this.byKey.get(key) ?? [], provider);
    const own = exact.filter((flag) => flag.provider === provider);
    if (exact.length > 0) return own[0] ?? (exact.length === 1 ? (exact[0] ?? null) : null);
    if (provider === 'environment') return null;
    const alike = joinable(this.byForm.get(formOf(key)) ?? [], provider);
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  /** Whether a key that has no definition should have one: all but a few of those that code asks the same provider for do. */
  isUnknown(provider: string): boolean {
    let answer = this.known.get(provider);
    if (answer === undefined) this.known.set(provider, (answer = this.isComplete(provider)));
    return answer;
  }

  private isComplete(provider: string): boolean {
    if (provider === 'environment' || this.flags.length < leastKnown) return false;
    const asked = [...(this.context.uses().keys.get(provider) ?? [])];
    const found = asked.filter((key) => this.find(key, provider) !== null);
    return found.length >= leastKnown && found.length < asked.length && found.length / asked.length >= knownShare;
  }

  /** Whether no code asks for a flag, as far as that can be told. */
  isDead(flag: DefinedFlag): boolean {
    // Libraries and the machine read variables too, and files that hold a single common word are not all looked at.
    if (flag.provider === 'environment' || wordsOf(flag.key).length < 2) return false;
    const uses = this.context.uses();
    const isUnsure = [...uses.computed].some((provider) => joinable([flag], provider).length > 0);
    if (isUnsure || uses.mentions(flag.key)) return false;
    const beside = this.flags.filter(({ definition }) => definition.path === flag.definition.path);
    const used = beside.filter(({ key }) => uses.mentions(key)).length;
    return used >= leastUsed && used * 2 >= beside.length;
  }

  /** Line of the definition that is shown; 1-based. */
  lineOf({ definition }: DefinedFlag): number {
    const facts = this.context.files.get(definition.path);
    return facts ? lineOf(facts, definition.start) + 1 : 1;
  }
}

/** Flags of a provider that an evaluation by another could ask for: home-made functions and OpenFeature stand before any service. */
function joinable(flags: readonly DefinedFlag[], provider: string): readonly DefinedFlag[] {
  const isFront = /^(home-made|configured|openfeature)$/.test(provider);
  return flags.filter((flag) => flag.provider === provider || (isFront && flag.provider !== 'environment'));
}

/** One spelling for a key in code and files, without a scope before it: `organizations:new-nav` and `newNav`. */
function formOf(key: string): string {
  return normalize(key.slice(key.lastIndexOf(':') + 1));
}

function definedFlag(group: readonly FlagDefinition[], context: StateContext): DefinedFlag[] {
  const [first] = group;
  if (!first) return [];
  const isOfProduction = ({ environments }: FlagDefinition): boolean =>
    environments.some(({ name }) => name !== null && isProduction(name));
  const definition = group.find(isOfProduction) ?? first;
  return [{ key: first.key, provider: first.provider, definition, definitions: group, state: stateOf(group, context) }];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
