import type { Facts } from '../../facts/facts.js';
import type { Evidence } from '../evidence.js';
import { lineOf, nameOfConstant } from '../naming.js';
import { normalize } from '../words.js';
import { customerAttribute } from './audience.js';
import type { FlagDefinition } from './definition.js';
import { isInternal } from './state.js';

/** Chance that an id is a customer when flags are switched by a tenant, or by a company or another word that may be one. */
const weights = { strong: 0.6, weak: 0.4 } as const;

/** Flags that are targeted by tenant, organization, company and the like name their customers. */
export function targetingEvidence(
  definitions: readonly FlagDefinition[],
  files: ReadonlyMap<string, Facts>,
  ownNames: readonly string[],
): readonly Evidence[] {
  const own = new Set(ownNames.map(normalize));
  return definitions.flatMap(({ key, path, environments }) => {
    const facts = files.get(path);
    const rules = environments.flatMap((environment) => environment.rules);
    return rules.flatMap(({ who }): Evidence[] => {
      const strength = who.is === 'attribute' ? customerAttribute(who.attribute) : null;
      if (!facts || who.is !== 'attribute' || strength === null) return [];
      return who.values.flatMap(({ text, start, end }): Evidence[] => {
        const naming = nameOfConstant({ value: text, names: [], path, span: { start, end } }, facts);
        if (!naming || isInternal(text, { ownNames: own })) return [];
        const name = /^\d+$/.test(naming.name) ? `${who.attribute.replace(/[._-]?id$/i, '')} ${naming.name}` : naming.name;
        const line = lineOf(facts, start) + 1;
        return [
          {
            id: naming.id,
            name,
            source: 'targeting',
            weight: weights[strength],
            path,
            line,
            text: `the flag ${key} is targeted at “${text}” by ${who.attribute}`,
          },
        ];
      });
    });
  });
}
