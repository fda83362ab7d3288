import type { CallFact, Facts, Term } from '../facts/facts.js';
import type { KnownCustomer } from '../link/customers.js';
import { partyWords } from '../link/vocabulary.js';
import type { Workspace } from '../link/workspace.js';
import { singular, wordsOf } from '../link/words.js';
import type { Confidence } from '../model/finding.js';
import { nameAt, weakest, type Draft } from './draft.js';

interface Registration {
  readonly call: CallFact;
  readonly customer: KnownCustomer;
  /** What is registered with, as it is written. */
  readonly registry: string;
}

const registering = /^(register|set|add|provide|define|bind|map|route)(?=[A-Z]|$)/;

/** Entries that are put into a table one by one: `handlers.set('acme', …)`, `registry.register('acme', AcmeHandler)`. */
export function detectRegistrations(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const registrations = facts.calls.flatMap((call) => registrationOf(workspace, path, call) ?? []);
  return registrations.flatMap((one): Draft[] => {
    const { call, customer, registry } = one;
    const sure = confidenceIn(registrations, one);
    if (sure === null) return [];
    const own = `Registers something for ${customer.name} with ${registry}.`;
    return [
      {
        kind: 'lookup',
        span: call,
        region: { start: call.start, end: call.end },
        customers: [customer.id],
        confidence: weakest(sure, customer.confidence),
        evidence: [own, ...customer.evidence.slice(0, 2)],
        text: call.text,
        within: nameAt(facts, call.parent),
        chain: (trace) => [trace.step('call', path, call, { text: call.text, for: [own] })],
      },
    ];
  });
}

function registrationOf(workspace: Workspace, path: string, call: CallFact): Registration | null {
  const [key, value] = call.arguments;
  const names = namesOf(call.callee);
  if (call.isElement || call.isNew || !key || !value || key.is === 'other' || !registering.test(names.at(-1) ?? '')) return null;
  const constants = workspace.tests.elements.constants(path, key);
  const [customer] = constants.flatMap((constant) => workspace.customers.recognize(constant)?.customer ?? []);
  return customer ? { call, customer, registry: names.join('.') } : null;
}

/** A registry that is called after a party, or that holds several customers; one key alone may be any word. */
function confidenceIn(all: readonly Registration[], { registry }: Registration): Confidence | null {
  if (wordsOf(registry).some((word) => partyWords.has(singular(word)))) return 'high';
  const same = all.filter((one) => one.registry === registry);
  return new Set(same.map(({ customer }) => customer)).size >= 2 ? 'high' : null;
}

function namesOf(callee: Term): readonly string[] {
  return callee.is === 'reference' ? [callee.name, ...callee.path.filter((name) => name !== null)] : [];
}
