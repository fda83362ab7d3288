import { both, everybody, segment, somebody, whose, whoseEnd } from './audience.js';
import type { Audience, FlagEnvironment, FlagRule } from './definition.js';
import { at, entriesOf, everyEntry, itemsOf, numberOf, scalarOf, textOf, type DocumentValue, type Scalar } from './document.js';
import { define, environmentOfPath, type FlagReader } from './reader.js';

/** What a comparison asks, by ConfigCat's number for it; the hashed ones can't be read. */
const comparators: Readonly<Record<number, { readonly asks: 'is' | 'ends'; readonly isInverted: boolean }>> = {
  0: { asks: 'is', isInverted: false },
  1: { asks: 'is', isInverted: true },
  2: { asks: 'ends', isInverted: false },
  3: { asks: 'ends', isInverted: true },
  28: { asks: 'is', isInverted: false },
  29: { asks: 'is', isInverted: true },
  32: { asks: 'ends', isInverted: false },
  33: { asks: 'ends', isInverted: true },
};

/** A config downloaded from ConfigCat (`f.<key>.{t, v, r, p}` of version 6), or its simple form, `flags` of plain values, in a file named so. */
export const readConfigCat: FlagReader = (document) => {
  const { root, path } = document;
  const name = environmentOfPath(path) ?? 'local';
  const full = at(root, 'f');
  if (everyEntry(full, ({ value }) => numberOf(at(value, 't')) !== null && at(value, 'v')?.is === 'map')) {
    return entriesOf(full).map((entry) => define(document, 'configcat', entry, [environmentOf(root, name, entry.value)]));
  }
  const simple = at(root, 'flags');
  const isAlone = entriesOf(root).length === 1 && everyEntry(simple, ({ value }) => value.is === 'scalar');
  if (!isAlone || !/configcat/i.test(path)) return [];
  return entriesOf(simple).map((entry) => define(document, 'configcat', entry, [{ name, value: scalarOf(entry.value), rules: [] }]));
};

function environmentOf(root: DocumentValue, name: string, setting: DocumentValue): FlagEnvironment {
  const targeted = itemsOf(at(setting, 'r')).flatMap((rule) => {
    const who = both(itemsOf(at(rule, 'c')).map((condition) => conditionOf(root, condition)));
    return served(rule).map((outcome) => ({ ...outcome, who }));
  });
  const shares = itemsOf(at(setting, 'p')).map((share): FlagRule => ({ ...shareOf(share), who: everybody }));
  return { name, value: valueOf(setting), rules: [...targeted, ...shares] };
}

function served(rule: DocumentValue): Pick<FlagRule, 'value' | 'percent'>[] {
  const one = at(rule, 's');
  return one ? [{ value: valueOf(one), percent: 100 }] : itemsOf(at(rule, 'p')).map(shareOf);
}

function shareOf(share: DocumentValue): Pick<FlagRule, 'value' | 'percent'> {
  return { value: valueOf(share), percent: numberOf(at(share, 'p')) ?? 0 };
}

/** `v: {b: true}`, or `s`, `i`, `d` for texts and numbers. */
function valueOf(setting: DocumentValue): Scalar | undefined {
  const [entry] = entriesOf(at(setting, 'v'));
  return entry && scalarOf(entry.value);
}

function conditionOf(root: DocumentValue, condition: DocumentValue): Audience {
  const user = at(condition, 'u');
  if (user) return comparisonOf(user);
  const index = numberOf(at(condition, 's', 's'));
  const found = index === null ? undefined : itemsOf(at(root, 's'))[index];
  const isInverted = numberOf(at(condition, 's', 'c')) === 1;
  const [only, ...more] = itemsOf(at(found, 'r'));
  const told = only && more.length === 0 && !isInverted ? comparisonOf(only) : somebody;
  return told.is === 'attribute' ? told : segment(textOf(at(found, 'n')), isInverted);
}

function comparisonOf(user: DocumentValue): Audience {
  const comparator = comparators[numberOf(at(user, 'c')) ?? -1];
  const single = at(user, 's');
  const values = [...itemsOf(at(user, 'l')), ...(single ? [single] : [])];
  const attribute = textOf(at(user, 'a'));
  if (!comparator) return somebody;
  return comparator.asks === 'is' ? whose(attribute, values, comparator.isInverted) : whoseEnd(attribute, values, comparator.isInverted);
}
