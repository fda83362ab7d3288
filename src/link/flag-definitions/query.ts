import { both, somebody, whose, whoseEnd } from './audience.js';
import type { Audience } from './definition.js';
import { textOf, type DocumentScalar, type DocumentValue } from './document.js';

/** Longer conditions are not taken apart. */
const lengthLimit = 2000;

/**
 * Who a written condition means: `company eq "acme"`, `tenant in ["a", "b"] and beta eq true`, `app.userProperty['company'] == 'acme'`,
 * `(eq $tenant "acme")`. Alternatives of an `or` are separate audiences. What is not understood is `other`.
 */
export function audiencesOfQuery(query: DocumentValue | undefined): readonly Audience[] {
  const text = textOf(query);
  if (text === null || query?.is !== 'scalar' || text.length > lengthLimit) return [somebody];
  const prefix = /^\((\w+)\s([\s\S]*)\)$/.exec(text.trim());
  if (prefix) return prefixed(text.trim(), query);
  const plain = text.replace(/\.exactlyMatches\(\[([^\]]*)\]\)/g, ' in [$1]');
  const alternatives = plain.split(/\s+or\s+|\|\|/i);
  // Brackets around an alternative would need a grammar.
  if (alternatives.length > 1 && plain.includes('(')) return [somebody];
  return alternatives.map((alternative) => both(alternative.split(/\s+and\s+|&&/i).map((one) => comparisonOf(one, query))));
}

const comparison = /^\s*\(?\s*(?:not\s+)?([\w.$]+(?:\[['"][\w.-]+['"]\])?)\s*(==|!=|eq|ne|in|ew|nin|not in)\s*([\s\S]+?)\s*\)?\s*$/;

function comparisonOf(text: string, at: DocumentScalar): Audience {
  const [, subject = '', operator = '', operand = ''] = comparison.exec(text) ?? [];
  if (subject === '' || /^\s*not\s/.test(text)) return somebody;
  return told(attributeIn(subject), operator, quoted(operand, at));
}

function attributeIn(subject: string): string {
  return /\[['"]([\w.-]+)['"]\]/.exec(subject)?.[1] ?? subject.replace(/^\$/, '');
}

function told(attribute: string, operator: string, values: readonly DocumentScalar[]): Audience {
  if (operator === 'ew') return whoseEnd(attribute, values);
  return whose(attribute, values, /^(!=|ne|nin|not in)$/.test(operator));
}

/** Texts in quotes, and bare numbers. */
function quoted(text: string, at: DocumentScalar): readonly DocumentScalar[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(?<![\w.])(\d+)(?![\w.])/g)].map(([, double, single, number]) => ({
    ...at,
    value: double ?? single ?? number ?? '',
  }));
}

/** `(eq $tenant "acme")`, `(or (eq $tenant "acme") (eq $tenant::"globex"))`. */
function prefixed(text: string, at: DocumentScalar): readonly Audience[] {
  const [, operator = '', rest = ''] = /^\((\w+)\s([\s\S]*)\)$/.exec(text) ?? [];
  const inner = bracketed(rest);
  if (operator === 'or') return inner.flatMap((one) => prefixed(one, at));
  if (operator === 'and') return [both(inner.flatMap((one) => prefixed(one, at)))];
  const [, attribute = '', operand = ''] = /^\$([\w.]+)\s*(?:::)?\s*([\s\S]+)$/.exec(rest) ?? [];
  if (attribute === '') return [somebody];
  if (operator === 'ends_with') return [whoseEnd(attribute, quoted(operand, at))];
  return [/^(eq|in)$/.test(operator) ? whose(attribute, quoted(operand, at)) : somebody];
}

/** The bracketed parts of a text, one level deep. */
function bracketed(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(' && depth++ === 0) from = index;
    if (text[index] === ')' && depth > 0 && --depth === 0) parts.push(text.slice(from, index + 1));
  }
  return parts;
}
