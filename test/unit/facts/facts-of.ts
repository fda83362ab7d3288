import { collectFacts } from '../../../src/facts/collect-facts.js';
import type { Facts, Span } from '../../../src/facts/facts.js';
import type { ParserName } from '../../../src/facts/parse.js';

/** Facts of a text; without a path it is TSX. The parser has to be loaded. */
export function factsOf(text: string, path = 'a.tsx', parser: ParserName = 'typescript-estree'): Facts {
  return collectFacts(text, path, parser);
}

/** 1-based line of an offset, counted in the text itself. */
export function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Every span anywhere in the facts. */
export function spansIn(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value !== 'object' || value === null) return [];
  const { start, end }: { start?: unknown; end?: unknown } = value;
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
