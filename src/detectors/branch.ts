import type { ConditionFact, Facts } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Workspace } from '../link/workspace.js';
import { isPredicate } from './definition.js';
import { nameAt, strongest, type Draft } from './draft.js';
import { isPredicateName, judge, type Verdict } from './judge.js';

/** Control flow that depends on which customer it is: one finding per line of a condition that names customers. */
export function detectBranches(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const condition of facts.conditions) {
    const verdicts = workspace.tests
      .of(path, condition.test)
      .flatMap((test) => judge(workspace, test) ?? [])
      .filter((verdict) => decides(condition, verdict));
    if (verdicts.length === 0 || belongsToDefinition(workspace, path, facts, condition)) continue;
    for (const group of byLine(facts, verdicts)) {
      const draft = draftOf(facts, condition, group);
      const key = `${String(draft.span.start)} ${draft.customers.join()}`;
      if (!seen.has(key)) drafts.push(draft);
      seen.add(key);
    }
  }
  return drafts;
}

/** The test inside `const isAcme = …` or `function isAcme() { … }` is that definition, not a branch besides. */
function belongsToDefinition(workspace: Workspace, path: string, facts: Facts, condition: ConditionFact): boolean {
  const target = facts.declarations[condition.target];
  const parent = facts.declarations[condition.parent];
  if (target && isPredicate(workspace, path, target)) return true;
  return parent?.value?.is === 'function' && isPredicate(workspace, path, parent);
}

/** A bare name decides something only where a decision is made, and where it asks a question. */
function decides(condition: ConditionFact, { test }: Verdict): boolean {
  if (test.form === 'asks' && condition.form === 'value' && !isPredicateName(test.via[0] ?? '')) return false;
  if (test.form !== 'named')
    return test.via.length === 0 || condition.form !== 'value' || test.span.start === condition.start || test.constants.length > 0;
  const name = test.via[0] ?? '';
  // What a hook gives is a question only where it is asked.
  return isPredicateName(name) && !(condition.form === 'value' && /^use(?=[A-Z])/.test(name));
}

function byLine(facts: Facts, verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const line = lineOf(facts, verdict.test.span.start);
    groups.set(line, [...(groups.get(line) ?? []), verdict]);
  }
  return [...groups.values()];
}

function draftOf(facts: Facts, condition: ConditionFact, verdicts: readonly Verdict[]): Draft {
  const isOneLine = lineOf(facts, condition.start) === lineOf(facts, condition.end);
  const spans = verdicts.map(({ test }) => test.span);
  const span = isOneLine
    ? condition
    : { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  return {
    kind: 'branch',
    span,
    region: condition.region,
    customers: [...new Set(verdicts.flatMap(({ customers }) => customers.map(({ id }) => id)))],
    confidence: strongest(verdicts.map(({ confidence }) => confidence)),
    evidence: [...new Set(verdicts.flatMap(({ evidence }) => evidence))],
    text: condition.text,
    within: nameAt(facts, condition.parent),
  };
}
