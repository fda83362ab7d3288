import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';

/** Why a finding was made, in sentences: its own evidence first, then why each name is taken for a customer. */
export function explainFinding(finding: Finding, customers: readonly Customer[]): readonly string[] {
  const named = finding.customers.flatMap((id) => customers.filter((customer) => customer.id === id));
  return [...finding.evidence, ...named.flatMap(explainCustomer), `Confidence is ${finding.confidence}.`];
}

function explainCustomer({ name, source, confidence, evidence }: Customer): string[] {
  if (source === 'configured') return [`${name} is a configured customer.`];
  return [`${name} is taken for a customer (${confidence}).`, ...evidence];
}
