import type { DeclarationFact, Span, Term } from '../facts/facts.js';
import type { Constant } from '../link/constant.js';
import type { Subject, SubjectStrength } from '../link/subjects.js';
import type { Hop, Test } from '../link/tests.js';
import type { Step, StepKind } from '../model/explanation.js';
import { constantSteps } from './constant-chain.js';
import { contains, declarationAround } from './declaration-around.js';
import type { Trace } from './trace.js';

/** What a condition or definition asks, and which of the constants name customers. */
interface Asked {
  readonly test: Test;
  readonly named: readonly Constant[];
}

/** The steps from a test to the constants that name customers: the names it goes through, then what is compared, then with what. */
export function testSteps(trace: Trace, path: string, { test, named }: Asked): readonly Step[] {
  const hops = hopsOf(trace, test);
  const last = hops.at(-1);
  const [at, span] = last ? [last.to.path, last.inner.span] : [path, test.span];
  const isInPlace = (constant: Constant) => constant.path === at && contains(span, constant.span);
  return [...hops.map((hop) => hopStep(trace, hop)), ...constantSteps(trace, named, isInPlace)];
}

/** What is compared in the end, wherever that stands, and how well it says which customer it is. */
export function subjectReasons(trace: Trace, { test }: Pick<Asked, 'test'>): Pick<Step, 'for' | 'against'> {
  const inner = hopsOf(trace, test).at(-1)?.inner ?? test;
  if (inner.form === 'named') return { for: [], against: [`Nothing is known of ${inner.via[0] ?? 'it'} but its name.`] };
  return reasonsOf(inner.subject);
}

function hopsOf({ workspace: { tests } }: Trace, test: Test): readonly Hop[] {
  const hops: Hop[] = [];
  for (let hop = tests.hopOf(test); hop; hop = tests.hopOf(hop.inner)) hops.push(hop);
  return hops;
}

const sentences: Readonly<Record<SubjectStrength, readonly ['for' | 'against', string]>> = {
  strong: ['for', 'says which customer it is'],
  host: ['for', 'is a host, and customers have hosts of their own'],
  weak: ['for', 'often says which customer it is'],
  bare: ['for', 'may say which customer it is'],
  neutral: ['against', 'does not say which customer it is'],
  property: ['against', 'is a property that many share, not the party itself'],
};

function reasonsOf({ strength, text }: Subject): Pick<Step, 'for' | 'against'> {
  const [side, clause] = sentences[strength];
  const sentence = text === '' ? `What is compared ${clause}.` : `“${text}” ${clause}.`;
  return { for: [], against: [], [side]: [sentence] };
}

function hopStep(trace: Trace, hop: Hop): Step {
  const { to, inner } = hop;
  const declared = declarationOf(trace, hop);
  const verb = to.term.is === 'function' ? (isReturned(to.term, inner.span) ? 'returns' : 'asks') : 'is';
  const asked = trace.text(to.path, inner.span);
  const note = asked === '' ? '' : `${verb} ${asked}`;
  return trace.step(kindOf(hop), to.path, declared ?? spanOf(to.term, inner), { text: declared?.name ?? '', note });
}

function kindOf({ from, to, inner }: Hop): StepKind {
  if (to.term.is !== 'function') return 'alias';
  const isGiven = inner.constants.some((constant) => constant.path === from.path && contains(from.term, constant.span));
  return isGiven ? 'wrapper' : 'predicate';
}

/** The declaration whose value stands behind the name: the innermost that holds it. */
function declarationOf(trace: Trace, { to, inner }: Hop): DeclarationFact | undefined {
  const facts = trace.facts(to.path);
  return facts && declarationAround(facts, spanOf(to.term, inner));
}

function isReturned(term: Term, span: Span): boolean {
  if (term.is !== 'function' || term.returns.is === 'other') return false;
  return term.returns.start === span.start && term.returns.end === span.end;
}

function spanOf(term: Term, fallback: Test): Span {
  return term.is === 'other' ? fallback.span : term;
}
