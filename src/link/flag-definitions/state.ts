import type { FlagState } from '../../model/finding.js';
import { rehearsalWords } from '../vocabulary.js';
import { normalize, wordsOf } from '../words.js';
import { customerAttribute } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule, TargetValue } from './definition.js';
import type { Scalar } from './document.js';
import { isEnvironmentName, isProduction } from './reader.js';

/** What the judgement of a flag needs to know besides its definitions. */
export interface StateContext {
  /** ISO date; null where expiry is not asked for. */
  readonly today: string | null;
  /** Id of the customer that a text names, or null. */
  readonly customerOf: (text: string) => string | null;
  /** Names, normalised, that the workspace calls itself. */
  readonly ownNames: ReadonlySet<string>;
}

const permanentWords = /\b(kill ?switch|kill|ops|maintenance|permission|permissions|entitlement|entitlements)\b/;

/** The state of a flag by all its definitions. */
export function stateOf(definitions: readonly FlagDefinition[], context: StateContext): FlagState {
  const isPermanent = definitions.some((definition) => definition.isPermanent || isNamedPermanent(definition.key));
  const dates = definitions.flatMap(({ expires }) => expires ?? []).sort();
  const last = dates.at(-1);
  const isExpired = !isPermanent && last !== undefined && context.today !== null && last < context.today;
  const environments = definitions.flatMap((definition) => definition.environments).map(settled);
  return { ...kindOf(environments, context), ...(isExpired && { expired: last }), ...(isPermanent && { isPermanent: true as const }) };
}

function isNamedPermanent(key: string): boolean {
  return permanentWords.test(wordsOf(key).join(' '));
}

/** Who a rule means that has been told apart. */
interface Told {
  readonly ids: readonly string[];
  readonly segments: readonly string[];
  readonly isInverted: boolean;
}

function kindOf(environments: readonly FlagEnvironment[], context: StateContext): FlagState {
  const value = constantOf(environments);
  if (value !== undefined) return { kind: 'constant', value };
  const rules = decisive(environments).flatMap((environment) => environment.rules);
  const shares = rules.filter(({ who, percent }) => who.is === 'everybody' && percent < 100);
  if (shares.length > 0) return { kind: 'percentage', percent: Math.round(Math.max(...shares.map(({ percent }) => percent)) * 10) / 10 };
  const told = rules.map(({ who }) => tell(who, context));
  if (told.includes('mixed')) return { kind: 'varying' };
  const targets = told.filter((one) => one !== 'mixed' && one !== null);
  const segments = [...new Set(targets.flatMap((one) => one.segments))];
  const ids = distinct(
    targets.flatMap((one) => one.ids),
    context,
  );
  if (ids.length + segments.length === 0) return { kind: 'varying' };
  const inverted = targets.every((one) => one.isInverted) ? { isInverted: true as const } : {};
  return { kind: ids.length === 1 && segments.length === 0 ? 'one-customer' : 'cohort', targets: [...ids, ...segments], ...inverted };
}

/**
 * An environment with what its rules come to: those after a rule for everybody are never reached, and those that give what everybody gets
 * change nothing.
 */
function settled({ name, value, rules }: FlagEnvironment): FlagEnvironment {
  const end = rules.findIndex(({ who, percent }) => who.is === 'everybody' && percent >= 100);
  const rest = end >= 0 ? rules[end]?.value : value;
  const reached = (end >= 0 ? rules.slice(0, end) : rules).filter(
    (rule) => rule.percent > 0 && (rest === undefined || rule.value !== rest),
  );
  return { name, value: rest, rules: reached };
}

/** The one value of all environments; undefined unless they agree and production is among them, or the file makes no difference. */
function constantOf(environments: readonly FlagEnvironment[]): Scalar | undefined {
  const [first, ...more] = environments;
  if (first?.value === undefined || environments.some((one) => one.rules.length > 0 || one.value !== first.value)) return undefined;
  const names = new Set(environments.map(({ name }) => name));
  if (names.has(null)) return first.value;
  const isWhole = [...names].some((name) => name !== null && isProduction(name)) || ![...names].some((name) => isTrial(name ?? ''));
  return more.length > 0 && names.size > 1 && isWhole ? first.value : undefined;
}

function isTrial(name: string): boolean {
  return isEnvironmentName(name) || name === 'default';
}

/** The environments that say what customers get: production, or those that are no trial. */
function decisive(environments: readonly FlagEnvironment[]): readonly FlagEnvironment[] {
  const production = environments.filter(({ name }) => name === null || isProduction(name));
  return production.length > 0 ? production : environments;
}

/** Null for those who count for nothing: single people, and the product's own team trying it. */
function tell(who: Audience, context: StateContext): Told | 'mixed' | null {
  if (who.is === 'segment') return { ids: [], segments: [who.name], isInverted: who.isInverted };
  if (who.is !== 'attribute') return 'mixed';
  const values = who.values.map(({ text }) => text);
  const isOfCustomer = customerAttribute(who.attribute) !== null;
  if (!isOfCustomer && !values.every((text) => context.customerOf(text) !== null)) return isPerson(who.attribute) ? null : 'mixed';
  const ids = values.filter((text) => !isInternal(text, context));
  return ids.length === 0 ? null : { ids, segments: [], isInverted: who.isInverted };
}

function isPerson(attribute: string): boolean {
  return /\b(user|users|email|mail|key|targeting key|person|member|identifier|username)( id| email| name| key)?$/.test(
    wordsOf(attribute).join(' '),
  );
}

/** The product's own company, and parties that are there to try it. */
export function isInternal(text: string, { ownNames }: Pick<StateContext, 'ownNames'>): boolean {
  if (ownNames.has(normalize(text)) || ownNames.has(normalize(text.replace(/\.\w+$/, '')))) return true;
  return wordsOf(text).some((word) => rehearsalWords.has(word) || /^(internal|staff|employees|dogfood|dev)$/.test(word));
}

function distinct(ids: readonly string[], { customerOf }: StateContext): readonly string[] {
  const byCustomer = new Map(ids.toReversed().map((text) => [customerOf(text) ?? normalize(text), text]));
  return ids
    .filter((text) => byCustomer.get(customerOf(text) ?? normalize(text)) === text)
    .filter((text, at, all) => all.indexOf(text) === at);
}

/** The one customer whom a rule means, where it means one; null for other rules. */
export function singleTarget(rule: FlagRule, context: StateContext): TargetValue | null {
  const { who } = rule;
  const told = tell(who, context);
  if (who.is !== 'attribute' || told === null || told === 'mixed' || distinct(told.ids, context).length !== 1) return null;
  return who.values.find(({ text }) => text === told.ids[0]) ?? null;
}
