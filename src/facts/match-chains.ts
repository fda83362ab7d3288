import type { TSESTree } from '@typescript-eslint/types';
import type { ConditionFact, Span, Term } from './facts.js';
import { T } from './node-types.js';
import { spanOf } from './parse.js';
import { excerpt, targetOf, type Place } from './place.js';
import { bare, isFunction, staticName } from './syntax.js';

/** Longer chains are made by machines. */
const chainLimit = 200;

/** One condition for the patterns of `match(value).with('acme', handler)`, the form in which ts-pattern writes `case`; else null. */
export function matchCondition(node: TSESTree.CallExpression, place: Place): ConditionFact | null {
  const handler = node.arguments.at(-1);
  if (methodOf(node) !== 'with' || !handler || node.arguments.length < 2) return null;
  const matched = matchedBy(node);
  if (!matched) return null;
  const patterns = node.arguments.slice(0, -1).filter((pattern) => !isFunction(pattern));
  const value = place.terms.of(matched, place.scope);
  const [first, ...more] = patterns.flatMap((pattern) => testsOf(value, pattern, place));
  const [from, to] = [patterns[0], patterns.at(-1)];
  if (!first || !from || !to) return null;
  const span: Span = { start: spanOf(from).start, end: spanOf(to).end };
  const test = more.reduce<Term>((left, right) => ({ is: 'binary', operator: '||', left, right, ...span }), first);
  const region = { start: span.start, end: spanOf(handler).end };
  return { form: 'case', test, text: excerpt(place.source, span), region, parent: place.scope.owner, target: targetOf(place), ...span };
}

/** The value that the chain which this call ends begins with: `x` in `match(x).with(…).with(…)`. */
function matchedBy(node: TSESTree.CallExpression): TSESTree.Node | null {
  let call: TSESTree.Node = node;
  for (let length = 0; length < chainLimit && call.type === T.CallExpression; length++) {
    const callee: TSESTree.Node = bare(call.callee);
    if (callee.type === T.Identifier) return callee.name === 'match' ? (call.arguments[0] ?? null) : null;
    if (callee.type !== T.MemberExpression) return null;
    call = bare(callee.object);
  }
  return null;
}

function methodOf(node: TSESTree.CallExpression): string | null {
  const callee = bare(node.callee);
  return callee.type === T.MemberExpression ? staticName(callee.property, callee.computed) : null;
}

/** What a pattern asks of a value: a literal or name, `P.union('acme', 'globex')`, or an object of patterns for its members. */
function testsOf(value: Term, pattern: TSESTree.Node, place: Place): Term[] {
  const inner = bare(pattern);
  if (inner.type === T.CallExpression)
    return methodOf(inner) === 'union' ? inner.arguments.flatMap((one) => testsOf(value, one, place)) : [];
  if (inner.type === T.ObjectExpression) {
    return inner.properties.flatMap((property) => {
      const name = property.type === T.Property ? staticName(property.key, property.computed) : null;
      return name !== null && property.type === T.Property ? testsOf(memberOf(value, name), property.value, place) : [];
    });
  }
  const right = place.terms.of(inner, place.scope);
  return right.is === 'literal' || right.is === 'reference'
    ? [{ is: 'binary', operator: '===', left: value, right, ...spanOf(inner) }]
    : [];
}

function memberOf(value: Term, name: string): Term {
  if (value.is === 'reference' || value.is === 'member') return { ...value, path: [...value.path, name] };
  return value.is === 'other' ? value : { is: 'member', of: value, path: [name], start: value.start, end: value.end };
}
