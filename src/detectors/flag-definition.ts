import type { Span } from '../facts/facts.js';
import type { TargetValue } from '../link/flag-definitions/definition.js';
import type { DefinedFlag } from '../link/flag-definitions/register.js';
import { singleTarget } from '../link/flag-definitions/state.js';
import type { KnownCustomer } from '../link/customers.js';
import type { Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import type { FlagState, FlagUse } from '../model/finding.js';
import { weakest, type Draft } from './draft.js';
import { describeState } from './flag-state-sentence.js';
import type { Trace } from './trace.js';

/** What definition files themselves say: flags that no code asks for, and rules that single out one customer. */
export function definedFlagDrafts(workspace: Workspace, path: string): readonly Draft[] {
  return workspace.register.flags
    .filter(({ definitions }) => definitions.some((definition) => definition.path === path))
    .flatMap((flag) => [...deadKey(workspace, path, flag), ...singledOut(workspace, path, flag)]);
}

function deadKey(workspace: Workspace, path: string, flag: DefinedFlag): readonly Draft[] {
  if (flag.definition.path !== path || !workspace.register.isDead(flag)) return [];
  const { start, end } = flag.definition;
  const state: FlagState = { kind: 'dead-key', ...(flag.state.isPermanent && { isPermanent: true }) };
  const evidence = ['No code of this folder asks for the flag or mentions its key, while it asks for most others of the file.'];
  return [draftOf(path, { start, end }, flag.key, [], 'medium', evidence, useOf(workspace, flag, state))];
}

function singledOut(workspace: Workspace, path: string, flag: DefinedFlag): readonly Draft[] {
  const rules = flag.definitions
    .filter((definition) => definition.path === path)
    .flatMap(({ environments }) => environments)
    .flatMap((environment) => environment.rules);
  const targets = rules.flatMap((rule) => singleTarget(rule, workspace.register.context) ?? []);
  return distinctPlaces(targets).flatMap((target) => {
    const customer = targetedCustomer(workspace, target, path);
    if (!customer) return [];
    const use = useOf(workspace, flag, flag.state);
    const place = { start: target.start, end: target.end };
    const evidence = [
      `A rule of the flag \`${flag.key}\` singles out ${customer.name}.`,
      ...(use.definition ? [describeState(use.definition, flag.state)] : []),
    ];
    return [draftOf(path, place, target.text, [customer.id], weakest('high', customer.confidence), evidence, use)];
  });
}

function distinctPlaces(targets: readonly TargetValue[]): readonly TargetValue[] {
  return [...new Map(targets.map((target) => [target.start, target])).values()];
}

/** The customer whose id, number, domain or name a rule is about. */
export function targetedCustomer(
  { customers }: Pick<Workspace, 'customers'>,
  { text, start, end }: TargetValue,
  path: string,
): KnownCustomer | null {
  const found = customers.recognizeText(text) ?? customers.recognizeNumber({ value: text, names: [], path, span: { start, end } });
  return found?.customer ?? null;
}

function useOf({ register }: Workspace, flag: DefinedFlag, state: FlagState): FlagUse {
  const { key, provider, definition } = flag;
  return { key, provider, definition: { path: definition.path, line: register.lineOf(flag) }, state };
}

function draftOf(
  path: string,
  span: Span,
  text: string,
  customers: readonly string[],
  confidence: Draft['confidence'],
  evidence: readonly string[],
  flag: FlagUse,
): Draft {
  return {
    kind: 'flag',
    span,
    region: null,
    customers,
    confidence,
    evidence,
    text,
    within: '',
    flag,
    chain: (trace) => [trace.step('flag', path, span, { text, for: evidence.slice(0, 1) }), ...definitionSteps(trace, flag, [])],
  };
}

/** Where the flag of a finding is defined, and what that says of it; nothing where no file defines it. */
export function definitionSteps(
  trace: Trace,
  { key, provider, definition, state }: FlagUse,
  targeted: readonly KnownCustomer[],
): readonly Step[] {
  const defined = key === null || !definition ? null : trace.workspace.register.find(key, provider);
  if (!defined || !definition) return [];
  const reasons = [...(state ? [describeState(definition, state)] : []), ...targeted.map(({ name }) => `It singles out ${name}.`)];
  return [trace.step('flag definition', defined.definition.path, defined.definition, { text: defined.key, for: reasons })];
}
