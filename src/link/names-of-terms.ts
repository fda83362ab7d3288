import type { CallTerm, Term } from '../facts/facts.js';

/** The last name of a chain: `slug` of `tenant.slug`; empty for what is no chain and for computed members. */
export function lastName(term: Term): string {
  if (term.is === 'reference') return term.path.at(-1) ?? term.name;
  if (term.is === 'member') return term.path.at(-1) ?? '';
  return '';
}

/** The same as a list of one or none. */
export function nameOf(term: Term): readonly string[] {
  const name = lastName(term);
  return name === '' ? [] : [name];
}

/** What a method is called on: `tenants` of `tenants.includes`; null for plain functions. */
export function objectOf(callee: Term): Term | null {
  if (callee.is === 'member') return callee.path.length > 1 ? { ...callee, path: callee.path.slice(0, -1) } : callee.of;
  if (callee.is !== 'reference' || callee.path.length === 0) return null;
  return { ...callee, path: callee.path.slice(0, -1) };
}

/** Methods that tell where something is, or that it is nowhere: `indexOf(x) !== -1`. */
export function isIndexMethod(term: CallTerm): boolean {
  return /^(indexOf|search|localeCompare|findIndex)$/.test(lastName(term.callee));
}
