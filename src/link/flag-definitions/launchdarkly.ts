import { both, everybody, segment, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import {
  at,
  entriesOf,
  everyEntry,
  has,
  isBoolean,
  isTrue,
  itemsOf,
  numberOf,
  scalarOf,
  textOf,
  type DocumentValue,
  type Scalar,
} from './document.js';
import { define, environmentOfPath, type FlagDocument, type FlagReader } from './reader.js';

/**
 * The file source of LaunchDarkly's server SDKs: `flags.<key>.{on, variations, fallthrough, targets, rules}` and `flagValues`. It stands in
 * for the service in tests and on developers' machines, so it tells one environment only.
 */
export const readLaunchDarkly: FlagReader = (document) => {
  const flags = at(document.root, 'flags');
  const values = at(document.root, 'flagValues');
  const areFlags = everyEntry(flags, ({ value }) => at(value, 'variations')?.is === 'list' && isBoolean(at(value, 'on')));
  const areValues = values?.is === 'map' && entriesOf(document.root).every(({ key }) => /^(flags|flagValues|segments|\$schema)$/.test(key));
  const name = environmentOfPath(document.path) ?? 'local';
  return [
    ...(areFlags ? entriesOf(flags).map((entry) => definitionOf(document, name, entry)) : []),
    ...(areValues
      ? entriesOf(values).map((entry) => define(document, 'launchdarkly', entry, [{ name, value: scalarOf(entry.value), rules: [] }]))
      : []),
  ];
};

function definitionOf(
  document: FlagDocument,
  name: string,
  entry: { key: string; value: DocumentValue; start: number; end: number },
): FlagDefinition {
  const flag = entry.value;
  const created = numberOf(at(flag, 'creationDate'));
  return define(document, 'launchdarkly', entry, [environmentOf(document.root, name, flag)], {
    owner: textOf(at(flag, '_maintainer', 'email')),
    created: created === null ? null : new Date(created).toISOString(),
    isPermanent: scalarOf(at(flag, 'temporary')) === false,
  });
}

function environmentOf(root: DocumentValue, name: string, flag: DocumentValue): FlagEnvironment {
  const variation = (written: DocumentValue | undefined): Scalar | undefined => {
    const index = numberOf(written);
    const value = index === null ? undefined : itemsOf(at(flag, 'variations'))[index];
    return value?.is === 'scalar' ? value.value : undefined;
  };
  if (!isTrue(at(flag, 'on'))) return { name, value: variation(at(flag, 'offVariation')), rules: [] };
  const targets = [...itemsOf(at(flag, 'targets')), ...itemsOf(at(flag, 'contextTargets'))].flatMap((target): FlagRule[] => {
    const values = itemsOf(at(target, 'values'));
    const kind = textOf(at(target, 'contextKind')) ?? 'user';
    return values.length === 0 ? [] : [{ who: whose(kind, values), value: variation(at(target, 'variation')), percent: 100 }];
  });
  const rules = itemsOf(at(flag, 'rules')).flatMap((rule) =>
    outcomes(rule, variation).map((outcome) => ({
      ...outcome,
      who: both(itemsOf(at(rule, 'clauses')).map((clause) => clauseOf(root, clause))),
    })),
  );
  const rest = outcomes(at(flag, 'fallthrough'), variation);
  const [first] = rest;
  const value = rest.length === 1 ? first?.value : variation(at(flag, 'offVariation'));
  return {
    name,
    value,
    rules: [...targets, ...rules, ...(rest.length > 1 ? rest.map((outcome) => ({ ...outcome, who: everybody })) : [])],
  };
}

/** A variation, or several with their weights in thousandths of a percent. */
function outcomes(
  from: DocumentValue | undefined,
  variation: (written: DocumentValue | undefined) => Scalar | undefined,
): Pick<FlagRule, 'value' | 'percent'>[] {
  const weighted = itemsOf(at(from, 'rollout', 'variations')).map((share) => ({
    value: variation(at(share, 'variation')),
    percent: (numberOf(at(share, 'weight')) ?? 0) / 1000,
  }));
  return weighted.length > 0 ? weighted : [{ value: variation(at(from, 'variation')), percent: 100 }];
}

function clauseOf(root: DocumentValue, clause: DocumentValue): Audience {
  const kind = textOf(at(clause, 'contextKind'));
  const written = textOf(at(clause, 'attribute'));
  const attribute = kind !== null && kind !== 'user' && written === 'key' ? kind : written;
  const values = itemsOf(at(clause, 'values'));
  const isInverted = isTrue(at(clause, 'negate'));
  switch (textOf(at(clause, 'op'))) {
    case 'in':
      return whose(attribute, values, isInverted);
    case 'endsWith':
      return whoseEnd(attribute, values, isInverted);
    case 'segmentMatch':
      return segmentOf(root, values, isInverted);
    default:
      return somebody;
  }
}

/** A segment of the same file that lists contexts of one kind, else its name. */
function segmentOf(root: DocumentValue, names: readonly DocumentValue[], isInverted: boolean): Audience {
  const [name = null] = names.map(textOf);
  const found = name === null ? undefined : at(root, 'segments', name);
  const [contexts, ...more] = itemsOf(at(found, 'includedContexts'));
  const isListed = contexts && more.length === 0 && !has(found, 'rules') && names.length === 1;
  return isListed ? whose(textOf(at(contexts, 'contextKind')), itemsOf(at(contexts, 'values')), isInverted) : segment(name, isInverted);
}
