import type { Term } from '../facts/facts.js';
import type { Symbols } from './symbols.js';
import {
  hostWords,
  identifyingWords,
  partyWords,
  propertyWords,
  qualifyingWords,
  thingWords,
  variantWords,
  weakPartyWords,
} from './vocabulary.js';
import { normalize, singular, wordsOf } from './words.js';

/**
 * How clearly a value says which customer it is.
 * `strong`: `tenant.slug`, `brand`; `host`: `location.hostname`; `weak`: `client.id`, `theme`; `bare`: `slug`, `id`;
 * `neutral`: nothing known; `property`: a property of a party, not the party (`account.type`).
 */
export type SubjectStrength = 'strong' | 'host' | 'weak' | 'bare' | 'neutral' | 'property';

export interface Subject {
  readonly strength: SubjectStrength;
  /** As a person would write it: `tenant.slug`. */
  readonly text: string;
}

const order: readonly SubjectStrength[] = ['strong', 'host', 'weak', 'bare', 'neutral', 'property'];

/** Longer chains of aliases are not followed. */
const aliasLimit = 6;

/** Judges the values that conditions compare. */
export class Subjects {
  private readonly symbols: Symbols;
  private readonly configured: ReadonlySet<string>;

  constructor(symbols: Symbols, discriminators: readonly string[]) {
    this.symbols = symbols;
    this.configured = new Set(discriminators.map(normalize));
  }

  /** What a compared term says about customers, looking through calls such as `toLowerCase()` and through local aliases. */
  of(path: string, term: Term): Subject {
    const chains = this.chains(path, term, aliasLimit);
    const subjects = chains.map((chain) => ({ strength: this.strengthOf(chain), text: textOf(chain) }));
    const [best = { strength: 'neutral' as const, text: '' }] = subjects.sort(
      (a, b) => order.indexOf(a.strength) - order.indexOf(b.strength),
    );
    if (best.strength === 'host' && isHostOfLink(chains)) return { strength: 'neutral', text: best.text };
    // The nearest name decides against: `const type = tenant.type` is a property whatever else it is called.
    const nearest = chains[0] ? this.strengthOf(chains[0]) : 'neutral';
    return nearest === 'property' ? { strength: 'property', text: textOf(chains[0] ?? []) } : best;
  }

  /** Strength of a chain of names, outermost first: `['tenantConfig', 'config', 'slug']`. */
  strengthOf(chain: readonly string[]): SubjectStrength {
    const names = withoutValue(chain.filter((name) => !/^\d+$/.test(name)));
    const last = names.at(-1);
    if (last === undefined) return 'neutral';
    if (this.isConfigured(names)) return 'strong';
    const words = wordsOf(last).map(singular);
    const head = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    if (head === 'brand' && isOfSomeThing(before, names)) return 'property';
    if (partyWords.has(head)) return isPropertyOfAction(before) ? 'neutral' : 'strong';
    if (hostWords.has(head)) return isOfSomeUrl(before, names) ? 'neutral' : 'host';
    if (isStateOfProgram(words, names)) return 'neutral';
    if (weakPartyWords.has(head) && before.every((word) => !propertyWords.has(word)))
      return before.some((word) => partyWords.has(word)) ? 'strong' : 'weak';
    if (identifyingWords.has(head)) {
      if (variantWords.has(before.at(-1) ?? '')) return variantStrength(before.slice(0, -1), names);
      const inOneName = before.some((word) => !qualifyingWords.has(word));
      return identified(inOneName ? before : wordsOf(names.at(-2) ?? '').map(singular), names, inOneName);
    }
    if (/^(setting|option)$/.test(head) && partyWords.has(before.at(-1) ?? '')) return 'neutral';
    if (variantWords.has(head)) return variantStrength(before, names);
    if (propertyWords.has(head)) return 'property';
    return 'neutral';
  }

  private isConfigured(names: readonly string[]): boolean {
    if (this.configured.size === 0) return false;
    return this.configured.has(normalize(names.at(-1) ?? '')) || this.configured.has(normalize(names.slice(-2).join('')));
  }

  /** Chains of names under which a value is known: its own, and those of what it was taken from. */
  private chains(path: string, term: Term, hops: number): string[][] {
    return hops <= 0 ? [] : this.symbols.effort.spend([], () => this.chainsOf(path, term, hops));
  }

  private chainsOf(path: string, term: Term, hops: number): string[][] {
    switch (term.is) {
      case 'reference': {
        const own = [term.name, ...term.path.map((name) => name ?? '0')];
        return [own, ...this.ownerOfThis(path, term), ...this.aliases(path, term, hops)];
      }
      case 'member': {
        const key = term.key ? this.symbols.literals(path, term.key).map(String) : [];
        const members = [...term.path.filter((name) => name !== null), ...key];
        return this.chains(path, term.of, hops - 1).map((chain) => [...chain, ...members]);
      }
      case 'call':
        return this.callChains(path, term, hops);
      case 'binary':
        return this.combined(path, term, hops);
      case 'choice':
        return [term.then, term.otherwise].flatMap((arm) => (this.isConstant(path, arm) ? [] : this.chains(path, arm, hops - 1)));
      case 'function':
        return this.chains(path, term.returns, hops - 1);
      case 'template':
        return term.parts.flatMap((part) => this.chains(path, part, hops - 1));
      default:
        return [];
    }
  }

  /** Which of several constants a value is says nothing of what it stands for. */
  private isConstant(path: string, arm: Term): boolean {
    return arm.is !== 'literal' && this.symbols.literals(path, arm).length > 0;
  }

  /** In a class `Tenant`, `this.slug` is a tenant's. Longer names, such as `TenantService`, say nothing of the kind. */
  private ownerOfThis(path: string, term: Extract<Term, { is: 'reference' }>): string[][] {
    if (term.name !== 'this' || term.path.length === 0) return [];
    const name = this.symbols.resolve(path, { ...term, path: [] })?.declaration.name ?? '';
    return partyWords.has(wordsOf(name).at(-1) ?? '') ? [[name, ...term.path.map((member) => member ?? '0')]] : [];
  }

  /** `a ?? b` is either; `a && b` is b. */
  private combined(path: string, { operator, left, right }: Extract<Term, { is: 'binary' }>, hops: number): string[][] {
    if (operator === '&&') return this.chains(path, right, hops - 1);
    return operator === '??' || operator === '||' ? [left, right].flatMap((side) => this.chains(path, side, hops - 1)) : [];
  }

  private aliases(path: string, term: Extract<Term, { is: 'reference' }>, hops: number): string[][] {
    const found = this.symbols.resolve(path, term);
    if (!found) return [];
    const { declaration, rest } = found;
    const type = declaration.type === undefined ? [] : [[declaration.type, ...rest.map((name) => name ?? '0')]];
    if (!declaration.value || declaration.value.is === 'function') return type;
    const members = [...(declaration.members ?? []), ...rest.map((name) => name ?? '0')];
    return [...this.chains(found.path, declaration.value, hops - 1).map((chain) => [...chain, ...members]), ...type];
  }

  /** The keys of `tenants` are tenants, those of `tenant` are fields. */
  private keyChains(path: string, terms: readonly Term[], hops: number): string[][] {
    const chains = terms.flatMap((term) => this.chains(path, term, hops - 1));
    return chains.filter((chain) => wordsOf(chain.at(-1) ?? '').some((word) => word !== singular(word) && partyWords.has(singular(word))));
  }

  private callChains(path: string, term: Extract<Term, { is: 'call' }>, hops: number): string[][] {
    const { callee } = term;
    if (callee.is === 'member') return this.chains(path, callee.of, hops - 1);
    if (callee.is !== 'reference') return [];
    const method = callee.path.at(-1);
    if (method !== undefined && method !== null && transparentMethod.test(method)) {
      return this.chains(path, { ...callee, path: callee.path.slice(0, -1) }, hops - 1);
    }
    const name = method ?? callee.name;
    if (callee.name === 'Object' && (name === 'keys' || name === 'entries')) return this.keyChains(path, term.arguments, hops);
    const argument = term.arguments.flatMap((value) => this.chains(path, value, hops - 1));
    if (transparentFunction.test(name)) return argument;
    const key = term.arguments.flatMap((value) => (value.is === 'literal' && typeof value.value === 'string' ? [value.value] : []));
    if (lookupMethod.test(name) && key.length > 0)
      return key.map((text) => [...(/config/i.test(name) ? ['config'] : []), ...text.split('.')]);
    const own = withoutVerb(name);
    // What a function makes of a tenant is the tenant only if its name says so: `slugOf(tenant)`, not `backendOf(tenant)`.
    return [[...callee.path.slice(0, -1).map((part) => part ?? '0'), own], ...argument.map((chain) => [...chain, own])];
  }
}

const transparentMethod =
  /^(toLowerCase|toUpperCase|toLocaleLowerCase|trim|toString|valueOf|normalize|replace|replaceAll|slice|substring|substr|split|at|pop|shift|unwrap)$/;
const transparentFunction =
  /^(useSelector|useAppSelector|useStore|useAtom|useAtomValue|useRecoilValue|useWatch|watch|toRef|storeToRefs|createSelector|String|Number|parseInt|parseFloat|decodeURIComponent|encodeURIComponent|Boolean|unref|toValue|lower|lowerCase|camelCase|kebabCase|snakeCase|slugify)$/;
const lookupMethod =
  /^(get|getItem|header|headers|param|query|cookie|getHeader|getParam|read|fetch|value|inject|useContext|getConfig|config|env|getenv|resolve|select)$/;

function withoutVerb(name: string): string {
  return name.replace(/^(get|use|select|read|find|fetch|current|resolve|load|compute|determine|extract)(?=[A-Z_])/, '') || name;
}

/** `id` of `tenant`: strong after a party, weak after a word that is often a party, bare by itself. */
function identified(owner: readonly string[], names: readonly string[], inOneName: boolean): SubjectStrength {
  const head = owner.at(-1) ?? '';
  if (partyWords.has(head)) return 'strong';
  if (weakPartyWords.has(head)) return 'weak';
  if (hostWords.has(head)) return 'host';
  const party = owner.findLastIndex((word) => partyWords.has(word));
  if (party !== -1)
    return owner.slice(party + 1).every((word) => qualifyingWords.has(word) || (carriers.has(word) && !propertyWords.has(word)))
      ? 'strong'
      : 'neutral';
  if (owner.length === 0) return 'bare';
  if (owner.every((word) => carriers.has(word)) && isCarriedByParty(names.slice(0, inOneName ? -1 : -2))) return 'strong';
  return carriers.has(head) || (owner.length === 1 && head.length <= 2) ? 'bare' : 'neutral';
}

/** Whether a party stands before the containers at the end of a chain: `tenant.config`, but not `tenant.invoice.data`. */
function isCarriedByParty(names: readonly string[]): boolean {
  const words = names.flatMap((name) => wordsOf(name).map(singular));
  const nearest = words.findLast((word) => !carriers.has(word) && !/^\d+$/.test(word));
  return nearest !== undefined && partyWords.has(nearest);
}

/** `const { hostname } = new URL(link)`: a host of something that the code looks at, unless it is where the request came to. */
function isHostOfLink(chains: readonly (readonly string[])[]): boolean {
  const names = chains.flatMap((chain) => chain.slice(0, -1)).flatMap(wordsOf);
  const isArrival = names.some((word) => /^(location|req|request|headers|window|document|ctx|context|event|router|next)$/.test(word));
  return !isArrival && names.some((word) => /^(url|uri|link|href|parsed)$/.test(word));
}

/** `brand.value`: what a ref or a select's option holds is the thing itself. */
function withoutValue(names: readonly string[]): readonly string[] {
  return names.length > 1 && names.at(-1) === 'value' ? names.slice(0, -1) : names;
}

/** `BUILD_VARIANT` may choose whom a build is for where the environment gives it; a brand's variant is the brand. */
function variantStrength(before: readonly string[], names: readonly string[]): SubjectStrength {
  if (before.some((word) => partyWords.has(word))) return 'strong';
  return names.some((name) => /^(env|config)$/.test(name)) ? 'weak' : 'neutral';
}

/** `product.inStore`, `storeName`, `storeKey`: a store of state more often than one that sells. */
function isStateOfProgram(words: readonly string[], names: readonly string[]): boolean {
  const [owner = '', head = ''] = words.length === 1 ? [singular(wordsOf(names.at(-2) ?? '').at(-1) ?? ''), words[0]] : words.slice(-2);
  return (head === 'store' && owner === 'in') || (owner === 'store' && /^(name|key|namespace|prefix)$/.test(head));
}

/** The brand of a card, a car or a browser is no party that the product serves. */
function isOfSomeThing(before: readonly string[], names: readonly string[]): boolean {
  const owner = [...wordsOf(names.at(-2) ?? ''), ...before].map(singular);
  return owner.some((word) => thingWords.has(word) || /^(product|user)$/.test(word));
}

/** The host of a link that the code looks at, not the one that a request came to. */
function isOfSomeUrl(before: readonly string[], names: readonly string[]): boolean {
  const owner = [...wordsOf(names.at(-2) ?? ''), ...before];
  return owner.some((word) =>
    /^(url|uri|link|href|src|source|endpoint|target|referrer|referer|parsed|image|asset|remote|redirect|email)$/.test(word),
  );
}

/** Containers that add nothing to a name: `tenant.config.slug`, `brand.data.id`. */
const carriers: ReadonlySet<string> = new Set([
  'config',
  'data',
  'info',
  'detail',
  'setting',
  'current',
  'value',
  'state',
  'item',
  'store',
  'attribute',
  'prop',
  'param',
  'context',
  'meta',
]);

/** `selectedCustomer` is a party, `onSelectCustomer` or `createTenant` is an action on one. */
function isPropertyOfAction(before: readonly string[]): boolean {
  return /^(create|update|delete|remove|add|edit|on|handle|is|has|can|show|list|total|per|by|for)$/.test(before[0] ?? '');
}

function textOf(chain: readonly string[]): string {
  return chain.filter((name) => name !== '0').join('.');
}
