import type { Facts } from '../facts/facts.js';
import type { KnownCustomer } from '../link/customers.js';
import type { Flags } from '../link/flags.js';
import type { Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import type { FlagUse } from '../model/finding.js';
import { flagSites, type FlagSite } from '../link/flag-sites.js';
import { termAt } from '../link/term-at.js';
import { declaredSteps } from './constant-chain.js';
import { nameAt, weakest, type Draft } from './draft.js';
import { definedFlagDrafts, definitionSteps, targetedCustomer } from './flag-definition.js';
import { describeState } from './flag-state-sentence.js';
import type { Trace } from './trace.js';

/** Evaluations of feature flags (SDK calls, home-made and configured functions, bags of flags, environment toggles) and telling definitions. */
export function detectFlags(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const evaluations = flagSites(path, facts, workspace.flags)
    .filter((site) => !isOnlyDefined(path, site, workspace.flags))
    .map((site) => draftOf(workspace, path, facts, site));
  return [...evaluations, ...definedFlagDrafts(workspace, path)];
}

/**
 * In `const hasFlag = (key) => featureFlags[key]` the evaluation is where `hasFlag` is called, in its own body it is only defined. A call of
 * an SDK with the caller's key is kept: there the product meets the service.
 */
function isOnlyDefined(path: string, site: FlagSite, flags: Flags): boolean {
  if (site.value.provider !== 'home-made' || site.key.text !== null || site.parent < 0) return false;
  const wrapper = flags.wrappers.at(path, site.parent);
  return wrapper !== null && typeof wrapper.key !== 'string';
}

function draftOf(workspace: Workspace, path: string, facts: Facts, site: FlagSite): Draft {
  const { key, value, region } = site;
  // Facts keep the source of whole conditions and calls only.
  const text = site.text === '' ? (key.text ?? '') : site.text;
  const use = useOf(workspace, key.text, value.provider);
  const named = customersNamed(workspace, key.text);
  const targeted = customersTargeted(workspace, use);
  const customers = [...new Set([...targeted, ...named])];
  const reasons = named.map(({ name }) => `Its key names ${name}.`);
  const evidence = [
    ...value.evidence,
    ...reasons,
    ...(use.definition && use.state ? [describeState(use.definition, use.state)] : []),
    ...targeted.map(({ name }) => `Its definition singles out ${name}.`),
  ];
  return {
    kind: 'flag',
    span: { start: site.start, end: site.end },
    region,
    customers: customers.map(({ id }) => id),
    confidence: weakest(value.confidence, ...targeted.map(({ confidence }) => confidence)),
    evidence,
    text,
    within: nameAt(facts, site.parent),
    flag: use,
    chain: (trace) => [
      trace.step('flag', path, site, { text, for: value.evidence }),
      ...wrapperSteps(trace, path, facts, site),
      ...keySteps(trace, path, site, reasons),
      ...definitionSteps(trace, use, targeted),
    ],
  };
}

/** What is known of the flag that is asked for: where it is defined and in what state it is. */
function useOf({ register }: Workspace, key: string | null, provider: string): FlagUse {
  const defined = key === null ? null : register.find(key, provider);
  if (defined)
    return { key, provider, definition: { path: defined.definition.path, line: register.lineOf(defined) }, state: defined.state };
  return { key, provider, ...(key !== null && register.isUnknown(provider) && { state: { kind: 'unknown-key' as const } }) };
}

function customersNamed({ customers }: Workspace, key: string | null): readonly KnownCustomer[] {
  const mentioned = key === null ? [] : customers.tellingIn(key);
  return mentioned.filter(({ source, confidence }) => source === 'configured' || confidence === 'high');
}

/** The customer that the rules of a flag single out. */
function customersTargeted(workspace: Workspace, { state, definition }: FlagUse): readonly KnownCustomer[] {
  const targets = state?.kind === 'one-customer' ? (state.targets ?? []) : [];
  const found = targets.flatMap((text) => targetedCustomer(workspace, { text, start: 0, end: 0 }, definition?.path ?? '') ?? []);
  return found.filter(({ confidence }) => confidence !== 'low');
}

/** The function of the workspace that gives the flag's value, where the evaluation is a call of one. */
function wrapperSteps(trace: Trace, path: string, facts: Facts, site: FlagSite): readonly Step[] {
  const { symbols, flags } = trace.workspace;
  const call = facts.calls.find(({ start, end }) => start === site.start && end === site.end) ?? termAt(facts, site, ['call']);
  const found = call?.callee.is === 'reference' ? symbols.resolve(path, call.callee) : null;
  if (!found || found.index < 0 || !flags.wrappers.at(found.path, found.index)) return [];
  return [trace.step('flag wrapper', found.path, found.declaration, { text: found.declaration.name })];
}

function keySteps(trace: Trace, path: string, { key }: FlagSite, reasons: readonly string[]): readonly Step[] {
  if (key.term?.is === 'reference') {
    return [trace.step('flag key', path, key.term, { for: reasons }), ...declaredSteps(trace, path, key.term)];
  }
  const place = key.term && key.term.is !== 'other' ? key.term : key;
  const isWhole = key.term === null && reasons.length === 0;
  return key.text === null || isWhole ? [] : [trace.step('flag key', path, place, { text: key.text, for: reasons })];
}
