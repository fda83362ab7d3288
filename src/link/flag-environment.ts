import type { BinaryTerm, CallTerm, Span, Term } from '../facts/facts.js';
import type { FlagValue } from './flag-meaning.js';
import { flagEnvironmentName, isValueVariable } from './flag-names.js';
import { wordsOf } from './words.js';

const switchValues = new Set(['true', 'false', '1', '0', 'on', 'off', 'yes', 'no', 'enabled', 'disabled', 't', 'y']);
const textMethods = new Set(['trim', 'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'toString']);
const truthFunctions =
  /^(boolean|(is|to|as|parse|get|env|coerce|str|string)( \w+)* (true|truthy|bool|boolean|enabled|flag|on)|parse (bool|boolean)( \w+)*|truthy|bool|json parse)$/;

/** An environment variable that a term reads: `process.env.X`, `import.meta.env.X`, `Deno.env.get('X')`, `env.X`. */
export function environmentVariable(term: Term): string | null {
  if (term.is === 'call') return variableOfCall(term);
  const names =
    term.is === 'reference'
      ? [term.name, ...term.path]
      : term.is === 'member' && term.of.is === 'other'
        ? ['import.meta', ...term.path]
        : [];
  const [root, env, variable, ...more] = names;
  if (more.length > 0 || env === undefined || env === null) return null;
  if (variable === undefined) return root === 'env' || root === 'ENV' ? env : null;
  return env === 'env' && (root === 'process' || root === 'import.meta' || root === 'Bun' || root === 'globalThis') ? variable : null;
}

function variableOfCall(term: CallTerm): string | null {
  if (term.callee.is !== 'reference') return null;
  const name = [term.callee.name, ...term.callee.path].join('.');
  const [argument] = term.arguments;
  return /^(Deno\.env\.get|env\.get|getEnv|env)$/.test(name) && argument?.is === 'literal' && typeof argument.value === 'string'
    ? argument.value
    : null;
}

/**
 * The toggle that a term asks an environment variable for: a comparison with `'true'`, `'1'`, `'on'` …, a conversion to a boolean, or, where
 * `isTruth` says that only its truth counts, the bare variable. Null for variables that switch tools rather than features.
 */
export function environmentToggle(term: Term, isTruth: boolean): FlagValue | null {
  switch (term.is) {
    case 'not':
      return environmentToggle(term.operand, true);
    case 'binary':
      return comparedVariable(term);
    case 'call': {
      const [argument] = term.arguments;
      const variable = argument && isTruthFunction(term) ? unwrapped(argument) : null;
      if (variable !== null) return toggle(variable, term, 'is read as true or false');
      return isTruth ? bareVariable(term) : null;
    }
    default:
      return isTruth ? bareVariable(term) : null;
  }
}

function bareVariable(term: Term): FlagValue | null {
  const variable = environmentVariable(term);
  return variable === null || term.is === 'other' || isValueVariable(variable) ? null : toggle(variable, term, 'decides by being set');
}

function comparedVariable(term: BinaryTerm): FlagValue | null {
  if (!/^[!=]==?$/.test(term.operator)) return null;
  const variable = switchValue(term.right) !== null ? unwrapped(term.left) : switchValue(term.left) !== null ? unwrapped(term.right) : null;
  if (variable === null) return null;
  const value = switchValue(term.right) ?? switchValue(term.left) ?? '';
  return toggle(variable, term, `is compared with \`${value}\``);
}

function switchValue(term: Term): string | null {
  if (term.is !== 'literal' || term.value === null) return null;
  const text = String(term.value).toLowerCase();
  return switchValues.has(text) ? text : null;
}

/** The variable behind `process.env.X?.trim().toLowerCase()`, `process.env.X ?? 'false'`, `String(process.env.X)`. */
function unwrapped(term: Term): string | null {
  const variable = environmentVariable(term);
  if (variable !== null) return variable;
  if (term.is === 'binary' && (term.operator === '??' || term.operator === '||')) return unwrapped(term.left);
  if (term.is !== 'call') return null;
  const { callee } = term;
  const method = callee.is === 'reference' || callee.is === 'member' ? callee.path.at(-1) : undefined;
  if (callee.is === 'reference' && callee.name === 'String' && term.arguments[0]) return unwrapped(term.arguments[0]);
  if (typeof method !== 'string' || !textMethods.has(method)) return null;
  if (callee.is === 'reference') return environmentVariable({ ...callee, path: callee.path.slice(0, -1) });
  return callee.is === 'member' ? unwrapped(callee.path.length > 1 ? { ...callee, path: callee.path.slice(0, -1) } : callee.of) : null;
}

function isTruthFunction(term: CallTerm): boolean {
  const { callee } = term;
  if (callee.is !== 'reference') return false;
  return (
    truthFunctions.test(wordsOf([callee.name, ...callee.path].slice(-2).join('_')).join(' ')) ||
    truthFunctions.test(wordsOf(callee.path.at(-1) ?? callee.name).join(' '))
  );
}

function toggle(variable: string, span: Span, how: string): FlagValue | null {
  if (flagEnvironmentName(variable) !== 'strong') return null;
  return {
    is: 'flag',
    provider: 'environment',
    confidence: 'high',
    evidence: [`The environment variable \`${variable}\` ${how}.`],
    keys: [{ text: variable, term: null, start: span.start, end: span.end }],
  };
}
