import { collectFacts } from '../../../../src/facts/collect-facts.js';
import type { Facts } from '../../../../src/facts/facts.js';
import { loadParser } from '../../../../src/facts/parse.js';

/** Facts of files by path. */
export async function factsOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Facts>> {
  await loadParser('typescript-estree');
  return new Map(Object.entries(files).map(([path, text]) => [path, collectFacts(text, path, 'typescript-estree')]));
}
