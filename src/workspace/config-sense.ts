import type { ConfigDocument, ConfigProblem } from './config-document.js';
import type { WrittenConfig } from './config-schema.js';

/** Two customers that cannot be told apart by their id: an error, as every report would mix them. */
export function duplicates(document: ConfigDocument, written: WrittenConfig): readonly ConfigProblem[] {
  const seen = new Map<string, number>();
  const problems: ConfigProblem[] = [];
  for (const [index, customer] of (written.customers ?? []).entries()) {
    const key = customer.id.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      const message = `Two customers have the id "${customer.id}" (customers[${first}] and customers[${index}]).`;
      problems.push(document.problem('error', ['customers', index, 'id'], message, 'Give each its own id, or merge them with "aliases".'));
    }
  }
  return problems;
}

/** Entries that work against each other: warnings, because the rest of the file still makes sense. */
export function contradictions(document: ConfigDocument, written: WrittenConfig): readonly ConfigProblem[] {
  return [...includedAndExcluded(document, written), ...rejectedCustomers(document, written), ...sharedNames(document, written)];
}

function includedAndExcluded(document: ConfigDocument, written: WrittenConfig): ConfigProblem[] {
  const included = new Set(written.include ?? []);
  return (written.exclude ?? []).flatMap((glob, index) =>
    included.has(glob)
      ? [
          document.problem(
            'warning',
            ['exclude', index],
            `"${glob}" is both included and excluded; exclude wins.`,
            'Remove one of the two.',
          ),
        ]
      : [],
  );
}

function rejectedCustomers(document: ConfigDocument, written: WrittenConfig): ConfigProblem[] {
  const rejected = new Map((written.notCustomers ?? []).map((word) => [word.toLowerCase(), word]));
  return (written.customers ?? []).flatMap((customer, index) => {
    const word = rejected.get(customer.id.toLowerCase()) ?? rejected.get((customer.name ?? '').toLowerCase());
    const message = `"${word ?? ''}" is a customer and also in "notCustomers"; the customer counts.`;
    return word === undefined ? [] : [document.problem('warning', ['customers', index, 'id'], message, 'Remove one of the two.')];
  });
}

function sharedNames(document: ConfigDocument, written: WrittenConfig): ConfigProblem[] {
  const owner = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const [index, customer] of (written.customers ?? []).entries()) {
    for (const key of ['aliases', 'ids', 'domains'] as const) {
      for (const [place, name] of (customer[key] ?? []).entries()) {
        const folded = `${key} ${String(name).toLowerCase()}`;
        const first = owner.get(folded) ?? customer.id;
        owner.set(folded, first);
        if (first === customer.id) continue;
        const message = `"${String(name)}" belongs to customer "${first}" already; findings would name both.`;
        problems.push(document.problem('warning', ['customers', index, key, place], message, 'Leave it with one of them.'));
      }
    }
  }
  return problems;
}
