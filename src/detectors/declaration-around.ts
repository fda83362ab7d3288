import type { DeclarationFact, Facts, Span } from '../facts/facts.js';

/** The innermost named declaration whose region holds a span; undefined at module level. Linear in the number of declarations. */
export function declarationAround(facts: Facts, span: Span): DeclarationFact | undefined {
  return facts.declarations
    .filter(({ kind, region }) => kind !== 'parameter' && kind !== 'import' && contains(region, span))
    .toSorted((a, b) => length(a.region) - length(b.region))[0];
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function length({ start, end }: Span): number {
  return end - start;
}
