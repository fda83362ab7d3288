import { flagStateKinds, type Finding, type FlagStateKind } from '../../model/finding.js';

/** Feature flags that stand alike. */
export interface FlagGroup {
  readonly state: string;
  /** What it suggests, as a sentence. */
  readonly meaning: string;
  /** Distinct keys; places whose key is computed have none. */
  readonly keys: readonly string[];
  readonly places: number;
}

const words: Readonly<Record<FlagStateKind | 'unread', readonly [state: string, meaning: string]>> = {
  'dead-key': ['defined, never asked for', 'The definition can go.'],
  'unknown-key': ['asked for, nowhere defined', 'Whoever asks always gets the default.'],
  constant: ['the same for everybody', 'The question can go; the answer is always the same.'],
  'one-customer': ['for one customer', 'It is a branch for a customer by another name.'],
  cohort: ['for a few', 'Check whether they are a plan, or promises to each.'],
  percentage: ['a rollout', 'It should end one day.'],
  varying: ['decided at run time', 'The definition files don’t tell more.'],
  unread: ['state not known', 'No definition file of the workspace names it; exports of the flag service can be kept beside the code.'],
};

/** By state, that which says most first; states that no flag is in are left out. */
export function flagGroups(findings: readonly Finding[]): readonly FlagGroup[] {
  return [...flagStateKinds, 'unread' as const].flatMap((kind) => {
    const inState = findings.filter(({ flag }) => flag && (flag.state?.kind ?? 'unread') === kind);
    if (inState.length === 0) return [];
    const [state, meaning] = words[kind];
    const keys = [...new Set(inState.flatMap(({ flag }) => flag?.key ?? []))].toSorted();
    return [{ state, meaning, keys, places: inState.length }];
  });
}
