import type { KnownCustomer, Recognition } from '../link/customers.js';
import type { Constant } from '../link/constant.js';
import { lineOf } from '../link/naming.js';
import type { SubjectStrength } from '../link/subjects.js';
import type { Test } from '../link/tests.js';
import { propertyWords } from '../link/vocabulary.js';
import type { Workspace } from '../link/workspace.js';
import { singular, wordsOf } from '../link/words.js';
import type { Confidence } from '../model/finding.js';
import { weakest } from './draft.js';

/** A test that names customers, how sure that is, and why. */
export interface Verdict {
  readonly test: Test;
  readonly customers: readonly KnownCustomer[];
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  /** Those of the test's constants that name the customers; empty where only a name mentions them. */
  readonly named: readonly Constant[];
}

/** How sure a comparison with a known customer's name is, by what is compared. An id or domain is sure whatever it is compared with. */
const confidenceOf: Readonly<Record<SubjectStrength, Confidence>> = {
  strong: 'high',
  host: 'high',
  weak: 'high',
  bare: 'high',
  neutral: 'medium',
  property: 'low',
};

/** Judges one test; null when it names no customer. */
export function judge(workspace: Workspace, test: Test): Verdict | null {
  return test.form === 'named' ? judgeName(workspace, test) : judgeConstants(workspace, test);
}

function judgeConstants(workspace: Workspace, test: Test): Verdict | null {
  if (test.form === 'asks' && asksOfProperty(test)) return null;
  const recognized = test.constants.flatMap((constant) => {
    const isIdentity = test.subject.strength === 'strong' || test.subject.strength === 'weak';
    const { customers } = workspace;
    const found =
      customers.recognize(constant) ??
      (isIdentity ? customers.recognizeNumber(constant) : null) ??
      (test.subject.strength === 'strong' ? customers.recognizeOrdinary(constant) : null);
    return found ? [{ ...found, constant }] : [];
  });
  const [first] = recognized;
  if (!first) return judgeName(workspace, test);
  const customers = [...new Set(recognized.map(({ customer }) => customer))];
  const certain = recognized.every(({ by }) => by === 'id' || by === 'domain');
  const asked = test.form === 'asks' ? 'high' : confidenceOf[test.subject.strength];
  const confidence = weakest(certain ? 'high' : asked, ...customers.map((customer) => customer.confidence));
  const evidence = [
    comparisonSentence(test, recognized),
    ...recognized.slice(0, 3).flatMap(({ customer, constant, by }) => recognitionSentence(workspace, customer, constant, by)),
    ...customers.slice(0, 2).flatMap((customer) => customer.evidence.slice(0, 2)),
  ];
  return { test, customers, confidence, evidence, named: recognized.map(({ constant }) => constant) };
}

/** `isAcme()`, `hasAcmeExtension`: nothing is known but the name. */
function judgeName(workspace: Workspace, test: Test): Verdict | null {
  const [name = ''] = test.via;
  const customers = workspace.customers.tellingIn(name);
  if (customers.length === 0) return null;
  const own = isPredicateName(name) && !asksOfProperty(test) ? 'high' : 'low';
  const confidence = weakest(own, ...customers.map((customer) => customer.confidence));
  return { test, customers, confidence, evidence: [`The name ${name} mentions ${listOf(customers)}.`], named: [] };
}

/** What bundlers want before the names of environment variables that may reach the browser. */
const publicPrefix = /^(REACT_APP|NEXT_PUBLIC|EXPO_PUBLIC|NUXT_PUBLIC|VITE|GATSBY|VUE_APP|NX|PUBLIC)_/;

/** Names that ask a question; so do constants that a build puts in, `__ACME__`. */
export function isPredicateName(written: string): boolean {
  const name = written.replace(publicPrefix, '');
  return (
    /^__[A-Z][A-Z0-9_]*__$/.test(name) ||
    /^(is|has|have|was|can|should|use|show|hide|for|in|are|only|not)(?=[A-Z_])/.test(name) ||
    /^(IS|HAS|USE)_/.test(name) ||
    /[a-z](Only|Enabled|Mode)$/.test(name)
  );
}

/** `isFeatureEnabled('acme')` asks about a feature, `hasStatus('acme')` about a status. */
function asksOfProperty(test: Test): boolean {
  const [name = ''] = test.via;
  return wordsOf(name).some((word) => propertyWords.has(singular(word)) && word !== 'enabled' && word !== 'active');
}

function comparisonSentence(test: Test, recognized: readonly { readonly customer: KnownCustomer }[]): string {
  const names = listOf([...new Set(recognized.map(({ customer }) => customer))]);
  const by = test.via.length > 0 ? `, by way of ${test.via.join(' → ')}` : '';
  const subject = test.subject.text === '' ? '' : ` ${test.subject.text}`;
  if (test.form === 'asks') return `The call asks for ${names}${by}.`;
  return test.form === 'one-of' ? `Tests whether${subject} is one of a list with ${names}${by}.` : `Compares${subject} with ${names}${by}.`;
}

function recognitionSentence(workspace: Workspace, customer: KnownCustomer, constant: Constant, by: Recognition): string[] {
  const facts = workspace.files.get(constant.path);
  const place = facts ? ` (${constant.path}:${String(lineOf(facts, constant.span.start) + 1)})` : '';
  const written = constant.value === null ? constant.names.join('.') : `“${String(constant.value)}”`;
  if (by === 'name' && constant.names.length === 0) return [];
  const what = by === 'id' ? 'an id of' : by === 'domain' ? 'a domain of' : 'the name of';
  return [`${written}${place} is ${what} ${customer.name}.`];
}

/** “Acme, Globex and 3 more”. */
export function listOf(customers: readonly KnownCustomer[]): string {
  const names = customers.slice(0, 3).map(({ name }) => name);
  const more = customers.length - names.length;
  if (more > 0) return `${names.join(', ')} and ${String(more)} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '');
}
