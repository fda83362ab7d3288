import { both, everybody, somebody, whose } from './audience.js';
import type { Audience, FlagEnvironment } from './definition.js';
import { at, entriesOf, everyEntry, itemsOf, numberOf, scalarOf, textOf, type DocumentValue } from './document.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';

/** Flagpole: `features.<scope:key>.{owner, created_at, segments}` or the same under `options`; owner and date are required by it. */
export const readFlagpole: FlagReader = (document) => {
  const found = [at(document.root, 'features'), at(document.root, 'options')].find((features) =>
    everyEntry(
      features,
      ({ value }) => at(value, 'owner') !== undefined && at(value, 'created_at') !== undefined && at(value, 'segments')?.is === 'list',
    ),
  );
  return entriesOf(found).map((entry) =>
    define(
      document,
      'home-made',
      { ...entry, key: entry.key.replace(/^feature\./, '') },
      [environmentOf(environmentOfPath(document.path), entry.value)],
      {
        owner: textOf(at(entry.value, 'owner')) ?? textOf(at(entry.value, 'owner', 'team')),
        created: textOf(at(entry.value, 'created_at')),
      },
    ),
  );
};

function environmentOf(name: string | null, feature: DocumentValue): FlagEnvironment {
  if (scalarOf(at(feature, 'enabled')) === false) return { name, value: false, rules: [] };
  const rules = itemsOf(at(feature, 'segments')).map((segment) => {
    const conditions = itemsOf(at(segment, 'conditions')).map(conditionOf);
    return { who: conditions.length > 0 ? both(conditions) : everybody, value: true, percent: numberOf(at(segment, 'rollout')) ?? 100 };
  });
  return { name, value: false, rules };
}

/** `{property, operator: {kind: in, value: […]}}`, or `operator: in` with the value beside it. */
function conditionOf(condition: DocumentValue): Audience {
  const property = textOf(at(condition, 'property'));
  const kind = textOf(at(condition, 'operator', 'kind')) ?? textOf(at(condition, 'operator'));
  const value = at(condition, 'operator', 'value') ?? at(condition, 'value');
  const values = value?.is === 'list' ? value.items : value ? [value] : [];
  if (kind === 'in' || kind === 'equals') return whose(property, values);
  return kind === 'not_in' || kind === 'not_equals' ? whose(property, values, true) : somebody;
}
