import { both, everybody, inverse, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import {
  at,
  entriesOf,
  everyEntry,
  everyItem,
  has,
  itemsOf,
  numberOf,
  scalarOf,
  textOf,
  type DocumentValue,
  type Scalar,
} from './document.js';
import { define, environmentOfPath, named, type FlagDocument, type FlagReader } from './reader.js';

/** flagd and other OpenFeature providers that read its file: `flags.<key>.{state, variants, defaultVariant, targeting}`. */
export const readFlagd: FlagReader = (document) => {
  const flags = at(document.root, 'flags');
  if (everyEntry(flags, ({ value }) => isFlag(value))) return entriesOf(flags).map((entry) => definitionOf(document, entry, entry.value));
  if (!everyItem(flags, (item) => isFlag(item) && named(at(item, 'key')) !== null)) return [];
  return itemsOf(flags).flatMap((item) => {
    const key = named(at(item, 'key'));
    return key ? [definitionOf(document, key, item)] : [];
  });
};

function isFlag(value: DocumentValue): boolean {
  return at(value, 'variants')?.is === 'map' && /^(ENABLED|DISABLED)$/.test(textOf(at(value, 'state')) ?? '');
}

function definitionOf(document: FlagDocument, key: { key: string; start: number; end: number }, flag: DocumentValue): FlagDefinition {
  const metadata = at(flag, 'metadata');
  const tell = (...names: readonly string[]) => names.map((name) => textOf(at(metadata, name))).find((text) => text !== null) ?? null;
  return define(document, 'openfeature', key, [environmentOf(document, flag)], {
    owner: tell('owner', 'team'),
    created: tell('created', 'createdAt'),
    expires: tell('expires', 'expiry', 'removeBy', 'expiresAt'),
    isPermanent: scalarOf(at(metadata, 'permanent')) === true,
  });
}

function environmentOf({ root, path }: FlagDocument, flag: DocumentValue): FlagEnvironment {
  const name = environmentOfPath(path);
  // A disabled flag is absent: code falls back to its own default.
  if (textOf(at(flag, 'state')) === 'DISABLED') return { name, value: undefined, rules: [] };
  const value = variantOf(flag, at(flag, 'defaultVariant'));
  const targeting = at(flag, 'targeting');
  const rules = targeting && entriesOf(targeting).length > 0 ? rulesOf(root, flag, targeting, value, 0) : [];
  return { name, value, rules };
}

function variantOf(flag: DocumentValue, written: DocumentValue | undefined): Scalar | undefined {
  const name = scalarOf(written);
  if (name === null) return undefined;
  const variant = at(flag, 'variants', String(name));
  return variant?.is === 'scalar' ? variant.value : String(name);
}

/** JSONLogic: `{"if": [condition, then, condition, then, otherwise]}`; a fraction is a rollout; a bare condition gives true or false. */
function rulesOf(root: DocumentValue, flag: DocumentValue, logic: DocumentValue, base: Scalar | undefined, depth: number): FlagRule[] {
  const fraction = at(logic, 'fractional');
  if (fraction) return fractionOf(flag, fraction);
  const branches = itemsOf(at(logic, 'if'));
  if (branches.length === 0) {
    const whom = audiencesOf(root, logic);
    return whom.map((who) => ({ who, value: variantOf(flag, { is: 'scalar', value: 'true', start: 0, end: 0 }), percent: 100 }));
  }
  const rules: FlagRule[] = [];
  for (let position = 0; position < branches.length; position += 2) {
    const [first, then] = branches.slice(position, position + 2);
    if (!first) continue;
    const who = then ? audiencesOf(root, first) : [everybody];
    rules.push(...outcomeOf(root, flag, who, then ?? first, base, depth + 1));
  }
  return rules;
}

function outcomeOf(
  root: DocumentValue,
  flag: DocumentValue,
  whom: readonly Audience[],
  outcome: DocumentValue,
  base: Scalar | undefined,
  depth: number,
): FlagRule[] {
  if (outcome.is !== 'map') {
    // Null stands for the default variant.
    const value = scalarOf(outcome) === null ? base : variantOf(flag, outcome);
    return whom.map((who) => ({ who, value, percent: 100 }));
  }
  const inner = depth > 20 ? [] : rulesOf(root, flag, outcome, base, depth);
  return inner.flatMap((rule) => whom.map((who) => ({ ...rule, who: who.is === 'everybody' ? rule.who : who })));
}

/** `[{"var": "email"}, ["on", 25], ["off", 75]]` */
function fractionOf(flag: DocumentValue, fraction: DocumentValue): FlagRule[] {
  const shares = itemsOf(fraction).filter((item) => item.is === 'list');
  const weights = shares.map((share) => numberOf(itemsOf(share)[1]) ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return shares.map((share, position) => ({
    who: everybody,
    value: variantOf(flag, itemsOf(share)[0]),
    percent: total > 0 ? ((weights[position] ?? 0) / total) * 100 : 0,
  }));
}

const nowhere: DocumentValue = { is: 'scalar', value: null, start: 0, end: 0 };

function audiencesOf(root: DocumentValue, condition: DocumentValue): readonly Audience[] {
  const reference = textOf(at(condition, '$ref'));
  const shared = reference === null ? undefined : at(root, '$evaluators', reference);
  // Shared rules don't refer to others; following them could lead in a circle.
  if (reference !== null) return shared ? audiencesOf(nowhere, shared) : [somebody];
  const [operation] = entriesOf(condition);
  if (!operation) return [somebody];
  const operands = itemsOf(operation.value);
  if (operation.key === 'or') return operands.flatMap((operand) => audiencesOf(root, operand));
  if (operation.key === 'and') return narrowed(operands.map((operand) => audiencesOf(root, operand)));
  if (operation.key === '!') return audiencesOf(root, operands[0] ?? operation.value).map(inverse);
  return [comparisonOf(operation.key, operands)];
}

/** Of conditions that must all hold, those with a single alternative tell who is meant. */
function narrowed(alternatives: readonly (readonly Audience[])[]): readonly Audience[] {
  const single = alternatives.filter((audiences) => audiences.length === 1).flat();
  return single.length > 0 ? [both(single)] : (alternatives[0] ?? [somebody]);
}

function comparisonOf(operator: string, operands: readonly DocumentValue[]): Audience {
  const variable = operands.find((operand) => has(operand, 'var'));
  const others = operands.filter((operand) => operand !== variable);
  const name = at(variable, 'var');
  const attribute = textOf(name) ?? textOf(itemsOf(name)[0]);
  const values = others.flatMap((other) => (other.is === 'list' ? other.items : [other]));
  if (attribute?.startsWith('$flagd.') === true) return somebody;
  switch (operator) {
    case '==':
    case '===':
      return whose(attribute, values);
    case '!=':
    case '!==':
      return whose(attribute, values, true);
    case 'in':
      // `in` a text looks for a part of it.
      return others[0]?.is === 'list' ? whose(attribute, values) : attribute === null ? somebody : whoseEnd(attribute, values);
    case 'ends_with':
      return whoseEnd(attribute, values);
    default:
      return somebody;
  }
}
