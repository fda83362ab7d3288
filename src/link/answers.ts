import type { Term } from '../facts/facts.js';

/** `true`, and what is written for it in the environment. */
export function isTruth(term: Term): boolean {
  return term.is === 'literal' && (typeof term.value === 'boolean' || term.value === 'true' || term.value === 'false');
}

/** Whether a returned term is an answer, yes or no, as opposed to a value or to a further question about something else. */
export function isBooleanArm(term: Term): boolean {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'boolean' || term.value === null;
    case 'binary':
      return !/^[<>+*/%-]/.test(term.operator);
    case 'choice':
      return isBooleanArm(term.then) && isBooleanArm(term.otherwise);
    default:
      return term.is === 'call' || term.is === 'not' || term.is === 'reference';
  }
}
