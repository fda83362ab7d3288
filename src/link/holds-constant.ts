import type { Term } from '../facts/facts.js';

/**
 * Whether a term has a constant in sight: a literal, a pattern, a list, a name in capitals or of a member. Predicates without arguments are
 * evidence where they are defined.
 */
export function holdsConstant(term: Term): boolean {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'string' || typeof term.value === 'number';
    case 'regex':
    case 'list':
      return true;
    case 'not':
      return holdsConstant(term.operand);
    case 'binary':
      if (term.operator === 'in') return true;
      return /^[!=]==?$/.test(term.operator)
        ? [term.left, term.right].some((side) => holdsConstant(side) || side.is === 'reference')
        : holdsConstant(term.left) || holdsConstant(term.right);
    case 'choice':
      return [term.test, term.then, term.otherwise].some(holdsConstant);
    case 'call':
      return term.arguments.some((argument) => holdsConstant(argument) || /^(function|table)$/.test(argument.is)) || asksList(term.callee);
    default:
      return false;
  }
}

function asksList(callee: Term): boolean {
  if (callee.is !== 'reference' && callee.is !== 'member') return false;
  return /^(includes|has|some|every|indexOf|test|contains)$/.test(callee.path.at(-1) ?? '');
}
