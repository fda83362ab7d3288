import type { Facts, Term } from '../../facts/facts.js';
import type { FlagDefinition, FlagEnvironment } from './definition.js';
import { at, documentOf, entriesOf, textOf, type DocumentEntry } from './document.js';
import { define, named, type FlagDocument } from './reader.js';

const vercelPackages = /^(flags\/(next|sveltekit)|@vercel\/flags(\/.+)?)$/;

/** Flags that source code itself defines: Vercel's `flag({key, …})`, and the features that Split's factory is given for localhost mode. */
export function readInCode(path: string, facts: Facts): readonly FlagDefinition[] {
  if (!facts.imports.some(({ source }) => vercelPackages.test(source) || source.startsWith('@splitsoftware/'))) return [];
  return [...callsOf(facts)].flatMap(({ source, argument }) => {
    const document: FlagDocument = { path, root: documentOf(facts, argument) };
    return vercelPackages.test(source) ? declaredFlag(document, facts, argument) : localFeatures(document);
  });
}

/** Calls of imported functions with a table as their first argument. */
function* callsOf(facts: Facts): Iterable<{ readonly source: string; readonly argument: Term }> {
  const values = [...facts.declarations.map(({ value }) => value), ...facts.exports.map(({ value }) => value)];
  const calls = [...values.flatMap((value) => (value?.is === 'call' ? [value] : [])), ...facts.calls];
  const seen = new Set<number>();
  for (const { callee, arguments: args, start } of calls) {
    const [argument] = args;
    if (seen.has(start) || argument?.is !== 'table' || callee.is !== 'reference' || callee.declaration < 0) continue;
    seen.add(start);
    const imported = facts.imports.find(({ local }) => local === callee.declaration);
    if (imported && /^(flag|SplitFactory)$/.test(imported.imported ?? '')) yield { source: imported.source, argument };
  }
}

/** A flag whose `decide` always gives the same is that; any other decides when it is asked. */
function declaredFlag(document: FlagDocument, facts: Facts, argument: Term): FlagDefinition[] {
  const key = named(at(document.root, 'key'));
  const table = argument.is === 'table' ? facts.tables[argument.table] : undefined;
  const decide = table?.entries.find((entry) => entry.key === 'decide')?.value;
  const decided = decide?.is === 'function' && decide.returns.is === 'literal' ? decide.returns.value : undefined;
  const environments: FlagEnvironment[] = decided === undefined ? [] : [{ name: null, value: decided, rules: [] }];
  return key ? [define(document, 'vercel', key, environments)] : [];
}

function localFeatures(document: FlagDocument): FlagDefinition[] {
  return entriesOf(at(document.root, 'features')).map((entry) =>
    define(document, 'split', entry, [{ name: 'local', value: treatmentOf(entry), rules: [] }]),
  );
}

function treatmentOf({ value }: DocumentEntry): string | undefined {
  return textOf(value) ?? textOf(at(value, 'treatment')) ?? undefined;
}
