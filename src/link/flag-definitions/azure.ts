import { both, everybody, segment, somebody, whose } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import {
  at,
  entriesOf,
  everyEntry,
  everyItem,
  has,
  isBoolean,
  isTrue,
  itemsOf,
  numberOf,
  textOf,
  type DocumentEntry,
  type DocumentValue,
} from './document.js';
import { define, environmentOfPath, named, type FlagDocument, type FlagReader } from './reader.js';

/** Azure's feature management: `feature_management.feature_flags[]` of the new schema, `FeatureManagement.<name>` of .NET's old one. */
export const readAzure: FlagReader = (document) => {
  const section = ['feature_management', 'FeatureManagement', 'featureManagement']
    .map((key) => at(document.root, key))
    .find((found) => found);
  const flags = at(section, 'feature_flags') ?? at(section, 'FeatureFlags');
  if (everyItem(flags, (flag) => textOf(at(flag, 'id')) !== null && (has(flag, 'enabled') || has(flag, 'conditions')))) {
    return itemsOf(flags).flatMap((flag) => {
      const key = named(at(flag, 'id'));
      return key ? [definitionOf(document, key, flag, itemsOf(at(flag, 'conditions', 'client_filters')))] : [];
    });
  }
  const isOld = ({ value }: DocumentEntry): boolean => isBoolean(value) || at(value, 'EnabledFor')?.is === 'list';
  return everyEntry(section, isOld)
    ? entriesOf(section).map((entry) => definitionOf(document, entry, entry.value, itemsOf(at(entry.value, 'EnabledFor'))))
    : [];
};

function definitionOf(
  document: FlagDocument,
  key: Pick<DocumentEntry, 'key' | 'start' | 'end'>,
  flag: DocumentValue,
  filters: readonly DocumentValue[],
): FlagDefinition {
  const windows = filters.filter((filter) => (textOf(field(filter, 'name')) ?? '').includes('TimeWindow'));
  const ends = windows.map((filter) => textOf(field(field(filter, 'parameters'), 'end'))).find((end) => end !== null) ?? null;
  return define(document, 'azure', key, [environmentOf(document, flag, filters)], { expires: ends });
}

/** `appsettings.json` holds what the files of the environments leave as it is, so it stands for an environment of its own. */
function environmentOf({ path }: FlagDocument, flag: DocumentValue, filters: readonly DocumentValue[]): FlagEnvironment {
  const name = environmentOfPath(path) ?? 'default';
  const isOn = isTrue(flag) || isTrue(at(flag, 'enabled')) || at(flag, 'EnabledFor') !== undefined;
  if (!isOn || filters.length === 0) return { name, value: isOn && !(at(flag, 'EnabledFor') && filters.length === 0), rules: [] };
  return { name, value: false, rules: filters.flatMap(rulesOf) };
}

function rulesOf(filter: DocumentValue): FlagRule[] {
  const name = (textOf(field(filter, 'name')) ?? '').replace(/^Microsoft\./, '').replace(/Filter$/, '');
  const parameters = field(filter, 'parameters');
  const rule = (who: Audience, percent = 100): FlagRule => ({ who, value: true, percent });
  if (name === 'AlwaysOn') return [rule(everybody)];
  if (name === 'Percentage') return [rule(everybody, numberOf(field(parameters, 'value')) ?? 0)];
  if (name !== 'Targeting') return [rule(somebody)];
  const audience = field(parameters, 'audience');
  const users = itemsOf(field(audience, 'users'));
  const groups = itemsOf(field(audience, 'groups'));
  const share = numberOf(field(audience, 'defaultrolloutpercentage')) ?? 0;
  return [
    ...(users.length > 0 ? [rule(both([whose('userId', users)]))] : []),
    ...groups.map((group) => rule(segment(textOf(field(group, 'name'))), numberOf(field(group, 'rolloutpercentage')) ?? 100)),
    ...(share > 0 ? [rule(everybody, share)] : []),
  ];
}

/** .NET takes no notice of case in names of settings. */
function field(value: DocumentValue | undefined, name: string): DocumentValue | undefined {
  return entriesOf(value).find(({ key }) => key.toLowerCase() === name)?.value;
}
