import type { ReferenceTerm, Term } from '../facts/facts.js';
import type { Constant } from '../link/constant.js';
import { termAt } from '../link/term-at.js';
import type { Step } from '../model/explanation.js';
import { declarationAround } from './declaration-around.js';
import type { Trace } from './trace.js';

/** Constants of one chain that are told one by one; a long list is told by its name. */
const told = 5;

/** The steps behind constants: the list or table that holds them, the constant that is used, and the literal that it stands for. */
export function constantSteps(trace: Trace, constants: readonly Constant[], isInPlace: (constant: Constant) => boolean): readonly Step[] {
  const steps = constants
    .slice(0, told)
    .flatMap((constant) => [...(isInPlace(constant) ? [] : holder(trace, constant)), ...written(trace, constant)]);
  return withoutRepeats(steps);
}

/** The list, set, enum or table in which a constant stands. */
function holder(trace: Trace, { path, span }: Constant): readonly Step[] {
  const facts = trace.facts(path);
  const declaration = facts && declarationAround(facts, span);
  if (!declaration || declaration.kind === 'enum-member' || declaration.value?.is === 'function') return [];
  const isTable = declaration.kind === 'enum' || declaration.value?.is === 'table';
  return [trace.step(isTable ? 'table' : 'list', path, declaration, { text: declaration.name })];
}

function written(trace: Trace, constant: Constant): readonly Step[] {
  const { path, span, names, value } = constant;
  const facts = trace.facts(path);
  const text = value === null ? names.join('.') : String(value);
  const reference = names.length > 0 && facts ? termAt(facts, span, ['reference']) : null;
  const declared = reference ? declaredSteps(trace, path, reference) : [];
  if (declared.length > 0) return declared;
  return [trace.step(names.length > 0 ? 'constant' : 'literal', path, span, { text })];
}

/** Constants that are other constants lead a few steps further. */
const hopLimit = 4;

/** The declarations that a reference to a constant leads to, nearest first; empty where it leads to none. */
export function declaredSteps(trace: Trace, path: string, reference: ReferenceTerm, hops = 0): readonly Step[] {
  const found = trace.workspace.symbols.resolve(path, reference);
  if (!found || hops >= hopLimit) return [];
  const { declaration, rest } = found;
  if (rest.length > 0) return entrySteps(trace, path, reference);
  const { value } = declaration;
  const own = trace.step('constant', found.path, declaration, { text: declaration.name, value });
  return value?.is === 'reference' ? [own, ...declaredSteps(trace, found.path, value, hops + 1)] : [own];
}

/** `KEYS.acme`: the table that the reference leads into, and the entry in it. */
export function entrySteps(trace: Trace, path: string, reference: ReferenceTerm): readonly Step[] {
  const { symbols } = trace.workspace;
  const key = reference.path.at(-1);
  const owner: Term = { ...reference, path: reference.path.slice(0, -1) };
  return symbols.values({ path, term: owner }).flatMap((value) => {
    const entry = symbols.table(value.path, value.term)?.entries.find((candidate) => candidate.key === key);
    const facts = trace.facts(value.path);
    if (!entry || !facts) return [];
    const table = declarationAround(facts, entry);
    const step = trace.step('key', value.path, entry, { text: entry.key ?? '', value: entry.value });
    return table ? [trace.step('table', value.path, table, { text: table.name }), step] : [step];
  });
}

export function withoutRepeats(steps: readonly Step[]): readonly Step[] {
  const places = new Set<string>();
  return steps.filter(({ what, place }) => {
    const at = `${what} ${JSON.stringify(place)}`;
    return !places.has(at) && places.add(at);
  });
}
