import { everybody } from './audience.js';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from './definition.js';
import { at, entriesOf, itemsOf, isTrue, numberOf, textOf, type DocumentEntry, type DocumentValue, type Scalar } from './document.js';
import { audiencesOfQuery } from './query.js';
import { define, environmentOfPath, type FlagDocument, type FlagReader } from './reader.js';

/** GO Feature Flag: `<key>.{variations, defaultRule, targeting}` at the top; entries that hold YAML anchors (`x-…`) are no flags. */
export const readGoFeatureFlag: FlagReader = (document) => {
  const entries = entriesOf(document.root).filter(({ key }) => !key.startsWith('x-') && key !== '$schema');
  const isFlag = ({ value }: DocumentEntry): boolean => at(value, 'variations')?.is === 'map' && at(value, 'defaultRule')?.is === 'map';
  return entries.length > 0 && entries.every(isFlag) ? entries.map((entry) => definitionOf(document, entry)) : [];
};

function definitionOf(document: FlagDocument, entry: DocumentEntry): FlagDefinition {
  const metadata = at(entry.value, 'metadata');
  return define(document, 'go-feature-flag', entry, [environmentOf(environmentOfPath(document.path), entry.value)], {
    owner: textOf(at(metadata, 'owner')) ?? textOf(at(metadata, 'team')),
    created: textOf(at(metadata, 'created')),
    expires: textOf(at(entry.value, 'experimentation', 'end')) ?? textOf(at(metadata, 'expires')),
  });
}

function environmentOf(name: string | null, flag: DocumentValue): FlagEnvironment {
  if (isTrue(at(flag, 'disable'))) return { name, value: undefined, rules: [] };
  const rest = outcomes(flag, at(flag, 'defaultRule'), [everybody]);
  const targeted = itemsOf(at(flag, 'targeting'))
    .filter((rule) => !isTrue(at(rule, 'disable')))
    .flatMap((rule) => outcomes(flag, rule, audiencesOfQuery(at(rule, 'query'))));
  const [only] = rest;
  return rest.length === 1 && only
    ? { name, value: only.value, rules: targeted }
    : { name, value: undefined, rules: [...targeted, ...rest] };
}

function outcomes(flag: DocumentValue, rule: DocumentValue | undefined, whom: readonly Audience[]): FlagRule[] {
  const valueOf = (variation: string | null): Scalar | undefined => {
    const value = variation === null ? undefined : at(flag, 'variations', variation);
    return value?.is === 'scalar' ? value.value : undefined;
  };
  const shares = entriesOf(at(rule, 'percentage')).map(({ key, value }) => ({ value: valueOf(key), percent: numberOf(value) ?? 0 }));
  const isMoving = at(rule, 'progressiveRollout') !== undefined;
  const all = shares.length > 0 ? shares : [{ value: valueOf(textOf(at(rule, 'variation'))), percent: isMoving ? 50 : 100 }];
  return all.flatMap((share) => whom.map((who) => ({ ...share, who })));
}
