import { both, everybody, inverse, somebody, whose } from './audience.js';
import type { Audience, FlagEnvironment, FlagRule } from './definition.js';
import { at, entriesOf, everyEntry, has, isTrue, itemsOf, numberOf, scalarOf, textOf, type DocumentValue } from './document.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';

/** What GrowthBook's SDK endpoint answers, kept as a file: `features.<key>.{defaultValue, rules}`. It tells one environment only. */
export const readGrowthBook: FlagReader = (document) => {
  const wrapped = at(document.root, 'features');
  const features = wrapped ?? document.root;
  const isPayload = everyEntry(features, ({ value }) => has(value, 'defaultValue') && areRules(at(value, 'rules')));
  if (!isPayload || (!wrapped && !entriesOf(features).some(({ value }) => itemsOf(at(value, 'rules')).some(isTelling)))) return [];
  const name = environmentOfPath(document.path) ?? 'local';
  return entriesOf(features).map((entry) =>
    define(document, 'growthbook', entry, [environmentOf(document.root, name, entry.value)], {
      owner: textOf(at(entry.value, 'owner')),
      created: textOf(at(entry.value, 'dateCreated')),
      isPermanent: isTrue(at(entry.value, 'neverStale')),
    }),
  );
};

function areRules(rules: DocumentValue | undefined): boolean {
  return rules === undefined || (rules.is === 'list' && rules.items.every(({ is }) => is === 'map'));
}

function isTelling(rule: DocumentValue): boolean {
  return ['force', 'variations', 'coverage', 'condition', 'parentConditions', 'hashAttribute'].some((key) => has(rule, key));
}

function environmentOf(root: DocumentValue, name: string, feature: DocumentValue): FlagEnvironment {
  const written = at(feature, 'defaultValue');
  const rules = itemsOf(at(feature, 'rules')).flatMap((rule) => rulesOf(root, rule));
  return { name, value: written?.is === 'scalar' ? written.value : undefined, rules };
}

function rulesOf(root: DocumentValue, rule: DocumentValue): FlagRule[] {
  const coverage = numberOf(at(rule, 'coverage')) ?? 1;
  const audiences = audiencesOf(root, at(rule, 'condition'));
  const isDependent = itemsOf(at(rule, 'parentConditions')).length > 0;
  const whom = isDependent ? [somebody] : audiences;
  const variations = itemsOf(at(rule, 'variations'));
  if (variations.length > 0) {
    const weights = itemsOf(at(rule, 'weights')).map((weight) => numberOf(weight) ?? 0);
    return variations.flatMap((variation, position) =>
      whom.map((who) => ({ who, value: scalarOf(variation), percent: (weights[position] ?? 1 / variations.length) * coverage * 100 })),
    );
  }
  return has(rule, 'force') ? whom.map((who) => ({ who, value: scalarOf(at(rule, 'force')), percent: coverage * 100 })) : [];
}

/** A condition in the manner of MongoDB: `{company: "acme"}`, `{id: {$in: […]}}`, `{$or: […]}`. */
function audiencesOf(root: DocumentValue, condition: DocumentValue | undefined): readonly Audience[] {
  const entries = entriesOf(condition);
  if (entries.length === 0) return [everybody];
  const [only] = entries;
  if (entries.length === 1 && only?.key === '$or') return itemsOf(only.value).flatMap((one) => audiencesOf(root, one));
  const conditions = entries.map(({ key, value }): Audience => {
    if (key === '$and') return both(itemsOf(value).flatMap((one) => audiencesOf(root, one)));
    if (key === '$not') return inverse(both(audiencesOf(root, value)));
    return key.startsWith('$') ? somebody : attributeOf(root, key, value);
  });
  return [both(conditions)];
}

function attributeOf(root: DocumentValue, attribute: string, value: DocumentValue): Audience {
  if (value.is === 'scalar') return whose(attribute, [value]);
  const [operation, ...more] = entriesOf(value);
  if (!operation || more.length > 0) return somebody;
  const saved = at(root, 'savedGroups', textOf(operation.value) ?? '');
  switch (operation.key) {
    case '$eq':
      return whose(attribute, [operation.value]);
    case '$ne':
      return whose(attribute, [operation.value], true);
    case '$in':
      return whose(attribute, itemsOf(operation.value));
    case '$nin':
      return whose(attribute, itemsOf(operation.value), true);
    case '$inGroup':
      return whose(attribute, itemsOf(saved));
    case '$notInGroup':
      return whose(attribute, itemsOf(saved), true);
    default:
      return somebody;
  }
}
