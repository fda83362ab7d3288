import { both, everybody, segment, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import { at, everyItem, has, isTrue, itemsOf, numberOf, scalarOf, textOf, type DocumentValue } from './document.js';
import { define, environmentOfPath, named, type FlagDocument, type FlagReader } from './reader.js';

/** Flipt's declarative state: `flags` and `segments` as lists beside a `version` or `namespace`; a YAML stream has one for each namespace. */
export const readFlipt: FlagReader = ({ root, path }) => {
  const states = root.is === 'list' ? root.items : [root];
  if (!states.every(isState)) return [];
  return states.flatMap((state) => itemsOf(at(state, 'flags')).flatMap((flag) => definitionOf({ path, root: state }, flag)));
};

function isState(state: DocumentValue): boolean {
  const isFlag = (flag: DocumentValue): boolean =>
    textOf(at(flag, 'key')) !== null && ['enabled', 'type', 'variants', 'rules', 'rollouts'].some((key) => has(flag, key));
  return everyItem(at(state, 'flags'), isFlag) && ['version', 'namespace', 'segments'].some((key) => has(state, key));
}

function definitionOf(document: FlagDocument, flag: DocumentValue): FlagDefinition[] {
  const key = named(at(flag, 'key'));
  const metadata = at(flag, 'metadata');
  const environment: FlagEnvironment = { name: environmentOfPath(document.path), ...outcomeOf(document.root, flag) };
  return key
    ? [define(document, 'flipt', key, [environment], { owner: textOf(at(metadata, 'owner')), expires: textOf(at(metadata, 'expires')) })]
    : [];
}

function outcomeOf(root: DocumentValue, flag: DocumentValue): Pick<FlagEnvironment, 'value' | 'rules'> {
  const isOn = isTrue(at(flag, 'enabled'));
  if (textOf(at(flag, 'type')) === 'BOOLEAN_FLAG_TYPE')
    return { value: isOn, rules: itemsOf(at(flag, 'rollouts')).flatMap((one) => rollout(root, one)) };
  if (!isOn) return { value: false, rules: [] };
  const rules = itemsOf(at(flag, 'rules')).flatMap((rule) => distributed(root, rule));
  return { value: rules.length > 0 ? undefined : isOn, rules };
}

function rollout(root: DocumentValue, one: DocumentValue): FlagRule[] {
  const threshold = at(one, 'threshold');
  if (threshold) return [{ who: everybody, value: scalarOf(at(threshold, 'value')), percent: numberOf(at(threshold, 'percentage')) ?? 0 }];
  const targeted = at(one, 'segment');
  return segmentsOf(root, targeted).map((who) => ({ who, value: scalarOf(at(targeted, 'value')), percent: 100 }));
}

function distributed(root: DocumentValue, rule: DocumentValue): FlagRule[] {
  const shares = itemsOf(at(rule, 'distributions'));
  const whom = segmentsOf(root, at(rule, 'segment') ?? at(rule, 'segments'));
  const outcomes = shares.map((share) => ({ value: scalarOf(at(share, 'variant')), percent: numberOf(at(share, 'rollout')) ?? 100 }));
  return whom.flatMap((who) =>
    (outcomes.length > 0 ? outcomes : [{ value: undefined, percent: 100 }]).map((outcome) => ({ ...outcome, who })),
  );
}

function segmentsOf(root: DocumentValue, written: DocumentValue | undefined): readonly Audience[] {
  const keys = [written, at(written, 'key'), ...itemsOf(written), ...itemsOf(at(written, 'keys'))]
    .map(textOf)
    .filter((key) => key !== null);
  return keys.map((key) => {
    const found = itemsOf(at(root, 'segments')).find((candidate) => textOf(at(candidate, 'key')) === key);
    const constraints = itemsOf(at(found, 'constraints')).map(constraintOf);
    const isSingle = constraints.length === 1 || textOf(at(found, 'match_type')) === 'ALL_MATCH_TYPE';
    const told = constraints.length > 0 && isSingle ? both(constraints) : somebody;
    return told.is === 'attribute' ? told : segment(key);
  });
}

function constraintOf(constraint: DocumentValue): Audience {
  const attribute = textOf(at(constraint, 'property'));
  const value = at(constraint, 'value');
  if (!value) return somebody;
  switch (textOf(at(constraint, 'operator'))) {
    case 'eq':
      return whose(attribute, [value]);
    case 'neq':
      return whose(attribute, [value], true);
    case 'isoneof':
      return whose(attribute, listOf(value));
    case 'isnotoneof':
      return whose(attribute, listOf(value), true);
    case 'suffix':
      return whoseEnd(attribute, [value]);
    default:
      return somebody;
  }
}

/** Lists are written as JSON in a text. */
function listOf(value: DocumentValue): readonly DocumentValue[] {
  if (value.is === 'list') return value.items;
  if (value.is !== 'scalar') return [];
  return [...String(value.value).matchAll(/"([^"]*)"|(\d+)/g)].map(([, text, number]) => ({ ...value, value: text ?? number ?? '' }));
}
