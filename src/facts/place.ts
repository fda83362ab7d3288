import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import type { DeclarationIndex } from './declarations.js';
import type { Scope } from './scope.js';
import type { Span, UseForm } from './facts.js';
import { spanOf } from './parse.js';
import { calleeName } from './syntax.js';
import { wrapsValue } from './telling.js';
import type { TermBuilder } from './terms.js';

/** Where the walk stands, and what every collector needs there. */
export interface Place {
  readonly source: string;
  readonly terms: TermBuilder;
  readonly index: DeclarationIndex;
  readonly scope: Scope;
  /** From the program down to the parent of the node. */
  readonly ancestors: readonly TSESTree.Node[];
  /** Region that the innermost enclosing test decides; null outside tests. */
  readonly tested: Span | null;
}

/** Source of a span, white space folded, cut at 120 characters. */
export function excerpt(source: string, span: Span): string {
  const raw = source.slice(span.start, Math.min(span.end, span.start + 400));
  const folded = raw.replace(/\s+/g, ' ').trim();
  return folded.length > 120 ? `${folded.slice(0, 119)}…` : folded;
}

/** How the value of the node at this place is used. */
export function useAt(place: Place): UseForm {
  if (place.tested) return 'test';
  return parentOf(place)?.type === T.ExpressionStatement ? 'statement' : 'value';
}

/** The nearest ancestor that does more than wrap: type assertions, optional chains and `await` are passed over. */
export function parentOf(place: Place): TSESTree.Node | undefined {
  return place.ancestors.findLast((node) => !isWrapper(node));
}

/** The declaration that receives the value of the expression at this place: a variable, a property, or the function that returns it. */
export function targetOf(place: Place): number {
  const { ancestors, index, scope } = place;
  let position = ancestors.length - 1;
  while (position > 0 && passesValueOn(ancestors[position])) position--;
  const parent = ancestors[position];
  switch (parent?.type) {
    case T.VariableDeclarator:
      return index.byNode.get(parent.id) ?? -1;
    case T.PropertyDefinition:
      return index.byNode.get(parent.key) ?? -1;
    case T.AssignmentExpression:
      return index.byNode.get(parent.left) ?? -1;
    case T.ArrowFunctionExpression:
      return index.byNode.get(parent) ?? -1;
    case T.ReturnStatement:
      return scope.owner;
    default:
      return -1;
  }
}

function isWrapper(node: TSESTree.Node): boolean {
  switch (node.type) {
    case T.TSAsExpression:
    case T.TSNonNullExpression:
    case T.TSSatisfiesExpression:
    case T.TSTypeAssertion:
    case T.ChainExpression:
    case T.AwaitExpression:
      return true;
    default:
      return false;
  }
}

function passesValueOn(node: TSESTree.Node | undefined): boolean {
  if (!node) return false;
  if (node.type === T.CallExpression) return wrapsValue(calleeName(node));
  return isWrapper(node) || node.type === T.LogicalExpression || node.type === T.UnaryExpression;
}

/** From a statement to the end of the block it stands in. */
export function restOfBlock(place: Place, node: TSESTree.Node): Span {
  const block = place.ancestors.at(-1);
  return { start: spanOf(node).start, end: block ? spanOf(block).end : spanOf(node).end };
}
