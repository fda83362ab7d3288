/** Words of a name in any style, in lower case: `INITECH_TENANT_ID`, `initechTenantId` and `initech-tenant-id` are initech, tenant, id. */
export function wordsOf(name: string): string[] {
  const known = cache.get(name);
  if (known) return known;
  const words = joined((name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu) ?? []).map((word) => word.toLowerCase()));
  if (cache.size > cacheLimit) cache.clear();
  cache.set(name, words);
  return words;
}

/** Words of the trade that are written as one and as two: `whitelabel` and `whiteLabel` are one word. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/^white$/, 'label'],
  [/^(?:co|sub)$/, 'brand'],
  [/^sub$/, 'tenant'],
];

function joined(words: readonly string[]): string[] {
  const one: string[] = [];
  for (const word of words) {
    const before = one.at(-1) ?? '';
    if (compounds.some(([first, second]) => singular(word) === second && first.test(before))) one[one.length - 1] = before + word;
    else one.push(word);
  }
  return one;
}

const cacheLimit = 50_000;
const cache = new Map<string, string[]>();

/** One spelling for all styles of a name: letters and digits in lower case. `Acme Corp`, `acme-corp` and `ACME_CORP` are `acmecorp`. */
export function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The singular of an English noun as identifiers use it: `tenants`, `companies`, `aliases`. */
export function singular(word: string): string {
  if (word === 'ids') return 'id';
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ss|us|is)$/.test(word)) return word;
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Runs of neighbouring words, joined: the spellings under which a name of several words could stand in an identifier. */
export function* runsOf(words: readonly string[], longest = 5): Generator<string> {
  for (let from = 0; from < words.length; from++) {
    let run = '';
    for (let to = from; to < Math.min(words.length, from + longest); to++) {
      run += words[to] ?? '';
      yield run;
    }
  }
}
