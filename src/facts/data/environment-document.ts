import type { DataDocument, DataEntry, DataScalar } from './data-node.js';

const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*(.*)$/gm;

/** Variables whose value says for whom or what the program runs, as far as their names can tell. */
const telling =
  /(?:^|_)(?:tenant|customer|brand|client|merchant|partner|org|organi[sz]ation|account|company|site|theme|feature|flag|toggle|ff|enable|enabled|disable|disabled|beta|experiment)s?(?:_|$)/i;

const switchValue = /^(?:true|false|on|off|yes|no|0|1|enabled|disabled)$/i;

/** A word such as `acme` or `umbrella-health`; anything with more digits could be a key. */
const plainWord = /^(?!(?:\D*\d){5})[a-z][a-z0-9]*(?:[-_][a-z0-9]+){0,3}$/i;
const wordLimit = 30;

/** Longer values are neither; cutting them bounds what the patterns cost. */
const valueLimit = 100;

/**
 * Reads `KEY=value` lines. A value is kept only where it is a switch, or a short plain word that the key says to name a customer or a
 * feature; facts are written to disk, so everything else that stands in such a file counts as a secret. See also `isSecret`.
 */
export function readEnvironment(text: string): DataDocument {
  const entries = [...text.matchAll(assignment)].map(entryOf);
  return { root: { is: 'mapping', entries, start: 0, end: text.length }, damage: [] };
}

function entryOf(match: RegExpExecArray): DataEntry {
  const [line, key = '', written = ''] = match;
  const start = match.index + line.indexOf(key);
  const shortened = written.slice(0, valueLimit);
  const quoted = /^(['"])(.*)\1/.exec(shortened);
  const value = quoted?.[2] ?? shortened.replace(/\s+#.*$/, '').trim();
  const isKept = switchValue.test(value) || (value.length <= wordLimit && plainWord.test(value) && telling.test(key));
  const from = match.index + line.length - written.length + (quoted ? 1 : 0);
  const scalar: DataScalar | null = isKept ? { is: 'scalar', value, start: from, end: from + value.length } : null;
  return { key, value: scalar, start, end: start + key.length };
}
