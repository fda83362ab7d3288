import { withoutLegalForms } from '../link/customer-candidates.js';
import { normalize } from '../link/words.js';
import type { ConfiguredCustomer, ImportedCustomer } from '../model/config.js';

/** A customer with the place it was read from. */
export interface PlacedCustomer {
  readonly customer: ImportedCustomer;
  readonly file: string;
  readonly line: number;
}

export interface JoinedCustomers {
  readonly customers: readonly ImportedCustomer[];
  readonly repeated: readonly { readonly customer: PlacedCustomer; readonly message: string; readonly remedy: string }[];
}

/**
 * Imported customers once each. One that is configured too, by id, name, alias, opaque id or domain, gets its id from there. Of two rows
 * for one customer the first counts, and a domain or opaque id belongs to the first customer that has it. Linear.
 */
export function joinCustomers(configured: readonly ConfiguredCustomer[], placed: readonly PlacedCustomer[]): JoinedCustomers {
  const teams = new Map(configured.flatMap((customer) => keysOf(customer).map((key) => [key, customer.id] as const)));
  const seen = new Map<string, PlacedCustomer>();
  const customers: ImportedCustomer[] = [];
  const repeated: JoinedCustomers['repeated'][number][] = [];
  for (const one of placed) {
    const { customer } = one;
    const first = namesOf(customer).flatMap((key) => seen.get(key) ?? [])[0];
    if (first) {
      const message = `"${customer.name}" is the customer of ${first.customer.origin} again; this row is left out.`;
      repeated.push({ customer: one, message, remedy: 'Merge the rows, or give each customer its own name and id.' });
      continue;
    }
    const isNew = (prefix: string) => (value: string) => !seen.has(`${prefix} ${value.toLowerCase()}`);
    const id = keysOf(customer).flatMap((key) => teams.get(key) ?? [])[0] ?? customer.id;
    customers.push({ ...customer, id, ids: customer.ids.filter(isNew('id')), domains: customer.domains.filter(isNew('domain')) });
    for (const key of keysOf(customer)) if (!seen.has(key)) seen.set(key, one);
  }
  return { customers, repeated };
}

function keysOf(customer: ConfiguredCustomer): readonly string[] {
  const aliases = customer.aliases.map(nameKey);
  const ids = customer.ids.map((id) => `id ${id.toLowerCase()}`);
  return [...namesOf(customer), ...aliases, ...ids, ...customer.domains.map((domain) => `domain ${domain.toLowerCase()}`)];
}

function namesOf({ id, name }: ConfiguredCustomer): readonly string[] {
  return [nameKey(id), nameKey(name)];
}

function nameKey(name: string): string {
  return `name ${normalize(withoutLegalForms(name)) || name}`;
}
