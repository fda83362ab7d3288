import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import type { ConditionFact, ConditionForm, Span, Term } from './facts.js';
import { spanOf } from './parse.js';
import { excerpt, parentOf, restOfBlock, targetOf, type Place } from './place.js';
import { bare, calleeName, leaves } from './syntax.js';
import { asksQuestion, isBystander } from './telling.js';
import { caseTest } from './terms.js';

/** A test in the syntax tree and the region that it decides. */
export interface Test {
  readonly node: TSESTree.Node;
  readonly form: ConditionForm;
  readonly region: Span | null;
}

/** The test that a statement or expression makes of its parts, or null. `switch` is left to `switchConditions`. */
export function testOf(node: TSESTree.Node, place: Place): Test | null {
  switch (node.type) {
    case T.IfStatement:
      return { node: node.test, form: 'if', region: regionOfIf(node, place) };
    case T.ConditionalExpression:
      return { node: node.test, form: 'ternary', region: spanOf(node) };
    case T.WhileStatement:
    case T.DoWhileStatement:
      return { node: node.test, form: 'loop', region: spanOf(node) };
    case T.ForStatement:
      return node.test ? { node: node.test, form: 'loop', region: spanOf(node) } : null;
    case T.LogicalExpression:
      return { node, form: logicalForm(node.operator), region: spanOf(node) };
    case T.AssignmentExpression:
      return isLogicalAssignment(node) ? { node, form: logicalForm(node.operator.slice(0, 2)), region: spanOf(node) } : null;
    default:
      return asksAsValue(node, place) ? { node, form: 'value', region: null } : null;
  }
}

/** The condition fact of a test, or null when nothing in it can tell anything: null checks and comparisons of plain variables. */
export function conditionOf(test: Test, place: Place): ConditionFact | null {
  const term = place.terms.of(test.node, place.scope);
  return tells(term) ? makeCondition(test.form, term, spanOf(test.node), test.region, place) : null;
}

/** One condition per `case` label. */
export function switchConditions(node: TSESTree.SwitchStatement, place: Place): ConditionFact[] {
  const discriminant = place.terms.of(node.discriminant, place.scope);
  return node.cases.flatMap((clause, position) => {
    if (!clause.test) return [];
    const test = caseTest(discriminant, place.terms.of(clause.test, place.scope), clause);
    if (!tells(test)) return [];
    const body = node.cases.slice(position).find((later) => later.consequent.length > 0) ?? clause;
    const region = { start: spanOf(clause).start, end: spanOf(body).end };
    return [makeCondition('case', test, { start: spanOf(clause).start, end: spanOf(clause.test).end }, region, place)];
  });
}

function makeCondition(form: ConditionForm, test: Term, span: Span, region: Span | null, place: Place): ConditionFact {
  const target = form === 'if' || form === 'loop' || form === 'case' ? -1 : targetOf(place);
  return { form, test, text: excerpt(place.source, span), region, parent: place.scope.owner, target, ...span };
}

/** Both arms; after a guard that leaves (`if (x !== 'acme') return;`) the rest of the block. */
function regionOfIf(node: TSESTree.IfStatement, place: Place): Span {
  return !node.alternate && leaves(node.consequent) && isNegative(node.test) ? restOfBlock(place, node) : spanOf(node);
}

function isNegative(node: TSESTree.Node): boolean {
  const test = bare(node);
  switch (test.type) {
    case T.UnaryExpression:
      return test.operator === '!';
    case T.BinaryExpression:
      return test.operator === '!==' || test.operator === '!=';
    case T.LogicalExpression:
      return isNegative(test.left) && isNegative(test.right);
    default:
      return false;
  }
}

function logicalForm(operator: string): ConditionForm {
  return operator === '&&' ? 'and' : operator === '||' ? 'or' : 'nullish';
}

function isLogicalAssignment(node: TSESTree.AssignmentExpression): boolean {
  return node.operator === '&&=' || node.operator === '||=' || node.operator === '??=';
}

/** Comparisons, negations and questions whose result is kept or passed on. Operands of `!` and of logical operators belong to these. */
function asksAsValue(node: TSESTree.Node, place: Place): boolean {
  const parent = parentOf(place);
  if (parent?.type === T.LogicalExpression || (parent?.type === T.UnaryExpression && parent.operator === '!')) return false;
  if (parent?.type === T.CallExpression && isBystander(calleeName(parent))) return false;
  switch (node.type) {
    case T.BinaryExpression:
      return /^([!=]==?|[<>]=?|in)$/.test(node.operator);
    case T.UnaryExpression:
      return node.operator === '!';
    case T.CallExpression:
      return parent?.type !== T.ExpressionStatement && !isChained(node, place) && asksQuestion(calleeName(node));
    default:
      return false;
  }
}

/** `useTenant().slug`: the call is the start of a longer expression, which asks for itself. */
function isChained(node: TSESTree.CallExpression, place: Place): boolean {
  const parent = place.ancestors.at(-1);
  return parent?.type === T.MemberExpression && parent.object === node;
}

/** Whether a test could ever name a customer or a flag. */
function tells(term: Term): boolean {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'string' ? term.value.length > 0 : typeof term.value === 'number';
    case 'other':
      return false;
    case 'not':
      return tells(term.operand);
    case 'binary':
      return tellsOfPair(term.operator, term.left, term.right);
    default:
      return true;
  }
}

function tellsOfPair(operator: string, left: Term, right: Term): boolean {
  const combines = operator === '&&' || operator === '||' || operator === '??';
  if (!combines && (isNothing(left) || isNothing(right))) return false;
  if (/^[<>]=?$/.test(operator)) return left.is === 'call' || right.is === 'call';
  return tells(left) || tells(right);
}

function isNothing(term: Term): boolean {
  return term.is === 'literal' && (term.value === null || term.value === '');
}
