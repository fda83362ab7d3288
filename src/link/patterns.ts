import type { Term } from '../facts/facts.js';
import type { Constant } from './constant.js';
import { isDomain } from './naming.js';
import type { Located } from './symbols.js';

/** `/^acme/` and `new RegExp('^acme')`. */
export function sourceOfPattern(term: Term): string | null {
  if (term.is === 'regex') return term.source;
  const [first] = term.is === 'call' && isRegExp(term.callee) ? term.arguments : [];
  return first?.is === 'literal' && typeof first.value === 'string' ? first.value : null;
}

/** The plain texts that a regular expression lets through: `^(acme|globex)-` gives acme and globex. */
export function alternatives(source: string, located: Located): Constant[] {
  const span = located.term.is === 'other' ? { start: 0, end: 0 } : located.term;
  const texts = source
    .split(/[|()^$]/)
    .map((part) => part.replace(/\\([.\-/])/g, '$1').replace(/^[.\-/?:]+|[.\-/?*+]+$/g, ''))
    .filter((part) => /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(part));
  const domains = texts.filter(isDomain);
  return (domains.length > 0 ? domains : texts).map((value) => ({ value, names: [], path: located.path, span }));
}

function isRegExp(callee: Term): boolean {
  return callee.is === 'reference' && (callee.path.at(-1) ?? callee.name) === 'RegExp';
}
