import type { ConditionFact, Facts, Span } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import { isPredicate } from './definition.js';
import { withoutRepeats } from './constant-chain.js';
import { nameAt, strongest, type Draft } from './draft.js';
import { isPredicateName, judge, type Verdict } from './judge.js';
import { subjectReasons, testSteps } from './test-chain.js';
import type { Trace } from './trace.js';

/** Control flow that depends on which customer it is, decided by a condition or by what lets something be for some only. */
export function detectBranches(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return [...conditionDrafts(workspace, path, facts), ...gateDrafts(workspace, path, facts)];
}

/** `requireTenant('acme')`, `@OnlyFor('acme')`, `<IfTenant slug="acme">`; what is asked as a question is a condition already. */
function gateDrafts(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const asked = new Set(facts.conditions.map(({ start }) => start));
  return facts.calls.flatMap((call): Draft[] => {
    const test = workspace.tests.gates.of(path, call);
    const verdict = test && !(isPredicateName(test.via[0] ?? '') && asked.has(call.start)) ? judge(workspace, test) : null;
    if (!verdict) return [];
    const { customers, confidence, evidence } = verdict;
    return [
      {
        kind: 'branch',
        span: call,
        region: call.region,
        customers: customers.map(({ id }) => id),
        confidence,
        evidence,
        text: call.text,
        within: nameAt(facts, call.parent),
        chain: (trace) => chainOf(trace, path, call, [verdict]),
      },
    ];
  });
}

/** One finding per line of a condition that names customers. */
function conditionDrafts(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const condition of facts.conditions) {
    const verdicts = workspace.tests
      .of(path, condition.test)
      .flatMap((test) => judge(workspace, test) ?? [])
      .filter((verdict) => decides(condition, verdict));
    if (verdicts.length === 0 || belongsToDefinition(workspace, path, facts, condition)) continue;
    for (const group of byLine(facts, verdicts)) {
      const draft = draftOf(path, facts, condition, group);
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

function draftOf(path: string, facts: Facts, condition: ConditionFact, verdicts: readonly Verdict[]): Draft {
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
    chain: (trace) => chainOf(trace, path, { ...span, text: condition.text }, verdicts),
  };
}

function chainOf(trace: Trace, path: string, at: Span & { readonly text: string }, verdicts: readonly Verdict[]): readonly Step[] {
  const reasons = verdicts.map((verdict) => subjectReasons(trace, verdict));
  const condition = trace.step('condition', path, at, {
    text: at.text,
    for: [...new Set(reasons.flatMap((each) => each.for))],
    against: [...new Set(reasons.flatMap((each) => each.against))],
  });
  return withoutRepeats([condition, ...verdicts.flatMap((verdict) => testSteps(trace, path, verdict))]);
}
