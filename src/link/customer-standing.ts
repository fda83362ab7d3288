import type { Standing } from '../model/customer.js';
import type { Candidate } from './customer-candidates.js';
import { isDomain, isOpaque, isRehearsalName } from './naming.js';

/** As what a candidate stands in the product, by what it is called. `ownNames` are normalised. */
export function standingOf(candidate: Candidate, ownNames: ReadonlySet<string>): Standing {
  if (isOwnName(candidate.key, ownNames)) return 'first-party';
  const readable = candidate.names.filter((name) => !isOpaque(name));
  return readable.length > 0 && readable.every(isRehearsalName) ? 'rehearsal' : 'customer';
}

/** Whether a name is what the workspace calls itself, with or without what owners put before it (`dev-ledgerly.io`). */
function isOwnName(key: string, ownNames: ReadonlySet<string>): boolean {
  if ([...ownNames].some((own) => own.replace(/(?<=.{3})(?:open|oss|org|io|hq|labs?|dev|tech|team|inc)$/, '') === key)) return true;
  return ownNames.has(key) || ownNames.has(key.replace(/^(the|my|get|try|use|app|dev|staging|beta|test)(?=.{4})/, ''));
}

/**
 * Whether an own name is one of several parties here: listed among them (`type Brand = 'ledgerly' | 'acme'`), or told apart from others by
 * the values that tell those apart. Own hosts, listed or compared, tell stages and parts of the product apart; so does a test for the own
 * name in a product with no other party.
 */
export function isOneOfSeveral({ evidence }: Candidate, hasCustomers: boolean): boolean {
  return evidence.some(
    ({ source, weight, id }) =>
      (id === null || !isDomain(id)) &&
      (source === 'type' || source === 'table' || source === 'list' || (hasCustomers && source === 'comparison' && weight >= 0.5)),
  );
}
