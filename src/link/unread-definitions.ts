import type { Facts } from '../facts/facts.js';
import type { Constant } from './constant.js';
import { holdsConstant } from './holds-constant.js';
import type { Workspace } from './workspace.js';

/** Re-exports between an import and the definition that are followed. */
const hopLimit = 4;

/**
 * Files that nobody has read and that define what a party or a host is compared with: `case ACME_ID:` where `ACME_ID` comes from a file
 * without a word of the trade.
 */
export function unreadDefinitions(workspace: Workspace): readonly string[] {
  const unread = new Set<string>();
  for (const [path, facts] of workspace.files)
    for (const { test } of facts.conditions.filter((condition) => holdsConstant(condition.test)))
      for (const { subject, constants } of workspace.tests.of(path, test))
        if (subject.strength === 'strong' || subject.strength === 'host')
          for (const constant of constants) for (const found of behind(workspace, constant)) unread.add(found);
  return [...unread];
}

function behind({ files, modules }: Workspace, { value, names, path }: Constant): readonly string[] {
  const [local] = names;
  const facts = value === null ? files.get(path) : undefined;
  const imported = facts?.imports.find((fact) => local !== undefined && facts.declarations[fact.local]?.name === local);
  const wanted = imported?.imported === '*' ? names[1] : imported?.imported;
  if (!imported || wanted === undefined || wanted === null) return [];
  return unreadModules({ files, modules }, modules.resolve(path, imported.source), wanted, hopLimit);
}

/** The module itself where nobody has read it, else those that it passes a name on from. */
function unreadModules(
  { files, modules }: Pick<Workspace, 'files' | 'modules'>,
  path: string | null,
  name: string,
  hops: number,
): readonly string[] {
  if (path === null || hops === 0) return [];
  const facts = files.get(path);
  if (!facts) return [path];
  return passedOn(facts, name).flatMap(({ source, imported }) =>
    unreadModules({ files, modules }, modules.resolve(path, source), imported, hops - 1),
  );
}

function passedOn({ exports }: Facts, name: string): readonly { readonly source: string; readonly imported: string }[] {
  const own = exports.find(({ exported }) => exported === name);
  if (own) return own.source === undefined ? [] : [{ source: own.source, imported: own.imported ?? name }];
  return exports.flatMap(({ exported, source }) => (exported === '*' && source !== undefined ? [{ source, imported: name }] : []));
}
