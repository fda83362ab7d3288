import type { Term } from './facts.js';

/** The terms that a term is made of. Tables have none: their entries stand in the facts of the file. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.is) {
    case 'member':
      return term.key ? [term.of, term.key] : [term.of];
    case 'call':
      return [term.callee, ...term.arguments];
    case 'not':
      return [term.operand];
    case 'binary':
      return [term.left, term.right];
    case 'choice':
      return [term.test, term.then, term.otherwise];
    case 'list':
      return term.items;
    case 'template':
      return term.parts;
    case 'function':
      return [term.returns];
    default:
      return [];
  }
}
