import type { DeclarationFact, Facts, Term } from './facts.js';
import { partsOf } from './term-parts.js';

type Collected = Pick<Facts, 'exports' | 'declarations' | 'conditions' | 'tables' | 'calls' | 'accesses'>;

/**
 * The declarations without the values that nobody asks for: those of local variables that no condition, call, table, export or other
 * needed value refers to. They are most of a file's terms. Indices stay as they are.
 */
export function withoutIdleValues(collected: Collected): readonly DeclarationFact[] {
  const { declarations } = collected;
  const needed = new Set<number>();
  const need = (index: number) => {
    const value = declarations[index]?.value;
    if (index < 0 || needed.has(index)) return;
    needed.add(index);
    if (value) forEachReference(value, need);
  };
  for (const term of roots(collected)) forEachReference(term, need);
  for (const { target } of collected.conditions) need(target);
  for (const { declaration } of collected.exports) need(declaration);
  declarations.forEach((declaration, index) => {
    if (!isLocalValue(declaration)) need(index);
  });
  return declarations.map((declaration, index) => (needed.has(index) ? declaration : withoutValue(declaration)));
}

function* roots({ conditions, calls, accesses, exports, tables }: Collected): Generator<Term> {
  for (const { test } of conditions) yield test;
  for (const { target } of accesses) yield target;
  for (const { callee, arguments: values } of calls) yield* [callee, ...values];
  for (const { value } of exports) if (value) yield value;
  for (const { entries } of tables) for (const { value, computed } of entries) yield* computed ? [value, computed] : [value];
}

function isLocalValue({ kind, isLocal, value }: DeclarationFact): boolean {
  return kind === 'variable' && isLocal === true && value?.is !== 'function';
}

function withoutValue(declaration: DeclarationFact): DeclarationFact {
  const { value, ...rest } = declaration;
  return value ? rest : declaration;
}

/** Calls `visit` with the declaration of every reference in a term. Tables are not entered: all their entries are roots. */
function forEachReference(term: Term, visit: (declaration: number) => void): void {
  for (const inner of partsOf(term)) forEachReference(inner, visit);
  if (term.is === 'reference') visit(term.declaration);
}
