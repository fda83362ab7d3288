import { both, everybody, inverse, segment, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagEnvironment, FlagRule } from './definition.js';
import { at, entriesOf, has, isTrue, itemsOf, numberOf, scalarOf, textOf, type DocumentValue } from './document.js';
import { define, type FlagReader } from './reader.js';

/** Featurevisor keeps each feature in a file of its own under `features/`, named as the key, with rules by environment. */
export const readFeaturevisor: FlagReader = (document) => {
  const { root, path } = document;
  const [, key] = /(?:^|\/)features\/(.+)\.(?:ya?ml|json)$/.exec(path) ?? [];
  const byEnvironment = at(root, 'environments') ?? at(root, 'rules');
  if (key === undefined || !has(root, 'bucketBy') || byEnvironment === undefined) return [];
  const [first] = entriesOf(root);
  const span = { key, start: first?.start ?? 0, end: first?.end ?? 0 };
  if (isTrue(at(root, 'archived'))) return [];
  return [define(document, 'featurevisor', span, environmentsOf(root), { owner: textOf(at(root, 'owner')) })];
};

function environmentsOf(root: DocumentValue): FlagEnvironment[] {
  const first = at(root, 'environments');
  if (first) {
    return entriesOf(first).map(({ key, value }) => ({ name: key, ...exposed(itemsOf(at(value, 'rules')), itemsOf(at(value, 'force'))) }));
  }
  const rules = at(root, 'rules');
  if (rules?.is === 'list') return [{ name: null, ...exposed(rules.items, itemsOf(at(root, 'force'))) }];
  return entriesOf(rules).map(({ key, value }) => ({ name: key, ...exposed(itemsOf(value), itemsOf(at(root, 'force', key))) }));
}

/** Forced contexts come before rules; whom no rule means doesn't get the feature. */
function exposed(rules: readonly DocumentValue[], forced: readonly DocumentValue[]): Pick<FlagEnvironment, 'value' | 'rules'> {
  return { value: false, rules: [...forced, ...rules].flatMap(rulesOf) };
}

function rulesOf(rule: DocumentValue): FlagRule[] {
  const value = scalarOf(at(rule, 'enabled')) ?? scalarOf(at(rule, 'variation')) ?? true;
  const percent = numberOf(at(rule, 'percentage')) ?? 100;
  const whom = has(rule, 'conditions') ? audiencesOf(at(rule, 'conditions')) : segmentsOf(at(rule, 'segments'));
  return whom.map((who) => ({ who, value, percent }));
}

function segmentsOf(segments: DocumentValue | undefined): readonly Audience[] {
  const text = textOf(segments);
  if (text !== null) return [text === '*' ? everybody : segment(text)];
  if (segments?.is === 'list') return [both(segments.items.flatMap(segmentsOf))];
  const [group] = entriesOf(segments);
  if (group?.key === 'or') return itemsOf(group.value).flatMap(segmentsOf);
  if (group?.key === 'and') return [both(itemsOf(group.value).flatMap(segmentsOf))];
  return [group?.key === 'not' ? inverse(both(itemsOf(group.value).flatMap(segmentsOf))) : somebody];
}

function audiencesOf(conditions: DocumentValue | undefined): readonly Audience[] {
  if (textOf(conditions) === '*') return [everybody];
  if (conditions?.is === 'list') return [both(conditions.items.flatMap(audiencesOf))];
  const parts = (key: string): readonly Audience[] => itemsOf(at(conditions, key)).flatMap(audiencesOf);
  if (has(conditions, 'or')) return parts('or');
  if (has(conditions, 'and')) return [both(parts('and'))];
  return [has(conditions, 'not') ? inverse(both(parts('not'))) : conditionOf(conditions)];
}

function conditionOf(condition: DocumentValue | undefined): Audience {
  const attribute = textOf(at(condition, 'attribute'));
  const value = at(condition, 'value');
  if (!value) return somebody;
  switch (textOf(at(condition, 'operator'))) {
    case 'equals':
      return whose(attribute, [value]);
    case 'notEquals':
      return whose(attribute, [value], true);
    case 'in':
      return whose(attribute, itemsOf(value));
    case 'notIn':
      return whose(attribute, itemsOf(value), true);
    case 'endsWith':
      return whoseEnd(attribute, [value]);
    default:
      return somebody;
  }
}
