import type { BaselineEntry } from '../model/baseline.js';
import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import type { EarlierFinding } from '../model/report-changes.js';

/** What became of accepted one-offs. */
export interface BaselineMatch {
  /** By finding. A moved one-off has an entry with another path or id. */
  readonly known: ReadonlyMap<Finding, BaselineEntry>;
  readonly added: readonly Finding[];
  readonly gone: readonly BaselineEntry[];
}

/** The entry that accepts a finding. `prefix` is the path of the scanned folder relative to that of the baseline, with a slash at its end, or empty. */
export function baselineEntry({ id, kind, path, customers, text, flag }: EarlierFinding, prefix = ''): BaselineEntry {
  return { id, kind, path: `${prefix}${path}`, customers, text, flag: flag?.key ?? null };
}

/**
 * Finds accepted one-offs again: by id; then, as ids hold path and enclosing name, by what they say in the same file, under the same file
 * name, and anywhere. Each entry accepts one finding, so copies are new. Linear in both lists.
 */
export function matchBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  customers: readonly Customer[],
  prefix = '',
): BaselineMatch {
  const nameOf = currentIds(customers);
  const saying = ({ kind, customers: ids, text, flag }: BaselineEntry): string =>
    JSON.stringify([kind, flag, text, [...new Set(ids.map(nameOf))].sort()]);
  const rounds: readonly ((entry: BaselineEntry) => string)[] = [
    ({ id }) => id,
    (entry) => `${entry.path}\n${saying(entry)}`,
    (entry) => `${entry.path.slice(entry.path.lastIndexOf('/') + 1)}\n${saying(entry)}`,
    saying,
  ];
  const known = new Map<Finding, BaselineEntry>();
  let added = findings;
  let gone = entries;
  for (const key of rounds) ({ added, gone } = matchBy(key, added, gone, prefix, known));
  return { known, added, gone };
}

function matchBy(
  key: (entry: BaselineEntry) => string,
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  prefix: string,
  known: Map<Finding, BaselineEntry>,
): Pick<BaselineMatch, 'added' | 'gone'> {
  const waiting = new Map<string, BaselineEntry[]>();
  for (const entry of entries.toReversed()) {
    const list = waiting.get(key(entry));
    if (list) list.push(entry);
    else waiting.set(key(entry), [entry]);
  }
  const added = findings.filter((finding) => {
    const entry = waiting.get(key(baselineEntry(finding, prefix)))?.pop();
    if (entry) known.set(finding, entry);
    return entry === undefined;
  });
  const left = new Set([...waiting.values()].flat());
  return { added, gone: entries.filter((entry) => left.has(entry)) };
}

/** A customer that was merged or confirmed since goes by its new id; the old one is among its aliases. */
function currentIds(customers: readonly Customer[]): (id: string) => string {
  const ids = new Set(customers.map(({ id }) => id));
  const byAlias = new Map(customers.flatMap(({ id, aliases }) => aliases.map((alias) => [alias.toLowerCase(), id] as const)));
  return (id) => (ids.has(id) ? id : (byAlias.get(id.toLowerCase()) ?? id));
}
