import { both, listed, segment, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import { at, everyItem, has, isBoolean, isTrue, itemsOf, numberOf, scalarOf, textOf, type DocumentValue } from './document.js';
import { define, environmentOfPath, named, type FlagDocument, type FlagReader } from './reader.js';

/** Days that Unleash expects a flag of each type to live; the other types are meant to stay. */
const lifetimes: Readonly<Record<string, number>> = { release: 40, experiment: 40, operational: 7, sunset: 90 };
const permanentTypes = /^(kill-switch|permission)$/;

/** An export (`features` with `featureEnvironments` and `featureStrategies`) or a bootstrap file (`features` with their strategies). */
export const readUnleash: FlagReader = (document) => {
  const { root } = document;
  const features = at(root, 'features');
  if (!everyItem(features, (feature) => textOf(at(feature, 'name')) !== null)) return [];
  if (at(root, 'featureEnvironments')?.is === 'list' && has(root, 'featureStrategies')) {
    return itemsOf(features).flatMap((feature) => definitionOf(document, feature, exportedEnvironments(root, feature)));
  }
  if (!everyItem(features, isClientFeature)) return [];
  return itemsOf(features).flatMap((feature) => definitionOf(document, feature, [bootstrapped(document, feature)]));
};

function isClientFeature(feature: DocumentValue): boolean {
  return (
    isBoolean(at(feature, 'enabled')) && everyItemIfAny(at(feature, 'strategies'), (strategy) => textOf(at(strategy, 'name')) !== null)
  );
}

function everyItemIfAny(value: DocumentValue | undefined, holds: (item: DocumentValue) => boolean): boolean {
  return value?.is === 'list' && value.items.every(holds);
}

function definitionOf(document: FlagDocument, feature: DocumentValue, environments: readonly FlagEnvironment[]): FlagDefinition[] {
  const key = named(at(feature, 'name'));
  if (!key || isTrue(at(feature, 'archived'))) return [];
  const type = textOf(at(feature, 'type')) ?? '';
  const created = textOf(at(feature, 'createdAt'));
  const tell = { created, expires: created && expiryOf(created, type), isPermanent: permanentTypes.test(type) };
  return [define(document, 'unleash', key, environments, tell)];
}

function expiryOf(created: string, type: string): string | null {
  const days = lifetimes[type];
  const time = Date.parse(created);
  return days === undefined || Number.isNaN(time) ? null : new Date(time + days * 86_400_000).toISOString();
}

function exportedEnvironments(root: DocumentValue, feature: DocumentValue): FlagEnvironment[] {
  const name = scalarOf(at(feature, 'name'));
  const isOfFeature = (item: DocumentValue): boolean => scalarOf(at(item, 'featureName')) === name;
  const strategies = itemsOf(at(root, 'featureStrategies')).filter(isOfFeature);
  return itemsOf(at(root, 'featureEnvironments'))
    .filter(isOfFeature)
    .map((item): FlagEnvironment => {
      const environment = textOf(at(item, 'environment')) ?? textOf(at(item, 'name'));
      const own = strategies.filter((strategy) => textOf(at(strategy, 'environment')) === environment);
      return { name: environment, ...switched(root, isTrue(at(item, 'enabled')), own) };
    });
}

function bootstrapped({ root, path }: FlagDocument, feature: DocumentValue): FlagEnvironment {
  const name = environmentOfPath(path) ?? 'local';
  return { name, ...switched(root, isTrue(at(feature, 'enabled')), itemsOf(at(feature, 'strategies'))) };
}

/** A flag that is on without any strategy is on for everybody. */
function switched(root: DocumentValue, isOn: boolean, strategies: readonly DocumentValue[]): Pick<FlagEnvironment, 'value' | 'rules'> {
  const active = strategies.filter((strategy) => !isTrue(at(strategy, 'disabled')));
  if (!isOn || active.length === 0) return { value: isOn, rules: [] };
  return { value: false, rules: active.map((strategy) => ruleOf(root, strategy)) };
}

function ruleOf(root: DocumentValue, strategy: DocumentValue): FlagRule {
  const parameters = at(strategy, 'parameters');
  const share = Number(scalarOf(at(parameters, 'rollout') ?? at(parameters, 'percentage')) ?? 100);
  const conditions = [
    ...itemsOf(at(strategy, 'constraints')).map(constraintOf),
    ...itemsOf(at(strategy, 'segments')).map((id) => segmentOf(root, id)),
    ...byName(textOf(at(strategy, 'name') ?? at(strategy, 'strategyName')) ?? '', parameters),
  ];
  return { who: both(conditions), value: true, percent: share >= 0 && share <= 100 ? share : 100 };
}

function byName(name: string, parameters: DocumentValue | undefined): Audience[] {
  if (name === 'userWithId') return [whose('userId', listed(at(parameters, 'userIds')))];
  return /^(default|flexibleRollout|gradualRollout\w*)$/.test(name) || name === '' ? [] : [somebody];
}

function constraintOf(constraint: DocumentValue): Audience {
  const attribute = textOf(at(constraint, 'contextName'));
  const single = at(constraint, 'value');
  const values = [...itemsOf(at(constraint, 'values')), ...(single ? [single] : [])];
  const isInverted = isTrue(at(constraint, 'inverted'));
  switch (textOf(at(constraint, 'operator'))) {
    case 'IN':
    case 'NUM_EQ':
      return whose(attribute, values, isInverted);
    case 'NOT_IN':
      return whose(attribute, values, !isInverted);
    case 'STR_ENDS_WITH':
      return whoseEnd(attribute, values, isInverted);
    default:
      return somebody;
  }
}

/** A segment of the same file by its id, told by its constraints. */
function segmentOf(root: DocumentValue, reference: DocumentValue): Audience {
  const id = scalarOf(reference) ?? scalarOf(at(reference, 'id'));
  const found = itemsOf(at(root, 'segments')).find((candidate) => scalarOf(at(candidate, 'id')) === id && id !== null);
  const constraints = itemsOf(at(found, 'constraints'));
  if (constraints.length === 0) return found ? segment(textOf(at(found, 'name'))) : somebody;
  const told = both(constraints.map(constraintOf));
  return told.is === 'attribute' ? told : segment(textOf(at(found, 'name')) ?? String(numberOf(at(found, 'id'))));
}
