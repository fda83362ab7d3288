import { partyWords, identifyingWords, weakPartyWords } from '../vocabulary.js';
import { singular, wordsOf } from '../words.js';
import type { Audience, TargetValue } from './definition.js';
import type { DocumentValue } from './document.js';

export const everybody: Audience = { is: 'everybody' };
export const somebody: Audience = { is: 'other' };

/** Parties beside those of the vocabulary that only targeting speaks of. */
const targetedParties: ReadonlySet<string> = new Set(['team', 'companie', 'domain']);
/** Weak parties that in targeting are what is shown, not who it is shown to. */
const shownThings: ReadonlySet<string> = new Set(['theme', 'skin', 'program', 'programme', 'app']);

/**
 * How surely an attribute that flags are targeted by says which customer it is: `tenantId` and `organization` are strong, `company.id`
 * and `workspace` weak; `plan`, `country` and `userId` are none.
 */
export function customerAttribute(attribute: string): 'strong' | 'weak' | null {
  const words = wordsOf(attribute).map(singular);
  while (words.length > 1 && isCarrier(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (isPerson(before) && /^(domain)$/.test(last) && before !== 'email') return null;
  if (partyWords.has(last)) return 'strong';
  if (shownThings.has(last)) return null;
  return weakPartyWords.has(last) || targetedParties.has(last) ? 'weak' : null;
}

function isCarrier(word: string): boolean {
  return identifyingWords.has(word);
}

function isPerson(word: string): boolean {
  return /^(user|member|contact|person)$/.test(word);
}

/** Those whose attribute is one of the values; `somebody` where these are no texts or numbers. */
export function whose(attribute: string | null, values: readonly DocumentValue[], isInverted = false): Audience {
  const texts = values.flatMap(targetValue);
  if (attribute === null || attribute === '' || texts.length === 0) return somebody;
  return { is: 'attribute', attribute, values: texts, isInverted };
}

/** Those whose attribute ends with one of the texts: an e-mail address ends with the domain of its owner. */
export function whoseEnd(attribute: string | null, values: readonly DocumentValue[], isInverted = false): Audience {
  const isAddress = attribute !== null && /e?mail$/i.test(attribute);
  const domains = values.flatMap(targetValue).filter(({ text }) => /^@?[\w-]+(\.[\w-]+)+$/.test(text));
  if (!isAddress || domains.length === 0) return somebody;
  return {
    is: 'attribute',
    attribute: 'email domain',
    values: domains.map((one) => ({ ...one, text: one.text.replace(/^@/, '') })),
    isInverted,
  };
}

export function segment(name: string | null, isInverted = false): Audience {
  return name === null ? somebody : { is: 'segment', name, isInverted };
}

/** Those whom all of several conditions mean, told by the condition that says most about who they are. */
export function both(audiences: readonly Audience[]): Audience {
  const telling = audiences.filter((audience) => audience.is !== 'everybody');
  const isCustomer = (audience: Audience): boolean => audience.is === 'attribute' && customerAttribute(audience.attribute) !== null;
  return (
    telling.find((audience) => isCustomer(audience) && audience.is === 'attribute' && !audience.isInverted) ??
    telling.find(isCustomer) ??
    telling.find(({ is }) => is === 'segment') ??
    telling[0] ??
    everybody
  );
}

/** All others. */
export function inverse(who: Audience): Audience {
  return 'isInverted' in who ? { ...who, isInverted: !who.isInverted } : somebody;
}

function targetValue(value: DocumentValue): TargetValue[] {
  if (value.is !== 'scalar' || (typeof value.value !== 'string' && typeof value.value !== 'number')) return [];
  const text = String(value.value).trim();
  return text === '' ? [] : [{ text, start: value.start, end: value.end }];
}

/** Values of a text that lists them: `acme, globex`. */
export function listed(value: DocumentValue | undefined): readonly DocumentValue[] {
  if (value?.is !== 'scalar' || typeof value.value !== 'string') return [];
  return value.value.split(',').map((text) => ({ ...value, value: text.trim() }));
}
